"""The names that a piece of a template looks up and does not itself give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from miniport.dialect import Dialect, Directive
from miniport.source import Span
from miniport.syntax.expression import Name, walk_expression
from miniport.syntax.markup import DirectiveRole, Element, Markup, Mustache, Node, Text

# What every template has: the language's own words, and what the platforms put into scope.
_GIVEN = frozenset(("undefined", "NaN", "Infinity", "Math", "JSON", "this", "$id", "$slots", "item", "index"))
_SCOPES = frozenset((Directive.FOR_ITEM, Directive.FOR_INDEX, Directive.SLOT_SCOPE))
_WORD = re.compile(r"[\w$]+")


def free_names(nodes: Iterable[Node]) -> Iterator[tuple[str, Span]]:
    """Yield each name that expressions look up, with its place, those of loops and slots left out.

    What a named template holds is left out: it sees only what it is given.
    """
    pending: list[tuple[Node, frozenset[str]]] = [(node, _GIVEN) for node in reversed(tuple(nodes))]
    while pending:
        node, scope = pending.pop()
        if isinstance(node, Element):
            if node.tag == "template" and node.property("name") is not None:
                continue
            inside = scope | _locals(node)
            pending += [(child, inside) for child in reversed(node.children)]
            parts = [part for attribute in node.attributes for part in attribute.parts]
        else:
            inside, parts = scope, list(node.parts) if isinstance(node, Text) else []
        for part in parts:
            if isinstance(part, Mustache) and part.expression is not None:
                for name in walk_expression(part.expression):
                    if isinstance(name, Name) and name.name not in inside:
                        yield name.name, name.span.shift(part.inner.start)


def module_names(markup: Markup, dialect: Dialect) -> Iterator[tuple[str, Span]]:
    """Yield each name that a script module is bound to in a template, with the attribute's place."""
    tag = dialect.module_tag
    for node in markup.nodes:
        name = node.property(tag.name) if isinstance(node, Element) and node.tag == tag.tag else None
        if name is not None and name.static and name.value_span is not None:
            for written in name.static.strip("{} ").split(","):
                local = written.partition(":")[2] or written
                if local.strip():
                    yield local.strip(), name.value_span


def _locals(element: Element) -> frozenset[str]:
    """Return the names that an element puts into the scope of what it holds, itself included."""
    found: set[str] = set()
    for attribute in element.attributes:
        role = attribute.role
        if isinstance(role, DirectiveRole) and role.directive in _SCOPES:
            found.update(_WORD.findall(attribute.static or ""))
    return frozenset(found)
