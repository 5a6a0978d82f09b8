"""The project that tries what nobody has seen of a platform, and shows it as facts to lay over its pack."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.bundle import Bundle
from miniport.facts import Json
from miniport.field import replace
from miniport.posix import PurePosixPath
from miniport.targets.pack import TargetPack
from miniport.web.shell import ShellPage, WebApp, render_project

NAME = "miniport probe"
PAGES = ("pages/index/index", "pages/second/second")
"""The probe, and a page that it opens to see how that is done."""


def probe_project(pack: TargetPack, settings: Mapping[str, Json]) -> Bundle:
    """Return the files of a target's probe, {} where its pack has none; `settings` as for an app."""
    if not pack.probe_files:
        return {}
    app = WebApp(
        name=NAME,
        version="1.0.0",
        description="",
        settings=settings,
        window={"defaultTitle": NAME},
        pages=tuple(ShellPage(PurePosixPath(page), {}) for page in PAGES),
        scripts=_linked(pack, ".js"),
        styles=_linked(pack, ".css"),
        files={},
        members=frozenset(pack.members),
    )
    return render_project(app, replace(pack, project_files=pack.probe_files))


def _linked(pack: TargetPack, suffix: str) -> tuple[str, ...]:
    """Return the probe's files of a kind below the web root, in the pack's order, relative to it."""
    paths = (PurePosixPath(file.path) for file in pack.probe_files if file.each == "app")
    below = (path for path in paths if path.is_relative_to(pack.web_root) and path.suffix == suffix)
    return tuple(str(path.relative_to(pack.web_root)) for path in below)
