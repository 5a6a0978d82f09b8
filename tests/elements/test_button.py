"""Buttons: looks, hover, taps, and what they do besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.elements.emitted import open_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_a_button_is_a_button_to_assistive_technology(page: Page):
    app = open_app(page, '<button aria-label="付款">去</button><button disabled>停</button>')
    assert app.page.get_by_role("button", name="付款").count() == 1
    assert app.page.get_by_role("button", name="停").is_disabled()


@pytest.mark.parametrize(
    ("attributes", "background", "colour"),
    [
        ("", "rgb(255, 255, 255)", "rgb(0, 0, 0)"),
        ('type="primary"', "rgb(16, 142, 233)", "rgb(255, 255, 255)"),
        ('type="warn"', "rgb(233, 79, 79)", "rgb(255, 255, 255)"),
        ('type="primary" plain', "rgba(0, 0, 0, 0)", "rgb(16, 142, 233)"),
        ("plain", "rgba(0, 0, 0, 0)", "rgb(51, 51, 51)"),
    ],
)
def test_type_and_plain_choose_the_colours(page: Page, attributes: str, background: str, colour: str):
    button = open_app(page, f"<button {attributes}>a</button>")["mp-button"]
    assert button.evaluate("(node) => getComputedStyle(node).backgroundColor") == background
    assert button.evaluate("(node) => getComputedStyle(node).color") == colour


def test_sizes_are_those_of_the_platform(page: Page):
    app = open_app(page, '<button>a</button><button size="mini">a</button>')
    boxes = [app["mp-button"].nth(at).bounding_box() for at in range(2)]
    assert [(box["width"], box["height"]) for box in boxes if box] == [(375, 47), (boxes[1]["width"], 30)]
    assert boxes[1]["width"] < 60


def test_rules_of_the_app_win_over_the_looks_even_while_pressed(page: Page):
    style = ".own { background-color: #123456; } button { color: #654321; }"
    app = open_app(page, '<button class="own" type="primary" onTap="log">a</button>', style=style)
    app["mp-button"].hover()
    page.mouse.down()
    app["mp-button.mp--hover"].wait_for()
    looks = app["mp-button"].evaluate(
        "(node) => [getComputedStyle(node).backgroundColor, getComputedStyle(node).color]"
    )
    assert looks == ["rgb(18, 52, 86)", "rgb(101, 67, 33)"]


def test_loading_shows_a_sign_and_is_told(page: Page):
    app = open_app(page, '<button loading="{{on}}" onTap="log">a</button>', {"on": True})
    assert app[".mp--spin"].is_visible()
    assert app["mp-button"].get_attribute("aria-busy") == "true"
    app.set({"on": False})
    assert app[".mp--spin"].count() == 0


def test_a_disabled_button_does_nothing_and_neither_do_the_boxes_around_it(page: Page):
    """Rule 121."""
    app = open_app(
        page, '<view onTap="log"><button disabled="{{off}}" onTap="log">a</button></view>', {"off": True}
    )
    app["mp-button"].click(force=True)
    assert app.take() == []
    assert app["mp-button"].get_attribute("tabindex") == "-1"
    app.set({"off": False})
    app["mp-button"].click()
    assert len(app.take()) == 2


@pytest.mark.parametrize("key", ["Enter", " "])
def test_keys_tap_it(page: Page, key: str):
    app = open_app(page, '<button onTap="log">a</button>')
    app["mp-button"].focus()
    page.keyboard.press(key)
    assert len(app.take()) == 1


def test_the_hover_class_comes_and_goes(page: Page):
    app = open_app(
        page,
        '<button hover-class="pressed" hover-start-time="{{0}}" hover-stay-time="{{0}}">a</button>',
        style=".pressed { color: #00ff00; }",
    )
    app["mp-button"].hover()
    page.mouse.down()
    app["mp-button._pressed"].wait_for()
    assert app["mp-button"].evaluate("(node) => getComputedStyle(node).color") == "rgb(0, 255, 0)"
    page.mouse.up()
    app["mp-button:not(._pressed)"].wait_for()


def test_no_hover_class_no_hover(page: Page):
    app = open_app(page, '<button hover-class="none" hover-start-time="{{0}}">a</button><button>b</button>')
    app["mp-button >> nth=0"].hover()
    page.mouse.down()
    page.mouse.up()
    app["mp-button >> nth=1"].hover()
    page.mouse.down()
    app["mp-button.mp--hover >> text=b"].wait_for()
    assert app["mp-button.mp--hover"].count() == 1


@pytest.mark.parametrize(("stops", "pressed"), [("", 2), ("hover-stop-propagation", 1)])
def test_hover_may_stay_with_the_inner_one(page: Page, stops: str, pressed: int):
    app = open_app(
        page,
        f'<view hover-class="p" hover-start-time="{{{{0}}}}">'
        f'<button hover-class="p" hover-start-time="{{{{0}}}}" {stops}>a</button></view>',
    )
    app["mp-button"].hover()
    page.mouse.down()
    app["mp-button._p"].wait_for()
    app.settle()
    assert app["._p"].count() == pressed


SHARE = """
  onShareAppMessage(asked) {
    console.log(asked.from + " " + asked.target.id + " " + JSON.stringify(asked.target.dataset));
    return { title: "茶", desc: "好茶", path: "pages/a/a?id=1" };
  },"""


def test_a_share_button_shows_what_the_page_shares(page: Page):
    page.add_init_script(
        "navigator.share = (content) => { console.log(JSON.stringify(content)); return Promise.resolve(); }"
    )
    app = open_app(page, '<button id="s" data-n="{{1}}" open-type="share">分享</button>', methods=SHARE)
    app["mp-button"].click()
    assert app.until(2) == [
        'button s {"n":1}',
        '{"title":"茶","text":"好茶","url":"http://app.test/index.html#/pages/a/a?id=1"}',
    ]


def test_a_share_button_of_a_page_that_shares_nothing_says_so(page: Page):
    app = open_app(page, '<button open-type="share">分享</button>')
    with page.expect_console_message() as said:
        app["mp-button"].click()
    assert "pages/a/a has no onShareAppMessage" in said.value.text


def test_an_open_type_that_is_not_there_fails_through_error(page: Page):
    app = open_app(page, '<button open-type="{{kind}}" onError="log">a</button>', {"kind": "getAuthorize"})
    app["mp-button"].click()
    assert app.until() == [
        'error {"type":"getAuthorize","errorMessage":"open-type \\"getAuthorize\\" is not supported"}'
    ]
