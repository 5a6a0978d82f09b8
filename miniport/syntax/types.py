"""TypeScript to JavaScript by erasure: types become blanks, so what is left stands where it stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from miniport import rules
from miniport.diagnostics import Finding, Rule
from miniport.edit import Edit
from miniport.field import field
from miniport.frozen import frozen, mutable
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.broken import syntax_findings
from miniport.syntax.hollow import parse_hollow
from miniport.syntax.tree import Captures, Language, captures, span
from miniport.syntax.types_absent import untyped_root
from miniport.syntax.types_class import class_decorators, member_edits, parameter_edits
from miniport.syntax.types_enum import enum_edits
from miniport.syntax.types_erased import Erased
from miniport.syntax.types_import import Values, export_edits, import_edits, imported
from miniport.syntax.types_text import blank, following, has_token, put, text_of, type_end, without_statement
from miniport.syntax.types_text import field as child_of

if TYPE_CHECKING:
    from tree_sitter import Node

_QUERY = """
[(type_annotation) (type_predicate_annotation) (asserts_annotation)] @annotation
[(type_parameters) (type_arguments)] @generic
(implements_clause) @gone
["!" "abstract"] @sign
[(as_expression) (satisfies_expression)] @cast
(type_assertion) @assertion
[(interface_declaration) (type_alias_declaration) (ambient_declaration) (function_signature)] @statement
[(method_signature) (abstract_method_signature) (index_signature)
 (public_field_definition) (method_definition)] @member
[(required_parameter) (optional_parameter)] @parameter
(enum_declaration) @enum
[(internal_module) (module)] @namespace
(import_alias) @alias
(import_require_clause) @require
(decorator) @decorator
(import_statement) @import
(export_statement) @export
"""
"""Patterns of one node each: to ask the nodes what they stand in takes less than to compile more."""

_SIGNED = frozenset(("variable_declarator", "non_null_expression", "abstract_class_declaration"))
"""What a sign stands in that says something of types."""
_CLASS_BODY = frozenset(("class_body",))

_MODULE = ("import", "export")
_TYPE_EXPORT = regex(r"export\s+type\s*\*")
_DECLARED = ("interface_declaration", "type_alias_declaration", "ambient_declaration", "function_signature")


@frozen
class Erasure:
    """What makes JavaScript of a text, and what is wrong in it or cannot be erased."""

    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]


@mutable
class _Draft:
    """Edits found so far; `gone` are the places that nothing is left of."""

    text: str
    edits: list[Edit] = field(default_factory=list)
    gone: list[Span] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def erase(self, edits: Iterable[Edit]) -> None:
        for edit in edits:
            self.edits.append(edit)
            self.gone.append(edit.span)


def erase(text: str) -> Erasure:
    """Return what makes JavaScript of a TypeScript text."""
    plain = untyped_root(text)
    if plain is not None:
        return _without_imports(text, plain)
    root = parse_hollow(text, Language.TYPESCRIPT)
    found = captures(root, _QUERY, Language.TYPESCRIPT)
    draft = _Draft(text)
    draft.erase(_types(text, found))
    draft.erase(_statements(text, found))
    for node in _inside(found.get("member", ()), _CLASS_BODY):
        draft.erase(member_edits(text, node))
    for node in found.get("parameter", ()):
        draft.erase(parameter_edits(text, node))
    _refuse(draft, found)
    _module_edits(draft, root, found, Language.TYPESCRIPT)
    declared: set[str] = set()
    for node in sorted(found.get("enum", ()), key=span):
        if not Erased(draft.gone).has(node.start_byte):
            draft.edits.extend(enum_edits(text, node, declared))
    _decorate(draft, found)
    gone = Erased(draft.gone)
    wrong = syntax_findings(text, root, Language.TYPESCRIPT, gone.has)
    return Erasure(tuple(_outermost(draft.edits)), (*wrong, *draft.findings))


def _without_imports(text: str, root: Node) -> Erasure:
    """Return what takes the imports out that no value needs, from a text that holds no types."""
    draft, statements = _Draft(text), root.children
    found = {kind: [each for each in statements if each.type == f"{kind}_statement"] for kind in _MODULE}
    _module_edits(draft, root, found, Language.JAVASCRIPT)
    return Erasure(tuple(_outermost(draft.edits)), tuple(syntax_findings(text, root)))


def _inside(nodes: Iterable[Node], kinds: frozenset[str]) -> Iterator[Node]:
    """Yield those of some nodes that stand right in one of some kinds."""
    return (node for node in nodes if node.parent is not None and node.parent.type in kinds)


def _types(text: str, found: Captures) -> Iterator[Edit]:
    for node in found.get("annotation", ()):
        yield from _annotation(text, node)
    for node in found.get("generic", ()):
        if node.parent is not None and node.parent.type == "type_assertion":
            continue
        before = node.prev_sibling
        # A line break would end the statement behind `async`.
        is_bound = before is not None and before.type == "async"
        yield blank(text, span(node), keeps_lines=not is_bound)
    for node in (*found.get("gone", ()), *_inside(found.get("sign", ()), _SIGNED)):
        yield blank(text, span(node))
    for node in found.get("cast", ()):
        yield from _cast(text, node)
    for node in found.get("assertion", ()):
        yield from _assertion(text, node)


def _annotation(text: str, node: Node) -> Iterator[Edit]:
    parent = node.parent
    if parent is not None and parent.type == "public_field_definition":
        return
    is_returned = parent is not None and parent.type == "arrow_function" and "\n" in text_of(text, node)
    parameters = child_of(parent, "parameters") if parent is not None and is_returned else None
    if parameters is None:
        yield blank(text, Span(node.start_byte, type_end(text, node.named_children[-1])))
        return
    # An arrow must stand on the line of the closing parenthesis.
    yield blank(text, Span(parameters.end_byte - 1, parameters.end_byte))
    yield blank(text, span(node), last=")")


def _cast(text: str, node: Node) -> Iterator[Edit]:
    value = node.child(0)
    if value is None:
        return
    last, at = node.children[-1], node
    # `as const` has no type of its own.
    end = type_end(text, last) if last.is_named else node.end_byte
    # The grammar takes `x as A.B.C` for `(x as A.B).C`.
    while (
        end == at.end_byte
        and (parent := at.parent) is not None
        and parent.type in ("member_expression", "subscript_expression")
    ):
        if parent.child_by_field_name("object") != at:
            break
        at, end = parent, parent.end_byte
    mark, is_next_line = following(text, end)
    is_hazard = is_next_line and mark in ("(", "[", "`")
    yield blank(text, Span(value.end_byte, end), last=";" if is_hazard else "")


def _assertion(text: str, node: Node) -> Iterator[Edit]:
    value = node.named_children[-1]
    parent = node.parent
    place = Span(node.start_byte, value.start_byte)
    is_body = parent is not None and parent.type == "arrow_function" and value.type == "object"
    yield blank(text, place, "(" if is_body else "", keeps_lines=False)
    if is_body:
        yield put(value.end_byte, ")")


def _statements(text: str, found: Captures) -> Iterator[Edit]:
    for node in found.get("statement", ()):
        outer = node.parent
        if outer is None or outer.type != "export_statement":
            yield without_statement(text, span(node))
    for node in found.get("export", ()):
        declaration = child_of(node, "declaration")
        # The grammar does not know `export type *`.
        is_type = has_token(node, "type") or _TYPE_EXPORT.match(text, node.start_byte) is not None
        is_type = is_type or (has_token(node, "as") and has_token(node, "namespace"))
        if is_type or (declaration is not None and declaration.type in _DECLARED):
            yield without_statement(text, span(node))


def _refuse(draft: _Draft, found: Captures) -> None:
    text, gone = draft.text, Erased(draft.gone)
    for node in found.get("namespace", ()):
        outer = node.parent if node.parent is not None and node.parent.type != "program" else node
        if gone.has(node.start_byte):
            continue
        body = child_of(node, "body")
        if body is not None and _has_value(body):
            _refuse_one(draft, node, outer, rules.TYPESCRIPT_NAMESPACE)
        else:
            draft.erase([without_statement(text, span(outer))])
    for node in found.get("alias", ()):
        outer = node.parent if node.parent is not None and node.parent.type == "export_statement" else node
        _refuse_one(draft, node, outer, rules.TYPESCRIPT_IMPORT_ALIAS)
    for node in found.get("require", ()):
        if node.parent is not None and not has_token(node.parent, "type"):
            _refuse_one(draft, node.parent, node.parent, rules.TYPESCRIPT_IMPORT_REQUIRE)
    for node in found.get("export", ()):
        if has_token(node, "="):
            _refuse_one(draft, node, node, rules.TYPESCRIPT_EXPORT_ASSIGNMENT)
    for node in found.get("decorator", ()):
        owner = _decorated(node)
        if owner is None and not gone.has(node.start_byte):
            _refuse_one(draft, node, node, rules.TYPESCRIPT_DECORATOR)


def _refuse_one(draft: _Draft, node: Node, outer: Node, rule: Rule) -> None:
    end = draft.text.find("\n", node.start_byte, node.end_byte)
    place = Span(node.start_byte, node.end_byte if end < 0 else end)
    draft.findings.append(rule.at(place, found=draft.text[place.start : place.end][:60].strip()))
    draft.erase([blank(draft.text, span(outer))])


_TYPES_ONLY = (*_DECLARED, "comment", "empty_statement")


def _has_value(body: Node) -> bool:
    """Tell whether a namespace has anything that exists at run time."""
    for child in body.named_children:
        inner = child_of(child, "declaration") if child.type == "export_statement" else child
        if inner is not None and inner.type == "expression_statement":
            inner = inner.named_child(0)
        if inner is None or inner.type in _TYPES_ONLY:
            continue
        nested = child_of(inner, "body")
        if inner.type not in ("internal_module", "module") or nested is None or _has_value(nested):
            return True
    return False


def _decorated(node: Node) -> Node | None:
    """Return the class declaration that a decorator stands at, None where it stands at anything else."""
    parent = node.parent
    if parent is None:
        return None
    if parent.type == "export_statement":
        owner = child_of(parent, "declaration") or child_of(parent, "value")
        return owner if owner is not None and "class" in owner.type else None
    is_exported = parent.parent is not None and parent.parent.type == "export_statement"
    is_declared = parent.type in ("class_declaration", "abstract_class_declaration")
    return parent if is_declared or (parent.type == "class" and is_exported) else None


def _module_edits(draft: _Draft, root: Node, found: Captures, language: Language) -> None:
    text = draft.text
    imports = [node for node in found.get("import", ()) if node.parent is not None]
    exports = found.get("export", ())
    values = Values(text, root, Erased(draft.gone), imports, language)
    names = {name for node in imports for name in imported(text, node)}
    used = values.used(names)
    local = {
        text_of(text, name)
        for node in found.get("statement", ())
        if node.type in ("interface_declaration", "type_alias_declaration")
        and (name := child_of(node, "name")) is not None
    }
    is_asked = any(
        child.type in ("export_clause", "identifier") for node in exports for child in node.named_children
    )
    types = local - names - values.declared(local) if is_asked and local else set()
    before = Erased(draft.gone)
    for node in imports:
        if not before.has(node.start_byte):
            draft.erase(import_edits(text, node, used))
    for node in exports:
        if not before.has(node.start_byte):
            draft.erase(export_edits(text, node, types))


def _decorate(draft: _Draft, found: Captures) -> None:
    owners = {
        owner.id: owner for node in found.get("decorator", ()) if (owner := _decorated(node)) is not None
    }
    for owner in owners.values():
        draft.edits.extend(class_decorators(draft.text, owner, tuple(draft.edits), Erased(draft.gone)))


def _outermost(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield edits in order, without those inside of another one."""
    until = 0
    for edit in sorted(edits, key=_place):
        if edit.span.start >= until:
            yield edit
            until = edit.span.end


def _place(edit: Edit) -> tuple[int, bool, int]:
    start, end = edit.span.start, edit.span.end
    return start, start != end, -end
