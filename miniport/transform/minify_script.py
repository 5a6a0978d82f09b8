"""A script without comments and without the white space that no reader but a person needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport.source import Span
from miniport.syntax.tree import captures, parse, span

_KEPT = "[(comment) (string) (template_string) (regex) (hash_bang_line)] @kept"
_BLANK = re.compile(r"\s+")
# What a licence demands to stay.
_NOTICE = re.compile(r"/\*!|@license|@preserve|@cc_on", re.IGNORECASE)
_WORD = re.compile(r"[\w$#@\\]|[^\x00-\x7f]")
# Behind and before these, a line end never ends a statement that would go on otherwise.
_OPEN = frozenset("{;,([")
_CLOSE = frozenset("}),;]")
_TIGHT = frozenset("+-/<!")


def small_script(text: str) -> str:
    """Return a script with the same meaning; one that the grammar cannot follow comes back as it is."""
    root = parse(text)
    if root.has_error:
        return text
    found = captures(root, _KEPT).get("kept", ())
    pieces: list[str] = []
    at, gap = 0, ""
    for place in _outermost(sorted(map(span, found))):
        gap = _code(text[at : place.start], gap, pieces)
        token = text[place.start : place.end]
        # Neither a regular expression nor a text starts so.
        is_comment = token.startswith(("//", "/*"))
        if is_comment and not _NOTICE.search(token):
            gap += "\n" if "\n" in token or token.startswith("//") and place.end < len(text) else " "
        else:
            _join(pieces, gap, token)
            gap = "\n" if is_comment or token.startswith("#!") else ""
        at = place.end
    gap = _code(text[at:], gap, pieces)
    return "".join(pieces) + "\n"


def _outermost(spans: list[Span]) -> Iterator[Span]:
    end = 0
    for place in spans:
        if place.start >= end:
            yield place
            end = place.end


def _code(text: str, gap: str, pieces: list[str]) -> str:
    """Add code that holds no text or comment, and return the white space behind it."""
    at = 0
    for blank in _BLANK.finditer(text):
        if blank.start() > at:
            _join(pieces, gap, text[at : blank.start()])
            gap = ""
        gap += blank.group()
        at = blank.end()
    if at < len(text):
        _join(pieces, gap, text[at:])
        gap = ""
    return gap


def _join(pieces: list[str], gap: str, token: str) -> None:
    if pieces and gap:
        pieces.append(_between(pieces[-1], token, has_line_end=_has_line_end(gap)))
    pieces.append(token)


def _has_line_end(gap: str) -> bool:
    return any(char in gap for char in "\n\r\u2028\u2029")


def _between(before: str, behind: str, *, has_line_end: bool) -> str:
    left, right = before[-1:], behind[:1]
    if has_line_end:
        is_needless = (left in _OPEN or right in _CLOSE) and not before.startswith("//")
        return "" if is_needless else "\n"
    if _WORD.match(left) and _WORD.match(right):
        return " "
    if (left in _TIGHT and right in _TIGHT) or (right == "." and (left == "?" or left.isdigit())):
        return " "
    # `return /x/`, `a / /x/`.
    return " " if "/" in (left, right) else ""
