"""Puts right what one platform's compiler forgives and another's may not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from miniport import rules
from miniport.edit import Edit
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.expression_print import to_source
from miniport.syntax.expression_tree import Expression, TemplateLiteral, walk_expression
from miniport.syntax.markup_tree import Attribute, Element, Markup, Mustache, walk

_BREAK = regex(r"[^\S\n]*\r?\n\s*")
_OTHER = {'"': "'", "'": '"'}


def repairs(markup: Markup, text: str, tags: Mapping[int, str], replaced: Set[Span]) -> Iterator[Edit]:
    """Yield the edits that make a forgiven text strict, without a change of its meaning.

    Elements get their close tag, values their quotes and one line each, attributes a space between them;
    stray close tags and second attributes of a name go. `tags` maps the start of an element's name to the
    name that it is going to have; attributes at `replaced` are left to others.
    """
    if any(finding.rule is rules.UNFINISHED_TAG for finding in markup.findings):
        return
    yield from (Edit(one.span, "", "repairs") for one in markup.findings if one.rule is rules.STRAY_CLOSE_TAG)
    unclosed: list[Edit] = []
    for element in walk(markup):
        if element.close_span is None and not element.is_self_closed:
            name = tags.get(element.name_span.start, element.name)
            end = element.span.end
            unclosed.append(Edit(Span(end, end), f"</{name}>", "repairs"))
        yield from _attributes(element, text, replaced)
    # Where several end at one place the inner one is closed first.
    yield from reversed(unclosed)


def _attributes(element: Element, text: str, replaced: Set[Span]) -> Iterator[Edit]:
    seen: set[str] = set()
    for attribute in element.attributes:
        if attribute.name in seen:
            yield Edit(attribute.span, "", "repairs")
            continue
        seen.add(attribute.name)
        start = attribute.span.start
        if not text[start - 1].isspace():
            yield Edit(Span(start, start), " ", "repairs")
        if attribute.span not in replaced:
            yield from _value(attribute, text)


def _value(attribute: Attribute, text: str) -> Iterator[Edit]:
    value = attribute.value_span
    if value is None:
        return
    quote = attribute.quote
    if not quote:
        quote = "'" if '"' in text[value.start : value.end] else '"'
        yield Edit(Span(value.start, value.start), quote, "repairs")
        yield Edit(Span(value.end, value.end), quote, "repairs")
    for part in attribute.parts:
        if isinstance(part, Mustache) and part.expression is not None:
            yield from _mustache(part, part.expression, text, quote)
        else:
            yield from _lines(part.span, text)


def _mustache(mustache: Mustache, expression: Expression, text: str, quote: str) -> Iterator[Edit]:
    inner = mustache.inner
    written = text[inner.start : inner.end]
    if quote in written:
        printed = to_source(expression, _OTHER[quote])
        if quote not in printed:
            yield Edit(inner, f" {printed} " if "{" in printed else printed, "repairs")
            return
    if not any(isinstance(node, TemplateLiteral) for node in walk_expression(expression)):
        yield from _lines(inner, text)
    if written.startswith("{"):
        yield Edit(Span(inner.start, inner.start), " ", "repairs")
    if written.endswith("}"):
        yield Edit(Span(inner.end, inner.end), " ", "repairs")


def _lines(span: Span, text: str) -> Iterator[Edit]:
    for found in _BREAK.finditer(text, span.start, span.end):
        yield Edit(Span(found.start(), found.end()), " ", "repairs")
