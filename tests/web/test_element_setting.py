"""What elements need the project to say."""

from __future__ import annotations

from miniport.diagnostics import Diagnostic
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings, TargetSettings
from miniport.targets.pack import bundled_pack

TILES = {"tiles": "https://tiles.test/{z}/{x}/{y}.png", "attribution": "© them"}
FILES = {
    "app.json": '{"pages": ["pages/a/a", "pages/b/b"]}',
    "pages/a/a.js": "Page({})",
    "pages/a/a.axml": "<view><map/></view><map/>",
    "pages/b/b.js": "Page({})",
    "pages/b/b.axml": "<map/>",
}


def built(settings: Settings, template: str = FILES["pages/a/a.axml"]) -> tuple[list[Diagnostic], str]:
    """Return what was found of missing settings, and the text of app.js."""
    files = {**FILES, "pages/a/a.axml": template, "pages/b/b.axml": template}
    content = {PurePosixPath(path): text.encode() for path, text in files.items()}
    outcome = build(BuildRequest(BundleFiles(content), settings, (bundled_pack("web"),)))
    (target,) = outcome.targets
    assert target.bundle is not None
    found = [one for one in target.diagnostics if one.rule.code == "MP226"]
    return found, target.bundle[PurePosixPath("app.js")].decode()


def test_a_map_without_tiles_is_told_of_once():
    found, script = built(Settings())
    assert [(str(one.place.path), one.place.line, one.place.column) for one in found] == [
        ("pages/a/a.axml", 1, 8)
    ]
    assert "tiles.test" not in script


def test_a_map_with_tiles_takes_them_along():
    found, script = built(Settings(targets={"web": TargetSettings(settings={"map": TILES})}))
    assert found == []
    assert TILES["tiles"] in script


def test_an_app_without_a_map_needs_no_tiles():
    found, _ = built(Settings(), "<view/>")
    assert found == []
