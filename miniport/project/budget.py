"""Budgets: the sizes that a project sets itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from miniport.field import field
from miniport.frozen import frozen
from miniport.record import KeyPath, Problem
from miniport.regex import regex

BudgetName = Literal["total", "mainPackage", "subpackage", "page", "image", "runtime"]

UNITS = {"B": 1, "KB": 1024, "MB": 1024 * 1024}
"""Bytes of each unit; platforms mean the same where they say MB."""

_SIZE = regex(r"(\d+(?:\.\d+)?)\s*(B|KB|MB)?", re.IGNORECASE)


@frozen
class Budget:
    """Two levels of one size."""

    warn: str | int | None = field(
        default=None, metadata={"doc": 'Above this: a warning. "300 KB" or bytes.'}
    )
    fail: str | int | None = field(default=None, metadata={"doc": "Above this: an error, and no archive."})


Budgets = Mapping[BudgetName, Budget | str | int]
"""A size alone is the level that fails."""


def bytes_of(written: str | int) -> int:
    """Return a size in bytes: a number, or a text such as `1.5 MB`. Raises ValueError for what is none."""
    if isinstance(written, int):
        return written
    found = _SIZE.fullmatch(written.strip())
    if found is None:
        raise ValueError(written)
    return int(float(found[1]) * UNITS[(found[2] or "B").upper()])


def levels(budget: Budget | str | int | None) -> tuple[int | None, int | None]:
    """Return (warn, fail) in bytes."""
    if budget is None:
        return None, None
    both = budget if isinstance(budget, Budget) else Budget(fail=budget)
    warn, fail = (None if size is None else bytes_of(size) for size in (both.warn, both.fail))
    return warn, fail


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
