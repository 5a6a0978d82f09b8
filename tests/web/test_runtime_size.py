"""How much of the runtime an app loads: limits in bytes, as gzip -9 packs it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles, DiskFiles, Files
from miniport.project.read_settings import read_settings
from miniport.project.settings import Settings
from miniport.targets.pack import bundled_names, bundled_pack
from tests.web.test_parts import HELLO

TARGETS = ("web", "weibo")
HELLO_LIMIT = 16 * 1024
MILK_TEA_LIMIT = 40 * 1024
PLAIN = Settings()


def runtime_size(files: Files, target: str, settings: Settings = PLAIN) -> int:
    """Return the packed size of runtime.js, in which everything of ours is that the app's page loads."""
    pack = bundled_pack(target)
    (built,) = build(BuildRequest(files, settings, (pack,), keep_going=True)).targets
    assert built.bundle is not None
    below = pack.web_root
    scripts = {path for path in built.bundle if path.parent == below and path.suffix == ".js"}
    assert scripts == {below / "runtime.js", below / "app.js"}
    return len(gzip.compress(built.bundle[below / "runtime.js"], 9))


@pytest.mark.parametrize("target", TARGETS)
def test_a_page_with_a_view_a_text_and_a_tap_stays_small(target: str):
    content = {PurePosixPath(path): text.encode() for path, text in HELLO.items()}
    assert runtime_size(BundleFiles(content), target) <= HELLO_LIMIT


@pytest.mark.parametrize("target", TARGETS)
def test_a_whole_app_stays_within_its_limit(target: str, root: Path):
    project = root / "examples" / "milk-tea"
    settings = read_settings(project, bundled_names()).settings
    assert runtime_size(DiskFiles(project, project), target, settings) <= MILK_TEA_LIMIT
