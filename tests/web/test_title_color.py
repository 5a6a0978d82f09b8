"""Titles on the backgrounds that an app gives its bars."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from miniport.facts import Json
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings
from miniport.targets.pack import bundled_pack
from miniport.web.title_color import is_dark

CASES = [
    ({"titleBarColor": "#000"}, {}, "white"),
    ({"titleBarColor": "#FFEEEE"}, {}, "black"),
    ({"titleBarColor": "#000"}, {"titleBarColor": "#fff"}, "black"),
    ({"titleBarColor": "#000", "navigationBarFrontColor": "black"}, {}, "black"),
    ({"titleBarColor": "#000", "navigationBarFrontColor": "white"}, {"titleBarColor": "#fff"}, "white"),
    ({"titleBarColor": "#000"}, {"navigationBarFrontColor": "black"}, "black"),
    ({}, {}, None),
    ({"titleBarColor": "black"}, {}, None),
]


@pytest.mark.parametrize(("window", "own", "shown"), CASES)
def test_a_title_can_be_read_on_its_background(
    window: Mapping[str, Json], own: Mapping[str, Json], shown: str | None
):
    texts = {
        "app.json": json.dumps({"pages": ["pages/a/a"], "window": window}),
        "app.js": "App({});",
        "pages/a/a.json": json.dumps(own),
        "pages/a/a.js": "Page({});",
        "pages/a/a.axml": "<view>a</view>",
    }
    files = BundleFiles({PurePosixPath(path): text.encode() for path, text in texts.items()})
    (target,) = build(BuildRequest(files, Settings(), (bundled_pack("weibo"),))).targets
    assert target.bundle is not None
    pages = [text for path, text in target.bundle.items() if str(path).endswith("pages/a/a.json")]
    assert [json.loads(text).get("navigationBarTextStyle") for text in pages] == [shown], list(target.bundle)


@pytest.mark.parametrize(
    ("color", "dark"), [("#108ee9", True), ("#ff6600", True), ("#fc0", False), ("#F6F3EC", False)]
)
def test_what_looks_dark(color: str, dark: bool):
    assert is_dark(color) is dark
