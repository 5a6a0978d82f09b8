"""The names that a piece of a template looks up and does not itself give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from miniport.dialect import Dialect, Directive
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.expression_tree import Arrow, Name, walk_expression
from miniport.syntax.markup_tree import DirectiveRole, Element, Markup, Mustache, Node, Text

# What every template has: the language's own words, and what the platforms put into scope.
_GIVEN = frozenset(("undefined", "NaN", "Infinity", "Math", "JSON", "this", "$id", "$slots"))
_SCOPES = frozenset((Directive.FOR_ITEM, Directive.FOR_INDEX, Directive.SLOT_SCOPE))
_LOOPS = ((Directive.FOR_ITEM, "item"), (Directive.FOR_INDEX, "index"))
_WORD = regex(r"[\w$]+")


@frozen
class FreeName:
    """A name that is looked up; `meant` is what the loop around it calls what the name usually stands for."""

    name: str
    span: Span
    meant: str


def free_names(nodes: Iterable[Node]) -> Iterator[FreeName]:
    """Yield each name that expressions look up, those of loops and slots left out.

    What a named template holds is left out: it sees only what it is given.
    """
    start: tuple[frozenset[str], Mapping[str, str]] = (_GIVEN, {})
    pending: list[tuple[Node, frozenset[str], Mapping[str, str]]] = [
        (node, *start) for node in reversed(tuple(nodes))
    ]
    while pending:
        node, scope, meant = pending.pop()
        if isinstance(node, Element):
            if node.tag == "template" and node.property("name") is not None:
                continue
            scope, meant = scope | _locals(node), {**meant, **dict(_renamed(node))}
            pending += [(child, scope, meant) for child in reversed(node.children)]
            parts = [part for attribute in node.attributes for part in attribute.parts]
        else:
            parts = list(node.parts) if isinstance(node, Text) else []
        for part in parts:
            if isinstance(part, Mustache) and part.expression is not None:
                every = tuple(walk_expression(part.expression))
                own = {each for arrow in every if isinstance(arrow, Arrow) for each in arrow.parameters}
                for name in every:
                    if isinstance(name, Name) and name.name not in scope | own:
                        yield FreeName(name.name, name.span.shift(part.inner.start), meant.get(name.name, ""))


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
    if element.directive(Directive.FOR) is not None:
        found |= {usual for directive, usual in _LOOPS if element.directive(directive) is None}
    return frozenset(found)


def _renamed(element: Element) -> Iterator[tuple[str, str]]:
    """Yield (usual name, name here) of what a loop calls otherwise."""
    if element.directive(Directive.FOR) is not None:
        for directive, usual in _LOOPS:
            named = element.directive(directive)
            if named is not None and named.static:
                yield usual, named.static
