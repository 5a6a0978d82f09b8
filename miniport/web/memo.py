"""What the body of a loop reads besides its item: the same again need not be drawn again."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.dialect import Directive
from miniport.facts import Kind
from miniport.frozen import frozen
from miniport.syntax.expression_tree import Call, Expression, Member, Name, names, walk_expression
from miniport.syntax.markup_tree import Element, Mustache, Part, Text
from miniport.web.place import Place
from miniport.web.restless import CONTROLLED, is_restless, restless_names

# Methods of texts, numbers and lists that change nothing and ask nobody.
_PURE = frozenset(
    ("charAt", "charCodeAt", "concat", "endsWith", "includes", "indexOf", "join", "lastIndexOf", "padEnd")
    + ("padStart", "repeat", "replace", "slice", "split", "startsWith", "substr", "substring", "toFixed")
    + ("toLowerCase", "toString", "toUpperCase", "trim", "trimEnd", "trimStart")
)
# What these draw depends on what the instance was given for its slots.
_OF_SLOTS = frozenset({"slot", "template"})


@frozen
class Reads:
    """`names`: what the body looks up outside of its loop, in reading order; `is_placed`: also the index.

    `has_slots`: what the instance was given for its slots, too.
    """

    names: tuple[str, ...]
    is_placed: bool
    has_slots: bool = False


def reads(element: Element, place: Place) -> Reads | None:
    """Return what a looped element reads; None where the same values need not give the same nodes.

    The components in it are not asked: at run time each says whether it would miss a drawing.
    """
    tags = {place.template.reader.neutral(Kind.COMPONENT, node.tag) for node in _below(element)}
    if "include" in tags or ("template" in tags and is_restless(place.template)):
        return None
    found: dict[str, None] = {}
    own = _bound(element)
    restless = restless_names(place.template)
    for part, bound in _parts(element):
        if part is None:
            return None
        if isinstance(part, Mustache) and part.expression is not None:
            free = [name for name in names(part.expression) if name not in bound]
            modules = {name for name in free if name not in own and _is_module(name, place)}
            if modules & restless or not _is_pure(part.expression, modules):
                return None
            found.update(dict.fromkeys(name for name in free if name not in modules))
    is_placed = loop_name(element, Directive.FOR_INDEX) in found
    given = tuple(name for name in found if name not in own)
    return Reads(given, is_placed, not _OF_SLOTS.isdisjoint(tags))


def _is_pure(expression: Expression, modules: set[str]) -> bool:
    """Tell whether a value depends on nothing but what the expression names.

    Functions of script modules have no other means to know anything.
    """
    calls = (node.callee for node in walk_expression(expression) if isinstance(node, Call))
    return all(_is_of(callee, modules) or _has_pure_name(callee) for callee in calls)


def _has_pure_name(callee: Expression) -> bool:
    return isinstance(callee, Member) and callee.name in _PURE


def _is_of(callee: Expression, modules: set[str]) -> bool:
    """Tell whether what is called is a module or a member of one."""
    while isinstance(callee, Member):
        callee = callee.object
    return isinstance(callee, Name) and callee.name in modules


def _is_module(name: str, place: Place) -> bool:
    return name in place.modules and name not in place.locals


def _below(element: Element) -> Iterator[Element]:
    """Yield an element and all that are in it."""
    stack = [element]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(child for child in node.children if isinstance(child, Element))


_Found = tuple[Part | None, frozenset[str]]
"""A piece of text with the names that are bound inside the body; None for what cannot be told."""


def _parts(element: Element) -> Iterator[_Found]:
    stack: list[tuple[Element, frozenset[str]]] = [(element, frozenset())]
    while stack:
        node, outer = stack.pop()
        bound = outer | _scope(node) if node is element else outer | _bound(node) | _scope(node)
        # Once for each element: loops in loops are read for each of them.
        loop = node.directive(Directive.FOR)
        for attribute in node.attributes:
            if attribute.name == CONTROLLED:
                yield None, outer
            if attribute is not loop:
                yield from ((part, bound) for part in attribute.parts)
            elif node is not element:
                yield from ((part, outer) for part in attribute.parts)
        for child in node.children:
            if isinstance(child, Element):
                stack.append((child, bound))
            elif isinstance(child, Text):
                yield from ((part, bound) for part in child.parts)


def _bound(element: Element) -> frozenset[str]:
    if element.directive(Directive.FOR) is None:
        return frozenset()
    return frozenset((loop_name(element, Directive.FOR_ITEM), loop_name(element, Directive.FOR_INDEX)))


def _scope(element: Element) -> frozenset[str]:
    """Return the name that an element gives the values of the slot it fills."""
    attribute = element.directive(Directive.SLOT_SCOPE)
    return frozenset((attribute.static.strip(),)) if attribute and attribute.static else frozenset()


def loop_name(element: Element, directive: Directive) -> str:
    """Return what a loop calls its item, or its index."""
    attribute = element.directive(directive)
    name = (attribute.static or "").strip() if attribute else ""
    is_name = name.isidentifier() or name.replace("$", "_").isidentifier()
    return name if is_name else _DEFAULTS[directive]


_DEFAULTS = {Directive.FOR_ITEM: "item", Directive.FOR_INDEX: "index"}
