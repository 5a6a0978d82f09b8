"""APIs called through a module that gives away the API object: `export const host = my`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport.analyze.app import File
from miniport.checks.scene import Scene
from miniport.facts import Kind, Link, Use
from miniport.source import Span
from miniport.syntax.linkage import Import
from miniport.syntax.script import Script

ALL = "*"


def uses_through(scene: Scene) -> Iterator[tuple[File, tuple[Use, ...]]]:
    """Yield each script that calls APIs through another module, with those calls."""
    given = {file.path: names for file in scene.facts.files.values() if (names := _given(file))}
    if not given:
        return
    for file in scene.own_files():
        tree = file.described.tree if file.described is not None else None
        if not isinstance(tree, Script):
            continue
        bound = {
            each.local: given[path].get(each.name, "")
            for statement in tree.statements
            if isinstance(statement, Import)
            and (path := file.resolved.get((Link.SCRIPT, statement.request))) in given
            for each in statement.bindings
        }
        locals_ = {local for local, object_name in bound.items() if object_name}
        found = tuple(_uses(file, tree, locals_, scene)) if locals_ else ()
        if found:
            yield file, found


def _uses(file: File, script: Script, names: set[str], scene: Scene) -> Iterator[Use]:
    reader = scene.facts.project.reader_of(file.path)
    top = script.module.scopes.top
    for name in sorted(names & top.keys()):
        for reference in top[name].references:
            match = _MEMBERS.match(script.text, reference.end)
            if match is not None:
                written = re.sub(r"\s", "", match[0]).lstrip(".")
                api = reader.neutral(Kind.API, written)
                yield Use(Kind.API, api, Span(reference.start, match.end()), written=written)


_MEMBERS = re.compile(r"(?:\s*\.\s*[\w$]+)+")


def _given(file: File) -> dict[str, str]:
    """Return the exports of a script that are the API object itself, each with the object's name."""
    tree = file.described.tree if file.described is not None else None
    own = file.dialect.namespace
    if not isinstance(tree, Script) or "export" not in tree.text or own not in tree.text:
        return {}
    found = {match[1]: own for match in _declared(own).finditer(tree.text)}
    if re.search(rf"\bexport\s+default\s+{own}\s*(?:;|$)", tree.text, re.MULTILINE):
        found["default"] = own
    for match in re.finditer(rf"\bexport\s*\{{[^}}]*?\b{own}(?:\s+as\s+([\w$]+))?\s*[,}}]", tree.text):
        found[match[1] or own] = own
    return found


def _declared(own: str) -> re.Pattern[str]:
    return re.compile(rf"\bexport\s+(?:const|let|var)\s+([\w$]+)\s*=\s*{own}\s*(?:;|$)", re.MULTILINE)
