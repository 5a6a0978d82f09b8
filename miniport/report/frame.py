"""The frame of a place: its line of code, and carets under what is meant."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.diagnostics import Place
from miniport.report.cells import tame, width
from miniport.report.line import Line, Piece

LONGEST = 100
"""Code points of a line that are shown; minified files have longer ones."""
_BEFORE = 40


def frame(place: Place) -> Iterator[Line]:
    """Yield the line of code and the line of carets; nothing for a whole file or an empty line."""
    if not place.line or not place.frame.strip():
        return
    start = min(place.column - 1, len(place.frame))
    end = place.end_column - 1 if place.end_line == place.line else len(place.frame)
    cut = _cut(place.frame, start)
    shown, start, end = place.frame[cut : cut + LONGEST], start - cut, min(max(start, end) - cut, LONGEST)
    lead = "…" if cut else ""
    tail = "…" if cut + LONGEST < len(place.frame) else ""
    before, meant = tame(shown[:start]), tame(shown[start:end])
    carets = " " * width(lead + before) + "^" * max(1, width(meant))
    yield (
        Piece(f"{place.line:>5} | ", "gutter"),
        Piece(lead + before + meant + tame(shown[end:]) + tail, "code"),
    )
    yield Piece("      | ", "gutter"), Piece(carets, "caret")


def _cut(text: str, start: int) -> int:
    """Return where the shown part of a line begins."""
    if len(text) <= LONGEST or start <= LONGEST - _BEFORE:
        return 0
    return min(start - _BEFORE, len(text) - LONGEST)
