"""The import and export declarations of a script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from miniport.enumeration import StrEnum
from miniport.frozen import frozen
from miniport.source import Span
from miniport.syntax.literals import inner, string_value
from miniport.syntax.options import Options, read_options
from miniport.syntax.tree import span

if TYPE_CHECKING:
    from tree_sitter import Node


@frozen(slots=True)
class Imported:
    """One binding: `name` of the other module (`default`, `*` for all of it) is `local` here, at `span`."""

    name: str
    local: str
    span: Span


@frozen(slots=True)
class Import:
    """`import … from "request"`. `span` is the declaration, `request_span` the text between the quotes."""

    span: Span
    request: str
    request_span: Span
    bindings: tuple[Imported, ...]


@frozen(slots=True)
class Exported:
    """One export: `local` is known to importers as `name`; `span` is where it is written.

    In an ExportFrom, `local` is the other module's name, `*` for all of it; `name` `*` passes all names on.
    """

    name: str
    local: str
    span: Span


@frozen(slots=True)
class ExportFrom:
    """`export … from "request"`."""

    span: Span
    request: str
    request_span: Span
    entries: tuple[Exported, ...]


@frozen(slots=True)
class ExportNames:
    """`export {a, b as c}`."""

    span: Span
    entries: tuple[Exported, ...]


@frozen(slots=True)
class ExportDeclaration:
    """`export const a = 1`, `export function f() {}`; `head` is what stands before the declaration."""

    span: Span
    head: Span
    entries: tuple[Exported, ...]


class DefaultKind(StrEnum):
    """What `export default` exports.

    A function and a named class are declarations. NAMELESS is a function, arrow or class without a name:
    the language calls it "default".
    """

    FUNCTION = "function"
    CLASS = "class"
    NAMELESS = "nameless"
    VALUE = "value"


@frozen(slots=True)
class ExportDefault:
    """`export default …`; `head` is the two words, `name_at` where a nameless function takes its name.

    `literal`: the object that is exported, directly or by the name of a constant with no other use.
    """

    span: Span
    head: Span
    value: Span
    kind: DefaultKind
    name: str = ""
    name_at: int = 0
    literal: Options | None = None


Statement = Import | ExportFrom | ExportNames | ExportDeclaration | ExportDefault


def gives_default_alone(statements: Iterable[Statement]) -> bool:
    """Tell whether a module exports its default and no name besides."""
    given = [statement for statement in statements if not isinstance(statement, Import)]
    defaults = [each for each in given if isinstance(each, ExportDefault)]
    named = (entry.name for each in given if not isinstance(each, ExportDefault) for entry in each.entries)
    return bool(defaults) and not any(named)


def read_linkage(text: str, root: Node) -> tuple[Statement, ...]:
    """Return the import and export declarations of a parsed script, in text order."""
    return tuple(_statements(text, root))


def _statements(text: str, root: Node) -> Iterator[Statement]:
    for node in root.children:
        source = None
        if node.type == "import_statement":
            source = node.child_by_field_name("source")
            if source is not None:
                yield Import(
                    span(node), string_value(text, source), inner(source), tuple(_bindings(text, node))
                )
        elif node.type == "export_statement":
            source = node.child_by_field_name("source")
            if source is not None:
                entries = tuple(_passed_on(text, node))
                yield ExportFrom(span(node), string_value(text, source), inner(source), entries)
            elif any(child.type == "default" for child in node.children[:4]):
                yield _default(text, node)
            else:
                yield from _named(text, node)


def _bindings(text: str, node: Node) -> Iterator[Imported]:
    clause = next((child for child in node.children if child.type == "import_clause"), None)
    for child in clause.named_children if clause is not None else ():
        if child.type == "identifier":
            yield Imported("default", _text(text, child), span(child))
        elif child.type == "namespace_import":
            name = child.named_children[-1]
            yield Imported("*", _text(text, name), span(name))
        elif child.type == "named_imports":
            for specifier in child.named_children:
                yield from _specifier(text, specifier)


def _specifier(text: str, node: Node) -> Iterator[Imported]:
    if node.type != "import_specifier":
        return
    name, alias = node.child_by_field_name("name"), node.child_by_field_name("alias")
    local = alias or name
    if local is not None:
        yield Imported(_export_name(text, name), _text(text, local), span(local))


def _passed_on(text: str, node: Node) -> Iterator[Exported]:
    for child in node.children:
        if child.type == "*":
            yield Exported("*", "*", span(child))
        elif child.type == "namespace_export":
            name = child.children[-1]
            yield Exported(_export_name(text, name), "*", span(name))
        elif child.type == "export_clause":
            yield from _clause(text, child)


def _clause(text: str, node: Node) -> Iterator[Exported]:
    for specifier in node.named_children:
        if specifier.type == "export_specifier":
            name = specifier.child_by_field_name("name")
            alias = specifier.child_by_field_name("alias") or name
            if alias is not None:
                yield Exported(_export_name(text, alias), _export_name(text, name), span(alias))


def _named(text: str, node: Node) -> Iterator[Statement]:
    declaration = node.child_by_field_name("declaration")
    if declaration is not None:
        head = Span(_export_word(node).start_byte, declaration.start_byte)
        yield ExportDeclaration(span(node), head, tuple(_declared(text, declaration)))
        return
    for child in node.children:
        if child.type == "export_clause":
            yield ExportNames(span(node), tuple(_clause(text, child)))


def _export_word(node: Node) -> Node:
    """Return the word that makes a statement an export: a class may have decorators before it."""
    return next(child for child in node.children if child.type == "export")


def _declared(text: str, declaration: Node) -> Iterator[Exported]:
    """Yield the names a declaration binds, patterns included."""
    name = declaration.child_by_field_name("name")
    if name is not None:
        yield Exported(_text(text, name), _text(text, name), span(name))
        return
    pending = [
        target
        for declarator in reversed(declaration.named_children)
        if (target := declarator.child_by_field_name("name")) is not None
    ]
    while pending:
        node = pending.pop()
        if node.type in ("identifier", "shorthand_property_identifier_pattern"):
            yield Exported(_text(text, node), _text(text, node), span(node))
        else:
            pending += (
                [child for child in reversed(node.named_children) if child.type not in _NOT_BOUND]
                if (node.type not in _HALVES)
                else _bound_half(node)
            )


_NOT_BOUND = frozenset(("property_identifier", "computed_property_name", "string", "number", "comment"))
_HALVES = {"assignment_pattern": "left", "object_assignment_pattern": "left", "pair_pattern": "value"}


def _bound_half(node: Node) -> list[Node]:
    half = node.child_by_field_name(_HALVES[node.type])
    return [] if half is None else [half]


_FUNCTIONS = frozenset(
    ("function_declaration", "generator_function_declaration", "function_expression", "generator_function")
)
_CLASSES = frozenset(("class_declaration", "class"))


def _default(text: str, node: Node) -> ExportDefault:
    word = next(child for child in node.children if child.type == "default")
    head = Span(_export_word(node).start_byte, word.end_byte)
    value = node.child_by_field_name("declaration") or node.child_by_field_name("value")
    if value is None:
        return ExportDefault(span(node), head, Span(word.end_byte, word.end_byte), DefaultKind.VALUE)
    declared = _leftmost_declaration(value)
    if declared is None:
        kind = DefaultKind.NAMELESS if _is_nameless(value) else DefaultKind.VALUE
        literal = _object(text, value)
        options = None if literal is None else read_options(text, literal, depth=1)
        return ExportDefault(span(node), head, span(value), kind, literal=options)
    name_node = declared.child_by_field_name("name")
    name = "" if name_node is None else _text(text, name_node)
    whole = Span(node.start_byte, declared.end_byte)
    if declared.type in _CLASSES:
        kind = DefaultKind.CLASS if name else DefaultKind.NAMELESS
        return ExportDefault(whole, head, span(declared), kind, name)
    parameters = declared.child_by_field_name("parameters")
    name_at = parameters.start_byte if parameters is not None else declared.end_byte
    return ExportDefault(whole, head, span(declared), DefaultKind.FUNCTION, name, name_at)


def _object(text: str, value: Node) -> Node | None:
    """Return the object that an expression is, or that a constant of its name is."""
    if value.type != "identifier":
        return value if value.type == "object" else None
    name = _text(text, value)
    if len(re.findall(rf"(?<![\w$]){re.escape(name)}(?![\w$])", text)) != 2:
        # Something else may be put into it.
        return None
    root = value
    while root.parent is not None:
        root = root.parent
    for declarator in (each for statement in root.named_children for each in statement.named_children):
        target, held = declarator.child_by_field_name("name"), declarator.child_by_field_name("value")
        if target is not None and held is not None and _text(text, target) == name:
            return held if held.type == "object" else None
    return None


def _leftmost_declaration(value: Node) -> Node | None:
    """Return the function or class that an `export default` begins with.

    The grammar reads `export default function () {}` and a line `(1)` below it as one call; the language
    ends the declaration at the brace.
    """
    node: Node | None = value
    while node is not None and node.type != "parenthesized_expression":
        if node.type in _FUNCTIONS or node.type in _CLASSES:
            return node
        node = node.child(0) if node.child_count else None
    return None


def _is_nameless(value: Node) -> bool:
    node = value
    while node.type == "parenthesized_expression" and node.named_child_count == 1:
        node = node.named_children[0]
    if node.type == "arrow_function":
        return True
    return (node.type in _FUNCTIONS or node.type in _CLASSES) and node.child_by_field_name("name") is None


def _export_name(text: str, node: Node | None) -> str:
    """Return a name of an import or export list: a word, a string, or `default`, which may have no node."""
    if node is None:
        return "default"
    return string_value(text, node) if node.type == "string" else _text(text, node)


def _text(text: str, node: Node) -> str:
    return text[node.start_byte : node.end_byte]
