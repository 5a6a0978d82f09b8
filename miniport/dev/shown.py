"""What one frame of the preview shows: an app as web content, alone or in its container."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from miniport.analyze.app import AppFacts
from miniport.bundle import Bundle
from miniport.dev.way_back import Names, WayBack, found_again, way_back
from miniport.facts import Json
from miniport.field import replace
from miniport.frozen import frozen
from miniport.output.manifest import read
from miniport.pipeline import Built, preview
from miniport.posix import PurePosixPath
from miniport.project.settings import Settings
from miniport.regex import regex
from miniport.targets.pack import TargetPack, bundled

Compile = Callable[[Bundle, Settings, TargetPack], Built]
"""Compiles an emitted bundle for the simulator."""

HOME = PurePosixPath("index.html")
RUNTIME = PurePosixPath("runtime.js")
SCRIPT = PurePosixPath("app.js")
MAP = PurePosixPath("app.js.map")
_DEFINITION = regex(rb'^miniport\.define\(("(?:[^"\\]|\\.)*")', re.MULTILINE)


@frozen
class Shown:
    """One target's app in the preview.

    `files`: the emitted project where `is_contained`, else a site; the web files lie below `web_root`.
    `name` is the frame's and the target's; the titles are those of the platform. `way_back` returns the
    user's files by what the script calls them; it is asked only where something went wrong. `pages`: the
    paths of the app's pages, where they are known. `before`: the version before this one and its script.
    """

    name: str
    title_en: str
    title_zh: str
    files: Bundle
    web_root: PurePosixPath
    is_contained: bool
    version: int = 0
    way_back: Callable[[], WayBack] = WayBack
    pages: tuple[str, ...] = ()
    before: tuple[int, bytes] = (-1, b"")

    @property
    def script(self) -> bytes:
        """Return the app's script."""
        return self.files.get(self.web_root / SCRIPT, b"")

    def line(self, number: int) -> str:
        """Return a line of the app's script, 1-based; "" where it has no such line."""
        lines = self.script.split(b"\n")
        return lines[number - 1].decode("utf-8", "replace") if 0 < number <= len(lines) else ""

    def following(self, last: Shown) -> Shown:
        """Return this as what comes after the last one."""
        return replace(self, version=last.version + 1, before=(last.version, last.script))

    def described(self) -> dict[str, Json]:
        """Return what the page has to know of the frame besides its address."""
        return {
            "name": self.name,
            "title": {"en": self.title_en, "zh": self.title_zh},
            "home": str(self.web_root / HOME),
            "isContained": self.is_contained,
            "isThere": bool(self.files),
            "version": self.version,
            "pages": list(self.pages),
        }

    def places(self) -> bytes:
        """Return, as JSON, the way from the app's script to the user's files.

        The source map, where there is one. Else {"lines": [[line, path], ...]}: where each module's text
        begins; its lines are the file's own (miniport.web.modules).
        """
        way = self.way_back()
        told = self.files.get(self.web_root / MAP)
        if told is not None:
            return _led_on(told, way.by_source)
        script = self.script
        lines, at, seen = [], 0, 1
        for match in _DEFINITION.finditer(script):
            seen += script.count(b"\n", at, match.start())
            at = match.start()
            module = json.loads(match[1]).lstrip("/")
            lines.append([seen + 1, way.by_module.get(module, module)])
        return json.dumps({"lines": lines}, ensure_ascii=False).encode("utf-8")


def blank(pack: TargetPack) -> Shown:
    """Return the frame of a target before there is anything to show."""
    is_contained = pack.family == "web" and pack.web_root != pack.app_root
    root = pack.web_root if pack.family == "web" else PurePosixPath(".")
    return Shown(pack.name, pack.title_en, pack.title_zh, {}, root, is_contained)


def shown(
    bundle: Bundle, settings: Settings, pack: TargetPack, facts: AppFacts, compiled: Compile = preview
) -> Shown | None:
    """Return how the bundle of a target is shown; None where the simulator cannot be made of it."""
    found, simulated = _shown(bundle, settings, pack, compiled)
    if found is None:
        return None
    pages = tuple(str(page.path) for page in facts.pages)
    return replace(found, way_back=partial(way_back, facts, pack, simulated), pages=pages)


def _shown(
    bundle: Bundle, settings: Settings, pack: TargetPack, compiled: Compile = preview
) -> tuple[Shown | None, AppFacts | None]:
    """Return how a bundle is shown, and the facts of what was compiled once more for it."""
    if pack.family == "web":
        return replace(blank(pack), files=bundle), None
    made = compiled(bundle, settings, pack)
    return (None, None) if made.bundle is None else (replace(blank(pack), files=made.bundle), made.facts)


def _led_on(told: bytes, names: Names) -> bytes:
    """Return a source map that leads to other names of its sources."""
    if not names:
        return told
    source_map = json.loads(told)
    sources = [names.get(source, source) for source in source_map["sources"]]
    return json.dumps({**source_map, "sources": sources}, ensure_ascii=False).encode("utf-8")


def changes(before: Bundle, after: Bundle) -> tuple[PurePosixPath, ...]:
    """Return the paths whose content is new, other or gone, in order."""
    return tuple(sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path)))


def read_bundle(folder: Path) -> Bundle | None:
    """Return what miniport wrote into a folder, None where it wrote nothing there.

    Only what the folder's own list names is read, and no link is followed out of the folder.
    """
    entries = read(folder)
    if entries is None:
        return None
    root = folder.resolve()
    found: dict[PurePosixPath, bytes] = {}
    for path in entries:
        file = (folder / path).resolve()
        if file.is_relative_to(root) and file.is_file():
            found[path] = file.read_bytes()
    return found


def shown_in(dist: Path, settings: Settings, project: Path) -> Iterator[Shown]:
    """Yield what can be shown of a folder: the bundles in it, by target, or the one that it is.

    `project` is the folder they were built from, as far as it still holds that project.
    """
    places = [(name, dist / name) for name in bundled()]
    for name, folder in [*places, (dist.resolve().name, dist)]:
        pack = bundled().get(name)
        bundle = read_bundle(folder) if pack is not None else None
        if pack is None or not bundle:
            continue
        found, simulated = _shown(bundle, settings, pack)
        if found is not None:
            yield replace(found, way_back=partial(found_again, project, settings, pack, simulated))
