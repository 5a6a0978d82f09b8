"""What of the language no engine of a platform has, and what is wrong with scripts as modules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport import rules
from miniport.analyze.app import File
from miniport.analyze.level import level_of
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.dialect import FileKind
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.script_tree import Script
from miniport.syntax.tree import captures, parse, span

if TYPE_CHECKING:
    from tree_sitter import Node

_QUERY = "(decorator) @decorator (regex flags: (regex_flags) @flags) (number) @number"
_DECORATOR = ("es2099", "a decorator (@name)", "装饰器（@name）")
_SETS = ("es2024", "the flag v of a regular expression", "正则表达式的 v 标志")
_WORTH = regex(r"@\w|/[a-z]*v|\dn\b")


def modern(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each thing of the language that the platform lacks whatever compiles it."""
    dialect = scene.pack.dialect
    limit = level_of(scene.facts.project, scene.pack) or dialect.newest
    for file in scene.own_files():
        tree = file.tree
        if file.kind is not FileKind.SCRIPT or not isinstance(tree, Script):
            continue
        found = list(_values(tree, dialect.never, scene.pack.name))
        if _WORTH.search(tree.text):
            found += _syntax(file, tree, limit, scene)
        if scene.pack.family == "dialect":
            # Of a web target these are met when its modules are made.
            found += tree.late_findings
        for finding in sorted(found, key=lambda each: each.span):
            yield scene.placed(file, finding)


def _values(script: Script, never: tuple[str, ...], target: str) -> Iterator[Finding]:
    for name in never:
        if name in script.text and not re.search(rf"typeof\s*\(?\s*{name}\b", script.text):
            for at in script.free.get(name, ()):
                yield rules.VALUE_OF_NOWHERE.at(at, name=name, target=target)


def _syntax(file: File, script: Script, limit: str, scene: Scene) -> Iterator[Finding]:
    found = captures(parse(script.text), _QUERY)
    # Of a web target they are met when its modules are made; of TypeScript when its types are erased.
    is_kept = scene.pack.family == "dialect" and file.origin.suffix == ".js"
    marked = [(node, _DECORATOR) for node in found.get("decorator", ()) if is_kept]
    marked += [(_whole(node), _SETS) for node in found.get("flags", ()) if "v" in _text(script, node)]
    for node, (level, en, zh) in marked:
        if limit and level > limit:
            said = {"level": limit, "found_en": en, "found_zh": zh}
            yield rules.SYNTAX_OF_NOWHERE.at(span(node), target=scene.pack.name, **said)
    big = "BigInt"
    if big in scene.pack.dialect.never and scene.pack.family == "dialect":
        for node in found.get("number", ()):
            if _text(script, node).endswith("n"):
                yield rules.VALUE_OF_NOWHERE.at(span(node), name=big, target=scene.pack.name)


def _whole(flags: Node) -> Node:
    return flags.parent or flags


def _text(script: Script, node: Node) -> str:
    at: Span = span(node)
    return script.text[at.start : at.end]
