"""Takes down what the nodes of a template name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport.analyze.mention import Linked, Mention, Mentions
from miniport.dialect import CATCHING, Directive
from miniport.facts import Kind
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.expression_tree import Call, Literal, Member, Name, walk_expression
from miniport.syntax.markup_tree import (
    Attribute,
    DirectiveRole,
    Element,
    Event,
    Mustache,
    Plain,
    Property,
    Text,
)
from miniport.targets.pack import TargetPack


def take(into: Mentions, node: Element | Text, reader: TargetPack) -> None:
    """Note what one node names."""
    if isinstance(node, Text):
        _take_calls(into, node.parts)
        return
    into.tags.setdefault(node.name, node.name_span)
    _take_slots(into, node)
    if node.name != node.tag:
        into.cased.append(node)
    if node.tag == "template":
        _take_template(into, node)
    elif node.tag == reader.dialect.module_tag.tag:
        _take_module(into, node, reader)
    for attribute in node.attributes:
        _take_attribute(into, attribute, node, reader)
        _take_calls(into, attribute.parts)
    if reader.neutral(Kind.COMPONENT, node.tag) == "navigator":
        _take_link(into, node)


def _take_slots(into: Mentions, node: Element) -> None:
    if node.tag == "slot":
        name = node.property("name")
        into.has_open_slot = into.has_open_slot or (name is not None and name.static is None)
        into.slots.append((name.static or "") if name is not None else "")
    if node.tag in _TRANSPARENT:
        return
    pending = list(node.children)
    while pending:
        child = pending.pop(0)
        if not isinstance(child, Element):
            continue
        slot = child.directive(Directive.SLOT)
        if slot is not None and slot.static and slot.value_span is not None:
            into.given.append(Mention(slot.static, slot.value_span, node.name))
        elif child.tag in _TRANSPARENT:
            pending.extend(child.children)


def _take_template(into: Mentions, node: Element) -> None:
    for key, found in (("name", into.defined), ("is", into.drawn)):
        attribute = node.property(key)
        if attribute is None or attribute.value_span is None:
            continue
        if attribute.static is None:
            into.is_dynamic = into.is_dynamic or key == "is"
        elif attribute.static:
            found.append(Mention(attribute.static, attribute.value_span))


def _take_module(into: Mentions, node: Element, reader: TargetPack) -> None:
    name, source = (node.property(key) for key in _keys(reader))
    if name is None or not name.static or name.value_span is None:
        return
    request = source.static or "" if source is not None else ""
    for exported, local in _bindings(name.static):
        into.modules[local] = (request, exported, name.value_span)


def _take_attribute(into: Mentions, attribute: Attribute, node: Element, reader: TargetPack) -> None:
    match attribute.role:
        case Event() if attribute.static and attribute.value_span is not None:
            into.handlers.append(Mention(attribute.static, attribute.value_span, attribute.name))
        case Event(listen=listen) if listen in CATCHING and not attribute.parts:
            into.idle.append(Mention(attribute.name, attribute.name_span))
        case Property(name="style"):
            into.important.extend(_important(attribute))
        case DirectiveRole(directive=Directive.GENERIC) if attribute.static and attribute.value_span:
            into.tags.setdefault(attribute.static, attribute.value_span)
        case DirectiveRole(directive=Directive.FOR) if not _is_keyed(node):
            into.unkeyed.append(Mention(node.name, attribute.name_span, _key(reader)))


def _take_calls(into: Mentions, parts: tuple[object, ...]) -> None:
    for part in parts:
        if isinstance(part, Mustache) and part.expression is not None:
            for node in walk_expression(part.expression):
                if isinstance(node, Call):
                    into.calls.extend(_called(node, part.inner.start))


def _take_link(into: Mentions, node: Element) -> None:
    url, manner = node.property("url"), node.property("open-type")
    if url is not None and url.static and url.value_span is not None:
        into.links.append(Linked(url.static, url.value_span, (manner.static or "") if manner else ""))


_TRANSPARENT = frozenset(("block",))


def _important(attribute: Attribute) -> Iterator[Span]:
    """Yield where a style attribute says `!important`, in its text or in the texts of its expressions."""
    if attribute.value_span is None:
        return
    for part in attribute.parts:
        if isinstance(part, Plain) and "!" in part.text:
            for match in _IMPORTANT.finditer(part.text):
                yield Span(part.span.start + match.start(), part.span.start + match.end())
        elif isinstance(part, Mustache) and part.expression is not None:
            found = (node for node in walk_expression(part.expression) if isinstance(node, Literal))
            if any(_IMPORTANT.search(node.raw) for node in found):
                yield part.span


_IMPORTANT = regex(r"!\s*important", re.IGNORECASE)


def _key(reader: TargetPack) -> str:
    """Return how a dialect spells the key of a loop."""
    words = (word for word, directive in reader.dialect.directives.items() if directive is Directive.KEY)
    return next(words, "key")


def _keys(reader: TargetPack) -> tuple[str, str]:
    return reader.dialect.module_tag.name, reader.dialect.module_tag.source


_NAMED = regex(r"\s*\{(.*)\}\s*", re.DOTALL)


def _bindings(written: str) -> Iterator[tuple[str, str]]:
    """Yield (exported name, name here) of `m` or `{a, b: c}`."""
    named = _NAMED.fullmatch(written)
    if named is None:
        yield "default", written.strip()
        return
    for entry in named[1].split(","):
        exported, _, local = entry.partition(":")
        if exported.strip():
            yield exported.strip(), (local or exported).strip()


def _is_keyed(node: Element) -> bool:
    """Tell whether a loop's element has a key, or, where it is drawn as nothing itself, what it holds has."""
    keys = (Directive.KEY, Directive.KEY_EXPRESSION)
    # A key in another dialect's spelling has a finding of its own.
    if any(node.directive(key) for key in keys) or any(
        each.name.endswith(":key") for each in node.attributes
    ):
        return True
    inner = [child for child in node.children if isinstance(child, Element)] if node.tag == "block" else []
    return bool(inner) and all(any(child.directive(key) for key in keys) for child in inner)


def _called(call: Call, start: int) -> Iterator[Mention]:
    callee = call.callee
    if isinstance(callee, Name):
        yield Mention(callee.name, callee.span.shift(start))
    elif isinstance(callee, Member) and isinstance(callee.object, Name):
        yield Mention(callee.object.name, callee.span.shift(start), callee.name)
