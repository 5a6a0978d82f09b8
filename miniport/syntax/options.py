"""Object literals as the keys a platform looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miniport.frozen import frozen
from miniport.source import Span
from miniport.syntax.literals import inner, is_static, string_value
from miniport.syntax.tree import span

if TYPE_CHECKING:
    from tree_sitter import Node


@frozen(slots=True)
class Word:
    """A word of the text and where it stands."""

    text: str
    span: Span


@frozen(slots=True)
class Option:
    """One entry of an object literal.

    `span` is the key (without quotes), `value` the value, or the whole method. `text` is the value of a
    string; `options` the entries of an object.
    """

    name: str
    span: Span
    value: Span
    is_function: bool = False
    text: str | None = None
    options: Options | None = None


@frozen(slots=True)
class Options:
    """An object literal. `is_open`: a spread or a computed key may bring further entries."""

    span: Span
    entries: tuple[Option, ...]
    is_open: bool = False

    def entry(self, name: str) -> Option | None:
        """Return the last entry of a name, as the language does."""
        return next((entry for entry in reversed(self.entries) if entry.name == name), None)


_FUNCTIONS = frozenset(("function_expression", "generator_function", "arrow_function", "method_definition"))
DEPTH = 3


def read_options(text: str, node: Node, depth: int = DEPTH) -> Options:
    """Return the entries of an `object` node, objects in it down to `depth` levels."""
    entries, is_open = [], False
    for child in node.named_children:
        if child.type == "comment":
            continue
        entry = _entry(text, child, depth)
        if entry is None:
            is_open = True
        else:
            entries.append(entry)
    return Options(span(node), tuple(entries), is_open)


def _entry(text: str, node: Node, depth: int) -> Option | None:
    if node.type == "shorthand_property_identifier":
        return Option(text[node.start_byte : node.end_byte], span(node), span(node))
    if node.type == "method_definition":
        name = _key(text, node.child_by_field_name("name"))
        return None if name is None else Option(name.text, name.span, span(node), is_function=True)
    if node.type != "pair":
        return None
    key, value = _key(text, node.child_by_field_name("key")), node.child_by_field_name("value")
    if key is None or value is None:
        return None
    literal = string_value(text, value) if is_static(value) else None
    nested = read_options(text, value, depth - 1) if value.type == "object" and depth > 1 else None
    return Option(key.text, key.span, span(value), value.type in _FUNCTIONS, literal, nested)


def _key(text: str, node: Node | None) -> Word | None:
    if node is None or node.type == "computed_property_name":
        return None
    if node.type == "string":
        return Word(string_value(text, node), inner(node))
    return Word(text[node.start_byte : node.end_byte], span(node))


def first_argument(call: Node) -> Node | None:
    """Return the first argument of a call expression."""
    arguments = call.child_by_field_name("arguments")
    if arguments is None or arguments.type != "arguments":
        return None
    return next((child for child in arguments.named_children if child.type != "comment"), None)
