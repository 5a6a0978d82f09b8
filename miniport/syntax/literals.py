"""The values of string literals and templates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from miniport.regex import regex
from miniport.source import Span

if TYPE_CHECKING:
    from tree_sitter import Node


def inner(node: Node) -> Span:
    """Return the span between the quotes of a string or template."""
    return Span(node.start_byte + 1, max(node.start_byte + 1, node.end_byte - 1))


_ESCAPE = regex(r"\\(u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|.)", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r\n": ""}


def string_value(text: str, node: Node) -> str:
    """Return the value of a string literal, or of a template without substitutions."""
    raw = text[node.start_byte + 1 : node.end_byte - 1]
    return _ESCAPE.sub(_unescaped, raw) if "\\" in raw else raw


def _unescaped(match: re.Match[str]) -> str:
    escape = match[1]
    digits = escape[1:].strip("{}")
    if len(escape) > 1 and digits:
        code = int(digits, 16)
        return chr(code) if code <= 0x10FFFF else "\ufffd"
    return _LETTERS.get(escape, escape)


def is_static(node: Node) -> bool:
    """Tell whether a node is a string whose value is known."""
    if node.type == "string":
        return True
    return node.type == "template_string" and all(
        child.type != "template_substitution" for child in node.named_children
    )


_STARS = regex(r"\*{2,}")


def pattern(text: str, node: Node) -> str:
    """Return the value of a string expression, with `*` for each part that is not known."""
    parts: list[str] = []
    at: Node | None = node
    while at is not None and at.type == "binary_expression":
        right = at.child_by_field_name("right")
        is_sum = any(child.type == "+" for child in at.children)
        parts.append(_part(text, right) if is_sum else "*")
        at = at.child_by_field_name("left") if is_sum else None
    if at is not None:
        parts.append(_part(text, at))
    return _STARS.sub("*", "".join(reversed(parts)))


def _part(text: str, node: Node | None) -> str:
    if node is None:
        return "*"
    if is_static(node):
        return string_value(text, node)
    if node.type != "template_string":
        return "*"
    return "".join(
        "*" if child.type == "template_substitution" else text[child.start_byte : child.end_byte]
        for child in node.named_children
    )
