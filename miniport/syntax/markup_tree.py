"""The neutral tree of a template: elements, attributes with their roles, texts, comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport.diagnostics import Finding
from miniport.dialect import Directive, Listen
from miniport.frozen import frozen
from miniport.source import Span, span_of

if TYPE_CHECKING:
    from miniport.syntax.expression_tree import Expression


@frozen(slots=True)
class Plain:
    """A piece of text as written; entities are not resolved."""

    text: str
    span: Span


@frozen(slots=True)
class Mustache:
    """`{{ expression }}`.

    The expression is None where there is none, or where it cannot be read (then there is a finding).
    """

    expression: Expression | None
    span: Span

    @property
    def inner(self) -> Span:
        """Return the span between the braces; spans in the expression count from its start."""
        return Span(self.span.start + 2, self.span.end - 2)


Part = Plain | Mustache


@frozen(slots=True)
class Property:
    """An attribute for the element itself; `name` is neutral: kebab-case, however it was written."""

    name: str


@frozen(slots=True)
class Event:
    """An attribute that names a handler; `name` is neutral: camelCase without a prefix."""

    listen: Listen
    name: str


@frozen(slots=True)
class DirectiveRole:
    """An attribute that steers the template; `argument` is the rest of a name such as `data-<name>`."""

    directive: Directive
    argument: str = ""


Role = Property | Event | DirectiveRole


@frozen(slots=True)
class Attribute:
    """One attribute, from `start` to `end`; `quote` is "" where its value has none.

    `value_span` is without quotes, and None where there is no value (`disabled`).
    """

    # Trees are large: what follows from a number and a length is not stored as a Span.
    name: str
    start: int
    end: int
    value_span: Span | None
    quote: str
    parts: tuple[Part, ...]
    role: Role

    @property
    def span(self) -> Span:
        """Return the span of the whole attribute, its closing quote included."""
        return Span(self.start, self.end)

    @property
    def name_span(self) -> Span:
        """Return the span of its name."""
        start = self.start
        return span_of((start, start + len(self.name)))

    @property
    def static(self) -> str | None:
        """Return the value where it holds no mustache ("" where there is none), else None."""
        if not self.parts:
            return ""
        first = self.parts[0]
        return first.text if len(self.parts) == 1 and isinstance(first, Plain) else None

    @property
    def mustache(self) -> Mustache | None:
        """Return the mustache where it is the whole value, else None."""
        if len(self.parts) == 1 and isinstance(self.parts[0], Mustache):
            return self.parts[0]
        return None


@frozen(slots=True)
class Text:
    """Text between tags, white space included. The body of an inline script module is one Plain."""

    span: Span
    parts: tuple[Part, ...]

    @property
    def is_blank(self) -> bool:
        """Return whether there is nothing but white space."""
        first = self.parts[0]
        return len(self.parts) == 1 and isinstance(first, Plain) and first.text.isspace()


@frozen(slots=True)
class Comment:
    """A comment, or another declaration such as `<!DOCTYPE>`."""

    span: Span


@frozen(slots=True)
class Element:
    """One element, from `start` to the end of its close tag, or to where its parent ends if it has none.

    `tag` is the name in lower case, as the platforms match it. `open_end` is where its open tag ends,
    `close_start` where its close tag begins, or None.
    """

    name: str
    tag: str
    start: int
    open_end: int
    close_start: int | None
    end: int
    attributes: tuple[Attribute, ...]
    children: tuple[Node, ...]
    is_self_closed: bool

    @property
    def span(self) -> Span:
        """Return the span of the element with its content."""
        return Span(self.start, self.end)

    @property
    def name_span(self) -> Span:
        """Return the span of the name in the open tag."""
        start = self.start + 1
        return span_of((start, start + len(self.name)))

    @property
    def open_span(self) -> Span:
        """Return the span of the open tag."""
        return Span(self.start, self.open_end)

    @property
    def close_span(self) -> Span | None:
        """Return the span of the close tag, or None where there is none."""
        return None if self.close_start is None else Span(self.close_start, self.end)

    def directive(self, directive: Directive) -> Attribute | None:
        """Return the attribute of a directive, the first where there are several."""
        for attribute in self.attributes:
            if isinstance(attribute.role, DirectiveRole) and attribute.role.directive is directive:
                return attribute
        return None

    def property(self, name: str) -> Attribute | None:
        """Return the property of a neutral name, the first where there are several."""
        for attribute in self.attributes:
            if isinstance(attribute.role, Property) and attribute.role.name == name:
                return attribute
        return None


Node = Element | Text | Comment


@frozen
class Markup:
    """A parsed template. Trees may be deeper than Python can recurse: walk them with a stack."""

    nodes: tuple[Node, ...]
    findings: tuple[Finding, ...]


def walk(markup: Markup) -> Iterator[Element]:
    """Yield every element in document order."""
    stack = [node for node in reversed(markup.nodes) if isinstance(node, Element)]
    while stack:
        element = stack.pop()
        yield element
        if element.children:
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))


def walk_nodes(markup: Markup) -> Iterator[Node]:
    """Yield every node in document order."""
    stack = list(reversed(markup.nodes))
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Element):
            stack.extend(reversed(node.children))


def mustaches(markup: Markup) -> Iterator[Mustache]:
    """Yield every mustache in document order, of attributes and texts."""
    for node in walk_nodes(markup):
        if isinstance(node, Element):
            for attribute in node.attributes:
                yield from (part for part in attribute.parts if isinstance(part, Mustache))
        elif isinstance(node, Text):
            yield from (part for part in node.parts if isinstance(part, Mustache))
