"""Budgets: the sizes that a project sets itself."""

from __future__ import annotations

import re

from miniport.project.settings import Budget
from miniport.regex import regex

UNITS = {"B": 1, "KB": 1024, "MB": 1024 * 1024}
"""Bytes of each unit; platforms mean the same where they say MB."""

_SIZE = regex(r"(\d+(?:\.\d+)?)\s*(B|KB|MB)?", re.IGNORECASE)


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
