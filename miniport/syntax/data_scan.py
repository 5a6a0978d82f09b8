"""Strict passes over JSON text: where each value and key stands, and what is wrong."""

from __future__ import annotations

import json
import math
import re

from miniport import rules
from miniport.diagnostics import Finding
from miniport.edit import Edit, EditConflict, Rewritten, rewrite
from miniport.field import replace
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax import data_fault as fault
from miniport.syntax.data_node import MAX_DEPTH, Node

_SPACE = regex(r"[ \t\n\r]*")
_STRING = regex(rf'"[^"\\\x00-\x1f]*+(?:{fault.ESCAPE}[^"\\\x00-\x1f]*+)*+"')
_NUMBER = regex(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![-+.\w])")
_WORD = regex(r"(?:true|false|null)(?![\w$])")
_ESCAPES = regex(r"\\(?:u([0-9a-fA-F]{4})|[\s\S])")
_MAX_DIGITS = 4000
_MAX_MENDED = 20
_CLOSING = {"{": "}", "[": "]"}


@frozen
class Scan:
    """The places of all values up to the first error, and the findings; an error comes last."""

    root: Node | None
    findings: tuple[Finding, ...]


def scan(text: str) -> Scan:
    """Scan JSON text up to its end or its first error. Never raises; takes linear time."""
    scanner = _Scanner(text)
    try:
        scanner.run()
    except _StopError as stop:
        scanner.findings.append(stop.finding)
    return Scan(scanner.root, tuple(scanner.findings))


def faults(text: str) -> tuple[Finding, ...]:
    """Return what is wrong with a JSON text: the first error, and what stands behind it.

    Behind an error that an edit cures the text is read as mended. One that no edit is known for is the last:
    what stands behind it may follow from it.
    """
    found = list(scan(text).findings)
    edits: list[Edit] = []
    while found and found[-1].edits and found[-1].rule.is_blocking and len(edits) < _MAX_MENDED:
        edits += found[-1].edits
        try:
            mended = rewrite(text, edits)
        except EditConflict:
            break
        known = [(each.rule.code, each.span) for each in found]
        said = [_in_original(finding, mended) for finding in scan(mended.text).findings]
        # A text that holds nothing but a comment is refused for that, and not read as empty.
        more = [
            each
            for each in said
            if (each.rule.code, each.span) not in known and each.rule is not rules.JSON_EMPTY
        ]
        # An edit that leads no further would be made again and again.
        if not more:
            break
        found += more
    return tuple(found)


def _in_original(finding: Finding, mended: Rewritten) -> Finding:
    if mended.origins is None:
        return finding
    way = mended.origins

    def back(span: Span) -> Span:
        return Span(way.offset(span.start), way.offset(span.end))

    edits = tuple(replace(edit, span=back(edit.span)) for edit in finding.edits)
    labels = tuple(replace(label, span=back(label.span)) for label in finding.labels)
    return replace(finding, span=back(finding.span), edits=edits, labels=labels)


class _StopError(Exception):
    """The first error; nothing behind it is looked at."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule.code)
        self.finding = finding


class _Scanner:
    """The place in the text, and the containers that are open there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._open: list[Node] = []
        self._key: str | int = 0
        self._key_span: Span | None = None

    def run(self) -> None:
        """Take one value and what follows each value, until no container is open."""
        self._space()
        if self.at == len(self.text):
            raise _StopError(rules.JSON_EMPTY.at(Span(0, 0)).cured(Edit(Span(0, 0), "{}", "repairs")))
        self._value()
        while self._open:
            self._space()
            self._next()
        self._space()
        if self.at < len(self.text):
            raise _StopError(fault.unexpected(self.text, self.at, None))

    @property
    def _char(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def _opened(self) -> int | None:
        return self._open[-1].span.start if self._open else None

    def _next(self) -> None:
        """Take what follows an opening bracket or an entry: a closing bracket, or a comma and an entry."""
        container = self._open[-1]
        opening = self.text[container.span.start]
        if self._char == _CLOSING[opening]:
            self.at += 1
            container.span = Span(container.span.start, self.at)
            self._open.pop()
            return
        if container.children:
            self._take_comma()
        if opening == "{":
            self._take_key(container)
        else:
            self._key, self._key_span = len(container.children), None
        self._space()
        self._value()

    def _take_comma(self) -> None:
        if self._char != ",":
            raise _StopError(fault.separator(self.text, self.at, self._opened, ","))
        comma = Span(self.at, self.at + 1)
        self.at += 1
        self._space()
        if self._char in ("]", "}"):
            raise _StopError(rules.JSON_TRAILING_COMMA.at(comma).cured(Edit(comma, "", "repairs")))

    def _take_key(self, container: Node) -> None:
        match = _STRING.match(self.text, self.at)
        if match is None:
            raise _StopError(fault.key(self.text, self.at, self._opened))
        key = self._said(match)
        self._key, self._key_span = key, Span(match.start(), match.end())
        if key in container.children:
            self.findings.append(rules.JSON_DUPLICATE_KEY.at(self._key_span, key=fault.shown(key)))
        self.at = match.end()
        self._space()
        if self._char != ":":
            raise _StopError(fault.separator(self.text, self.at, self._opened, ":"))
        self.at += 1

    def _value(self) -> None:
        char = self._char
        node = Node(Span(self.at, self.at + 1), self._key_span)
        if char not in ("{", "["):
            self.at = self._scalar(char)
            node.span = Span(node.span.start, self.at)
        if self._open:
            self._open[-1].children[self._key] = node
            self._open[-1].members.append((self._key, node))
        else:
            self.root = node
        if char in ("{", "["):
            if len(self._open) == MAX_DEPTH:
                raise _StopError(rules.JSON_TOO_DEEP.at(node.span, limit=MAX_DEPTH))
            self._open.append(node)
            self.at += 1

    def _scalar(self, char: str) -> int:
        """Return where the text, number or word that starts here ends."""
        if char == '"':
            match = _STRING.match(self.text, self.at)
            if match is None:
                raise _StopError(fault.string(self.text, self.at))
            self._said(match)
            return match.end()
        match = _NUMBER.match(self.text, self.at) or _WORD.match(self.text, self.at)
        if match is None:
            raise _StopError(fault.value(self.text, self.at, self._opened))
        if char not in "tfn" and not _is_finite(match.group()):
            raise _StopError(fault.refused(self.text, *match.span()))
        return match.end()

    def _said(self, match: re.Match[str]) -> str:
        """Return what a string token says; half a surrogate pair is refused."""
        written = match.group()
        if "\\" not in written:
            return written[1:-1]
        half = _half_pair(written)
        if half is not None:
            raise _StopError(fault.refused(self.text, match.start() + half[0], match.start() + half[1]))
        text: str = json.loads(written)
        return text

    def _space(self) -> None:
        match = _SPACE.match(self.text, self.at)
        assert match is not None
        self.at = match.end()


def _half_pair(written: str) -> tuple[int, int] | None:
    """Return the range of the first escape that is half a surrogate pair."""
    high: tuple[int, int] | None = None
    for escape in _ESCAPES.finditer(written):
        code = int(escape.group(1) or "0", 16)
        is_low = 0xDC00 <= code < 0xE000
        if is_low != (high is not None and high[1] == escape.start()):
            return high or escape.span()
        high = escape.span() if 0xD800 <= code < 0xDC00 else None
    return high


def _is_finite(number: str) -> bool:
    return len(number) <= _MAX_DIGITS and math.isfinite(float(number))
