"""Values: lengths in rpx and vh, names that sheets share, and parentheses that do not close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.style_token import COMMENT, IDENT, NAME, SKIPPED, unescaped
from miniport.syntax.style_tree import Length, Namespace, SharedName

_QUOTED = r"\"[^\"]*+\"|'[^']*+'"
_LENGTH = regex(
    rf"{SKIPPED}|(?<![.\\#])(?<!{NAME})([-+]?(?:[0-9]*\.)?[0-9]+(?:[eE][-+]?[0-9]+)?)"
    rf"([rR][pP][xX]|[vV][hH])(?!\\|{NAME})"
)
_WORD = regex(rf"{COMMENT}|(?P<name>{_QUOTED}|{IDENT}(?!\())|(?P<open>\()|(?P<close>\))")
_FAMILY = regex(rf"{COMMENT}|(?P<name>{_QUOTED}|{IDENT}(?:\s++{IDENT})*+)")
_BRACKET = regex(rf"{SKIPPED}|\(|\)|\[|\]")
CLOSING = {"(": ")", "[": "]"}
_VENDOR = regex(r"-\w+-")


def lengths(text: str, start: int, end: int, owner: str) -> Iterator[Length]:
    """Yield the lengths in rpx and vh of a value; those in strings, comments and requests are none."""
    for match in _LENGTH.finditer(text, start, end):
        number = match.group(1)
        if number is not None:
            unit: Literal["rpx", "vh"] = "vh" if match[2] in ("vh", "VH", "Vh", "vH") else "rpx"
            yield Length(number, Span(match.start(), match.end()), owner, unit)


def shared_names(text: str, start: int, end: int, owner: str, *, is_definition: bool) -> Iterator[SharedName]:
    """Yield the words of a property's value that may be names of keyframes or fonts."""
    name = _VENDOR.sub("", owner, count=1) if owner.startswith("-") else owner
    if name in ("animation", "animation-name"):
        yield from _names(_WORD, text, start, end, Namespace.ANIMATION)
    elif name == "font":
        yield from _names(_WORD, text, start, end, Namespace.FONT)
    elif name == "font-family":
        yield from _names(_FAMILY, text, start, end, Namespace.FONT, is_definition=is_definition)


def definition(namespace: Namespace, text: str, span: Span) -> SharedName:
    """Return the definition of a name that is written at a span, in quotes or not."""
    return SharedName(namespace, _said(text[span.start : span.end]), span, is_definition=True)


def unclosed(text: str, start: int, end: int) -> tuple[int, ...]:
    """Return the offsets of the parentheses and brackets that a statement opens and does not close."""
    open_ones: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        sign = match.group()
        if sign in ("(", "["):
            open_ones.append(match.start())
        elif sign in (")", "]") and open_ones and CLOSING[text[open_ones[-1]]] == sign:
            open_ones.pop()
    return tuple(open_ones)


def _names(
    pattern: re.Pattern[str],
    text: str,
    start: int,
    end: int,
    namespace: Namespace,
    *,
    is_definition: bool = False,
) -> Iterator[SharedName]:
    depth = 0
    for match in pattern.finditer(text, start, end):
        written = match["name"]
        if written is None:
            depth += (match.group() == "(") - (match.group() == ")")
        elif depth == 0:
            yield SharedName(namespace, _said(written), Span(match.start(), match.end()), is_definition)


def _said(written: str) -> str:
    return unescaped(written[1:-1] if written[:1] in ("'", '"') else written)
