"""Source maps, version 3: from each word of an emitted script or sheet to its place in the user's file."""

from __future__ import annotations

import binascii
import json
from collections.abc import Iterable, Iterator
from typing import Literal

from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.source import Source, utf16_length

ROOT = "miniport:///"
"""Stands before the project's paths, so that a browser shows them as one tree of their own."""

_WORD = regex(r"[\w$]+|[^\w$\s]+")
_PREFIX = 8
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


@frozen
class Form:
    """What stands around the link to a map."""

    opening: str
    closing: str = ""


SCRIPT = Form("//# sourceMappingURL=")
STYLE = Form("/*# sourceMappingURL=", " */")

_Segment = tuple[int, int, int, int]
"""Generated column, number of the source, its line, its column; all from 0, columns in UTF-16 units."""


def source_map(file: str, parts: Iterable[Source]) -> str:
    """Return the map of a script that consists of these texts, one behind the other.

    Each but the last ends with a line end. A part that was not made from another text has no places.
    """
    lines: list[list[_Segment]] = [[]]
    numbers: dict[PurePosixPath, tuple[int, Source]] = {}
    for part in parts:
        if part.written is None:
            lines.extend([] for _ in range(part.text.count("\n")))
            continue
        found = list(_segments(part, numbers))
        lines[-1].extend(found[0])
        lines.extend(found[1:])
    told = {
        "version": 3,
        "file": file,
        "sourceRoot": ROOT,
        "sources": [str(path) for path in numbers],
        "sourcesContent": [source.text for _, source in numbers.values()],
        "names": [],
        "mappings": _encoded(lines),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def with_map(
    path: PurePosixPath,
    text: str,
    parts: Iterable[Source],
    where: Literal["none", "file", "inline"],
    form: Form = SCRIPT,
) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield (path, text) of what is made of these parts, and of its map where that is a file of its own.

    `form` is how its last line leads to the map.
    """
    parts = tuple(parts)
    if where == "none" or all(part.written is None for part in parts):
        yield path, text
        return
    told = source_map(path.name, parts)
    end = "" if text.endswith("\n") else "\n"
    map_path = path.with_name(f"{path.name}.map")
    link = map_path.name if where == "file" else inline(told)
    yield path, f"{text}{end}{form.opening}{link}{form.closing}\n"
    if where == "file":
        yield map_path, told


def inline(told: str) -> str:
    """Return a map as a link that holds it."""
    # The module base64 does this, and much else that no build needs.
    content = binascii.b2a_base64(told.encode("utf-8"), newline=False).decode("ascii")
    return f"data:application/json;charset=utf-8;base64,{content}"


def _segments(part: Source, numbers: dict[PurePosixPath, tuple[int, Source]]) -> Iterator[list[_Segment]]:
    """Yield the segments of each line of a part; text that is ours alone has none."""
    start = 0
    for line in part.text.split("\n"):
        segments = []
        is_plain = line.isascii()
        for match in _WORD.finditer(line):
            at = match.start()
            found = part.exact_origin(start + at)
            # A prefix of ours may stand before the user's word.
            while found is None and at < min(match.end() - 1, match.start() + _PREFIX):
                at += 1
                found = part.exact_origin(start + at)
            if found is not None and found[0].path.name:
                original, offset = found
                number, _ = numbers.setdefault(original.path, (len(numbers), original))
                row, column = original.position(offset)
                before = original.line(row)[: column - 1]
                generated = at if is_plain else utf16_length(line[:at])
                segments.append((generated, number, row - 1, utf16_length(before)))
        yield segments
        start += len(line) + 1


def _encoded(lines: list[list[_Segment]]) -> str:
    """Return lines of segments as the format has them: each number as its difference to the one before."""
    last = [0, 0, 0]
    texts = []
    for segments in lines:
        column = 0
        told = []
        for generated, *rest in segments:
            numbers = [generated - column, *(new - old for new, old in zip(rest, last, strict=True))]
            column, last = generated, rest
            told.append("".join(map(_vlq, numbers)))
        texts.append(",".join(told))
    return ";".join(texts)


def _vlq(number: int) -> str:
    rest = (-number << 1) | 1 if number < 0 else number << 1
    digits = ""
    while True:
        rest, digit = rest >> 5, rest & 31
        digits += _DIGITS[digit | 32 if rest else digit]
        if not rest:
            return digits
