"""An app's script without the modules that stayed as they were: a browser reads a line, not a megabyte."""

from __future__ import annotations

from collections.abc import Callable

_DEFINITION, _START = b"\nminiport.define(", b"\nminiport.start("


def patched(before: bytes, after: bytes) -> bytes:
    """Return the later script from the first module that is another one to the last, and the app's start.

    What is left out leaves its lines, so that places stay true. A script of another form comes whole.
    """
    start = after.rfind(_START)
    if start < 0:
        return after
    begin, end = _differing(before[: before.rfind(_START)], after[:start])
    first = max(after.rfind(_DEFINITION, 0, begin), 0)
    last = after.find(_DEFINITION, end, start)
    last = last if last >= 0 else start
    left_out = b"\n" * after.count(b"\n", 0, first), b"\n" * after.count(b"\n", last, start)
    return b"".join((left_out[0], after[first:last], left_out[1], after[start:]))


def _differing(before: bytes, after: bytes) -> tuple[int, int]:
    """Return the span of the later text that lies between what both begin with and what both end with."""
    old, new = len(before), len(after)
    begin = _most(min(old, new), lambda low, high: before[low:high] == after[low:high])
    rest = min(old, new) - begin
    shared = _most(rest, lambda low, high: before[old - high : old - low] == after[new - high : new - low])
    return begin, new - shared


def _most(limit: int, is_equal: Callable[[int, int], bool]) -> int:
    """Return how far two texts are equal; `is_equal(low, high)` compares a part."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if is_equal(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
