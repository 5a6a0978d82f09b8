"""Cuts a template into tokens that cover every character exactly once."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from miniport.enumeration import Enum
from miniport.named import NamedTuple
from miniport.regex import regex
from miniport.syntax.mustache import Ends


class TokenKind(Enum):
    """What a token is. OPEN begins a tag, END finishes it; between them come ATTRIBUTE and STRAY."""

    TEXT = 1
    RAW = 2
    COMMENT = 3
    OPEN = 4
    ATTRIBUTE = 5
    STRAY = 6
    END = 7
    CLOSE = 8


class Token(NamedTuple):
    """One token; those inside a tag include the white space before them.

    `found` has the groups `open` of OPEN, `close` of CLOSE, `comment` of COMMENT, `stray` of STRAY, `end` of
    END, and of an ATTRIBUTE `name` and one of `double`, `single`, `bare`. A quoted value may reach further
    than its group, where a mustache in it holds the same quote: it ends one sign before the token does.
    """

    kind: TokenKind
    start: int
    end: int
    found: re.Match[str] | None = None


_OUTSIDE = regex(
    r"""
      <(?P<open>[A-Za-z_][\w.:-]*+)
    | </(?P<close>[A-Za-z_][\w.:-]*+)?+[^<>]*+(?:>|(?=<)|\Z)
    | <!--(?P<comment>.*?(?:-->|\Z))
    | <(?P<declaration>[!?][^>]*+(?:>|\Z))
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS = {"comment": TokenKind.COMMENT, "declaration": TokenKind.COMMENT}
_TAG_SIGN = regex(r"<[A-Za-z_/!?]")
_INSIDE = regex(
    r"""
    \s*+
    (?:
      (?P<end>/?>)
    | (?P<name>[^\s"'<>/=`{}]++)
      (?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'
                    |(?P<bare>(?:\{\{[^{}]*+\}\}|[^\s>"'=])(?:\{\{[^{}]*+\}\}|[^\s>])*+)))?+
    | (?P<stray>\{\{[^{}]*+\}\}|\S)
    | \Z
    )""",
    re.VERBOSE,
)
_QUOTES = {"double": '"', "single": "'"}


def tokens(text: str, raw_tag: str = "") -> Iterator[Token]:
    """Yield the tokens of a template in order.

    What stands between `<raw_tag>` and its close tag is one RAW token, whatever it holds.
    """
    at, size, ends = 0, len(text), Ends(text)
    while at < size:
        found = _OUTSIDE.match(text, at)
        if found is None:
            end = _text_end(text, at, ends)
            yield Token(TokenKind.TEXT, at, end)
        elif found.lastgroup == "open":
            yield Token(TokenKind.OPEN, at, found.end(), found)
            end, is_opened = yield from _tag(text, found.end(), ends)
            if is_opened and found["open"].lower() == raw_tag:
                start, end = end, _raw_end(text, end, raw_tag)
                if start < end:
                    yield Token(TokenKind.RAW, start, end)
        else:
            end = found.end()
            yield Token(_KINDS.get(found.lastgroup or "", TokenKind.CLOSE), at, end, found)
        at = end


def _tag(text: str, at: int, ends: Ends) -> Generator[Token, None, tuple[int, bool]]:
    """Yield the tokens of a tag behind its name; return where it ends and whether content follows."""
    while at < len(text):
        found = _INSIDE.match(text, at)
        assert found is not None
        start, end = at, found.end()
        at = end
        group = found.lastgroup
        if group == "end":
            yield Token(TokenKind.END, start, end, found)
            return end, found["end"] == ">"
        if group is None or group == "stray":
            # Without a group there was only white space before the end of the text.
            yield Token(TokenKind.STRAY, start, end, found)
            continue
        if quote := _QUOTES.get(group):
            at = end = _value_end(text, found.start(group), end - 1, quote, ends) + 1
        yield Token(TokenKind.ATTRIBUTE, start, end, found)
    return at, False


def _value_end(text: str, start: int, end: int, quote: str, ends: Ends) -> int:
    """Return where a value ends: at its closing quote that stands outside a mustache."""
    opened = text.rfind("{{", start, end)
    if opened < 0 or text.find("}}", opened, end) >= 0:
        return end
    closing, at = end, start
    while closing >= 0:
        opened = text.find("{{", at, closing)
        if opened < 0:
            return closing
        at = ends.find(opened, len(text)) or opened + 2
        if at > closing:
            closing = text.find(quote, at)
    return end


def _text_end(text: str, start: int, ends: Ends) -> int:
    """Return where text ends: at a `<` outside a mustache that begins a tag or a comment."""
    at, end = start, _next_tag(text, start)
    while True:
        opened = text.find("{{", at, end)
        if opened < 0:
            return end
        at = ends.find(opened, len(text)) or opened + 2
        if at > end:
            end = _next_tag(text, at)


def _next_tag(text: str, start: int) -> int:
    sign = _TAG_SIGN.search(text, start)
    return sign.start() if sign else len(text)


def _raw_end(text: str, start: int, tag: str) -> int:
    closing = re.compile(rf"</{re.escape(tag)}\s*>", re.IGNORECASE).search(text, start)
    return closing.start() if closing else len(text)
