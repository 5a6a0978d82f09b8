"""Selectors: compounds, their parts, and where a selector breaks off."""

from __future__ import annotations

import re

from miniport import rules
from miniport.diagnostics import Finding
from miniport.field import field
from miniport.frozen import mutable
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.style_token import COMMENT, IDENT, unescaped
from miniport.syntax.style_tree import Compound, Part, PartKind, Selector

_TOKEN = regex(
    rf"(?P<class>\.{IDENT})|(?P<tag>{IDENT})|(?P<gap>(?:\s|{COMMENT})++)|(?P<pseudo>::?{IDENT}\(?)"
    rf"|(?P<sign>[>+~,])|(?P<id>\#{IDENT})|(?P<universal>\*)|(?P<nesting>&)"
    r"""|(?P<attribute>\[(?:"[^"]*+"|'[^']*+'|[^]"'])*+\])|(?P<open>\()|(?P<close>\))|(?P<other>[\s\S])"""
)
_TAKES_SELECTORS = regex(
    r"::?(?:not|is|where|has|matches|-webkit-any|-moz-any|host|host-context|slotted)\(", re.IGNORECASE
)
_COUNTS = regex(r":nth-(?:last-)?child\(", re.IGNORECASE)
_ONE_CLASS = regex(r"\.(-?[A-Za-z_][-\w]*+)\Z")
_KINDS = {kind.value: kind for kind in PartKind}


@mutable(slots=True)
class _List:
    """The selectors read so far and the one being read.

    `combinator` stands before `parts`, `gap` behind them. `modes` has one word per open parenthesis:
    its argument is `selectors`, a `count` (selectors from `of` on) or `opaque`.
    """

    is_nested: bool
    selectors: list[Selector] = field(default_factory=list)
    compounds: list[Compound] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    combinator: str = ""
    gap: str = ""
    modes: list[str] = field(default_factory=list)
    bad: int = -1

    def refuse(self, at: int) -> None:
        """Remember the first place where the text is no selector."""
        if self.bad < 0:
            self.bad = at

    def add(self, part: Part) -> None:
        """Add a part; behind a gap it starts the next compound."""
        if self.gap and part.depth == 0:
            self._end_compound()
            self.combinator = self.gap
            self.gap = ""
        self.parts.append(part)

    def combine(self, sign: str, at: int) -> None:
        """Note a combinator; a blank one only where nothing stronger is near."""
        if sign != " ":
            if self.gap.strip() or not (self.parts or self.is_nested):
                self.refuse(at)
            self.gap = sign
        elif self.parts and not self.gap:
            self.gap = " "

    def end_selector(self, at: int) -> None:
        """Close the selector that ends at an offset."""
        self._end_compound()
        if not self.compounds or self.gap.strip():
            self.refuse(at)
        if self.compounds:
            self.selectors.append(Selector(tuple(self.compounds)))
        self.compounds, self.combinator, self.gap = [], "", ""

    def _end_compound(self) -> None:
        if self.parts:
            self.compounds.append(Compound(self.combinator, tuple(self.parts)))
            self.parts = []


def parse_selectors(
    text: str, start: int, end: int, *, is_nested: bool = False
) -> tuple[tuple[Selector, ...], Finding | None]:
    """Parse a selector list; the finding is the first place where a browser would give it up.

    What is understood of a broken list is returned all the same. A nested rule may start with a combinator.
    """
    one = _ONE_CLASS.match(text, start, end)
    if one is not None:
        part = Part(PartKind.CLASS, one[1], Span(start, end))
        return (Selector((Compound("", (part,)),)),), None
    found = _List(is_nested)
    for match in _TOKEN.finditer(text, start, end):
        _take(found, str(match.lastgroup), match)
    found.end_selector(end)
    if found.modes:
        found.refuse(end)
    if found.bad < 0:
        return tuple(found.selectors), None
    place = Span(start, end) if found.bad >= end else Span(found.bad, found.bad + 1)
    return tuple(found.selectors), rules.STYLE_SELECTOR.at(place, found=text[place.start : place.end][-40:])


def _take(found: _List, kind: str, match: re.Match[str]) -> None:
    if kind == "close":
        if found.modes:
            found.modes.pop()
        else:
            found.refuse(match.start())
    elif kind == "open":
        found.modes.append("opaque")
    elif found.modes and found.modes[-1] != "selectors":
        _take_opaque(found, kind, match)
    elif kind in _KINDS:
        _take_part(found, _KINDS[kind], match)
    elif kind == "other":
        found.refuse(match.start())
    elif not found.modes:
        if match.group() == ",":
            found.end_selector(match.start())
        else:
            found.combine(" " if kind == "gap" else match.group(), match.start())


def _take_opaque(found: _List, kind: str, match: re.Match[str]) -> None:
    """Pass over an argument that is no selector; `2n of .a` is one from `of` on."""
    if kind == "pseudo" and match.group().endswith("("):
        found.modes.append("opaque")
    elif found.modes[-1] == "count" and match.group().lower() == "of":
        found.modes[-1] = "selectors"


def _take_part(found: _List, kind: PartKind, match: re.Match[str]) -> None:
    written, depth = match.group(), len(found.modes)
    has_sign = kind in (PartKind.CLASS, PartKind.ID)
    name = unescaped(written[1:] if has_sign else written)
    is_name = has_sign or kind is PartKind.TAG
    if is_name and written[has_sign].isdigit():
        found.refuse(match.start())
    if kind is PartKind.TAG and depth == 0 and found.parts and not found.gap:
        found.refuse(match.start())
    found.add(Part(kind, name, Span(match.start(), match.end()), depth))
    if kind is PartKind.PSEUDO and written.endswith("("):
        is_selectors = _TAKES_SELECTORS.match(written) is not None
        is_count = _COUNTS.match(written) is not None
        found.modes.append("selectors" if is_selectors else "count" if is_count else "opaque")
