"""view, text and image: what they do beyond holding content."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.elements.emitted import built
from tests.elements.shown import box_of, shows, style_of, until
from tests.runtime.small_app import start

pytestmark = pytest.mark.browser


def scroll(page: Page, top: int) -> None:
    page.evaluate("(top) => { document.querySelector('.mp--scroll').scrollTop = top; }", top)


def test_a_view_tells_who_does_not_see_it_what_it_is(page: Page):
    aria = 'aria-label="tea" aria-hidden="{{false}}" aria-checked="{{true}}" aria-level="2"'
    start(page, shows(f'<view id="v" role="checkbox" {aria} />'))
    names = ("role", "aria-label", "aria-hidden", "aria-checked", "aria-level")
    assert [page.get_attribute("#v", name) for name in names] == ["checkbox", "tea", "false", "true", "2"]


def test_a_view_tells_when_more_than_half_of_it_is_seen(page: Page):
    template = (
        '<view style="height:900px"/><view id="v" style="height:100px" onAppear="name" onFirstAppear="name" '
        'onDisappear="name"/><view style="height:900px"/>'
    )
    running = start(page, shows(template))
    running.take()
    scroll(page, 330)
    running.heard("firstAppear v")
    assert running.take() == ["appear v", "firstAppear v"]
    scroll(page, 0)
    running.heard("disappear v")
    running.take()
    scroll(page, 400)
    running.heard("appear v")
    assert running.take() == ["appear v"]


def test_only_a_view_that_is_watched_costs_a_piece():
    page = {"app.json": '{"pages": ["pages/a/a"]}', "pages/a/a.js": "Page({ see() {} })"}
    plain = built({**page, "pages/a/a.axml": '<view onTap="see">a</view>'})
    watched = built({**page, "pages/a/a.axml": '<view onAppear="see">a</view>'})
    scripts = [
        {path.name: text for path, text in bundle.items()}["runtime.js"] for bundle in (plain, watched)
    ]
    assert [b"IntersectionObserver" in script for script in scripts] == [False, True]


def test_a_view_plays_the_steps_of_an_animation(page: Page):
    template = (
        '<view id="v" animation="{{a}}" onTransitionEnd="name"'
        ' style="width:50px">v</view><view id="b" onTap="go">b</view>'
    )
    members = """go() {
      const a = my.createAnimation({ duration: 40, timeFunction: "linear" });
      a.opacity(0.5).step(); a.translateX(30).step({ duration: 30 });
      this.setData({ a: a.export() });
    }"""
    running = start(page, shows(template, "{a: {}}", members))
    page.click("#b")
    until(page, "getComputedStyle(document.querySelector('#v')).transform === 'matrix(1, 0, 0, 1, 30, 0)'")
    assert style_of(page, "#v", "opacity") == "0.5"
    running.heard("transitionEnd v")


def test_an_animation_outlasts_a_new_style(page: Page):
    template = (
        '<view id="v" animation="{{a}}" style="width:{{w}}px">v</view><view id="b" onTap="go">b</view>'
        '<view id="c" onTap="set" data-set="{{ {w: 70} }}">c</view>'
    )
    members = (
        "go() { this.setData({ a: my.createAnimation({ duration: 1 }).translateX(30).step().export() }); }"
    )
    running = start(page, shows(template, "{a: {}, w: 50}", members))
    running.click("#b")
    running.click("#c")
    until(page, "getComputedStyle(document.querySelector('#v')).transform === 'matrix(1, 0, 0, 1, 30, 0)'")
    until(page, "document.querySelector('#v').offsetWidth === 70")


def test_a_view_may_hold_the_page_still(page: Page):
    template = '<view id="v" disable-scroll style="height:200px">v</view><view style="height:2000px"/>'
    start(page, shows(template))
    page.hover("#v")
    page.mouse.wheel(0, 100)
    page.mouse.move(100, 500)
    page.mouse.wheel(0, 60)
    until(page, "document.querySelector('.mp--scroll').scrollTop > 0")
    assert page.evaluate("document.querySelector('.mp--scroll').scrollTop") in (30, 60)


def test_events_of_animations_are_told(page: Page):
    template = (
        '<view id="v" class="{{c}}" onAnimationStart="name" onAnimationEnd="name"'
        ' onTransitionEnd="name">v</view><view id="b" onTap="set" data-set="{{ {c: \'on\'}'
        ' }}">b</view>'
    )
    style = "@keyframes k{to{opacity:.5}}._on{animation:k 20ms}"
    running = start(page, shows(template, "{c: ''}", style=style))
    page.click("#b")
    running.heard("animationEnd v")
    assert running.take() == ["animationStart v", "animationEnd v"]


def test_a_text_is_cut_after_its_lines(page: Page):
    start(
        page,
        shows(
            '<view style="width:60px"><text id="t" number-of-lines="2">one two three four five'
            " six</text></view>"
        ),
    )
    assert style_of(page, "#t", "webkitLineClamp") == "2"
    start_height = box_of(page, "#t")[3]
    assert page.evaluate("document.querySelector('#t').scrollHeight") > start_height


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ("", "a  b\u00a0&lt;\n"),
        ('space="nbsp"', "a\u00a0\u00a0b\u00a0&lt;\n"),
        ('space="ensp"', "a\u2002\u2002b\u00a0&lt;\n"),
        ("decode", "a  b\u00a0<\n"),
    ],
)
def test_rules_108_and_109_of_blanks_and_entities(page: Page, attributes: str, shown: str):
    start(page, shows(f'<text id="t" {attributes}>{{{{t}}}}</text>', '{t: "a  b\\u00a0&lt;\\n"}'))
    assert page.evaluate("document.querySelector('#t').textContent") == shown
    assert style_of(page, "#t", "whiteSpace") == "pre-line"


def test_text_is_selected_only_where_it_may_be(page: Page):
    start(page, shows('<text id="t" selectable>a</text><text id="u">b</text>'))
    assert [style_of(page, f"#{name}", "userSelect") for name in "tu"] == ["text", "none"]


MODES = {
    "scaleToFill": ("fill", "50% 50%"),
    "aspectFit": ("contain", "50% 50%"),
    "aspectFill": ("cover", "50% 50%"),
    "top": ("none", "50% 0%"),
    "bottom": ("none", "50% 100%"),
    "center": ("none", "50% 50%"),
    "left": ("none", "0% 50%"),
    "right": ("none", "100% 50%"),
    "top left": ("none", "0% 0%"),
    "top right": ("none", "100% 0%"),
    "bottom left": ("none", "0% 100%"),
    "bottom right": ("none", "100% 100%"),
}


def test_an_image_is_placed_by_each_of_its_modes(page: Page):
    images = "".join(f'<image id="i{at}" src="/wide.png" mode="{mode}"/>' for at, mode in enumerate(MODES))
    start(page, shows(images))
    found = [
        (style_of(page, f"#i{at} img", "objectFit"), style_of(page, f"#i{at} img", "objectPosition"))
        for at in range(len(MODES))
    ]
    assert found == list(MODES.values())


def test_an_image_keeps_its_proportions_along_one_side(page: Page):
    template = (
        '<image id="w" src="/wide.png" mode="widthFix" style="width:100px;height:9px"/>'
        '<image id="h" src="/tall.png" mode="heightFix" style="width:9px;height:100px"/>'
    )
    start(page, shows(template))
    until(page, "document.querySelector('#h img').complete && document.querySelector('#w img').complete")
    assert [box_of(page, selector)[2:] for selector in ("#w", "#h")] == [[100, 50], [50, 100]]


def test_another_picture_stands_in_until_the_real_one_is_there(page: Page):
    template = (
        '<image id="i" src="{{s}}" default-source="/tall.png" onLoad="log"'
        ' onError="name"/><view id="b" onTap="set" data-set="{{ {s: \'/wide.png\'}'
        ' }}">b</view>'
    )
    running = start(page, shows(template, '{s: "/none.png"}'))
    running.heard("error i")
    running.take()
    assert page.evaluate(
        "Array.from(document.querySelectorAll('#i img'), (one) => one.getAttribute('src'))"
    ) == ["./tall.png"]
    assert box_of(page, "#i img")[:2] == [0, 0]
    page.click("#b")
    running.heard('load i {"width":40,"height":20}')
    assert page.evaluate(
        "Array.from(document.querySelectorAll('#i img'), (one) => one.getAttribute('src'))"
    ) == ["./wide.png"]


def test_a_picture_that_is_not_there_shows_nothing(page: Page):
    template = (
        '<image id="i" src="{{s}}" onError="name" onLoad="name"/>'
        '<view id="b" onTap="set" data-set="{{ {s: \'/wide.png\'} }}">b</view>'
    )
    running = start(page, shows(template, '{s: "/none.png"}'))
    running.heard("error i")
    assert style_of(page, "#i img", "visibility") == "hidden"
    page.click("#b")
    running.heard("load i")
    assert style_of(page, "#i img", "visibility") == "visible"


def test_paths_in_data_are_files_of_the_app_as_seen_from_the_page(page: Page):
    start(
        page,
        shows(
            '<image id="i" src="{{s}}"/><image id="l" lazy-load src="/wide.png"/>', '{s: "../../wide.png"}'
        ),
    )
    assert page.get_attribute("#i img", "src") == "./wide.png"
    assert page.get_attribute("#l img", "loading") == "lazy"


def test_a_long_press_shows_no_menu_unless_it_is_wanted(page: Page):
    start(
        page, shows('<image id="i" src="/wide.png"/><image id="m" src="/wide.png" show-menu-by-longpress/>')
    )
    stopped = """(id) => !document.querySelector(id + " img").dispatchEvent(
      new PointerEvent("contextmenu", { pointerType: "touch", bubbles: true, cancelable: true }))"""
    assert [page.evaluate(stopped, selector) for selector in ("#i", "#m")] == [True, False]
