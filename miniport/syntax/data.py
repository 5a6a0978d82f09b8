"""Strict JSON: its value, what is wrong with its text, and the place of every key and value."""

from __future__ import annotations

import json
import math
from functools import cached_property
from typing import NoReturn

from miniport import rules
from miniport.diagnostics import Finding
from miniport.facts import Json
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.data_node import MAX_DEPTH, Node

Pointer = tuple[str | int, ...]

_HALF_PAIR = regex(r"\\u[dD][89a-fA-F]")
_BRACKETS = regex(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]')


@frozen
class JsonDocument:
    """A text and its value; the value is None where a finding is an error.

    Of a key that is written twice the last value counts.
    """

    text: str
    value: Json
    findings: tuple[Finding, ...]

    def span(self, pointer: Pointer = ()) -> Span:
        """Return the span of a value; of the nearest one around it where there is none."""
        return self._nearest(pointer).span

    def key_span(self, pointer: Pointer) -> Span:
        """Return the span of the key, with its quotes; of the nearest value where there is no key."""
        node = self._nearest(pointer)
        return node.key if node.key is not None and self.has(pointer) else node.span

    def has(self, pointer: Pointer) -> bool:
        """Return whether the text holds a value at a pointer."""
        node: Node | None = self._root
        for step in pointer:
            node = node.children.get(step) if node else None
        return node is not None

    def entries(self, pointer: Pointer = ()) -> tuple[tuple[str | int, Span], ...]:
        """Return (key, span of the whole entry) of all a container holds, in the order of the text."""
        members = self._nearest(pointer).members if self.has(pointer) else ()
        return tuple((key, Span((node.key or node.span).start, node.span.end)) for key, node in members)

    @cached_property
    def _root(self) -> Node:
        # Asked for where something is told of a text, or the text is edited.
        from miniport.syntax.data_scan import scan

        return scan(self.text).root or Node(Span(0, len(self.text)))

    def _nearest(self, pointer: Pointer) -> Node:
        node = self._root
        for step in pointer:
            child = node.children.get(step)
            if child is None:
                break
            node = child
        return node


def parse_json(text: str) -> JsonDocument:
    """Parse JSON text without a byte-order mark. Never raises; what is wrong is in `findings`.

    Stricter than the standard library: numbers are finite, surrogates come in pairs, and at most
    MAX_DEPTH containers stand in one another.
    """
    repeated: list[bool] = []

    def merged(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        value = dict(pairs)
        if len(value) != len(pairs):
            repeated.append(True)
        return value

    try:
        value: Json = json.loads(text, object_pairs_hook=merged, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError):
        findings = _findings(text)
        if any(finding.rule is rules.JSON_EMPTY for finding in findings):
            # Platforms take it: apps that run have such files for pages without settings.
            return JsonDocument(text, {}, findings)
        if any(finding.rule.is_blocking for finding in findings):
            return JsonDocument(text, None, findings)
        # The call stack was nearly used up before this call: say the same as for a text that is too deep.
        return JsonDocument(text, None, (rules.JSON_TOO_DEEP.at(Span(0, 1), limit=MAX_DEPTH),))
    if not repeated and not _HALF_PAIR.search(text) and not _may_be_deep(text):
        return JsonDocument(text, value, ())
    findings = _findings(text)
    is_refused = any(finding.rule.is_blocking for finding in findings)
    return JsonDocument(text, None if is_refused else value, findings)


def _findings(text: str) -> tuple[Finding, ...]:
    from miniport.syntax.data_scan import faults

    return faults(text)


def json_text(value: Json) -> str:
    """Return a value as a file's text: two spaces per level, keys in their order, a line break at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _may_be_deep(text: str) -> bool:
    return text.count("[") + text.count("{") > MAX_DEPTH and _depth(text) > MAX_DEPTH


def _depth(text: str) -> int:
    """Return how many containers of a well-formed text stand in one another."""
    depth = deepest = 0
    for match in _BRACKETS.finditer(text):
        char = match.group()
        if char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(written)
    return number
