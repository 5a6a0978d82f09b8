"""A template's tree as text: neutral words only, so that two dialects can be compared."""

from __future__ import annotations

from miniport.dialect import Dialect
from miniport.syntax.expression import Expression
from miniport.syntax.expression_print import to_source
from miniport.syntax.markup import (
    Attribute,
    Comment,
    DirectiveRole,
    Element,
    Event,
    Markup,
    Mustache,
    Node,
    Plain,
    Property,
    Text,
)


def outline(markup: Markup, dialect: Dialect) -> str:
    """Return one line per element, attribute and text; blank texts and comments' words are left out."""
    return "".join(line + "\n" for node in markup.nodes for line in _node(node, dialect, ""))


def _node(node: Node, dialect: Dialect, indent: str) -> list[str]:
    match node:
        case Comment():
            return [f"{indent}comment"]
        case Text(parts=parts):
            return [] if node.is_blank else [f"{indent}text {_value(parts)}"]
        case Element():
            lines = [f"{indent}<{_tag(node, dialect)}>"]
            lines += (f"{indent}  {_attribute(one, node, dialect)}" for one in node.attributes)
            for child in node.children:
                lines += _node(child, dialect, indent + "  ")
            return lines


def _tag(element: Element, dialect: Dialect) -> str:
    return "(module)" if element.tag == dialect.module_tag.tag else element.name


def _attribute(attribute: Attribute, element: Element, dialect: Dialect) -> str:
    value = "" if attribute.value_span is None else f" = {_value(attribute.parts)}"
    match attribute.role:
        case Property(name=name):
            module = dialect.module_tag
            if element.tag == module.tag:
                name = {module.source: "(source)", module.name: "(name)"}.get(name, name)
            return f"property {name}{value}"
        case Event(listen=listen, name=name):
            return f"event {listen} {name}{value}"
        case DirectiveRole(directive=directive, argument=argument):
            return f"directive {directive}{argument and ' ' + argument}{value}"


def _value(parts: tuple[Plain | Mustache, ...]) -> str:
    return " ".join(
        repr(part.text) if isinstance(part, Plain) else _mustache(part.expression) for part in parts
    )


def _mustache(expression: Expression | None) -> str:
    if expression is None:
        return "{{}}"
    return f"{{{{ {type(expression).__name__} {to_source(expression)} }}}}"
