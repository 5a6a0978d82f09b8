"""Finds `{{ }}` in texts and attribute values and cuts them into parts."""

from __future__ import annotations

import re

from miniport import rules
from miniport.diagnostics import Finding
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.expression import Form, parse_expression
from miniport.syntax.markup_tree import Mustache, Part, Plain

NEAR, REACH = 1024, 8192
"""How far the end of a mustache is looked for where its braces and quotes do not pair up at once: all of them
up to the one, and up to the other while a text has room for that.

It bounds what a text full of `{{` costs; the longest expression seen in the wild has 1,042 characters.
"""

ROOM = 8 * REACH
"""Characters that are looked through in vain behind NEAR, besides four times those that a text has."""

_FLAT = regex(r"\{\{[^{}'\"`]*+\}\}")
_SIGN = regex(
    r""""[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+'|`[^`\\]*+(?:\\.[^`\\]*+)*+`|[{}]""",
    re.DOTALL,
)


class Ends:
    """Where the mustaches of a text end."""

    __slots__ = ("_room", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._room = ROOM + 4 * len(text)

    def find(self, start: int, end: int) -> int | None:
        """Return where the mustache that opens at `start` ends, or None where nothing closes it before `end`.

        Braces pair up and strings are skipped, so that `{{ {a: "}}"} }}` is one mustache.
        """
        text = self._text
        if flat := _FLAT.match(text, start, end):
            return flat.end()
        far, near = min(end, start + REACH), min(end, start + NEAR)
        close = text.find("}}", start + 2, far)
        if close < 0:
            # Said before anything is paired up: a text may open many that nothing closes.
            return None
        found = _paired(text, start, near)
        if found == _CUT and near < far:
            if self._room > 0:
                found = _paired(text, start, far)
                self._room -= (found if found > 0 else far) - start
            else:
                close = text.find("}}", start + 2, near)
        if found > 0:
            return found
        # An expression cannot hold `{{`: it is the beginning of the next mustache.
        return None if close < 0 or text.find("{{", start + 2, close) >= 0 else close + 2


_CUT, _NESTED = 0, -1
"""Nothing closed it so far; another one opens in it."""


def _paired(text: str, start: int, end: int) -> int:
    """Return where a mustache ends whose braces pair up, or why that is not told."""
    depth, last = 0, -2
    for found in _SIGN.finditer(text, start + 2, end):
        sign = found.group()
        at = found.start()
        if sign == "{":
            if last == at - 1 and text[last] == "{":
                return _NESTED
            depth += 1
        elif sign == "}":
            if depth:
                depth -= 1
            elif text.startswith("}}", at, end):
                return at + 2
        last = at
    return _CUT


def parts(text: str, ends: Ends, span: Span, form: Form, findings: list[Finding]) -> tuple[Part, ...]:
    """Return what a span of the text consists of; what is wrong with it is added to `findings`."""
    start, end = span.start, span.end
    opened = text.find("{{", start, end)
    if opened < 0:
        return (Plain(text[start:end], span),) if start < end else ()
    found: list[Part] = []
    at = start
    while opened >= 0:
        closed = ends.find(opened, end)
        if closed is None:
            findings.append(rules.UNCLOSED_MUSTACHE.at(Span(opened, opened + 2)))
            opened = text.find("{{", opened + 2, end)
            continue
        if at < opened:
            found.append(Plain(text[at:opened], Span(at, opened)))
        whole = span if opened == start and closed == end else Span(opened, closed)
        found.append(_mustache(text, whole, form, findings))
        at = closed
        opened = text.find("{{", at, end)
    if at < end:
        found.append(Plain(text[at:end], Span(at, end)))
    return tuple(found)


def _mustache(text: str, span: Span, form: Form, findings: list[Finding]) -> Mustache:
    start = span.start + 2
    parsed = parse_expression(text[start : span.end - 2], form)
    if parsed.findings:
        findings.extend(
            Finding(finding.rule, finding.span.shift(start), finding.arguments) for finding in parsed.findings
        )
    return Mustache(parsed.expression, span)
