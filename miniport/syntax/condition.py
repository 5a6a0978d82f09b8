"""The expression of a condition: names, texts, numbers, `||`, `&&`, `!`, `==`, `!=`, parentheses."""

from __future__ import annotations

from collections.abc import Mapping

from miniport import rules
from miniport.diagnostics import Finding
from miniport.field import field
from miniport.frozen import frozen, mutable
from miniport.likeness import closest
from miniport.regex import regex
from miniport.source import Span

Scalar = bool | int | float | str

_NAME = r"[A-Za-z_$][\w$]*(?:-[\w$]+)*"
NAME = regex(_NAME)
"""A name in a condition; the words of a text in it look like names, too."""

_TOKEN = regex(
    rf"""\s*(?:(?P<name>{_NAME})|(?P<number>\d+(?:\.\d+)?)"""
    r"""|(?P<text>"[^"]*"|'[^']*')|(?P<sign>\|\||&&|===?|!==?|[!()]))"""
)
_WORDS: Mapping[str, Scalar] = {"true": True, "false": False}
# Nobody writes a deeper one, and the call stack has an end.
_MAX_DEPTH = 50


@frozen
class Judged:
    """Whether a condition holds, and what is wrong with it; one that cannot be read does not hold."""

    holds: bool
    findings: tuple[Finding, ...] = ()


def judge(text: str, start: int, names: Mapping[str, Scalar]) -> Judged:
    """Return whether a condition holds; `start` is where its text stands.

    A name that is not known is false.
    """
    # So nearly all are written.
    name = text.strip()
    if name in names and name not in _WORDS and NAME.fullmatch(name):
        return Judged(bool(names[name]))
    reader = _Reader(text, names)
    try:
        value = reader.condition()
    except _UnreadableError as error:
        found = text[error.at :].strip() or "the end"
        at = Span(start + min(error.at, max(len(text) - 1, 0)), start + len(text))
        return Judged(False, (rules.CONDITION_UNREADABLE.at(at, found=found[:40]),))
    findings = []
    for name, place in reader.unknown:
        near = closest(name, names) or ""
        rule = rules.CONDITION_NAME_MISSPELT if near else rules.CONDITION_NAME_UNKNOWN
        findings.append(rule.at(Span(start + place, start + place + len(name)), name=name, near=near))
    return Judged(bool(value), tuple(findings))


class _UnreadableError(Exception):
    """The text is no condition from `at` on; this never leaves the module."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


@mutable
class _Reader:
    """The place in the text, and the unknown names before it."""

    text: str
    names: Mapping[str, Scalar]
    at: int = 0
    depth: int = 0
    unknown: list[tuple[str, int]] = field(default_factory=list)

    def condition(self) -> Scalar:
        value = self._any()
        if self.text[self.at :].strip():
            raise _UnreadableError(self._start())
        return value

    def _any(self) -> Scalar:
        value = self._all()
        while self._take("||"):
            other = self._all()
            value = value or other
        return value

    def _all(self) -> Scalar:
        value = self._compared()
        while self._take("&&"):
            other = self._compared()
            value = value and other
        return value

    def _compared(self) -> Scalar:
        value = self._single()
        while (sign := self._take("==", "===", "!=", "!==")) is not None:
            is_same = _said(value) == _said(self._single())
            value = is_same == sign.startswith("=")
        return value

    def _single(self) -> Scalar:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise _UnreadableError(self._start())
        value = self._value()
        self.depth -= 1
        return value

    def _value(self) -> Scalar:
        if self._take("!"):
            return not self._single()
        if self._take("("):
            value = self._any()
            if not self._take(")"):
                raise _UnreadableError(self._start())
            return value
        match = _TOKEN.match(self.text, self.at)
        if match is None or match["sign"]:
            raise _UnreadableError(self._start())
        self.at = match.end()
        if match["text"]:
            return match["text"][1:-1]
        if match["number"]:
            return float(match["number"])
        return self._named(match["name"], match.start("name"))

    def _named(self, name: str, at: int) -> Scalar:
        if name in _WORDS:
            return _WORDS[name]
        if name not in self.names:
            self.unknown.append((name, at))
        return self.names.get(name, False)

    def _take(self, *signs: str) -> str | None:
        match = _TOKEN.match(self.text, self.at)
        if match is None or match["sign"] not in signs:
            return None
        self.at = match.end()
        return match["sign"]

    def _start(self) -> int:
        """Return where the next thing stands, behind blanks."""
        return len(self.text) - len(self.text[self.at :].lstrip())


def _said(value: Scalar) -> str:
    """Return a value as text: `1` and `"1"` are the same, as they come from settings and from files."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, int | float) else value
