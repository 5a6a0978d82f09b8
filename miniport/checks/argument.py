"""What is handed to an API: a plain value where it takes an object of options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from miniport import rules
from miniport.analyze.app import File
from miniport.checks.object_name import object_name
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.facts import Kind
from miniport.regex import regex
from miniport.syntax.host import ApiUse
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack

_CALLBACKS = ("async", "sync", None)
_PLAIN = regex(r"""\s*(?:\?\.)?\(\s*(["'`][^"'`\n]*["'`]|-?\d[\d.]*)\s*[,)]""")


def arguments(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each call that hands a text or number to an API of options."""
    for file in scene.own_files():
        tree = file.tree
        if isinstance(tree, Script):
            reader = scene.facts.project.reader_of(file.path)
            for use in tree.uses:
                finding = _misshapen(use, tree.text, reader, file) if use.calls else None
                if finding is not None:
                    yield scene.placed(file, finding)


def _misshapen(use: ApiUse, text: str, reader: TargetPack, file: File) -> Finding | None:
    match = _PLAIN.match(text, use.span.end) if None in use.calls else None
    if match is None or not use.is_known:
        return None
    # What the API takes is told by the platform whose words the file is written in.
    fact = reader.index.get((Kind.API, "", reader.neutral(Kind.API, use.path)))
    row = fact[0] if fact is not None and fact[0] is not None else {}
    options = [name.rstrip("!") for name in cast(list[str], row.get("params") or ())]
    if not options or row.get("args") or row.get("kind") not in _CALLBACKS:
        return None
    needed = [name.rstrip("!") for name in cast(list[str], row["params"]) if name.endswith("!")]
    api = f"{object_name(text, use.span.start, file.dialect)}.{use.path}"
    cure = f"{api}({{{(needed or options)[0]}: {match[1]}}})"
    return rules.ARGUMENT_SHAPE.at(use.span, name=api, found=match[1], cure=cure)
