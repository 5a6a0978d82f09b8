"""A printed sheet as a browser reads it: beside other sheets, at lengths that must not vanish."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from miniport.posix import PurePosixPath
from miniport.web.style import StyleOptions, stylesheet
from miniport.web.style_unit import StyleApp, StyleUnit
from tests.syntax.test_style import SNIPPETS
from tests.web.test_style import file_of

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
LAST = ".last{top:1px}"
STRANGERS = """
<mp-page><mp-view class="a b last" id="b" x="y"><mp-view class="_a _b"></mp-view></mp-view>
<mp-button class="a"><input class="a" x="y"><span></span></mp-button></mp-page>
"""


@pytest.fixture(scope="module")
def reader(chromium):
    """Return a page that holds nodes of another page's sheet and reads texts of sheets."""
    context = chromium.new_context(viewport={"width": 375, "height": 667}, device_scale_factor=2)
    page = context.new_page()
    page.set_content(f"<!doctype html><body>{STRANGERS}</body>")
    page.add_script_tag(content=(HERE / "style_sheets.js").read_text("utf-8"))
    yield page
    context.close()


def broken(seed: int) -> str:
    """Return a text that is nearly a style sheet."""
    chance = random.Random(seed)
    return "".join(chance.choices(SNIPPETS, k=chance.randint(1, 25)))


def printed(*texts: str) -> str:
    """Return the style sheet of pages of these texts."""
    files = {
        PurePosixPath(f"{index}.acss"): file_of(PurePosixPath("x"), text) for index, text in enumerate(texts)
    }
    pages = tuple(StyleUnit(f"/{path.stem}", path) for path in files)
    options = StyleOptions(lambda path, request: f"{path.stem} {request}")
    return stylesheet(StyleApp(None, pages), files, options).text


@pytest.mark.parametrize("block", range(8))
def test_a_broken_sheet_leaves_the_next_one_alone(reader, block):
    texts = [printed(broken(seed), LAST) for seed in range(block * 500, block * 500 + 500)]
    read = reader.evaluate("(texts) => read(texts)", texts)
    spoiled = [
        text for text, rules in zip(texts, read, strict=True) if rules[-1:] != ["._2_last { top: 1px; }"]
    ]
    assert spoiled == []


@pytest.mark.parametrize("block", range(8))
def test_no_rule_of_a_sheet_reaches_a_node_without_its_tokens(reader, block):
    texts = [printed(broken(seed)) for seed in range(block * 500, block * 500 + 500)]
    leaks = reader.evaluate("(texts) => texts.map(leaks)", texts)
    found = [(text, leaked) for text, leaked in zip(texts, leaks, strict=True) if leaked]
    assert found == []


def test_the_check_for_leaks_sees_one(reader):
    assert reader.evaluate("leaks('mp-view{top:1px}')") == ["mp-view"]


@pytest.mark.parametrize("ratio", [1, 2, 3])
@pytest.mark.parametrize("width", [320, 375, 414])
def test_a_line_of_one_rpx_is_seen_on_every_screen(chromium, width, ratio):
    context = chromium.new_context(viewport={"width": width, "height": 300}, device_scale_factor=ratio)
    page = context.new_page()
    rules = ".a{border-top:1rpx solid;width:750rpx}"
    rules += ".b{height:1rpx;margin-top:.3px}.c{width:1rpx}.d{height:20rpx}"
    nodes = "".join(f'<p class="_1_{name}"></p>' for name in "abcd")
    page.set_content(f"<!doctype html><style>p{{margin:0}}{printed(rules)}</style>{nodes}")
    sizes = "all => all.map(node => node.getBoundingClientRect()).map(box => [box.width, box.height])"
    (wide, border), (_, height), (narrow, _), (_, row) = page.eval_on_selector_all("p", sizes)
    context.close()
    pixel = 1 / ratio
    assert wide == width
    assert border >= pixel - 0.02
    assert min(height, narrow) >= pixel - 0.02
    assert abs(row - 20 * width / 750) < 1 / 64


def test_six_sixths_of_the_screen_stand_side_by_side(chromium):
    rules = "page{font-size:0}.a{display:inline-block;width:125rpx;height:1px}"
    nodes = '<mp-page class="_1">' + '<p class="_1_a"></p>' * 6 + "</mp-page>"
    for width in (320, 360, 375, 390, 412, 414, 768):
        context = chromium.new_context(viewport={"width": width, "height": 300})
        page = context.new_page()
        page.set_content(f"<!doctype html><style>body,p{{margin:0}}{printed(rules)}</style>{nodes}")
        tops = page.eval_on_selector_all("p", "all => all.map(node => node.offsetTop)")
        context.close()
        assert len(set(tops)) == 1, width
