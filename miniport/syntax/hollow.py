"""Long scripts without the data that tables in them hold: nothing in there is code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NoReturn

from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.gap import blanked
from miniport.syntax.tree import Language, parse

if TYPE_CHECKING:
    from tree_sitter import Node

# A shorter text is parsed sooner than looked through, and a shorter table might be what an API is told.
_LONG_TEXT = 1 << 16
_LONG_TABLE = 1 << 12
# The bracket comes first, so that the search skips from one to the next.
_TABLE = regex(r"[\[{](?<=[=(:,\s][\[{])(?=\s*[\"\[{])")
# A text that is full of what only looks like tables is none that this helps.
_MOST_TRIES = 50
# What would end, or be code in, the comment or template that a table may stand in.
_ENDING = ("*/", "`", "${")


def parse_hollow(text: str, language: Language = Language.JAVASCRIPT) -> Node:
    """Return the root node of a script without what its long tables hold."""
    hollowed = hollow(text)
    return parse(text, language) if hollowed == text else _parsed(hollowed, language)


# Who erases types and who looks for declarations come at different times. Such a tree is small.
@lru_cache(maxsize=2)
def _parsed(text: str, language: Language) -> Node:
    return parse(text, language)


def bare(text: str) -> str:
    """Return what code a script holds: the text without what its long tables hold, at other places."""
    return text if len(text) < _LONG_TEXT else _bare(text)


@lru_cache(maxsize=8)
def _bare(text: str) -> str:
    pieces, at = [], 0
    for inside in _insides(text):
        pieces.append(text[at : inside.start])
        at = inside.end
    return "".join((*pieces, text[at:]))


def hollow(text: str) -> str:
    """Return a script with a comment or blanks for what its long tables hold, where they are written as JSON.

    Who parses that gets all declarations, names and types of the script at their places, at a fraction of
    the time; not its strings.
    """
    return text if len(text) < _LONG_TEXT else _hollow(text)


# Who erases types and who looks for declarations ask for the same long texts.
@lru_cache(maxsize=8)
def _hollow(text: str) -> str:
    pieces: list[str] = []
    at = 0
    for inside in _insides(text):
        pieces += (text[at : inside.start], _filling(text, inside))
        at = inside.end
    return "".join((*pieces, text[at:]))


def _filling(text: str, inside: Span) -> str:
    """Return blanks for the inside of a table, as a comment where one may stand: that is read at one go."""
    blanks = blanked(text[inside.start : inside.end], (Span(0, inside.end - inside.start),))
    if text.rfind("/*", 0, inside.start) > text.rfind("*/", 0, inside.start):
        return blanks
    before, opening, rest = blanks.partition("  ")
    within, ending, after = rest.rpartition("  ")
    return f"{before}/*{within}*/{after}" if opening and ending else blanks


@lru_cache(maxsize=8)
def _insides(text: str) -> tuple[Span, ...]:
    return tuple(_tables(text))


def _tables(text: str) -> Iterator[Span]:
    """Yield the insides of the brackets of each long table, in text order."""
    read = json.JSONDecoder(parse_constant=_refuse).raw_decode
    at = tries = 0
    while tries < _MOST_TRIES and (match := _TABLE.search(text, at)) is not None:
        start = match.start()
        try:
            end = read(text, start)[1]
        except (ValueError, RecursionError):
            at, tries = match.end(), tries + 1
            continue
        at = end
        if end - start >= _LONG_TABLE and all(text.find(sign, start, end) < 0 for sign in _ENDING):
            yield Span(start + 1, end - 1)


def _refuse(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which are names in a script."""
    raise ValueError(name)
