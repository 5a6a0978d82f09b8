"""The first elements in a browser: attributes, events, default looks, keyboard."""

from __future__ import annotations

import base64

import pytest
from playwright.sync_api import Page

from miniport.posix import PurePosixPath
from tests.runtime.small_app import SmallApp, start

pytestmark = pytest.mark.browser

# One red pixel.
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=="
)
SCRIPT = """Page({
  data: { v: "start", controlled: "fixed", src: "/dot.png", bad: "../../none.png", long: "x\\ny" },
  log(e) { console.log(e.type, e.currentTarget.id, JSON.stringify(e.detail)); },
  tap(e) { console.log("tap", e.currentTarget.id); },
  same() { this.setData({ v: this.data.v }); },
  other() { this.setData({ v: "other" }); },
});"""


def shows(template: str) -> SmallApp:
    files = {"pages/a/a.js": SCRIPT, "pages/a/a.axml": template}
    return SmallApp(files, assets={PurePosixPath("dot.png"): DOT})


def style(page: Page, selector: str, name: str) -> str:
    found = page.evaluate("([s, n]) => getComputedStyle(document.querySelector(s))[n]", [selector, name])
    assert isinstance(found, str)
    return found


def test_boxes_and_texts_are_laid_out_as_on_the_platform(page: Page):
    start(page, shows('<view id="v">v</view><text id="t">t</text><swiper id="s"><text>s</text></swiper>'))
    assert [style(page, selector, "display") for selector in ("#v", "#t", "#s")] == [
        "block",
        "inline",
        "block",
    ]


def test_a_line_break_in_data_breaks_lines_in_text_only(page: Page):
    start(page, shows('<view id="v"><text id="t">{{long}}</text></view><view id="w">{{long}}</view>'))
    heights = [page.evaluate(f"document.getElementById('{name}').offsetHeight") for name in "vw"]
    assert heights[0] == pytest.approx(2 * heights[1], abs=2)


def test_entities_are_decoded_by_text_with_decode_only(page: Page):
    running = start(
        page, shows('<text id="d" decode space="emsp">&lt;a b&nbsp;&unknown;</text><text id="r">&lt;</text>')
    )
    assert page.evaluate("document.getElementById('d').textContent") == "<a\u2003b\u00a0&unknown;"
    assert running.text("#r") == "&lt;"


def test_an_image_loads_fails_and_is_placed_by_its_mode(page: Page):
    running = start(
        page,
        shows(
            '<image id="a" src="{{src}}" mode="aspectFill" onLoad="log"/>'
            '<image id="b" src="{{bad}}" onError="log" default-source="/dot.png"/>'
            '<image id="c" src="/dot.png" mode="widthFix" style="width:50px"/><image id="d" src=""/>'
        ),
    )
    page.wait_for_function("document.querySelector('#b img').src.endsWith('/dot.png')")
    page.wait_for_function("document.querySelector('#c').offsetHeight === 50")
    assert sorted(running.take())[:1] == ['error b {"errMsg":"no picture at ../../none.png"}']
    assert 'load a {"width":1,"height":1}' in sorted(running.log) or running.log == []
    assert style(page, "#a img", "objectFit") == "cover"
    assert [style(page, "#a", name) for name in ("width", "height")] == ["300px", "225px"]
    assert page.locator("#d img").count() == 0


def test_a_button_can_be_pressed_by_mouse_and_keys_unless_it_is_disabled(page: Page):
    running = start(
        page,
        shows(
            '<button id="b" type="primary" onTap="tap">b</button><button id="m" size="mini" plain>m</button>'
            '<button id="l" loading disabled onTap="tap">l</button>'
        ),
    )
    assert running.click("#b") == ["tap b"]
    page.focus("#b")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert running.take() == ["tap b", "tap b"]
    assert style(page, "#b", "backgroundColor") == "rgb(16, 142, 233)"
    assert page.get_attribute("#b", "role") == "button"
    assert page.get_attribute("#l", "aria-disabled") == "true"
    assert page.get_attribute("#l", "tabindex") == "-1"
    assert page.locator("#l .mp--spin").count() == 1
    assert style(page, "#m", "display") == "inline-block"


def test_a_pressed_element_has_its_hover_class_for_a_while(page: Page):
    template = (
        '<view id="v" class="a" hover-class="on" hover-stay-time="{{50}}">v</view><button id="b">b</button>'
    )
    start(page, shows(template))
    for selector, name in (("#v", "_on"), ("#b", "mp--hover")):
        page.hover(selector)
        page.mouse.down()
        page.wait_for_selector(f"{selector}.{name}")
        page.mouse.up()
        page.wait_for_selector(f"{selector}:not(.{name})")


def test_users_rules_win_over_the_default_looks(page: Page):
    app = shows('<button id="b" class="x" type="primary">b</button><image id="i" class="x" src=""/>')
    start(
        page, SmallApp(app.files, style="._x{background-color:rgb(9, 9, 9);height:20px}mp-button{border:0}")
    )
    assert style(page, "#b", "backgroundColor") == "rgb(9, 9, 9)"
    assert style(page, "#b", "borderTopWidth") == "0px"
    assert style(page, "#i", "height") == "20px"


def test_an_input_tells_what_is_typed_and_keeps_it(page: Page):
    running = start(
        page,
        shows(
            '<input id="i" value="{{v}}" onInput="log" onFocus="log" onBlur="log" onConfirm="log"'
            ' maxlength="8"/>'
            '<view id="same" onTap="same">s</view><view id="other" onTap="other">o</view>'
        ),
    )
    page.click("#i input")
    page.keyboard.press("End")
    page.keyboard.type("1茶23")
    page.keyboard.press("Enter")
    assert running.take() == [
        'focus i {"value":"start"}',
        'input i {"value":"start1","cursor":6}',
        'input i {"value":"start1茶","cursor":7}',
        'input i {"value":"start1茶2","cursor":8}',
        'confirm i {"value":"start1茶2"}',
        'blur i {"value":"start1茶2"}',
    ]
    running.click("#same")
    assert page.input_value("#i input") == "start1茶2"
    running.click("#other")
    assert page.input_value("#i input") == "other"


def test_a_controlled_input_shows_the_data_whatever_is_typed(page: Page):
    running = start(page, shows('<input id="i" value="{{controlled}}" controlled onInput="log"/>'))
    page.click("#i input")
    page.keyboard.press("End")
    page.keyboard.type("!")
    assert running.take() == ['input i {"value":"fixed!","cursor":6}']
    assert page.input_value("#i input") == "fixed"


def test_an_input_takes_its_kinds(page: Page):
    start(
        page,
        shows(
            '<input id="p" password placeholder="secret" placeholder-class="ph"/>'
            '<input id="n" type="number" disabled="{{true}}"/>'
            '<input id="f" focus="{{true}}" confirm-type="search"/>'
        ),
    )
    attributes = [page.get_attribute("#p input", name) for name in ("type", "placeholder", "maxlength")]
    assert attributes == ["password", "secret", "140"]
    assert page.inner_text("#p ._ph") == "secret"
    assert page.get_attribute("#n input", "inputmode") == "numeric"
    assert page.is_disabled("#n input")
    assert page.evaluate("document.activeElement === document.querySelector('#f input')")
    assert page.get_attribute("#f input", "enterkeyhint") == "search"
