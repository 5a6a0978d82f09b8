"""A file and its emitted form as two columns of text."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.report.cells import pad, tame, width
from miniport.report.line import Line, Piece
from miniport.report.side import Reason, Row, Side
from miniport.report.words import word

USUAL = 160
"""Cells where no terminal says how wide it is."""
_AROUND = 2
_NUMBER = 5


def side_lines(side: Side, language: str, columns: int | None, *, is_whole: bool) -> Iterator[Line]:
    """Yield both columns, and below each part that differs the reasons; `is_whole`: also what is the same."""
    yield (Piece(str(side.path), "path"),)
    yield from (_told(reason, language) for reason in side.reasons if not reason.line)
    if all(row.same for row in side.rows):
        yield (Piece(word(language, "side-same"), "dim"),)
        return
    cells = ((columns or USUAL) - 3) // 2 - _NUMBER - 1
    rest = [reason for reason in side.reasons if reason.line]
    for part, hidden in _parts(side.rows, is_whole=is_whole):
        if hidden:
            yield (Piece(f"{'':>{_NUMBER}} … {word(language, 'side-left', count=hidden)}", "dim"),)
        for row in part:
            yield from _row(row, side, cells)
        lines = {row.left for row in part if row.left}
        for reason in [reason for reason in rest if reason.line in lines]:
            yield _told(reason, language)


def _told(reason: Reason, language: str) -> Line:
    place = f"{reason.line:>{_NUMBER}} " if reason.line else ""
    return Piece(f"{place}∙ ", "gutter"), Piece(tame(reason.zh if language == "zh" else reason.en), "help")


def _parts(rows: tuple[Row, ...], *, is_whole: bool) -> Iterator[tuple[list[Row], int]]:
    """Yield the rows near to a change in runs, each with how many that are the same stand before it."""
    shown = [
        is_whole or any(not each.same for each in rows[max(0, at - _AROUND) : at + _AROUND + 1])
        for at in range(len(rows))
    ]
    part: list[Row] = []
    hidden = 0
    for row, is_shown in zip(rows, shown, strict=True):
        if is_shown:
            part.append(row)
        elif part:
            yield part, hidden
            part, hidden = [], 1
        else:
            hidden += 1
    yield part, hidden


def _row(row: Row, side: Side, cells: int) -> Iterator[Line]:
    left = _cut(side.source[row.left - 1] if row.left else "", cells)
    right = _cut(side.emitted[row.right - 1] if row.right else "", cells)
    sign = " " if row.same else "|" if row.left and row.right else "<" if row.left else ">"
    yield (
        Piece(f"{row.left or '':>{_NUMBER}} ", "gutter"),
        Piece(pad(left, cells), "code" if row.same or not row.left else "error"),
        Piece(f" {sign} ", "gutter"),
        Piece(f"{row.right or '':>{_NUMBER}} ", "gutter"),
        Piece(right, "code" if row.same or not row.right else "good"),
    )


def _cut(text: str, cells: int) -> str:
    text = tame(text)
    if width(text) <= cells:
        return text
    while width(text) > cells - 1:
        text = text[: min(len(text) - 1, cells)]
    return f"{text}…"
