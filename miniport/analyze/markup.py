"""What a template uses and refers to."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.analyze.expression import forms
from miniport.analyze.media import MEDIA
from miniport.analyze.mention import Mentions
from miniport.analyze.mentioned import take
from miniport.facts import Kind, Link, Reference, Use
from miniport.project.request import is_foreign
from miniport.syntax.markup_tree import (
    Attribute,
    Element,
    Event,
    Markup,
    Mustache,
    Part,
    Property,
    Text,
    walk_nodes,
)
from miniport.targets.pack import TargetPack

_LINKS = {"import": Link.TEMPLATE, "include": Link.INCLUDE}


def describe_markup(
    markup: Markup, reader: TargetPack
) -> tuple[tuple[Use, ...], tuple[Reference, ...], Mentions]:
    """Return the uses, references and mentions of a template, in document order.

    Every tag counts as a use of an element; which tags are the app's own components is known per app.
    """
    uses: list[Use] = []
    references: list[Reference] = []
    mentions = Mentions()
    for node in walk_nodes(markup):
        if isinstance(node, Element):
            take(mentions, node, reader)
            _add_element_uses(uses, node, reader)
            references.extend(_element_references(node, reader))
        elif isinstance(node, Text):
            take(mentions, node, reader)
            _add_expression_uses(uses, node.parts, "text")
    return tuple(uses), tuple(references), mentions


# Uses are put on one list, since each attribute would cost generators otherwise, which mostly yield nothing.
def _add_element_uses(uses: list[Use], element: Element, reader: TargetPack) -> None:
    tag = reader.neutral(Kind.COMPONENT, element.tag)
    link, _ = _link(element, reader)
    uses.append(Use(Kind.COMPONENT, tag, element.name_span, written=element.name))
    for attribute in element.attributes:
        uses.append(_attribute_use(attribute, tag, reader))
        if link is None and isinstance(attribute.role, Property):
            _add_value_use(uses, attribute, uses[-1].name, tag)
        place = "data" if tag == "template" and attribute.name == "data" else "attribute"
        _add_expression_uses(uses, attribute.parts, place)


def _attribute_use(attribute: Attribute, tag: str, reader: TargetPack) -> Use:
    at, written, role = attribute.name_span, attribute.name, attribute.role
    if isinstance(role, Property):
        return Use(Kind.ATTRIBUTE, reader.neutral(Kind.ATTRIBUTE, role.name, tag), at, tag, written)
    if isinstance(role, Event):
        return Use(Kind.EVENT, reader.neutral(Kind.EVENT, role.name, tag), at, tag, written)
    return Use(Kind.DIRECTIVE, role.directive.value, at, "", written)


def _add_value_use(uses: list[Use], attribute: Attribute, name: str, tag: str) -> None:
    value = attribute.static
    if value is not None and attribute.value_span and attribute.parts:
        uses.append(Use(Kind.VALUE, f"{name}={value}", attribute.value_span, tag, value))


def _add_expression_uses(uses: list[Use], parts: tuple[Part, ...], place: str) -> None:
    for part in parts:
        if isinstance(part, Mustache) and part.expression is not None:
            for name, span in forms(part.expression):
                uses.append(Use(Kind.EXPRESSION, name, span.shift(part.inner.start), place))


def _element_references(element: Element, reader: TargetPack) -> Iterator[Reference]:
    link, key = _link(element, reader)
    if link is not None:
        attribute = element.property(key)
        request = attribute.static if attribute is not None else None
        if attribute is not None and request and attribute.value_span is not None:
            yield Reference(link, request, attribute.value_span)
        return
    for attribute in element.attributes:
        # A platform of which it is not known what it packs may pack all of them.
        yield from _asset(attribute, reader.asset_suffixes or MEDIA)


def _link(element: Element, reader: TargetPack) -> tuple[Link | None, str]:
    """Return how an element refers to a file as a whole, if it does, and by which attribute."""
    if element.tag == reader.dialect.module_tag.tag:
        return Link.MODULE, reader.dialect.module_tag.source
    return _LINKS.get(element.tag), "src"


def _asset(attribute: Attribute, suffixes: tuple[str, ...]) -> Iterator[Reference]:
    if not isinstance(attribute.role, Property) or attribute.value_span is None:
        return
    value = attribute.static
    if value and value.lower().endswith(suffixes) and not is_foreign(value):
        yield Reference(Link.ASSET, value, attribute.value_span)
