"""Reads a parsed script as a module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from miniport import rules
from miniport.diagnostics import Finding
from miniport.field import replace
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.broken import first_line, syntax_findings
from miniport.syntax.hollow import parse_hollow
from miniport.syntax.linkage import ExportNames, Import, Statement, read_linkage
from miniport.syntax.module_form import Form, Module
from miniport.syntax.requests import read_requests
from miniport.syntax.scope import Scopes, analyze_scopes
from miniport.syntax.tree import Language, is_deeper, span

if TYPE_CHECKING:
    from tree_sitter import Node


@frozen
class Outline:
    """What was read of a script already: its import and export declarations, and its syntax errors."""

    statements: tuple[Statement, ...]
    broken: tuple[Finding, ...]


def outlined(text: str, root: Node, language: Language = Language.JAVASCRIPT) -> Outline:
    """Return the outline of a parsed script."""
    return Outline(read_linkage(text, root), tuple(syntax_findings(text, root, language)))


def read_module(
    text: str,
    root: Node | None = None,
    language: Language = Language.JAVASCRIPT,
    outline: Outline | None = None,
) -> Module:
    """Return a script as a module, parsing it unless its root node is given, which is not too deep."""
    if root is None:
        root = parse_hollow(text, language)
        if deep := too_deep(text, root):
            return Module(Form.NONE, (), (), Scopes({}, {}), (), (), None, is_strict=False, findings=(deep,))
    known = outline or outlined(text, root, language)
    statements = known.statements
    scopes = analyze_scopes(text, root, language)
    form = Form.ESM if statements else Form.COMMONJS if _is_commonjs(scopes) else Form.NONE
    module = Module(
        form,
        statements,
        read_requests(text, root, scopes),
        scopes,
        tuple(_metas(text, root)),
        tuple(_outer_this(text, root)) if form is Form.COMMONJS and "this" in text else (),
        _hashbang(text),
        form is Form.ESM or _says_strict(text, root),
    )
    # What scopes seem to be behind a syntax error means nothing.
    return replace(module, findings=known.broken or tuple(_findings(text, module, language)))


MAX_DEPTH = 1_000
"""Deeper scripts are refused: what looks around a node pays for each level, and engines give up as well."""

_LONG = 1 << 16


def too_deep(text: str, root: Node) -> Finding | None:
    """Return the finding where a script is nested deeper than anybody writes it."""
    if len(text) < _LONG and sum(map(text.count, "([{")) < MAX_DEPTH // 4:
        return None
    if not is_deeper(root, MAX_DEPTH):
        return None
    return rules.SCRIPT_TOO_DEEP.at(Span(0, len(text)), limit=MAX_DEPTH)


def _is_commonjs(scopes: Scopes) -> bool:
    return any(name in scopes.free for name in ("module", "exports", "require"))


_META = regex(r"\bimport\s*\.\s*meta\b")


def _metas(text: str, root: Node) -> Iterator[Span]:
    for match in _META.finditer(text) if "meta" in text else ():
        node = root.descendant_for_byte_range(*match.span())
        if node is not None and node.type == "meta_property":
            yield span(node)


_THIS = regex(r"this(?<![\w$]this)(?![\w$])")
# What has a `this` of its own.
_OWNERS = frozenset(
    (
        "function_declaration",
        "generator_function_declaration",
        "function_expression",
        "generator_function",
        "method_definition",
        "class_body",
    )
)


def _outer_this(text: str, root: Node) -> Iterator[Span]:
    """Yield each `this` that is the module's own, not a function's or a class's."""
    end = 0
    for match in _THIS.finditer(text):
        # All that the owner around one holds is passed by: most of a script is in few functions.
        if match.start() < end:
            continue
        node = root.descendant_for_byte_range(*match.span())
        owner = _owner(root, node) if node is not None else None
        if owner is not None:
            end = owner.end_byte
        elif node is not None and node.type == "this":
            yield span(node)


def _owner(root: Node, node: Node) -> Node | None:
    """Return the outermost thing around a node that has a `this` of its own."""
    at = root.child_with_descendant(node)
    while at is not None and at.type not in _OWNERS:
        at = at.child_with_descendant(node)
    return at


_SHELL_LINE = regex(r"#![^\n\r\u2028\u2029]*")


def _hashbang(text: str) -> Span | None:
    line = _SHELL_LINE.match(text)
    return None if line is None else Span(*line.span())


def _says_strict(text: str, root: Node) -> bool:
    for node in root.children:
        if node.type not in ("comment", "hash_bang_line", "expression_statement"):
            return False
        if node.type == "expression_statement":
            first = node.child(0)
            if first is None or first.type != "string":
                return False
            if text[first.start_byte + 1 : first.end_byte - 1] == "use strict":
                return True
    return False


def _findings(text: str, module: Module, language: Language) -> Iterator[Finding]:
    scopes = module.scopes
    # Types share names with values, so a grammar with types cannot tell a second declaration.
    if language is Language.JAVASCRIPT:
        for place in scopes.duplicates:
            yield rules.DUPLICATE_DECLARATION.at(place, name=text[place.start : place.end])
        yield from _export_findings(module)
    for place in scopes.awaits:
        yield rules.AWAIT_OUTSIDE_FUNCTION.at(place)
    for place in scopes.loose if module.is_strict and module.form is Form.ESM else ():
        line = first_line(text, place)
        yield rules.NOT_STRICT.at(line, found=text[line.start : line.end][:40].strip())
    for place in module.metas:
        yield rules.IMPORT_META.at(place)
    yield from _assigned(module.statements, scopes)


def _export_findings(module: Module) -> Iterator[Finding]:
    seen: set[str] = set()
    for entry in module.exports:
        if entry.name in seen:
            yield rules.DUPLICATE_EXPORT.at(entry.span, name=entry.name)
        seen.add(entry.name)
    for statement in module.statements:
        if isinstance(statement, ExportNames):
            for entry in statement.entries:
                if entry.local not in module.scopes.top:
                    yield rules.UNDECLARED_EXPORT.at(entry.span, name=entry.local)


def _assigned(statements: Iterable[Statement], scopes: Scopes) -> Iterator[Finding]:
    for statement in statements:
        for binding in statement.bindings if isinstance(statement, Import) else ():
            declaration = scopes.top.get(binding.local)
            for reference in declaration.references if declaration is not None else ():
                if reference.is_written:
                    yield rules.IMPORT_ASSIGNED.at(reference.span, name=binding.local)
