"""Images and tab bars that platforms do not like: too large, too many, in another form."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.media import PICTURES
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Place
from miniport.project.pages import page_path, tab_items, tab_lists
from miniport.syntax.data import JsonDocument
from miniport.targets.pack import TargetPack

_UNITS = {"KB": 1024, "MB": 1024 * 1024}


def sizes(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what is said of images and of the tab bar."""
    yield from _images(scene)
    yield from _tabs(scene)
    yield from _tabs_in_detail(scene) if scene.facts.pages else ()


def _images(scene: Scene) -> Iterator[Diagnostic]:
    # What one platform advises is good advice for what is written in its dialect.
    limit = _limit(scene.pack, "image-size") or _limit(scene.facts.project.reader, "image-size")
    for path, content in scene.facts.assets.items():
        if limit and len(content) > limit and path.suffix.lower() in PICTURES and scene.is_own(path):
            arguments = {"size": str(len(content) // 1024), "limit": str(round(limit / 1024))}
            yield Diagnostic(rules.IMAGE_LARGE, arguments, Place(path), target=scene.pack.name)


def _tabs(scene: Scene) -> Iterator[Diagnostic]:
    app, reader = scene.facts.app, scene.facts.project.reader
    least, most = reader.limit("tab-bar-items-min"), reader.limit("tab-bar-items-max")
    file = scene.facts.file(app.config_file)
    tree = file.tree if file is not None else None
    if least is None or most is None or file is None or not isinstance(tree, JsonDocument):
        return
    for key, tabs in tab_lists(app.config):
        if not (least.value or 0) <= len(tabs) <= (most.value or len(tabs)):
            arguments = {"number": len(tabs), "least": f"{least.value:g}", "most": f"{most.value:g}"}
            yield scene.placed(file, rules.TAB_COUNT.at(tree.key_span(("tabBar", key)), **arguments))


def _tabs_in_detail(scene: Scene) -> Iterator[Diagnostic]:
    """Yield the first tab that is not the first page, and icons of a kind that is not shown."""
    app, reader = scene.facts.app, scene.facts.project.reader
    file = scene.facts.file(app.config_file)
    tree = file.tree if file is not None else None
    if file is None or not isinstance(tree, JsonDocument):
        return
    for key, at, tab in tab_items(app.config):
        for name, value in tab.items():
            pointer = ("tabBar", key, at, name)
            if not isinstance(value, str) or not tree.has(pointer):
                continue
            if value.lower().endswith(reader.language.tab_icons_without or ("\0",)):
                said = {"suffix": f".{value.rpartition('.')[2]}", "icon": value}
                yield scene.placed(file, rules.TAB_ICON.at(tree.span(pointer), **said))
            first = scene.facts.pages[0].path.relative_to(scene.facts.project.base)
            is_first = at == 0 and name == "pagePath" and reader.language.starts_at_first_tab
            if is_first and page_path(value) != first and "entryPagePath" not in app.config:
                said = {"tab": str(page_path(value)), "page": str(first)}
                yield scene.placed(file, rules.FIRST_TAB.at(tree.span(pointer), **said))


def _limit(pack: TargetPack, name: str) -> float | None:
    row = pack.limit(name)
    return None if row is None or row.value is None else row.value * _UNITS[row.unit]
