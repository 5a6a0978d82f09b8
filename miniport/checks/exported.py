"""Imports of names that the other module does not export."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import File
from miniport.analyze.did_you_mean import near_words
from miniport.checks.scene import Scene, related
from miniport.diagnostics import Diagnostic
from miniport.facts import Link
from miniport.frozen import frozen
from miniport.source import Span
from miniport.syntax.linkage import DefaultKind, ExportDefault, ExportFrom, Import, gives_default_alone
from miniport.syntax.module_form import Form
from miniport.syntax.script_tree import Script

# Types are erased before anyone asks for them, so a name without a value may be one.
_TYPED = frozenset((".ts", ".tsx"))


def imports(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each name that is imported from a module that has it not."""
    for file in scene.own_files():
        tree = file.tree
        if isinstance(tree, Script):
            for statement in tree.statements:
                if isinstance(statement, Import | ExportFrom):
                    yield from _missing(scene, file, statement)


def _missing(scene: Scene, file: File, statement: Import | ExportFrom) -> Iterator[Diagnostic]:
    other = _module(scene, file, statement)
    if other is None or {file.origin.suffix, other.origin.suffix} & _TYPED:
        return
    known = _exports(other)
    if known is None:
        return
    text = file.source.text if file.source is not None else ""
    inside = _inside(other)
    for name, span in _asked(statement, text):
        if name in known:
            continue
        place = related(other, Span(0, 0), "the module", "该模块")
        if inside is not None and (inside.is_open or name in inside.names):
            finding = rules.IMPORT_FROM_DEFAULT.at(span, name=name, module=str(other.path))
        else:
            near = near_words(name, known | (inside.names if inside is not None else frozenset()))
            finding = rules.IMPORT_OF_NOTHING.at(span, name=name, module=str(other.path), **near)
        yield scene.placed(file, finding, place)


def _module(scene: Scene, file: File, statement: Import | ExportFrom) -> File | None:
    for link in (Link.SCRIPT, Link.MODULE):
        path = file.resolved.get((link, statement.request))
        if path is not None:
            return scene.facts.files.get(path)
    return None


def _exports(other: File) -> frozenset[str] | None:
    """Return the names that a module exports; None where they are not all known."""
    tree = other.tree
    if not isinstance(tree, Script) or tree.form is not Form.ESM or tree.findings:
        return None
    passed = [statement for statement in tree.statements if isinstance(statement, ExportFrom)]
    if any(entry.name == "*" for statement in passed for entry in statement.entries):
        return None
    if "exports" in tree.text and any(word in tree.text for word in ("module.exports", "exports.")):
        return None
    return frozenset(each.name for each in tree.exports)


@frozen
class _Inside:
    """The names in what a module exports as its default; `is_open`: there may be others."""

    names: frozenset[str]
    is_open: bool


def _inside(other: File) -> _Inside | None:
    """Return the names that a module gives by its default alone, None where it gives none so.

    A compiler that makes `module.exports` of a lone default lets them be imported by name: published apps
    of the platforms do that, and the modules of web targets do the same.
    """
    tree = other.tree
    if not isinstance(tree, Script) or not gives_default_alone(tree.statements):
        return None
    told = next((each for each in tree.statements if isinstance(each, ExportDefault)), None)
    if told is None or told.kind is not DefaultKind.VALUE:
        return None
    literal = told.literal
    if literal is None:
        return _Inside(frozenset(), is_open=True)
    return _Inside(frozenset(entry.name for entry in literal.entries), literal.is_open)


def _asked(statement: Import | ExportFrom, text: str) -> Iterator[tuple[str, Span]]:
    """Yield each name asked for, with where it stands in the text."""
    if isinstance(statement, ExportFrom):
        entries = [(entry.local, entry.span) for entry in statement.entries]
    else:
        entries = [(each.name, each.span) for each in statement.bindings]
    for name, span in entries:
        if name == "*":
            continue
        # In `{name as other}` the span is that of the other.
        at = re.compile(rf"(?<![\w$]){re.escape(name)}(?=\s+as\s)").search(
            text, statement.span.start, span.start
        )
        yield name, Span(*at.span()) if at is not None else span
