"""The way from what a tool made back to the text it was made from, by the tool's source map."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate

from miniport.source import Origins, Source, Span, utf16_length

_DIGITS = {
    char: value
    for value, char in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}


def origins(made: str, map_text: str, source: Source) -> Origins:
    """Return the way back; what comes from another file leads to what stands before it in this one."""
    rows: dict[int, int] = {0: 0}
    new, old = _Lines(made), _Lines(source.text)
    for line, column, old_line, old_column in _segments(map_text, str(source.path)):
        if line < len(new.starts) and old_line < len(old.starts):
            rows[new.offset(line, column)] = old.offset(old_line, old_column)
    starts = tuple(sorted(rows))
    olds = tuple(rows[start] for start in starts)
    ends = (*starts[1:], len(made))
    widths = tuple(
        _alike(made[start:end], source.text[at : at + end - start])
        for start, end, at in zip(starts, ends, olds, strict=True)
    )
    return Origins(starts, olds, widths)


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


def _alike(new: str, old: str) -> int:
    """Return how much of two texts is the same from their start on."""
    if new == old:
        return len(new)
    return next((at for at, (one, other) in enumerate(zip(new, old, strict=False)) if one != other), len(old))


def _segments(map_text: str, path: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield (line, column, line before, column before), 0-based, of each place that comes from a file."""
    try:
        value = json.loads(map_text)
        index = value["sources"].index(path)
        rows = str(value["mappings"]).split(";")
    except (ValueError, KeyError, TypeError, AttributeError):
        return
    at = [0, 0, 0]
    for number, row in enumerate(rows):
        column = 0
        for segment in filter(None, row.split(",")):
            fields = list(_numbers(segment))
            column += fields[0]
            if len(fields) >= 4:
                at = [known + change for known, change in zip(at, fields[1:4], strict=True)]
                if at[0] == index:
                    yield number, column, at[1], at[2]


def _numbers(segment: str) -> Iterator[int]:
    value = shift = 0
    for char in segment:
        digit = _DIGITS.get(char, 0)
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            yield -(value >> 1) if value & 1 else value >> 1
            value = shift = 0
