"""One file's text, spans in it, and the units in which other tools count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from itertools import accumulate
from typing import Protocol

from miniport.frozen import frozen
from miniport.named import NamedTuple
from miniport.posix import PurePosixPath

BOM = "\ufeff"


class Span(NamedTuple):
    """A half-open range of code-point offsets in one text.

    A tuple, because a build makes more of these than of all else together.
    """

    start: int
    end: int

    def shift(self, by: int) -> Span:
        """Return the span moved by that many code points."""
        return span_of((self.start + by, self.end + by))


span_of: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""Returns the span of two offsets, in little more than half of the time that calling the class takes."""


class Way(Protocol):
    """The way from the offsets of a rewritten text back to those of the text it was made from."""

    def offset(self, offset: int, /) -> int:
        """Return the offset that the text at an offset comes from; new text comes from where it was put."""

    def other(self, offset: int, /) -> Source | None:
        """Return the source that the text at an offset comes from where it is not the one rewritten."""

    def has(self, offset: int, /) -> bool:
        """Tell whether the text at an offset is the other text's own."""


@frozen
class Origins:
    """A way that is known piece by piece (see Way).

    Three columns of equal length, a row for each piece in text order: where it starts in the rewritten
    text, where in the other one, and how many code points of it go along one by one. `others`, where there
    are any, are a fourth: the source that a piece comes from where that is not the one that was rewritten.
    """

    starts: tuple[int, ...]
    olds: tuple[int, ...]
    widths: tuple[int, ...]
    others: tuple[Source | None, ...] = ()

    def offset(self, offset: int) -> int:
        """Return the offset that the text at an offset comes from; new text comes from where it was put."""
        at = bisect_right(self.starts, offset) - 1
        return self.olds[at] + min(offset - self.starts[at], self.widths[at])

    def other(self, offset: int) -> Source | None:
        """Return the source that the text at an offset comes from where it is not the one rewritten."""
        return self.others[bisect_right(self.starts, offset) - 1] if self.others else None

    def has(self, offset: int) -> bool:
        """Tell whether the text at an offset is the other text's own."""
        at = bisect_right(self.starts, offset) - 1
        return offset - self.starts[at] < self.widths[at]


@frozen
class Source:
    """One decoded file: `path` relative to the project, `text` without a byte-order mark.

    Where `text` was rewritten before it is parsed, `written` is the source it was made from and `origins`
    the way back, None where the offsets are the same. Positions and lines are always those of the file.
    """

    path: PurePosixPath
    text: str
    has_bom: bool = False
    written: Source | None = None
    origins: Way | None = None

    def rewritten(self, text: str, origins: Way | None = None) -> Source:
        """Return the source with another text that was made from this one's."""
        if text == self.text:
            return self
        return Source(self.path, text, self.has_bom, self, origins)

    def origin(self, offset: int) -> tuple[Source, int]:
        """Return the file, and the offset in its own text, that an offset of `text` comes from."""
        at: Source = self
        while at.written is not None:
            origins = at.origins
            other = origins.other(offset) if origins is not None else None
            offset = origins.offset(offset) if origins is not None else offset
            at = other or at.written
        return at, offset

    def exact_origin(self, offset: int) -> tuple[Source, int] | None:
        """Return the same where that file has the very text; None where no file has it."""
        at: Source = self
        while at.written is not None:
            origins = at.origins
            if origins is not None and not origins.has(offset):
                return None
            other = origins.other(offset) if origins is not None else None
            offset = origins.offset(offset) if origins is not None else offset
            at = other or at.written
        return at, offset

    def exact_span(self, span: Span) -> Span | None:
        """Return where the file has the text of a span, None where it has it not, or has more in between."""
        if span.start == span.end:
            # An insertion stands behind what is before it: where the text ends there is nothing else.
            before = self._own_origin(span.start - 1) if span.start else -1
            return None if before is None else Span(before + 1, before + 1)
        start, last = self._own_origin(span.start), self._own_origin(span.end - 1)
        if start is None or last is None or last - start != span.end - 1 - span.start:
            return None
        return Span(start, last + 1)

    def _own_origin(self, offset: int) -> int | None:
        found = self.exact_origin(offset)
        return found[1] if found is not None and found[0].path == self.path else None

    @property
    def original(self) -> Source:
        """Return the source as the file has it."""
        return self if self.written is None else self.written.original

    @cached_property
    def _lines(self) -> dict[int, str]:
        return {}

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based (line, column) in the file of a code-point offset of `text`."""
        if self.written is not None:
            source, offset = self.origin(offset)
            return source.position(offset)
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the text of a 1-based line of the file, without its line ending."""
        if self.written is not None:
            return self.original.line(number)
        # Thousands of findings may share one line of megabytes.
        known = self._lines.get(number)
        if known is None:
            known = self._lines[number] = self._cut(number)
        return known

    def _cut(self, number: int) -> str:
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end < 0 else end].rstrip("\r")

    def encode(self, text: str) -> bytes:
        """Return a text as bytes, with a byte-order mark where this file had one."""
        return ((BOM if self.has_bom else "") + text).encode("utf-8")


def concatenated(parts: Iterable[Source]) -> Source:
    """Return one text of several, each of which still leads where it led."""
    texts = tuple(parts)
    starts = (0, *accumulate(len(part.text) for part in texts))[: max(1, len(texts))]
    lengths = tuple(len(part.text) for part in texts) or (0,)
    origins = Origins(starts, (0,) * len(starts), lengths, texts or (None,))
    path = PurePosixPath()
    return Source(path, "".join(part.text for part in texts), False, Source(path, ""), origins)


class DecodeError(Exception):
    """Bytes that are not UTF-8 text; `offset` is the first byte in question."""

    def __init__(self, path: PurePosixPath, content: bytes, offset: int) -> None:
        super().__init__(f"{path}: 0x{content[offset]:02x} at byte {offset}")
        self.path = path
        self.content = content
        self.offset = offset


def decode(path: PurePosixPath, content: bytes) -> Source:
    """Decode a file as UTF-8, with or without a byte-order mark.

    Raises DecodeError where a byte is not UTF-8, or is NUL.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DecodeError(path, content, error.start) from error
    if "\0" in text:
        raise DecodeError(path, content, content.index(0))
    if text.startswith(BOM):
        return Source(path, text[1:], has_bom=True)
    return Source(path, text)


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
