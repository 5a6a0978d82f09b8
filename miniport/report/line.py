"""Lines of a report: pieces of text, each with the role it plays."""

from __future__ import annotations

from typing import Literal

from miniport.named import NamedTuple

Role = Literal[
    "plain", "error", "warning", "note", "path", "code", "gutter", "caret", "help", "name", "good", "dim"
]


class Piece(NamedTuple):
    """A piece of a line. The role says what it is; how that looks is up to whoever shows it."""

    text: str
    role: Role = "plain"


Line = tuple[Piece, ...]


def plain(lines: tuple[Line, ...]) -> str:
    """Return lines as text without colour, each with a line ending, none with spaces behind it."""
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)
