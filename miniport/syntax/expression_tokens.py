"""Cuts an expression into tokens."""

from __future__ import annotations

import re

from miniport import rules
from miniport.named import NamedTuple
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.unreadable import Unreadable

NAME, NUMBER, STRING, PUNCTUATION, REGEX, TEMPLATE, END = range(7)
"""The kinds of tokens. TEMPLATE is one piece of text of a template string, its delimiters included."""


class Token(NamedTuple):
    """One token of an expression, comments and white space left out."""

    kind: int
    text: str
    start: int
    end: int


_NEXT = regex(
    r"""
    [\s\ufeff]*+(?:/\*.*?\*/[\s\ufeff]*+|//[^\n]*+[\s\ufeff]*+)*+
    (?:
      (?P<name>(?:[^\W\d]|\$)[\w$]*+)
    | (?P<number>(?:0[xX][\da-fA-F]++|0[bB][01]++|0[oO][0-7]++
                   |(?:\d++(?:\.\d*+)?+|\.\d++)(?:[eE][+-]?+\d++)?+)(?![\w$]))
    | (?P<string>"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+')
    | (?P<punctuation>>>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\|
        |\?\?|\?\.(?!\d)|\+\+|--|\+=|-=|\*=|/=|%=|&=|\|=|\^=|<<|>>|\*\*|[{}()\[\].;,<>+\-*/%&|^!~?:=])
    | (?P<template>`)
    | (?P<end>\Z)
    | (?P<other>.)
    )""",
    re.VERBOSE | re.DOTALL,
)
_TEMPLATE_TEXT = regex(r"[^`\\$]*+(?:\\.[^`\\$]*+|\$(?!\{)[^`\\$]*+)*+(?:`|\$\{)", re.DOTALL)
_REGEX = regex(
    r"/(?![*/])[^/\\\n\[]*+(?:(?:\\.|\[[^\]\\\n]*+(?:\\.[^\]\\\n]*+)*+\])[^/\\\n\[]*+)*+/[A-Za-z]*+"
)
_KINDS = {"name": NAME, "number": NUMBER, "string": STRING, "punctuation": PUNCTUATION}
_WORDS_BEFORE_OPERAND = frozenset({"typeof", "void", "delete", "new", "in", "instanceof", "return"})


def tokenized(text: str) -> list[Token]:
    """Return the tokens of an expression; the last one is an END.

    Raises Unreadable at a string, regular expression or template string without an end, and at a sign
    that begins no token.
    """
    tokens: list[Token] = []
    braces: list[bool] = []  # true where the brace was opened by `${`
    at = 0
    while True:
        found = _NEXT.match(text, at)
        assert found is not None
        group = found.lastgroup
        assert group is not None
        start, end = found.span(group)
        if group in _KINDS:
            token = Token(_KINDS[group], found.group(group), start, end)
            if group == "name" and not _is_name(token.text):
                raise _unreadable(text, start)
            if token.text in ("/", "/=") and _is_operand_next(tokens):
                token = _regex(text, start)
            elif token.text == "{":
                braces.append(False)
            elif token.text == "}" and braces and braces.pop():
                token = _template_text(text, start, braces)
        elif group == "template":
            token = _template_text(text, start, braces)
        elif group == "end":
            tokens.append(Token(END, "", end, end))
            return tokens
        else:
            raise _unreadable(text, start)
        tokens.append(token)
        at = token.end


def _is_name(word: str) -> bool:
    """Tell whether JavaScript takes a word as a name: the pattern lets signs such as `¼` through."""
    return word.isascii() or word.replace("$", "_").isidentifier()


def _template_text(text: str, start: int, braces: list[bool]) -> Token:
    found = _TEMPLATE_TEXT.match(text, start + 1)
    if found is None:
        raise Unreadable(rules.LITERAL_UNCLOSED.at(Span(start, len(text)), quote="`"))
    if found.group().endswith("{"):
        braces.append(True)
    return Token(TEMPLATE, text[start : found.end()], start, found.end())


def _regex(text: str, start: int) -> Token:
    found = _REGEX.match(text, start)
    if found is None:
        raise Unreadable(rules.LITERAL_UNCLOSED.at(Span(start, len(text)), quote="/"))
    return Token(REGEX, found.group(), start, found.end())


def _is_operand_next(tokens: list[Token]) -> bool:
    if not tokens:
        return True
    last = tokens[-1]
    if last.kind == PUNCTUATION:
        return last.text not in (")", "]", "}", "++", "--")
    if last.kind == NAME:
        is_member = len(tokens) > 1 and tokens[-2].text in (".", "?.")
        return last.text in _WORDS_BEFORE_OPERAND and not is_member
    return last.kind == TEMPLATE and last.text.endswith("${")


def _unreadable(text: str, start: int) -> Unreadable:
    sign = text[start]
    if sign in "\"'":
        return Unreadable(rules.LITERAL_UNCLOSED.at(Span(start, len(text)), quote=sign))
    return Unreadable.at(start, start + 1, sign)
