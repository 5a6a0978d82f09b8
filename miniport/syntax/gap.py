"""Ranges that are taken out of a text, with the blanks that only they needed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from miniport.regex import regex
from miniport.source import Span

_INK = regex(r"[^\r\n]+")


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that touch or overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def widened(text: str, gaps: Iterable[Span]) -> tuple[Span, ...]:
    """Return gaps with the blanks around them that nobody wants once they are gone.

    A line with nothing else goes as a whole; blanks at the end of a line and one of two blanks beside each
    other go too.
    """
    known = merged(gaps)
    blank = blanked(text, known)
    return merged(_wide(blank, gap) for gap in known)


def blanked(text: str, gaps: Iterable[Span]) -> str:
    """Return a text with blanks in some ranges, which stand in order; line ends stay."""
    pieces: list[str] = []
    at = 0
    for gap in gaps:
        pieces += (text[at : gap.start], _blank(text[gap.start : gap.end]))
        at = gap.end
    return "".join((*pieces, text[at:]))


def _blank(text: str) -> str:
    return _INK.sub(blank_of, text) if "\n" in text or "\r" in text else " " * len(text)


def blank_of(ink: re.Match[str]) -> str:
    """Return as many blanks as were found of something else."""
    return " " * (ink.end() - ink.start())


def _wide(text: str, gap: Span) -> Span:
    start, end = gap.start, gap.end
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t\r":
        end += 1
    is_first = start == 0 or text[start - 1] == "\n"
    is_last = end == len(text) or text[end] == "\n"
    if is_first and is_last:
        return Span(start, min(end + 1, len(text)))
    if is_last:
        # The line end of a CRLF file stays whole.
        return Span(start, end - 1 if text[end - 1] == "\r" and end > gap.end else end)
    return Span(gap.start, end) if is_first or start < gap.start else gap
