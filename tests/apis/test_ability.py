"""What the build knows of the words of canIUse, and of names that stay undefined."""

from __future__ import annotations

import json

import pytest

from miniport.facts import Json
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings
from miniport.targets.pack import bundled_pack
from miniport.web.ability import is_there


def start_of(script: str) -> dict[str, Json]:
    """Return the start configuration of an app with one page of this script."""
    files = {
        "app.json": json.dumps({"pages": ["pages/a/a"]}),
        "app.js": "App({});",
        "pages/a/a.axml": "<view />",
        "pages/a/a.js": script,
    }
    content = {PurePosixPath(path): text.encode() for path, text in files.items()}
    outcome = build(BuildRequest(BundleFiles(content), Settings(), (bundled_pack("web"),)))
    (target,) = outcome.targets
    assert target.bundle is not None
    text = target.bundle[PurePosixPath("app.js")].decode()
    started: dict[str, Json] = json.loads(text.rpartition("miniport.start(")[2].rstrip().removesuffix(");"))
    return started


@pytest.mark.parametrize(
    ("word", "target", "answer"),
    [
        ("button", "web", True),
        ("button.size", "web", True),
        ("lifestyle", "web", False),
        ("nothing", "web", False),
        ("button.nothing", "web", False),
        ("image.mode.widthFix", "web", True),
        ("image.mode.nothing", "web", False),
        ("getSystemInfo.return.windowWidth", "web", True),
        ("getSystemInfo.return.currentBattery", "web", False),
        ("getLocation.return.city", "web", False),
        ("request.object.timeout", "web", True),
        ("request.object.nothing", "web", False),
        ("openDocument.object.filePath", "web", False),
        ("getSavedFileInfo.return.size", "web", False),
        ("getSavedFileInfo.return.size", "weibo", True),
        ("getAuthCode.return.authCode", "web", False),
        ("scan", "web", False),
        ("view.onTransitionEnd", "web", True),
        ("movable-view.onTouchStart", "weibo", True),
        ("map.onPanelTap", "web", False),
        ("input.onNothing", "web", False),
        ("component.observers", "web", True),
        ("component.lifetimes.attached", "weibo", True),
        ("component.relations", "web", False),
        ("page.events.onBack", "web", True),
        ("page.nothing", "web", False),
    ],
)
def test_a_word_of_can_i_use_is_what_the_target_does(word: str, target: str, answer: bool):
    """Rule 144; a bare API is the runtime's to answer."""
    assert is_there(word, bundled_pack(target)) is answer


def test_a_name_that_nobody_has_and_nothing_calls_stays_undefined():
    script = """
    if (!my.$own) { my.$own = my.getSystemInfoSync(); }
    my.canIUse("button.size") && my.canIUse("button.nothing");
    my.unheardOf({});
    my.openDocument && my.ap;
    Page({});
    """
    config = start_of(script)
    assert config["apis"] == ["canIUse", "getSystemInfoSync", "openDocument", "unheardOf"]
    assert config["asked"] == ["button.size"]


def test_words_that_are_known_only_when_the_app_runs_may_be_any_text_of_it():
    script = """
    const can = (name) => my.canIUse(name);
    can("button.open-type.share") || can('button.nothing') || can("swiper");
    Page({});
    """
    assert start_of(script)["asked"] == ["button.open-type.share", "swiper"]
    assert "asked" not in start_of(script.replace("canIUse(name)", "canIUse('scan')"))
