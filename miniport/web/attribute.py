"""Attribute values and event tables as JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from typing import TYPE_CHECKING

from miniport.dialect import Directive, Listen
from miniport.facts import Kind
from miniport.frozen import frozen
from miniport.syntax.attribute import camel
from miniport.syntax.expression_tree import names as free_names
from miniport.syntax.markup_tree import (
    Attribute,
    DirectiveRole,
    Element,
    Event,
    Mustache,
    Part,
    Plain,
    Property,
)
from miniport.targets.pack import TargetPack
from miniport.web.expression import NOTHING, Locals, javascript
from miniport.web.mark import bare, moved, words
from miniport.web.writer import literal, property_name

if TYPE_CHECKING:
    from miniport.targets.index import Key

_LISTEN = {
    Listen.BIND: "",
    Listen.CATCH: ":catch",
    Listen.CAPTURE_BIND: ":capture",
    Listen.CAPTURE_CATCH: ":capture-catch",
    Listen.MUTEX_BIND: ":mutex",
}


# Elements whose data name classes: they are given the scope of the names.
_SCOPED = frozenset({"rich-text"})


def value(attribute: Attribute, names: Locals) -> str:
    """Return an attribute's value; a lone mustache keeps its type, a bare attribute is true."""
    if attribute.value_span is None:
        return "true"
    if (mustache := attribute.mustache) is not None:
        return meant(mustache, names)
    return joined(attribute.parts, names)


def joined(parts: Iterable[Part], names: Locals) -> str:
    """Return parts of a text as one JavaScript string."""
    pieces: list[str] = []
    for part in parts:
        if isinstance(part, Plain):
            pieces.append(words(part.text, names, part.span.start))
        elif part.expression is not None:
            pieces.append(f"text({meant(part, names)})")
    return " + ".join(pieces) or '""'


def meant(mustache: Mustache, names: Locals) -> str:
    """Return what an expression of a template gives, as JavaScript."""
    if mustache.expression is None:
        return NOTHING
    return moved(javascript(mustache.expression, names), names, mustache.inner.start)


@frozen
class Reading:
    """How attributes are read: the pack of their dialect, the local names around, the files they name.

    `modules`: the names around that are script modules. `has_marks`: an element without a class may be meant
    by a rule all the same. `unread`: attributes and events that the platform which is shown does not read.
    """

    pack: TargetPack
    names: Locals
    asset_of: Callable[[str], str | None] = lambda request: None
    modules: Set[str] = frozenset()
    has_marks: bool = False
    unread: Set[Key] = frozenset()

    def handler(self, attribute: Attribute) -> str:
        """Return what listens to an event: a method's name, or what a script module has for it."""
        given = value(attribute, self.names)
        expression = attribute.mustache.expression if attribute.mustache else None
        is_module = expression is not None and not self.modules.isdisjoint(free_names(expression))
        return f"respond({given})" if is_module else given

    def property(self, name: str, attribute: Attribute) -> str:
        """Return a property's value; a constant that names a file of the app becomes its address."""
        static = attribute.static
        if static and (address := self.asset_of(static)) is not None:
            return literal(address)
        return _property(name, attribute, self.names)


def element_props(element: Element, tag: str, reading: Reading) -> dict[str, str]:
    """Return the props of a built-in element: name -> JavaScript, `class` first."""
    props = {"class": "s.marks"}
    events: dict[str, str] = {}
    dataset: dict[str, str] = {}
    for attribute in counting(element):
        match attribute.role:
            case Property(name=name):
                neutral = reading.pack.neutral(Kind.ATTRIBUTE, name, tag)
                if (Kind.ATTRIBUTE, tag, neutral) not in reading.unread:
                    props[neutral] = reading.property(neutral, attribute)
            case Event(listen=listen, name=name):
                neutral = reading.pack.neutral(Kind.EVENT, name, tag)
                if attribute.static != "" and (Kind.EVENT, tag, neutral) not in reading.unread:
                    events[neutral + _LISTEN[listen]] = reading.handler(attribute)
            case DirectiveRole(directive=Directive.DATA, argument=argument):
                dataset[camel(argument)] = value(attribute, reading.names)
            case _:
                pass
    if events or dataset:
        props["mp"] = _node(events, dataset)
    if tag in _SCOPED:
        props["scope"] = "s"
    if props["class"] == "s.marks" and not reading.has_marks:
        del props["class"]
    return props


def counting(element: Element) -> Iterable[Attribute]:
    """Return the attributes of an element; of several with one name the first counts."""
    named: dict[str, Attribute] = {}
    for attribute in element.attributes:
        named.setdefault(attribute.name, attribute)
    return named.values()


def _property(name: str, attribute: Attribute, names: Locals) -> str:
    given = value(attribute, names)
    if name == "class":
        return f"s.names({given})"
    if name == "hidden":
        return "true" if attribute.static is not None else f"!!{_wrapped(given)}"
    if name == "style" or name.endswith("-style"):
        static = attribute.static
        is_plain = static is not None and not re.search("rpx|vh", static, re.IGNORECASE)
        return literal(static) if static is not None and is_plain else f"style({given})"
    if name.endswith("-class"):
        return f"s.classes({given})"
    return given


def _wrapped(text: str) -> str:
    return text if bare(text).replace(".", "").isidentifier() else f"({text})"


def _node(events: dict[str, str], dataset: dict[str, str]) -> str:
    parts = ["o: o"]
    if events:
        parts.append(f"e: {table(events)}")
    if dataset:
        parts.append(f"d: {table(dataset)}")
    return f"{{ {', '.join(parts)} }}"


def table(entries: dict[str, str]) -> str:
    """Return an object of JavaScript values."""
    pairs = [f"{property_name(name)}: {given}" for name, given in entries.items()]
    return f"{{ {', '.join(pairs)} }}" if pairs else "{}"


def component_props(element: Element, reading: Reading) -> dict[str, str]:
    """Return what a component's tag passes: names as written; events as functions of the owner."""
    return dict(_passed(element, reading.names))


def _passed(element: Element, names: Locals) -> Iterator[tuple[str, str]]:
    for attribute in counting(element):
        match attribute.role:
            case Property() | DirectiveRole(directive=Directive.DATA):
                yield attribute.name, value(attribute, names)
            case Event():
                yield attribute.name, f"bound(o, {value(attribute, names)})"
            case DirectiveRole(directive=Directive.REF):
                yield "ref", value(attribute, names)
            case DirectiveRole(directive=Directive.GENERIC, argument=argument) if attribute.static:
                # The runtime knows by the prefix that a component is handed over, not a prop.
                yield f"generic:{argument}", value(attribute, names)
            case _:
                pass
