"""What the body of a loop reads besides its item: the same again need not be drawn again."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.dialect import Directive
from miniport.facts import Kind
from miniport.frozen import frozen
from miniport.syntax.expression import Call, Expression, Member, names, walk_expression
from miniport.syntax.markup import Element, Mustache, Part, Text
from miniport.web.place import Place

# Methods of texts, numbers and lists that change nothing and ask nobody.
_PURE = frozenset(
    ("charAt", "charCodeAt", "concat", "endsWith", "includes", "indexOf", "join", "lastIndexOf", "padEnd")
    + ("padStart", "repeat", "replace", "slice", "split", "startsWith", "substr", "substring", "toFixed")
    + ("toLowerCase", "toString", "toUpperCase", "trim", "trimEnd", "trimStart")
)
# What these draw is not said by the values that stand in the loop.
_OPEN = frozenset({"slot", "template", "include"})


@frozen
class Reads:
    """`names`: what the body looks up outside of its loop, in reading order; `is_placed`: also the index."""

    names: tuple[str, ...]
    is_placed: bool


def reads(element: Element, custom: frozenset[str], place: Place) -> Reads | None:
    """Return what a looped element reads; None where the same values need not give the same nodes.

    That is where it holds a component, whose life goes on with each drawing, or calls a script's function.
    """
    found: dict[str, None] = {}
    for part, bound in _parts(element, custom, place):
        if part is None:
            return None
        if isinstance(part, Mustache) and part.expression is not None:
            free = [name for name in names(part.expression) if name not in bound]
            if not _is_pure(part.expression) or any(_is_module(name, place) for name in free):
                return None
            found.update(dict.fromkeys(free))
    own = _bound(element)
    is_placed = loop_name(element, Directive.FOR_INDEX) in found
    return Reads(tuple(name for name in found if name not in own), is_placed)


def _is_pure(expression: Expression) -> bool:
    calls = (node.callee for node in walk_expression(expression) if isinstance(node, Call))
    return all(isinstance(callee, Member) and callee.name in _PURE for callee in calls)


def _is_module(name: str, place: Place) -> bool:
    return name in place.modules and name not in place.locals


_Found = tuple[Part | None, frozenset[str]]
"""A piece of text with the names that are bound inside the body; None for what cannot be told."""


def _parts(element: Element, custom: frozenset[str], place: Place) -> Iterator[_Found]:
    stack: list[tuple[Element, frozenset[str]]] = [(element, frozenset())]
    while stack:
        node, outer = stack.pop()
        if node.name in custom or place.template.reader.neutral(Kind.COMPONENT, node.tag) in _OPEN:
            yield None, outer
        bound = outer if node is element else outer | _bound(node)
        for attribute in node.attributes:
            # Such a control shows its data again with each drawing, whatever the user did to it.
            if attribute.name == "controlled":
                yield None, outer
            if attribute is not element.directive(Directive.FOR):
                around = outer if attribute is node.directive(Directive.FOR) else bound
                yield from ((part, around) for part in attribute.parts)
        for child in node.children:
            if isinstance(child, Element):
                stack.append((child, bound))
            elif isinstance(child, Text):
                yield from ((part, bound) for part in child.parts)


def _bound(element: Element) -> frozenset[str]:
    if element.directive(Directive.FOR) is None:
        return frozenset()
    return frozenset((loop_name(element, Directive.FOR_ITEM), loop_name(element, Directive.FOR_INDEX)))


def loop_name(element: Element, directive: Directive) -> str:
    """Return what a loop calls its item, or its index."""
    attribute = element.directive(directive)
    name = (attribute.static or "").strip() if attribute else ""
    is_name = name.isidentifier() or name.replace("$", "_").isidentifier()
    return name if is_name else _DEFAULTS[directive]


_DEFAULTS = {Directive.FOR_ITEM: "item", Directive.FOR_INDEX: "index"}
