"""The parts of a text that are gone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from miniport.source import Span


class Erased:
    """The parts of a text that are gone, to ask whether an offset is in one."""

    def __init__(self, places: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for place in sorted(places, key=lambda place: place.start):
            if self._ends and place.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], place.end)
            else:
                self._starts.append(place.start)
                self._ends.append(place.end)

    def has(self, offset: int) -> bool:
        """Tell whether the character at an offset is gone."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]
