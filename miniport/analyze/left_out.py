"""What one target leaves out: pages with their tabs, and components with the tags that mean them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from miniport import rules
from miniport.analyze.app import File, Unit
from miniport.diagnostics import Diagnostic
from miniport.facts import Json, Kind
from miniport.posix import PurePosixPath
from miniport.project.pages import SUBPACKAGES, page_path, tab_lists


def kept_config(config: Mapping[str, Json], kept: set[str]) -> dict[str, Json]:
    """Return an app's configuration without the pages that one target leaves out."""
    value = dict(config)
    if isinstance(pages := value.get("pages"), list):
        value["pages"] = [page for page in pages if str(page_path(str(page))) in kept]
    for key in SUBPACKAGES:
        if isinstance(packages := value.get(key), list):
            value[key] = [package for each in packages if (package := _subpackage(each, kept)) is not None]
    left = {key: [tab for tab in tabs if _is_kept(tab, kept)] for key, tabs in tab_lists(config)}
    if left and isinstance(bar := value.get("tabBar"), dict):
        value["tabBar"] = {**bar, **left}
    return value


def _subpackage(package: Json, kept: set[str]) -> Json:
    if not isinstance(package, dict) or not isinstance(pages := package.get("pages"), list):
        return package
    root = page_path(str(package.get("root", "")))
    left = [page for page in pages if str(page_path(str(page), root)) in kept]
    return {**package, "pages": left} if left else None


def _is_kept(item: Json, kept: set[str]) -> bool:
    return not isinstance(item, dict) or str(page_path(str(item.get("pagePath", "")))) in kept


def tags_left_out(
    app: Unit, units: Iterable[Unit], files: Mapping[PurePosixPath, File], target: str
) -> Iterator[Diagnostic]:
    """Yield each tag of a template that means a component which the target leaves out."""
    for unit in units:
        file = files.get(unit.template) if unit.template is not None else None
        if file is None or file.source is None or file.described is None:
            continue
        left_out = {**app.left_out, **unit.left_out}
        for use in file.described.uses:
            component = left_out.get(use.written or use.name) if use.kind is Kind.COMPONENT else None
            if component is not None:
                arguments = {"tag": use.written or use.name, "component": component, "target": target}
                yield rules.COMPONENT_LEFT_OUT.at(use.span, **arguments).placed(file.source, target)
