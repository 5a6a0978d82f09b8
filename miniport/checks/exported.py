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
from miniport.source import Span
from miniport.syntax.linkage import ExportDefault, ExportFrom, Import
from miniport.syntax.module import Form
from miniport.syntax.script import Script

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
    for name, span in _asked(statement, text):
        if name not in known and not (scene.pack.family == "dialect" and name in _inside(other)):
            arguments = {"name": name, "module": str(other.path), **near_words(name, known)}
            place = related(other, Span(0, 0), "the module", "该模块")
            yield scene.placed(file, rules.IMPORT_OF_NOTHING.at(span, **arguments), place)


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


def _inside(other: File) -> frozenset[str]:
    """Return the names in the object that a module exports as its default.

    Some compilers let them be imported by name, and nobody has looked which of a platform's versions do.
    """
    tree = other.tree
    statements = tree.statements if isinstance(tree, Script) else ()
    literals = (each.literal for each in statements if isinstance(each, ExportDefault))
    return frozenset(entry.name for literal in literals if literal is not None for entry in literal.entries)


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
