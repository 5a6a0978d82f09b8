"""Finds `{{ }}` in texts and attribute values and cuts them into parts."""

from __future__ import annotations

import re

from miniport import rules
from miniport.diagnostics import Finding
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.expression import Form, parse_expression
from miniport.syntax.markup_tree import Mustache, Part, Plain

REACH = 8192
"""How far the end of a mustache is looked for where its braces and quotes do not pair up at once.

It bounds what a text full of `{{` costs; the longest expression seen in the wild has 1,042 characters.
"""

_FLAT = regex(r"\{\{[^{}'\"`]*+\}\}")
_SIGN = regex(
    r""""[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+'|`[^`\\]*+(?:\\.[^`\\]*+)*+`|[{}]""",
    re.DOTALL,
)


def mustache_end(text: str, start: int, end: int) -> int | None:
    """Return where the mustache that opens at `start` ends, or None where nothing closes it before `end`.

    Braces pair up and strings are skipped, so that `{{ {a: "}}"} }}` is one mustache.
    """
    if flat := _FLAT.match(text, start, end):
        return flat.end()
    end = min(end, start + REACH)
    close = text.find("}}", start + 2, end)
    if close < 0:
        # Said before anything is paired up: a text may open many that nothing closes.
        return None
    depth = 0
    last = -2
    for found in _SIGN.finditer(text, start + 2, end):
        sign = found.group()
        at = found.start()
        if sign == "{":
            if last == at - 1 and text[last] == "{":
                break
            depth += 1
        elif sign == "}":
            if depth:
                depth -= 1
            elif text.startswith("}}", at, end):
                return at + 2
        last = at
    # An expression cannot hold `{{`: it is the beginning of the next mustache.
    return None if text.find("{{", start + 2, close) >= 0 else close + 2


def parts(text: str, span: Span, form: Form, findings: list[Finding]) -> tuple[Part, ...]:
    """Return what a span of the text consists of; what is wrong with it is added to `findings`."""
    start, end = span.start, span.end
    opened = text.find("{{", start, end)
    if opened < 0:
        return (Plain(text[start:end], span),) if start < end else ()
    found: list[Part] = []
    at = start
    while opened >= 0:
        closed = mustache_end(text, opened, end)
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
