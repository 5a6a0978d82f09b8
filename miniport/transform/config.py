"""Configuration files as a dialect target has them."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.analyze.app import AppFacts, File, Unit, UnitKind
from miniport.analyze.config_use import config_uses
from miniport.analyze.theme import theme, variables
from miniport.edit import Edit, apply
from miniport.facts import Kind, Link
from miniport.field import replace
from miniport.project.request import is_foreign
from miniport.syntax.data import JsonDocument, json_text, parse_json
from miniport.syntax.data_edit import remove_keys, rename_key, set_value
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Rename, Same
from miniport.transform.layout import Layout, request_for


def config_text(file: File, facts: AppFacts, pack: TargetPack, layout: Layout) -> bytes:
    """Return a configuration file's content: its own bytes wherever nothing has to change."""
    source = file.source
    described = file.described
    assert source is not None and described is not None
    document = described.tree
    assert isinstance(document, JsonDocument)
    unit = facts.by_config.get(file.path)
    if unit is None:
        return file.content if source.written is None else source.encode(source.text)
    if unit.kind is UnitKind.APP:
        value = dict(facts.app.config)
        if value != document.value:
            source = replace(source, text=json_text(value))
            document = parse_json(source.text)
    requests = (*_left_out(document, unit), *_requests(document, unit, layout))
    edits = [*requests, *_in_light(document, unit, facts, pack), *_keys(document, unit, facts, pack)]
    return source.encode(apply(source.text, edits))


def _left_out(document: JsonDocument, unit: Unit) -> Iterator[Edit]:
    if unit.left_out and document.has(("usingComponents",)):
        yield from remove_keys(document, ("usingComponents",), unit.left_out.keys(), "config")


def _in_light(document: JsonDocument, unit: Unit, facts: AppFacts, pack: TargetPack) -> Iterator[Edit]:
    """Yield the light value of each `@name` where the platform has no themes."""
    known = theme(facts)
    if known is None or isinstance(pack.verdict_of(Kind.CONFIG, "themeLocation", UnitKind.APP), Same):
        return
    for pointer, name in variables(unit):
        if name in known.values["light"] and document.has(pointer):
            yield set_value(document, pointer, known.values["light"][name], "config")


def _requests(document: JsonDocument, unit: Unit, layout: Layout) -> Iterator[Edit]:
    declared = unit.config.get("usingComponents")
    importer = unit.config_file
    for tag, request in declared.items() if isinstance(declared, dict) and importer is not None else ():
        target = unit.components.get(tag)
        if target is None or not isinstance(request, str) or is_foreign(request):
            continue
        respelled = request_for(layout, Link.COMPONENT, request, importer, target)  # type: ignore[arg-type]
        if respelled != request:
            yield set_value(document, ("usingComponents", tag), respelled, "config")


def _keys(document: JsonDocument, unit: Unit, facts: AppFacts, pack: TargetPack) -> Iterator[Edit]:
    reader = facts.project.reader
    if reader.dialect.name == pack.dialect.name:
        return
    for pointer, use in config_uses(document, unit.kind, reader):
        verdict = pack.verdict(use)
        if isinstance(verdict, Rename) and verdict.to != pointer[-1]:
            yield rename_key(document, pointer, verdict.to, "config")
