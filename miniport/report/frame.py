"""The frame of a place: its line of code, and carets under what is meant."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.diagnostics import Place
from miniport.report.cells import tame, width
from miniport.report.line import Line, Piece

LONGEST = 100
"""Code points of a line that are shown; minified files have longer ones."""
_BEFORE = 40
_MARGIN = 10
_LEAST = 20


def frame(place: Place, columns: int | None = None) -> Iterator[Line]:
    """Yield the line of code and the line of carets; nothing for a whole file or an empty line.

    `columns`: how wide the terminal is that shows them, where there is one.
    """
    if not place.line or not place.frame.strip():
        return
    start = min(place.column - 1, len(place.frame))
    end = place.end_column - 1 if place.end_line == place.line else len(place.frame)
    longest = _room(place.frame, columns)
    cut = _cut(place.frame, start, longest)
    shown, start, end = place.frame[cut : cut + longest], start - cut, min(max(start, end) - cut, longest)
    lead = "…" if cut else ""
    tail = "…" if cut + longest < len(place.frame) else ""
    before, meant = tame(shown[:start]), tame(shown[start:end])
    carets = " " * width(lead + before) + "^" * max(1, width(meant))
    yield (
        Piece(f"{place.line:>5} | ", "gutter"),
        Piece(lead + before + meant + tame(shown[end:]) + tail, "code"),
    )
    yield Piece("      | ", "gutter"), Piece(carets, "caret")


def _room(text: str, columns: int | None) -> int:
    """Return how many code points of a line fit beside the number, with an ellipsis at either end."""
    if columns is None:
        return LONGEST
    cells = max(_LEAST, columns - _MARGIN)
    # A line with wide signs is cut as if all were; so it fits wherever it is cut.
    return min(LONGEST, cells if width(tame(text)) == len(text) else cells // 2)


def _cut(text: str, start: int, longest: int) -> int:
    """Return where the shown part of a line begins."""
    before = min(_BEFORE, longest * 2 // 5)
    if len(text) <= longest or start <= longest - before:
        return 0
    return min(start - before, len(text) - longest)
