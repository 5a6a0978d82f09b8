"""The values of literals: strings, template text and numbers, to and from their written form."""

from __future__ import annotations

import re

from miniport.regex import regex

_ESCAPE = regex(r"\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r\n|.))", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_BASES = {"0x": 16, "0o": 8, "0b": 2}
_PLAIN = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u2028": "\\u2028", "\u2029": "\\u2029"}
MAX_CODE_POINT = 0x10FFFF


def unquoted(raw: str) -> str:
    """Return the value of a string literal with its quotes."""
    return unescaped(raw[1:-1])


def unescaped(text: str) -> str:
    """Return a text with its escapes resolved."""
    return _ESCAPE.sub(_sign, text) if "\\" in text else text


def _sign(found: re.Match[str]) -> str:
    braced, four, two, sign = found.groups()
    if sign is not None:
        # A backslash before a line break joins the lines.
        return "" if sign in ("\n", "\r\n", "\r", "\u2028", "\u2029") else _SIGNS.get(sign, sign)
    code = int(braced or four or two, 16)
    return chr(code) if code <= MAX_CODE_POINT else "\ufffd"


def quoted(value: str, quote: str = "'") -> str:
    """Return a string literal of a value, in the given quotes."""
    return quote + "".join("\\" + c if c == quote else _PLAIN.get(c, c) for c in value) + quote


def number(raw: str) -> int | float:
    """Return the value of a number literal."""
    if base := _BASES.get(raw[:2].lower()):
        return int(raw[2:], base)
    if len(raw) < 16 and raw.isdigit():  # noqa: PLR2004 - beyond it JavaScript has no exact integers
        return int(raw)
    return float(raw)
