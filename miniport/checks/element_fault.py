"""Attributes and texts of single elements that say nothing, or another thing than they seem to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from miniport import rules
from miniport.checks.blank import blanks
from miniport.checks.declaration import why_no_colour
from miniport.checks.free_name import module_names
from miniport.diagnostics import Finding
from miniport.dialect import Dialect, Directive
from miniport.facts import Kind
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.expression_tree import Member, Name, ObjectLiteral
from miniport.syntax.markup_tree import (
    Attribute,
    DirectiveRole,
    Element,
    Markup,
    Mustache,
    Property,
    Text,
    walk_nodes,
)
from miniport.targets.pack import TargetPack

_NUMBER = regex(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*", re.IGNORECASE)
_LOOP_WORDS = frozenset((Directive.FOR_ITEM, Directive.FOR_INDEX, Directive.KEY))
_WHOLE_ITEM = "*this"


def element_faults(
    markup: Markup, dialect: Dialect, reader: TargetPack, custom: frozenset[str]
) -> Iterator[Finding]:
    """Yield the faults of each element of one template; `custom` are the tags that are components."""
    yield from _bound_twice(markup, dialect)
    looping = _children_of_loops(markup)
    for node in walk_nodes(markup):
        if isinstance(node, Text):
            yield from _objects(node.parts)
        elif isinstance(node, Element):
            yield from _loop(node, dialect, is_in_loop=node.start in looping)
            for attribute in node.attributes:
                if len(attribute.parts) > 1:
                    yield from _objects(attribute.parts)
            is_custom = node.tag in custom or node.name in custom
            yield from blanks(node, dialect, reader, is_custom=is_custom)
            if not is_custom:
                yield from _required(node, reader)
                yield from _texts(node, dialect)


def _bound_twice(markup: Markup, dialect: Dialect) -> Iterator[Finding]:
    seen: set[str] = set()
    for name, at in module_names(markup, dialect):
        if name in seen:
            yield rules.MODULE_NAME_TWICE.at(at, name=name)
        seen.add(name)


def _children_of_loops(markup: Markup) -> frozenset[int]:
    """Return the starts of the elements whose parent is a loop that is drawn as nothing itself."""
    return frozenset(
        child.start
        for node in walk_nodes(markup)
        if isinstance(node, Element) and node.tag == "block" and node.directive(Directive.FOR)
        for child in node.children
        if isinstance(child, Element)
    )


def _objects(parts: tuple[object, ...]) -> Iterator[Finding]:
    for part in parts:
        if isinstance(part, Mustache) and isinstance(part.expression, ObjectLiteral):
            yield rules.OBJECT_AS_TEXT.at(part.span)


def _loop(element: Element, dialect: Dialect, *, is_in_loop: bool) -> Iterator[Finding]:
    loop, key = element.directive(Directive.FOR), element.directive(Directive.KEY)
    if loop is None:
        for attribute in element.attributes:
            directive = attribute.role.directive if isinstance(attribute.role, DirectiveRole) else None
            if directive in _LOOP_WORDS and not (is_in_loop and directive is Directive.KEY):
                written = next(word for word, each in dialect.directives.items() if each is Directive.FOR)
                yield rules.LOOP_WORD_ALONE.at(attribute.name_span, name=attribute.name, loop=written)
    elif key is not None and key.value_span is not None:
        named = element.directive(Directive.FOR_INDEX)
        index = (named.static or "") if named is not None else "index"
        part = key.mustache
        if part is not None and part.expression is not None:
            cure = _key_of(part, element)
            yield rules.KEY_NO_NAME.at(key.value_span, key=key.name, value=_text(key), cure=cure)
        elif key.static is not None and key.static.strip() == index:
            yield rules.KEY_NO_NAME.at(key.value_span, key=key.name, value=index, cure=_WHOLE_ITEM)


def _key_of(part: Mustache, element: Element) -> str:
    """Return the name of the property that an expression means: id of `item.id`."""
    named = element.directive(Directive.FOR_ITEM)
    item = (named.static or "item") if named is not None else "item"
    at = part.expression
    is_member = isinstance(at, Member) and isinstance(at.object, Name) and at.object.name == item
    return cast(Member, at).name if is_member else _WHOLE_ITEM


def _text(attribute: Attribute) -> str:
    return "{{…}}" if attribute.static is None else attribute.static


def _required(element: Element, reader: TargetPack) -> Iterator[Finding]:
    """Yield an element without an attribute that it does nothing without."""
    fact = reader.index.get((Kind.COMPONENT, "", reader.neutral(Kind.COMPONENT, element.tag)))
    row = fact[0] if fact is not None and fact[0] else {}
    for group in cast(list[list[str]], row.get("requires") or ()):
        if not any(element.property(name) for name in group):
            said = {"en": " or ".join(group), "zh": " 或 ".join(group)}
            yield rules.ATTRIBUTE_MISSING.at(
                element.name_span, tag=element.name, missing_en=said["en"], missing_zh=said["zh"]
            )


def _texts(element: Element, dialect: Dialect) -> Iterator[Finding]:
    """Yield each plain text that is no number or no colour where one is wanted."""
    for attribute in element.attributes:
        value, at = attribute.static, attribute.value_span
        if not isinstance(attribute.role, Property) or not value or at is None:
            continue
        name = attribute.role.name
        if name in dialect.numbers and _NUMBER.fullmatch(value) is None:
            said: Mapping[str, str] = {"tag": element.name, "name": attribute.name, "value": value}
            yield rules.ATTRIBUTE_NUMBER.at(at, **said)
        elif name.endswith("color") and value.startswith("#") and (why := why_no_colour(value)):
            yield rules.COLOUR.at(Span(at.start, at.end), found=value, **why)
