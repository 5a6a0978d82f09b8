"""Components that are declared and used by no template, and files that look like pages and are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.analyze.app import Unit, UnitKind
from miniport.analyze.closure import drawn, is_whole
from miniport.checks.scene import Scene
from miniport.checks.unnamed import unreached_units
from miniport.diagnostics import Diagnostic, Place
from miniport.dialect import FileKind
from miniport.facts import Json
from miniport.posix import PurePosixPath
from miniport.project.files import Unreadable
from miniport.project.pages import APP_CONFIG
from miniport.syntax.data import JsonDocument

Tags = Mapping[PurePosixPath, frozenset[str] | None]
"""The tags that the templates of each unit name, in lower case; None where not all are known."""


def tags_used(scene: Scene) -> Iterator[tuple[PurePosixPath, frozenset[str] | None]]:
    """Yield the tags of the units looked at, by the units' paths."""
    yield from ((unit.path, _used(unit, scene)) for unit in scene.units if unit.kind is not UnitKind.APP)


def components(scene: Scene, used: Tags) -> Iterator[Diagnostic]:
    """Yield a note for each declared component that nothing draws."""
    units = (*scene.facts.pages, *scene.facts.components)
    known = [tags for tags in used.values() if tags is not None]
    everywhere = frozenset[str]().union(*known) if len(known) == len(units) else None
    for unit in scene.facts.units:
        tags = everywhere if unit.kind is UnitKind.APP else used[unit.path]
        if scene.is_own(unit.path) and tags is not None:
            yield from _unused(unit, tags, scene)


def _unused(unit: Unit, used: frozenset[str], scene: Scene) -> Iterator[Diagnostic]:
    file = scene.facts.file(unit.config_file)
    tree = file.tree if file is not None else None
    if file is None or not isinstance(tree, JsonDocument):
        return
    if unit.template is None and unit.kind is not UnitKind.APP:
        return
    spare = used | frozenset(_named(unit.config.get("componentPlaceholder")))
    for tag in unit.components:
        pointer = ("usingComponents", tag)
        if tag.lower() not in spare and tree.has(pointer):
            yield scene.placed(file, rules.COMPONENT_UNUSED.at(tree.key_span(pointer), tag=tag))


def _used(unit: Unit, scene: Scene) -> frozenset[str] | None:
    """Return the tags that the templates of a unit name, in lower case; None where not all could be read."""
    found: set[str] = set()
    files = drawn(unit, scene.facts.files)
    if not files or files[0].path != unit.template:
        return None
    for file in files:
        if file.described is None or file.described.mentions is None or not is_whole(file):
            return None
        found.update(tag.lower() for tag in file.described.mentions.tags)
    return frozenset(found)


def _named(value: Json) -> Iterator[str]:
    for other in value.values() if isinstance(value, dict) else ():
        if isinstance(other, str):
            yield other.lower()


def unlisted(scene: Scene) -> tuple[PurePosixPath, ...]:
    """Return what looks like a page and is listed for no target."""
    # A page that is left out here, or listed under a condition, is listed all the same.
    base = scene.facts.project.base
    listed = "".join(_app_configs(scene))
    return tuple(
        path
        for path in unreached_units(scene, "page")
        if path.is_relative_to(base) and "/".join(path.parts[-2:]) not in listed
    )


def _app_configs(scene: Scene) -> Iterator[str]:
    """Yield the text of app.json and of each target's own."""
    files, base = scene.facts.project.files, scene.facts.project.base
    for name, is_folder in files.entries(base).items():
        if not is_folder and name.startswith(f"{PurePosixPath(APP_CONFIG).stem}.") and ".json" in name:
            try:
                yield files.read(base / name).decode("utf-8", "replace")
            except Unreadable:
                continue


def pages_not_listed(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a note for each page that app.json does not list, at the page's own template."""
    base = scene.facts.project.base
    suffix = scene.facts.project.reader.dialect.suffix(FileKind.TEMPLATE)
    for path in unlisted(scene):
        arguments = {"page": str(path.relative_to(base))}
        place = Place(path.with_name(path.name + suffix))
        yield Diagnostic(rules.PAGE_NOT_LISTED, arguments, place, target=scene.pack.name)
