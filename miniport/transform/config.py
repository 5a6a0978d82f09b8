"""Configuration files as a dialect target has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from miniport.analyze.app import AppFacts, File, Unit, UnitKind
from miniport.analyze.config_use import config_uses
from miniport.edit import Edit, apply
from miniport.facts import Json, Link
from miniport.project.pages import SUBPACKAGES, page_path
from miniport.project.resolve import is_foreign
from miniport.syntax.data import JsonDocument, json_text, parse_json
from miniport.syntax.data_edit import rename_key, set_value
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Rename
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
        value = app_config(facts)
        if value != document.value:
            source = replace(source, text=json_text(value))
            document = parse_json(source.text)
    edits = [*_requests(document, unit, layout), *_keys(document, unit, facts, pack)]
    return source.encode(apply(source.text, edits))


def app_config(facts: AppFacts) -> dict[str, Json]:
    """Return the app's configuration for one target: layers merged, pages that are left out taken out."""
    kept = {str(page.path.relative_to(facts.project.base)) for page in facts.pages}
    value = dict(facts.app.config)
    if isinstance(pages := value.get("pages"), list):
        value["pages"] = [page for page in pages if str(page_path(str(page))) in kept]
    for key in SUBPACKAGES:
        if isinstance(packages := value.get(key), list):
            value[key] = [package for each in packages if (package := _subpackage(each, kept)) is not None]
    bar = value.get("tabBar")
    for key in ("items", "list"):
        if isinstance(bar, dict) and isinstance(items := bar.get(key), list):
            value["tabBar"] = {**bar, key: [item for item in items if _is_kept(item, kept)]}
    return value


def _subpackage(package: Json, kept: set[str]) -> Json:
    if not isinstance(package, dict) or not isinstance(pages := package.get("pages"), list):
        return package
    root = page_path(str(package.get("root", "")))
    left = [page for page in pages if str(page_path(str(page), root)) in kept]
    return {**package, "pages": left} if left else None


def _is_kept(item: Json, kept: set[str]) -> bool:
    return not isinstance(item, dict) or str(page_path(str(item.get("pagePath", "")))) in kept


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
