"""A script without comments and without the white space that no reader but a person needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport.edit import Rewritten
from miniport.regex import regex
from miniport.source import Origins, Span
from miniport.syntax.tree import captures, parse, span

_KEPT = "[(comment) (string) (template_string) (regex) (hash_bang_line)] @kept"
_BLANK = regex(r"\s+")
# What a licence demands to stay.
_NOTICE = regex(r"/\*!|@license|@preserve|@cc_on", re.IGNORECASE)
_WORD = regex(r"[\w$#@\\]|[^\x00-\x7f]")
# Behind and before these, a line end never ends a statement that would go on otherwise.
_OPEN = frozenset("{;,([")
_CLOSE = frozenset("}),;]")
_TIGHT = frozenset("+-/<!")


def small_script(text: str) -> str:
    """Return a script with the same meaning; one that the grammar cannot follow comes back as it is."""
    return smaller(text).text


def smaller(text: str) -> Rewritten:
    """Return the same, with the way back."""
    root = parse(text)
    if root.has_error:
        return Rewritten(text)
    found = captures(root, _KEPT).get("kept", ())
    made = _Made()
    at, gap = 0, ""
    for place in _outermost(sorted(map(span, found))):
        gap = made.add_code(text, Span(at, place.start), gap)
        token = text[place.start : place.end]
        # Neither a regular expression nor a text starts so.
        is_comment = token.startswith(("//", "/*"))
        if is_comment and not _NOTICE.search(token):
            gap += "\n" if "\n" in token or token.startswith("//") and place.end < len(text) else " "
        else:
            made.add(gap, token, place.start)
            gap = "\n" if is_comment or token.startswith("#!") else ""
        at = place.end
    made.add_code(text, Span(at, len(text)), gap)
    return made.finished(len(text))


def _outermost(spans: list[Span]) -> Iterator[Span]:
    end = 0
    for place in spans:
        if place.start >= end:
            yield place
            end = place.end


class _Made:
    """What was kept so far: its pieces, and for each where it starts, where it stood, and how long it is."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.starts = [0]
        self.olds = [0]
        self.widths = [0]
        self.length = 0

    def add_code(self, text: str, part: Span, gap: str) -> str:
        """Add code that holds no text or comment, and return the white space behind it."""
        at = part.start
        for blank in _BLANK.finditer(text, part.start, part.end):
            if blank.start() > at:
                self.add(gap, text[at : blank.start()], at)
                gap = ""
            gap += blank.group()
            at = blank.end()
        if at < part.end:
            self.add(gap, text[at : part.end], at)
            gap = ""
        return gap

    def add(self, gap: str, token: str, old: int) -> None:
        """Add a token that stood at an offset, behind white space as far as it needs any."""
        between = (
            _between(self.pieces[-1], token, has_line_end=_has_line_end(gap)) if self.pieces and gap else ""
        )
        if between:
            self._put(between, old, 0)
        self._put(token, old, len(token))

    def finished(self, end: int) -> Rewritten:
        """Return the whole text; `end` is the length of the one it was made from."""
        self._put("\n", end, 0)
        return Rewritten(
            "".join(self.pieces), Origins(tuple(self.starts), tuple(self.olds), tuple(self.widths))
        )

    def _put(self, piece: str, old: int, width: int) -> None:
        self.pieces.append(piece)
        self.starts.append(self.length)
        self.olds.append(old)
        self.widths.append(width)
        self.length += len(piece)


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
