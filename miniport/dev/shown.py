"""What one frame of the preview shows: an app as web content, alone or in its container."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from miniport.bundle import Bundle
from miniport.facts import Json
from miniport.output.manifest import read
from miniport.pipeline import preview
from miniport.project.settings import Settings
from miniport.targets.pack import TargetPack, bundled

HOME = PurePosixPath("index.html")
RUNTIME = PurePosixPath("runtime.js")
MAP = PurePosixPath("app.js.map")


@dataclass(frozen=True)
class Shown:
    """One target's app in the preview.

    `files`: the emitted project where `is_contained`, else a site; the web files lie below `web_root`.
    `name` is the frame's and the target's; the titles are those of the platform.
    """

    name: str
    title_en: str
    title_zh: str
    files: Bundle
    web_root: PurePosixPath
    is_contained: bool
    version: int = 0

    def map_text(self) -> bytes | None:
        """Return the source map of the app's script, None where it has none."""
        return self.files.get(self.web_root / MAP)

    def described(self) -> dict[str, Json]:
        """Return what the page has to know of the frame besides its address."""
        return {
            "name": self.name,
            "title": {"en": self.title_en, "zh": self.title_zh},
            "home": str(self.web_root / HOME),
            "isContained": self.is_contained,
            "version": self.version,
        }


def shown(bundle: Bundle, settings: Settings, pack: TargetPack) -> Shown | None:
    """Return how the bundle of a target is shown; None where the simulator cannot be made of it."""
    if pack.family == "web":
        is_contained = pack.web_root != pack.app_root
        return Shown(pack.name, pack.title_en, pack.title_zh, bundle, pack.web_root, is_contained)
    site = preview(bundle, replace(settings, source_maps="file"), pack).bundle
    if site is None:
        return None
    return Shown(pack.name, pack.title_en, pack.title_zh, site, PurePosixPath("."), is_contained=False)


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


def shown_in(dist: Path, settings: Settings) -> Iterator[Shown]:
    """Yield what can be shown of a folder: the bundles in it, by target, or the one that it is."""
    places = [(name, dist / name) for name in bundled()]
    for name, folder in [*places, (dist.resolve().name, dist)]:
        pack = bundled().get(name)
        bundle = read_bundle(folder) if pack is not None else None
        found = shown(bundle, settings, pack) if pack is not None and bundle else None
        if found is not None:
            yield found
