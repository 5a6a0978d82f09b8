"""The way from what a tool made back to the text it was made from, by the tool's source map."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import Protocol

from miniport.frozen import frozen
from miniport.source import Origins, Source, Span, utf16_length

_DIGITS = {
    char: value
    for value, char in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}


class Sources(Protocol):
    """The further files that a tool read."""

    def source_of(self, path: str) -> Source | None:
        """Return the text of a file, by the path that the tool was told, as the tool got it."""


@frozen
class Mapped:
    """The way back from a made text, by its map, to a source and to others that it imports (see Way).

    What comes from a file that nobody knows leads to what stands before it. The map is read when somebody
    asks the way: most texts have nothing to tell, and reading it is dear.
    """

    made: str
    map_text: str
    source: Source
    sources: Sources | None = None

    def offset(self, offset: int) -> int:
        """Return the offset that the text at an offset comes from."""
        return self._origins.offset(offset)

    def other(self, offset: int) -> Source | None:
        """Return the further source that the text at an offset comes from."""
        return self._origins.other(offset)

    def has(self, offset: int) -> bool:
        """Tell whether the text at an offset is the other text's own."""
        return self._origins.has(offset)

    @cached_property
    def _origins(self) -> Origins:
        return _origins(self.made, self.map_text, self.source, self.sources)


def _origins(made: str, map_text: str, source: Source, sources: Sources | None) -> Origins:
    new = _Lines(made)
    known = {str(source.path): (source, _Lines(source.text))}
    rows: dict[int, tuple[int, Source]] = {0: (0, source)}
    for line, column, path, old_line, old_column in _segments(map_text):
        if path not in known and sources and (other := sources.source_of(path)):
            known[path] = other, _Lines(other.text)
        found, old = known.get(path, (None, None))
        if found is not None and old is not None and line < len(new.starts) and old_line < len(old.starts):
            rows[new.offset(line, column)] = old.offset(old_line, old_column), found
    starts = tuple(sorted(rows))
    ends = (*starts[1:], len(made))
    olds = tuple(rows[start][0] for start in starts)
    others = tuple(None if rows[start][1] is source else rows[start][1] for start in starts)
    widths = tuple(
        alike(made[start:end], rows[start][1].text, rows[start][0])
        for start, end in zip(starts, ends, strict=True)
    )
    return Origins(starts, olds, widths, others if any(others) else ())


def at_line(source: Source, line: int, column: int) -> Span:
    """Return the place of a 1-based line and a 0-based column, both in code points."""
    starts = _Lines(source.text).starts
    at = min(starts[min(line, len(starts)) - 1] + column, len(source.text))
    return Span(at, at)


class _Lines:
    """Where the lines of a text start, and where in them a column of a source map is."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self._lines)][:-1]

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a 0-based line and a column in UTF-16 units."""
        text = self._lines[line]
        if text.isascii():
            return self.starts[line] + min(column, len(text))
        at = units = 0
        while units < column and at < len(text):
            units += utf16_length(text[at])
            at += 1
        return self.starts[line] + at


def alike(new: str, old: str, at: int) -> int:
    """Return how much of a text stands in the other one at an offset, in whole words."""
    end = len(new)
    if not old.startswith(new, at):
        end = next(number for number, char in enumerate(new) if old[at + number : at + number + 1] != char)
    while end > 0 and _is_word(new[end - 1]) and _is_word(new[end : end + 1] + old[at + end : at + end + 1]):
        end -= 1
    return end


def _is_word(text: str) -> bool:
    return any(char.isalnum() or char in "_$-" for char in text)


def _segments(map_text: str) -> Iterator[tuple[int, int, str, int, int]]:
    """Yield (line, column, path, line before, column before), 0-based, of each place from a file."""
    try:
        value = json.loads(map_text)
        paths = list(map(str, value["sources"]))
        rows = str(value["mappings"]).split(";")
    except (ValueError, KeyError, TypeError):
        return
    at = [0, 0, 0]
    for number, row in enumerate(rows):
        column = 0
        for segment in filter(None, row.split(",")):
            fields = list(numbers(segment))
            column += fields[0]
            if len(fields) >= 4:
                at = [known + change for known, change in zip(at, fields[1:4], strict=True)]
                if 0 <= at[0] < len(paths):
                    yield number, column, paths[at[0]], at[1], at[2]


def numbers(segment: str) -> Iterator[int]:
    """Yield the numbers of one segment of a source map, as it writes them."""
    value = shift = 0
    for char in segment:
        digit = _DIGITS.get(char, 0)
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            yield -(value >> 1) if value & 1 else value >> 1
            value = shift = 0
