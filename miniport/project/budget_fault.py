"""What is wrong with the sizes that a project sets itself."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.project.budget import bytes_of, levels
from miniport.project.settings import Budget, Budgets
from miniport.record import KeyPath, Problem


def budget_problems(budgets: Budgets, at: KeyPath) -> Iterator[Problem]:
    """Yield the sizes that are none, and warnings that could never come."""
    for name, budget in budgets.items():
        both = budget if isinstance(budget, Budget) else Budget(fail=budget)
        wrong = [key for key in ("warn", "fail") if not _is_size(getattr(both, key))]
        for key in wrong:
            path = (*at, name, key) if isinstance(budget, Budget) else (*at, name)
            yield _no_size(path, getattr(both, key))
        warn, fail = (None, None) if wrong else levels(budget)
        if warn is not None and fail is not None and warn > fail:
            yield Problem(
                (*at, name, "warn"),
                "the warning comes above the error",
                "警告级别高于错误级别",
                "make warn smaller than fail",
                "请让 warn 小于 fail",
            )


def _is_size(written: str | int | None) -> bool:
    try:
        return written is None or bytes_of(written) >= 0
    except ValueError:
        return False


def _no_size(path: KeyPath, written: object) -> Problem:
    return Problem(
        path,
        f'"{written}" is not a size',
        f"“{written}” 不是大小",
        'write a number of bytes, or a text like "300 KB" or "1.5 MB"',
        "请写字节数，或 “300 KB”、“1.5 MB” 这样的文本",
    )
