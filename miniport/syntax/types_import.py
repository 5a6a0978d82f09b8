"""Imports and exports of types: gone, as TypeScript itself leaves out what no value needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from miniport.edit import Edit
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.scope import analyze_scopes
from miniport.syntax.tree import Language, span
from miniport.syntax.types_erased import Erased
from miniport.syntax.types_text import blank, field, has_token, text_of, without_statement

if TYPE_CHECKING:
    from tree_sitter import Node


class Values:
    """Which names of a module stand for values, as far as its own text tells."""

    def __init__(
        self, text: str, root: Node, erased: Erased, imports: Iterable[Node], language: Language
    ) -> None:
        self._text = text
        self._root = root
        self._erased = erased
        self._imports = Erased(span(node) for node in imports)
        self._language = language
        self._local: dict[str, set[int]] | None = None

    def used(self, names: Iterable[str]) -> set[str]:
        """Return the imported names that something of the module uses as values."""
        found: set[str] = set()
        doubtful: set[str] = set()
        for name, node in self._mentions(names):
            if name not in found:
                is_declared = _declares(node)
                (doubtful if is_declared else found).add(name)
        # Declared once more somewhere: only scopes tell which of the two a mention means.
        return (found - doubtful) | {name for name in found & doubtful if self._is_referenced(name)}

    def declared(self, names: Iterable[str]) -> set[str]:
        """Return the names that the module declares or imports as values."""
        wanted = sorted(names)
        found = {name for name, node in self._mentions(wanted) if _declares(node)}
        return found | {name for name in wanted if name in self._enums_and_classes()}

    def _enums_and_classes(self) -> set[str]:
        found = set()
        for match in _NAMED.finditer(self._text):
            if not self._erased.has(match.start()):
                found.add(match[1])
        return found

    def _mentions(self, names: Iterable[str]) -> Iterator[tuple[str, Node]]:
        for name in set(names):
            for start in _words(self._text, name):
                if self._erased.has(start) or self._imports.has(start):
                    continue
                node = self._root.descendant_for_byte_range(start, start + len(name))
                if node is not None and node.type in _MENTION and not _is_of_another_module(node):
                    yield name, node

    def _is_referenced(self, name: str) -> bool:
        if self._local is None:
            top = analyze_scopes(self._text, self._root, self._language).top
            self._local = {
                each: {reference.start for reference in declaration.references}
                for each, declaration in top.items()
            }
        return any(not self._erased.has(start) for start in self._local.get(name, ()))


_NAMED = regex(r"\b(?:class|enum|namespace|module)\s+([\w$]+)")
_MENTION = ("identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern")
_DECLARING = {
    "variable_declarator": "name",
    "function_declaration": "name",
    "generator_function_declaration": "name",
    "function_expression": "name",
    "required_parameter": "pattern",
    "optional_parameter": "pattern",
    "arrow_function": "parameter",
    "catch_clause": "parameter",
    "assignment_pattern": "left",
    "object_assignment_pattern": "left",
    "pair_pattern": "value",
    "for_in_statement": "left",
}


def _words(text: str, name: str) -> Iterator[int]:
    """Yield where a name stands as a whole word; a pattern of the names of each module costs more."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (_is_of_word(text[start - 1 : start]) or _is_of_word(text[end : end + 1])):
            yield start
        start = text.find(name, end)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character in ("_", "$")


def _declares(node: Node) -> bool:
    parent = node.parent
    if node.type == "shorthand_property_identifier_pattern":
        return True
    if parent is None:
        return False
    if parent.type in ("array_pattern", "rest_pattern", "formal_parameters"):
        return True
    name = _DECLARING.get(parent.type)
    return name is not None and parent.child_by_field_name(name) == node


def _is_of_another_module(node: Node) -> bool:
    """Tell whether a name in an export is the one that others see, or one of the module it comes from."""
    parent = node.parent
    if parent is None or parent.type != "export_specifier":
        return False
    clause = parent.parent
    statement = clause.parent if clause is not None else None
    is_passed_on = statement is not None and field(statement, "source") is not None
    return is_passed_on or field(parent, "alias") == node


def import_edits(text: str, node: Node, used: set[str]) -> Iterator[Edit]:
    """Yield the edits that take from an import what no value needs."""
    clause = next((child for child in node.named_children if child.type == "import_clause"), None)
    if has_token(node, "type", "typeof"):
        yield without_statement(text, span(node))
        return
    if clause is None:
        return
    gone = {name for name, _ in _bindings(text, clause)} - used
    parts = [child for child in clause.named_children if child.type != "comment"]
    left = [part for part in parts if _is_left(text, part, gone)]
    if not left:
        yield without_statement(text, span(node))
        return
    if len(left) < len(parts):
        # One of two parts goes, with the comma between them.
        first, last = parts[0], parts[-1]
        is_first = left[0] == last
        yield blank(
            text,
            Span(first.start_byte, last.start_byte) if is_first else Span(first.end_byte, last.end_byte),
        )
    for part in left:
        if part.type == "named_imports":
            named = (child for child in part.named_children if child.type != "comment")
            yield from _specifiers(
                text, part, {child.id for child in named if not _is_left(text, child, gone)}
            )


def imported(text: str, node: Node) -> Iterator[str]:
    """Yield the names that an import binds, those of types left out."""
    for clause in node.named_children:
        if clause.type == "import_clause" and not has_token(node, "type", "typeof"):
            yield from (name for name, is_type in _bindings(text, clause) if not is_type)


def _bindings(text: str, clause: Node) -> Iterator[tuple[str, bool]]:
    for part in clause.named_children:
        if part.type == "identifier":
            yield text_of(text, part), False
        elif part.type == "namespace_import":
            yield text_of(text, part.named_children[-1]), False
        elif part.type == "named_imports":
            for specifier in part.named_children:
                if specifier.type == "import_specifier":
                    yield _local(text, specifier), has_token(specifier, "type")


def _local(text: str, specifier: Node) -> str:
    local = field(specifier, "alias") or field(specifier, "name")
    return text_of(text, local) if local is not None else ""


def _is_left(text: str, part: Node, gone: set[str]) -> bool:
    if part.type == "import_specifier":
        return not has_token(part, "type") and _local(text, part) not in gone
    if part.type == "named_imports":
        return any(_is_left(text, each, gone) for each in part.named_children if each.type != "comment")
    name = part if part.type == "identifier" else part.named_children[-1]
    return text_of(text, name) not in gone


def export_edits(text: str, node: Node, types: set[str]) -> Iterator[Edit]:
    """Yield the edits that take from an export what is only a type; `types` are names of such."""
    clause = next((child for child in node.named_children if child.type == "export_clause"), None)
    value = field(node, "value")
    if value is not None and value.type == "identifier" and text_of(text, value) in types:
        yield without_statement(text, span(node))
    if clause is None:
        return
    is_own = field(node, "source") is None
    specifiers = [child for child in clause.named_children if child.type == "export_specifier"]
    gone = {
        each.id
        for each in specifiers
        if has_token(each, "type")
        or (is_own and (name := field(each, "name")) is not None and text_of(text, name) in types)
    }
    if gone and len(gone) == len(specifiers):
        yield without_statement(text, span(node))
    elif gone:
        yield from _specifiers(text, clause, gone)


def _specifiers(text: str, clause: Node, gone: set[int]) -> Iterator[Edit]:
    """Yield the edits that take specifiers out of `{…}`, each with the comma behind it."""
    children = clause.children
    for at, child in enumerate(children):
        if child.id in gone and child.is_named:
            end = child.end_byte
            if at + 1 < len(children) and children[at + 1].type == ",":
                end = children[at + 1].end_byte
            yield blank(text, Span(child.start_byte, end))
