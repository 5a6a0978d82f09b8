"""Text as a terminal shows it: how wide it is, and nothing in it that a terminal would obey."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

TAB = "  "
_JOINER = "\u200d"


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def width(text: str) -> int:
    """Return how many cells a text takes; Chinese characters take two."""
    return len(text) if text.isascii() else sum(map(_width, text))


def tame(text: str) -> str:
    """Return a text on one line, without characters that steer a terminal or turn its direction."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_tamed, text))


@lru_cache(maxsize=4096)
def _tamed(char: str) -> str:
    if char == "\t":
        return TAB
    if char in "\r\n\u2028\u2029":
        return " "
    category = unicodedata.category(char)
    if category in ("Cc", "Cs") or (category == "Cf" and char != _JOINER):
        return "\ufffd"
    return char


def pad(text: str, cells: int) -> str:
    """Return a text with spaces behind it up to a number of cells."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int) -> list[str]:
    """Return the lines of a text; breaks at spaces, and between Chinese characters."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width(line) + width(piece.rstrip()) > cells:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()]


# Nothing of these may begin a line.
_CLOSING = "，。；：、！？）”》…"


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for char in text:
        is_apart = _width(char) == 2 and char not in _CLOSING
        ends = pieces and (pieces[-1].endswith(" ") or _width(pieces[-1][-1]) == 2)
        if not pieces or (ends and char != " " and char not in _CLOSING) or is_apart:
            pieces.append(char)
        else:
            pieces[-1] += char
    return pieces
