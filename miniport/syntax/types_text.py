"""The text of what is erased: blanks that keep every line, and signs where the language needs one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from miniport.edit import Edit
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.gap import blank_of
from miniport.syntax.tree import span

if TYPE_CHECKING:
    from tree_sitter import Node

REASON = "types"

_INK = regex(r"[^\r\n\u2028\u2029]+")
_LINE_END = regex(r"[\r\n\u2028\u2029]")
_GAP = regex(r"(?:\s|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
# How a line may start that would go on with an expression above it.
CONTINUING = "([`+-/"


def blank(text: str, place: Span, first: str = "", last: str = "", *, keeps_lines: bool = True) -> Edit:
    """Return the edit that puts blanks at a place; `first` and `last` are characters to put at its ends."""
    old = text[place.start : place.end]
    has_lines = keeps_lines and _LINE_END.search(old) is not None
    blanks = _INK.sub(blank_of, old) if has_lines else " " * len(old)
    if first:
        blanks = first + blanks[1:]
    if last:
        blanks = blanks[:-1] + last
    return Edit(place, blanks, REASON)


def put(at: int, new: str) -> Edit:
    """Return the edit that puts text in."""
    return Edit(Span(at, at), new, REASON)


def following(text: str, at: int) -> tuple[str, bool]:
    """Return the next character that is no space or comment, or "", and whether a line ends before it."""
    gap = _GAP.match(text, at)
    end = gap.end() if gap is not None else at
    return text[end : end + 1], "\n" in text[at:end]


def without_statement(text: str, place: Span) -> Edit:
    """Return the edit that takes a statement away; what is above it must not run on into what is below."""
    is_needed = following(text, place.end)[0] in tuple(CONTINUING)
    return blank(text, place, ";" if is_needed else "")


def type_end(text: str, node: Node) -> int:
    """Return where a type ends; the grammar takes a bracket on the next line for a part of it."""
    end, at = node.end_byte, node
    while at.type in ("lookup_type", "array_type") and len(at.children) > 1:
        inner, bracket = at.children[0], at.children[1]
        if "\n" in text[inner.end_byte : bracket.start_byte]:
            end = inner.end_byte
        at = inner
    return end


def has_token(node: Node, *types: str) -> bool:
    """Tell whether a node has one of these words or signs as its child."""
    # Of most that is asked, a name that is imported alone, each child has a name: that is known at once.
    has_signs = node.named_child_count < node.child_count
    return has_signs and any(child.type in types for child in node.children if not child.is_named)


def field(node: Node, name: str) -> Node | None:
    """Return a child by the name of its field."""
    return node.child_by_field_name(name)


def text_of(text: str, node: Node) -> str:
    """Return the text of a node."""
    place = span(node)
    return text[place.start : place.end]
