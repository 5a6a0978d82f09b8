"""The way from a compiled sheet back to the text it was made from, by the tool's source map."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate

from miniport.source import Origins, Source

_DIGITS = {
    char: value
    for value, char in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}


def origins(css: str, map_text: str, source: Source) -> Origins:
    """Return the way back; what comes from another file leads to what stands before it in this one."""
    starts, olds = [0], [0]
    lines = _line_starts(css)
    written = _line_starts(source.text)
    for line, column, old_line, old_column in _segments(map_text, str(source.path)):
        if line < len(lines) and old_line < len(written):
            starts.append(min(lines[line] + column, len(css)))
            olds.append(min(written[old_line] + old_column, len(source.text)))
    return Origins(tuple(starts), tuple(olds), (0,) * len(starts))


def _line_starts(text: str) -> list[int]:
    lengths = (len(line) + 1 for line in text.split("\n"))
    return [0, *accumulate(lengths)][:-1]


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
