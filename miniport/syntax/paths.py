"""String literals of a script that look like a path to an asset."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.literals import inner, is_static, pattern
from miniport.syntax.tree import span

if TYPE_CHECKING:
    from tree_sitter import Node

SUFFIXES = (
    *("png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "ico"),
    *("mp3", "mp4", "m4a", "m4v", "aac", "wav", "ogg", "webm", "mov"),
    *("ttf", "otf", "woff", "woff2", "eot", "json", "html", "pdf"),
)


@frozen(slots=True)
class PathText:
    """A path in a string. `is_dynamic`: `text` is a pattern with `*` for each part that is not known."""

    text: str
    span: Span
    is_dynamic: bool = False


_ALTERNATIVES = "|".join(SUFFIXES)
_LITERAL = regex(
    rf"""(["'`])((?:(?!\1)[^\n\\]){{0,400}}?/(?:(?!\1)[^\n\\]){{0,400}}?\.(?:{_ALTERNATIVES}))\1"""
)
_ENDING = regex(rf"""\.(?:{_ALTERNATIVES})(?=["'`])""")
_PATH = regex(rf"(?!\w+:|//)[^\s\"'<>()]*/[^\s\"'<>()]*\.(?:{_ALTERNATIVES})")


def has_paths(text: str) -> bool:
    """Tell whether a string of the text may end like an asset."""
    return _ENDING.search(text) is not None


def scan_paths(text: str) -> tuple[PathText, ...]:
    """Return the paths in the quotes of a text that was not parsed; a comment's may be among them."""
    return tuple(
        PathText(match[2], Span(*match.span(2)))
        for line in _lines(text)
        for match in _LITERAL.finditer(text, *line)
        if _PATH.fullmatch(match[2])
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that hold the end of a path: most of what is long are data without any."""
    end = 0
    for match in _ENDING.finditer(text):
        if match.start() >= end:
            start = text.rfind("\n", end, match.start()) + 1 or end
            end = text.find("\n", match.end()) + 1 or len(text)
            yield start, end


def read_paths(text: str, root: Node) -> tuple[PathText, ...]:
    """Return the paths in the strings, templates and sums of strings of a parsed script, in text order."""
    return tuple(dict.fromkeys(_paths(text, root)))


def _paths(text: str, root: Node) -> Iterator[PathText]:
    for match in _ENDING.finditer(text):
        node = root.descendant_for_byte_range(match.start(), match.end() - 1)
        while node is not None and node.type == "string_fragment":
            node = node.parent
        if node is None or node.type not in ("string", "template_string"):
            continue
        whole = _whole_sum(node)
        found = pattern(text, whole)
        if _PATH.fullmatch(found):
            is_dynamic = not is_static(whole)
            yield PathText(found, span(whole) if is_dynamic else inner(whole), is_dynamic)


def _whole_sum(node: Node) -> Node:
    """Return the sum of strings a string ends, or the string."""
    at = node
    while (parent := at.parent) is not None and parent.type == "binary_expression":
        operator = parent.child_by_field_name("operator")
        if operator is None or operator.type != "+":
            break
        at = parent
    return at
