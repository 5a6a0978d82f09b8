"""Requests of style sheets: imports and urls."""

from __future__ import annotations

import re

from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.style_token import COMMENT, STRING, URL, unescaped
from miniport.syntax.style_tree import Import, Url
from miniport.syntax.style_value import CLOSING, unclosed

_IMPORT = regex(
    rf"@import(?:\s|{COMMENT})*+"
    rf"(?:url\(\s*+(?:(?P<inner>{STRING})|(?P<bare>[^\s\"'()]++))\s*+\)|(?P<quoted>{STRING}))(?P<rest>[\s\S]*)",
    re.IGNORECASE,
)
_FORMS = ("inner", "bare", "quoted")
_URL = regex(URL)
_COMMENT = regex(COMMENT)
_NO_CONDITION = regex(r"[{}\"'\\]")


def import_of(text: str, span: Span, whole: Span) -> Import | None:
    """Return the import that a statement is; `whole` is its span with the semicolon."""
    match = _IMPORT.match(text, span.start, span.end)
    if match is None:
        return None
    inner = next(Span(*match.span(form)) for form in _FORMS if match[form] is not None)
    is_quoted = text[inner.start] in ("'", '"')
    request = Span(inner.start + is_quoted, inner.end - is_quoted)
    return Import(unescaped(text[request.start : request.end]), request, whole, _condition(match["rest"]))


def url_of(text: str, start: int, end: int) -> Url | None:
    """Return the request of a `url()` token, or None where it is broken."""
    if _URL.fullmatch(text, start, end) is None:
        return None
    inner = text[start + 4 : end - 1]
    at = start + 4 + len(inner) - len(inner.lstrip())
    inner = inner.strip()
    quote = inner[0] if inner[:1] in ("'", '"') else ""
    said = inner[1:-1] if quote else inner
    at += len(quote)
    return Url(unescaped(said), Span(at, at + len(said)), quote)


def _condition(written: str) -> str:
    """Return the condition of an import, fit to stand before a block."""
    condition = _COMMENT.sub(" ", written).strip()
    if _NO_CONDITION.search(condition):
        return ""
    open_ones = unclosed(condition, 0, len(condition))
    return condition + "".join(CLOSING[condition[place]] for place in reversed(open_ones))
