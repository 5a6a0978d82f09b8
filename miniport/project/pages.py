"""The pages that app.json lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.facts import Json
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.request import normal
from miniport.syntax.data import Pointer

_TOP = PurePosixPath()

APP_CONFIG = "app.json"
SUBPACKAGES = ("subPackages", "subpackages")


@frozen
class PageEntry:
    """One page of the page list: `path` relative to the app root, without suffix."""

    path: PurePosixPath
    pointer: Pointer


def page_entries(config: Mapping[str, Json]) -> Iterator[PageEntry]:
    """Yield every listed page: the main package's, then each subpackage's, in order."""
    yield from _entries(config.get("pages"), _TOP, ("pages",))
    for key in SUBPACKAGES:
        packages = config.get(key)
        for index, package in enumerate(packages if isinstance(packages, list) else ()):
            if isinstance(package, dict) and isinstance(package.get("root"), str):
                root = page_path(str(package["root"]))
                yield from _entries(package.get("pages"), root, (key, index, "pages"))


def _entries(pages: Json, root: PurePosixPath, pointer: Pointer) -> Iterator[PageEntry]:
    for index, page in enumerate(pages if isinstance(pages, list) else ()):
        if isinstance(page, str) and page.strip("/"):
            yield PageEntry(page_path(page, root), (*pointer, index))


def page_path(written: str, root: PurePosixPath = _TOP) -> PurePosixPath:
    """Return the path, relative to the app root, that a page's name means; a query is no part of it."""
    return normal(root / written.split("?")[0].strip("/"))


def tab_lists(config: Mapping[str, Json]) -> Iterator[tuple[str, list[Json]]]:
    """Yield (key, tabs) for each list of tabs of an app: one, by the name that its dialect gives to it."""
    bar = config.get("tabBar")
    for key in ("items", "list"):
        tabs = bar.get(key) if isinstance(bar, dict) else None
        if isinstance(tabs, list):
            yield key, tabs


def tab_items(config: Mapping[str, Json]) -> Iterator[tuple[str, int, Mapping[str, Json]]]:
    """Yield (key, index, tab) for each tab of an app."""
    for key, tabs in tab_lists(config):
        for index, tab in enumerate(tabs):
            if isinstance(tab, dict):
                yield key, index, tab


def tab_paths(config: Mapping[str, Json]) -> Iterator[PurePosixPath]:
    """Yield the path of every page that the tab bar of an app names."""
    for _, _, tab in tab_items(config):
        if isinstance(named := tab.get("pagePath"), str):
            yield page_path(named)
