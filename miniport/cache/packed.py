"""Values as bytes: parts with their lengths before them, tables of stamps as columns.

Read in the run that does nothing else, so that this needs no module but two of the smallest. What is read
back was signed by us (see `store`); it is taken apart by lengths and never run.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, MutableSequence
from typing import Any

Columns = tuple[list[str], list["array[int]"], bytearray, list[str], list[int]]
"""Names; size, modified, changed, inode and device of each; whether its stamp is sure; its digest; which
rows are other ones than were kept as a whole."""

Row = tuple[str, "tuple[int, int, int, int, int] | None", bool, str]

WIDTH = 5
MOST = 256
"""Rows that are kept apart from their table; with more of them it is written anew."""

_ABSENT = (-1,) * WIDTH
_MOST = 0x7FFFFFFFFFFFFFFF


def join(parts: Iterable[bytes]) -> bytes:
    """Return parts as one; `split` undoes it."""
    return b"".join(b"%d:%s" % (len(part), part) for part in parts)


def split(content: bytes) -> list[bytes]:
    """Return the parts of what `join` made. Raises ValueError where it did not make this."""
    parts, at = [], 0
    while at < len(content):
        part, at = part_at(content, at)
        parts.append(part)
    return parts


def part_at(content: bytes, at: int) -> tuple[bytes, int]:
    """Return the part that begins at an offset, and where it ends. Raises ValueError where none does."""
    colon = content.index(b":", at, at + 20)
    end = colon + 1 + int(content[at:colon])
    if end > len(content) or end <= colon:
        raise ValueError("a part is longer than the whole")
    return content[colon + 1 : end], end


def pack(rows: Iterable[Row]) -> bytes:
    """Return rows as columns."""
    found = list(rows)
    if not found:
        return join((b"",) * (WIDTH + 3))
    names, stamps, sure, digests = zip(*found, strict=True)
    columns = zip(*map(numbers, stamps), strict=True)
    numbered = [array("q", column) for column in columns]
    return pack_columns((list(names), numbered, bytearray(sure), list(digests), []))


def pack_columns(columns: Columns) -> bytes:
    """Return the columns of a table as one; `unpack` undoes it."""
    names, stamps, sure, digests, _ = columns
    return join((lines(names), *(column.tobytes() for column in stamps), bytes(sure), lines(digests)))


def numbers(told: tuple[int, ...] | None) -> tuple[int, ...]:
    """Return what stands in the columns of a row for a stamp."""
    if told is None:
        return _ABSENT
    # Windows counts files with more bits than a number of C has.
    return tuple(number & _MOST if number > _MOST else number for number in told)


def unpack(content: bytes) -> Columns:
    """Return the columns of a table. Raises ValueError where it is none."""
    names, *numbers, sure, digests = split(content)
    columns = [array("q", part) for part in numbers]
    known, hashes = texts(names), texts(digests)
    lengths = {len(known), len(hashes), *map(len, columns)}
    if lengths != {len(sure)} or len(columns) != WIDTH:
        raise ValueError("the columns are not equally long")
    return known, columns, bytearray(sure), hashes, []


def rows_apart(columns: Columns) -> bytes | None:
    """Return the rows of a table that are other ones than were kept; None where they are too many.

    `lay_over` undoes it.
    """
    _, stamps, sure, digests, rows = columns
    if len(rows) > MOST:
        return None
    numbers = (array("q", (column[row] for row in rows)) for column in (range(len(sure)), *stamps))
    told = bytes(sure[row] for row in rows), lines(digests[row] for row in rows)
    return join((*(column.tobytes() for column in numbers), *told))


def lay_over(columns: Columns, content: bytes) -> None:
    """Put rows in the places of those that were kept. Raises ValueError, IndexError."""
    first, *others, sure, digests = split(content)
    rows = array("q", first)
    _, stamps, sures, hashes, apart = columns
    for column, part in zip(stamps, others, strict=True):
        _put(column, rows, array("q", part))
    _put(sures, rows, sure)
    _put(hashes, rows, texts(digests))
    apart.extend(rows)


def _put(column: MutableSequence[Any], rows: Iterable[int], values: Iterable[object]) -> None:
    for row, value in zip(rows, values, strict=True):
        column[row] = value


def place_of(base: str, columns: Columns, row: int) -> str:
    """Return where something stands; the folder that all are below has no name in its table."""
    name = columns[0][row]
    return base + name if name else base[:-1]


def suspects(base: str, table: Columns) -> list[int]:
    """Return the rows whose stamp is another one now, or does not tell enough. Names are below `base`."""
    names, (sizes, modified, changed, inodes, devices), sure, *_ = table
    look, found = os.stat, []
    for at, name in enumerate(names):
        try:
            now = look(base + name)
        except (OSError, ValueError):
            if sizes[at] != -1:
                found.append(at)
            continue
        if (
            not sure[at]
            or now.st_mtime_ns != modified[at]
            or now.st_size != sizes[at]
            or now.st_ctime_ns != changed[at]
            or now.st_ino & _MOST != inodes[at]
            or now.st_dev & _MOST != devices[at]
        ):
            found.append(at)
    return found


def lines(found: Iterable[str]) -> bytes:
    """Return texts as one; `texts` undoes it. No text holds a NUL."""
    return "\0".join((*found, "")).encode("utf-8", "surrogateescape")


def texts(content: bytes) -> list[str]:
    """Return what `lines` made one of."""
    return content.decode("utf-8", "surrogateescape").split("\0")[:-1]
