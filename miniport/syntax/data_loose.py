"""JSON5 and JSON with comments, rewritten as strict JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from miniport.edit import Edit
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.gap import widened

_TOKEN = regex(
    r"""(?P<comment>//[^\n\r\u2028\u2029]*|/\*.*?\*/)|(?P<double>"(?:[^"\\\n\r]|\\(?:\r\n|.))*")"""
    r"""|(?P<single>'(?:[^'\\\n\r]|\\(?:\r\n|.))*')|(?P<number>[-+]?(?:\.\d|\d)[\w.+-]*)"""
    r"""|(?P<name>[^\W\d][\w$]*|\$[\w$]*)|(?P<sign>[{}\[\]:,])|(?P<blank>[^\S \t\n\r]|\ufeff)""",
    re.DOTALL,
)
_NUMBER = regex(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_LOOSE_NUMBER = regex(r"([-+]?)(?:0[xX]([0-9a-fA-F]+)|(\d*)\.?(\d*)([eE][-+]?\d+)?)")
_ESCAPE = regex(r"\\(\r\n|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0"}
_LINE_ENDS = ("\n", "\r", "\r\n", "\u2028", "\u2029")
# What strict JSON takes as it is; half a surrogate pair is for the parser to refuse.
_STRICT = regex(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')


def strict_edits(text: str) -> tuple[Edit, ...]:
    """Return the edits that make a JSON5 text strict; what neither language can say stays for the parser."""
    tokens = list(_TOKEN.finditer(text))
    comments = [Span(*token.span()) for token in tokens if token["comment"]]
    rest = [token for token in tokens if not token["comment"]]
    commas = [
        Span(*token.span())
        for token, following in zip(rest, rest[1:], strict=False)
        if token["sign"] == "," and following["sign"] in ("}", "]")
    ]
    edits = [Edit(gap, "") for gap in widened(text, [*comments, *commas])]
    for at, token in enumerate(rest):
        is_key = at + 1 < len(rest) and rest[at + 1]["sign"] == ":"
        edits += _token_edits(token, is_key=is_key)
    return tuple(edits)


def _token_edits(token: re.Match[str], *, is_key: bool) -> Iterator[Edit]:
    new = written = token.group()
    if token["single"] or (token["double"] and not _STRICT.fullmatch(written)):
        new = json.dumps(_said(written), ensure_ascii=False)
    elif token["name"] and is_key:
        new = json.dumps(written, ensure_ascii=False)
    elif token["number"]:
        new = _number(written)
    elif token["blank"]:
        new = " "
    if new != written:
        yield Edit(Span(*token.span()), new)


def _said(written: str) -> str:
    return _ESCAPE.sub(_unescaped, written[1:-1])


def _unescaped(match: re.Match[str]) -> str:
    escape = match[1]
    if escape in _LINE_ENDS:
        return ""
    if len(escape) > 1:
        return chr(int(escape[1:], 16))
    return _LETTERS.get(escape, escape)


def _number(written: str) -> str:
    """Return a number as strict JSON writes it, or as it is where it is none."""
    match = _LOOSE_NUMBER.fullmatch(written)
    if match is None or _NUMBER.fullmatch(written):
        return written
    sign, hexadecimal, whole, part, exponent = match.groups(default="")
    sign = sign.replace("+", "")
    if hexadecimal:
        return f"{sign}{int(hexadecimal, 16)}"
    if len(whole) > 1 and whole.startswith("0"):
        return written
    return f"{sign}{whole or '0'}{'.' + part if part else ''}{exponent}"
