"""What is wrong at a place in JSON text where the grammar stops, each with its own cure."""

from __future__ import annotations

import json
import re

from miniport import rules
from miniport.diagnostics import Finding, Label
from miniport.edit import Edit
from miniport.regex import regex
from miniport.source import Span

ESCAPE = r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})'

_STRING_BODY = regex(rf'"(?:[^"\\\x00-\x1f]|{ESCAPE})*+')
_SINGLE = regex(r"(['`‘“])((?:[^'`’”\\\n]|\\.)*+)['`’”]")
_NAME = regex(r"[^\W\d][\w$.-]*|\$[\w$.-]*")
_NUMBERLIKE = regex(r"[-+.]*[0-9][-+.\w]*")
_COMMENT = regex(r"//|/\*|#|<!--")
_CONSTANTS = frozenset(("true", "false", "null", "none", "nil", "undefined", "nan", "infinity"))
_WHOLE_COMMENT = regex(r"(?://|#)[^\r\n]*+|/\*(?:[^*]|\*(?!/))*+\*/|<!--(?:[^-]|-(?!->))*+-->")
_CLOSING = {"{": "}", "[": "]"}
# Signs that stand in no container of this kind: one around it is meant.
_OF_OTHERS = {"[": "}:", "{": "]"}
_TWINS = frozenset("，：；｛｝［］【】＂“”「」、")
_TWIN = (
    '; signs are the plain , : " {} [] and not their full-width twins',
    "；标点（逗号、冒号、引号、括号）须用半角，不能用全角",
)
_MAX_SHOWN = 40


def separator(text: str, at: int, opened: int | None, sign: str) -> Finding:
    """Return what is wrong where a comma or colon should stand in the container that opens at `opened`."""
    char = text[at : at + 1]
    if char not in ('"', "'", "{", "["):
        token = _NAME.match(text, at) or _NUMBERLIKE.match(text, at)
        if token is None:
            return unexpected(text, at, opened)
        char = token.group()
    found = rules.JSON_MISSING_SEPARATOR.at(Span(at, at + len(char)), separator=sign, found=shown(char))
    behind = len(text[:at].rstrip())
    return found.cured(Edit(Span(behind, behind), sign, "repairs"))


def key(text: str, at: int, opened: int | None) -> Finding:
    """Return what is wrong where a key should stand."""
    if text.startswith('"', at):
        return string(text, at)
    name = _NAME.match(text, at) or _NUMBERLIKE.match(text, at)
    return _unquoted(name, is_safe=True) if name else unexpected(text, at, opened)


def value(text: str, at: int, opened: int | None) -> Finding:
    """Return what is wrong where a value should stand."""
    name = _NAME.match(text, at)
    if name and name.group().lower() not in _CONSTANTS:
        # A word in the place of a value may as well be meant as a name of something.
        return _unquoted(name, is_safe=False)
    token = name or _NUMBERLIKE.match(text, at)
    return refused(text, *token.span()) if token else unexpected(text, at, opened)


def string(text: str, at: int) -> Finding:
    """Return what is wrong with the double-quoted text that starts at `at`."""
    body = _STRING_BODY.match(text, at)
    assert body is not None
    stop = body.end()
    following = text[stop : stop + 2]
    if following[:1] == "\\" and following[1:] not in ("", "\n", "\r"):
        return refused(text, stop, stop + 2)
    if following[:1] not in ("", "\n", "\r", "\\"):
        return refused(text, stop, stop + 1)
    return rules.JSON_UNCLOSED.at(Span(at, stop), opened='"', closing='"')


def unexpected(text: str, at: int, opened: int | None) -> Finding:
    """Return what is wrong with a sign that has no place here: the end, a comment, other quotes, anything."""
    if at == len(text):
        start = opened or 0
        bracket = text[start]
        return rules.JSON_UNCLOSED.at(
            Span(start, start + 1), opened=bracket, closing=_CLOSING.get(bracket, bracket)
        )
    comment = _COMMENT.match(text, at)
    if comment:
        found = rules.JSON_COMMENT.at(Span(*comment.span()), found=comment.group())
        whole = _WHOLE_COMMENT.match(text, at)
        # What a comment says may be wanted elsewhere.
        return found.cured(Edit(Span(*whole.span()), "", "repairs"), is_safe=False) if whole else found
    single = _SINGLE.match(text, at)
    if single:
        return _quotes(single, single.group(2).replace("\\'", "'"))
    if opened is not None and text[at] in _OF_OTHERS[text[opened]]:
        return _still_open(text, at, opened)
    en, zh = _TWIN if text[at] in _TWINS else ("", "")
    return rules.JSON_UNEXPECTED.at(Span(at, at + 1), found=shown(text[at]), twin_en=en, twin_zh=zh)


def _still_open(text: str, at: int, opened: int) -> Finding:
    """Return what is wrong with a sign that belongs to a container around the one that is open."""
    bracket = text[opened]
    found = rules.JSON_STILL_OPEN.at(
        Span(at, at + 1), found=text[at], opened=bracket, closing=_CLOSING[bracket]
    )
    en, zh = f'this "{bracket}" is still open', f"这个 “{bracket}” 还没有闭合"
    return found.labelled(Label(Span(opened, opened + 1), en, zh))


def refused(text: str, start: int, end: int) -> Finding:
    """Return the finding of a word, number or part of a text that JSON cannot say."""
    return rules.JSON_VALUE.at(Span(start, end), found=shown(text[start:end]))


def shown(text: str) -> str:
    """Return a text as a message can show it: short, on one line, nothing invisible."""
    short = text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…"
    return "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in short)


def _unquoted(name: re.Match[str], *, is_safe: bool) -> Finding:
    return _quotes(name, name.group(), is_safe=is_safe)


def _quotes(match: re.Match[str], said: str, *, is_safe: bool = True) -> Finding:
    cure = json.dumps(shown(said), ensure_ascii=False)
    found = rules.JSON_QUOTES.at(Span(*match.span()), found=shown(match.group()), cure=cure)
    edit = Edit(found.span, json.dumps(said, ensure_ascii=False), "repairs")
    return found.cured(edit, is_safe=is_safe)
