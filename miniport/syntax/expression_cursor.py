"""The place in a list of tokens, and the steps a parser takes from there."""

from __future__ import annotations

from miniport import rules
from miniport.source import Span
from miniport.syntax.expression_tokens import END, PUNCTUATION, Token
from miniport.syntax.unreadable import Unreadable

MAX_NESTING = 100
"""How many brackets, conditionals and prefixes may stand inside one another; keeps recursion bounded."""


class Cursor:
    """Goes once over a list of tokens that ends with an END."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._token = tokens[0]
        self._end = 0  # the end of the token last taken
        self._nesting = 0

    def _is(self, sign: str) -> bool:
        return self._token.text == sign and self._token.kind == PUNCTUATION

    def _take(self, sign: str) -> bool:
        if self._token.text == sign and self._token.kind == PUNCTUATION:
            self._next()
            return True
        return False

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise self._unexpected()

    def _next(self) -> Token:
        token = self._token
        self._end = token.end
        self._at += 1
        self._token = self._tokens[self._at]
        return token

    def _enter(self) -> None:
        self._nesting += 1
        if self._nesting > MAX_NESTING:
            rest = Span(self._token.start, self._tokens[-1].end)
            raise Unreadable(rules.EXPRESSION_TOO_DEEP.at(rest, limit=MAX_NESTING))

    def _unexpected(self) -> Unreadable:
        token = self._token
        if token.kind == END:
            return Unreadable(rules.EXPRESSION_INCOMPLETE.at(Span(token.start, token.end)))
        return Unreadable.at(token.start, token.end, token.text)
