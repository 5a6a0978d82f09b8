"""What the build takes along for the elements of an app, and what it says of them."""

from __future__ import annotations

import pytest

from miniport.bundle import Bundle
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings
from miniport.targets.pack import bundled_pack

# Element -> (template with what the documentation names for it, the piece that draws it).
ELEMENTS = {
    "scroll-view": ('<scroll-view scroll-y scroll-into-view="a" onScrollToLower="on"/>', "scroll-view"),
    "swiper": ('<swiper previous-margin="9px" onChange="on"><swiper-item/></swiper>', "swiper"),
    "navigator": ('<navigator url="/pages/a/a" open-type="redirect" hover-class="x"/>', "navigator"),
    "icon": ('<icon type="success" size="40" color="red"/>', "icon"),
    "progress": ('<progress percent="3" show-info active stroke-width="2"/>', "progress"),
    "rich-text": ('<rich-text nodes="{{n}}" onTap="on"/>', "rich-text"),
    "web-view": ('<web-view src="https://a.test" onLoad="on"/>', "web-view"),
    "canvas": ('<canvas id="c" type="2d" onReady="on" disable-scroll/>', "canvas"),
    "movable-view": (
        '<movable-area><movable-view direction="all" onChangeEnd="on"/></movable-area>',
        "movable",
    ),
    "video": ('<video src="https://a.test/a.mp4" object-fit="fill" onTimeUpdate="on"/>', "video"),
    "cover-view": ('<cover-view onTap="on"><cover-image src="https://a.test/a.png"/></cover-view>', "cover"),
    "animation": ('<view animation="{{a}}"/>', "view"),
    "appear": ('<view onAppear="on"/>', "view"),
}


def built(template: str, script: str = "Page({ on() {} })") -> tuple[Bundle, list[str]]:
    """Return the bundle, and the codes of what was found in the page's template and script."""
    files = {"app.json": '{"pages": ["pages/a/a"]}', "pages/a/a.js": script, "pages/a/a.axml": template}
    content = {PurePosixPath(path): text.encode() for path, text in files.items()}
    (target,) = build(BuildRequest(BundleFiles(content), Settings(), (bundled_pack("web"),))).targets
    assert target.bundle is not None
    told = [found.message() for found in target.diagnostics if found.place.path.parts[0] == "pages"]
    return target.bundle, told


def pieces(bundle: Bundle) -> set[str]:
    script = bundle[PurePosixPath("runtime.js")].decode()
    return {part.split('"')[0] for part in script.split('miniport.define("miniport:element/')[1:]}


@pytest.mark.parametrize("name", ELEMENTS)
def test_an_element_brings_its_piece_and_no_other(name: str):
    template, piece = ELEMENTS[name]
    bundle, told = built(template)
    assert pieces(bundle) == {piece}
    assert told == []


def test_a_plain_app_pays_for_none():
    bundle, _ = built('<view class="a" onTap="on"><text>hello</text></view>')
    assert pieces(bundle) == set()


def test_the_older_context_comes_with_its_call():
    plain, _ = built('<canvas id="c"/>')
    drawn, told = built('<canvas id="c"/>', 'Page({ onReady() { my.createCanvasContext("c").draw() } })')
    scripts = [bundle[PurePosixPath("runtime.js")] for bundle in (plain, drawn)]
    assert [b"bezierCurveTo" in script for script in scripts] == [False, True]
    assert told == ["my.createCanvasContext is deprecated"]


def test_what_an_element_lacks_is_told():
    _, told = built('<video poster-size="cover" src="https://a.test/a.mp4"/><map panels="{{p}}"/>')
    assert told == [
        '"poster-size" of <video> has no effect on web',
        '<map> needs "map", which is not set for web; a labelled box stands in for it',
        '"panels" of <map> has no effect on web',
    ]
