"""Images of a size that platforms do not like."""

from __future__ import annotations

from miniport.diagnostics import Diagnostic
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings
from miniport.targets.pack import bundled_pack

KB = 1024
APP = {
    "app.json": b'{"pages": ["pages/a/a"], "subPackages": [{"root": "more", "pages": ["b/b"]}]}',
    "app.js": b"App({});",
    "pages/a/a.axml": b"<view />",
    "pages/a/a.js": b"Page({});",
    "more/b/b.axml": b"<view />",
    "more/b/b.js": b"Page({});",
}


def said(large: dict[str, int], target: str) -> list[str]:
    """Return what is said of the sizes of an app with some large files."""
    files = {**APP, **{path: bytes(size * KB) for path, size in large.items()}}
    bundle = {PurePosixPath(path): content for path, content in files.items()}
    request = BuildRequest(BundleFiles(bundle), Settings(), (bundled_pack(target),))
    (built,) = build(request).targets
    return [_line(each) for each in built.diagnostics if each.rule.code.startswith("MP5")]


def _line(found: Diagnostic) -> str:
    assert found.message("zh")
    return f"{found.rule.code} {found.place.path}: {found.message()}; {found.help()}"


def test_an_image_over_what_is_advised_is_told_of():
    (line,) = said({"a.png": 99, "b.png": 101, "c.mp3": 500}, "weibo")
    assert line.startswith("MP500 b.png: the image has 101 KB; up to 100 KB are advised")
