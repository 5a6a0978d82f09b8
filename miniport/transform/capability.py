"""Calls of what the target lacks, led to the modules that the project supplies for it."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport import rules
from miniport.analyze.app import AppFacts, File
from miniport.bundle import Bundle
from miniport.diagnostics import Diagnostic
from miniport.edit import Edit
from miniport.facts import Json, Kind, Use
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Adapter
from miniport.transform.layout import Layout

if TYPE_CHECKING:
    from miniport.syntax.host import ApiUse

MODULE = "miniport-adapter"
"""The generated module at the app root that the calls are led to."""

CAN_I_USE = "canIUse"
# In a pattern behind a key: the name it is bound to.
_BOUND = regex(r"""["']?\s*:\s*[\w$]+""")
_DEFAULT = regex(r"\s*=")


def led_to_adapters(file: File, facts: AppFacts, pack: TargetPack, layout: Layout) -> Iterator[Edit]:
    """Put the generated module in place of the API object where an adapter serves what is used of it."""
    script = _script(file)
    if script is None or not facts.adapters:
        return
    at = layout.place(file.path).parent
    module = f"require({json.dumps(_request(_place(layout), at))})"
    for use in _served(script, file, facts, pack):
        if use.object.start < use.object.end:
            yield Edit(use.object, module, "capability")
        elif (end := _end_of_entry(script.text, use)) is not None:
            yield Edit(Span(end, end), f" = {module}.{use.path}", "capability")
    for use in _asking(script, file, facts, pack):
        yield Edit(use.object, module, "capability")


def adapter_module(facts: AppFacts, pack: TargetPack, layout: Layout) -> Bundle:
    """Return the generated module, or nothing where no adapter is needed."""
    from miniport.resources import template_text

    apis: dict[str, Json] = {}
    for file in facts.files.values():
        script = _script(file)
        for use in _served(script, file, facts, pack) if script is not None else ():
            name = _neutral(use, file, facts)
            apis[use.path] = [_capability(name, facts, pack), name]
    if not apis:
        return {}
    # Imported here: most projects have no adapter.
    from string import Template

    place = _place(layout)
    requests = {
        name: _request(layout.place(path), place.parent) for name, path in sorted(facts.adapters.items())
    }
    text = Template(template_text("adapter.js")).substitute(
        modules="\n".join(
            f"  {json.dumps(name)}: () => require({json.dumps(at)})," for name, at in requests.items()
        ),
        apis=json.dumps(dict(sorted(apis.items())), ensure_ascii=False),
        host=json.dumps(pack.name),
        dialect=json.dumps(pack.dialect.name),
        namespace=pack.dialect.namespace,
    )
    return {place.with_name(f"{place.name}.js"): text.encode()}


def out_of_reach(facts: AppFacts, pack: TargetPack) -> Iterator[Diagnostic]:
    """Yield the uses that are written in a way that cannot be led to their adapter."""
    for file in facts.files.values():
        script, source = _script(file), file.source
        if script is None or source is None:
            continue
        for use in _served(script, file, facts, pack):
            if use.object.start == use.object.end and _end_of_entry(script.text, use) is None:
                name = f"{file.dialect.namespace}.{use.path}"
                finding = rules.ADAPTER_OUT_OF_REACH.at(use.span, target=pack.name, name=name)
                yield finding.placed(source, pack.name)


def _served(script: Script, file: File, facts: AppFacts, pack: TargetPack) -> Iterator[ApiUse]:
    for use in script.uses:
        if use.members and use.is_known and not use.is_written:
            name = _neutral(use, file, facts)
            if _capability(name, facts, pack) and name in _names(pack):
                yield use


def _asking(script: Script, file: File, facts: AppFacts, pack: TargetPack) -> Iterator[ApiUse]:
    """Yield the calls of canIUse that ask for something an adapter serves."""
    calls = [use for use in script.uses if use.path == CAN_I_USE and use.object.start < use.object.end]
    reader = facts.project.reader_of(file.path)
    for asked in script.asked:
        name = reader.neutral(Kind.API, asked.text)
        before = [use for use in calls if use.span.end <= asked.span.start]
        if before and name in _names(pack) and _capability(name, facts, pack):
            yield before[-1]


def _neutral(use: ApiUse, file: File, facts: AppFacts) -> str:
    return facts.project.reader_of(file.path).neutral(Kind.API, use.path)


def _names(pack: TargetPack) -> frozenset[str]:
    return frozenset(name for kind, _, name in pack.index if kind is Kind.API)


def _capability(name: str, facts: AppFacts, pack: TargetPack) -> str:
    """Return the capability that serves an API on this target, where the project supplies it; else ""."""
    verdict = pack.verdict(Use(Kind.API, name, Span(0, 0)))
    is_served = isinstance(verdict, Adapter) and verdict.capability in facts.adapters
    return verdict.capability if is_served and isinstance(verdict, Adapter) else ""


def _end_of_entry(text: str, use: ApiUse) -> int | None:
    """Return where a default can be put in `{name} = my` or `{name: other} = my`; None where it cannot."""
    if use.inherited:
        return None
    bound = _BOUND.match(text, use.span.end)
    end = bound.end() if bound else use.span.end
    return None if _DEFAULT.match(text, end) else end


def _place(layout: Layout) -> PurePosixPath:
    return layout.app_root() / MODULE


def _request(target: PurePosixPath, folder: PurePosixPath) -> str:
    path = posixpath.relpath(str(target), str(folder))
    return path if path.startswith("..") else f"./{path}"


def _script(file: File) -> Script | None:
    tree = file.tree
    return tree if isinstance(tree, Script) else None
