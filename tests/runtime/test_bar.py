"""The bars around a page: which there are, how high a page is between them, how they look in the dark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest

from miniport.facts import Json
from tests.runtime.small_app import Running, SmallApp, start

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TABS: Json = {"items": [{"pagePath": "pages/a/a", "name": "A"}, {"pagePath": "pages/c/c", "name": "C"}]}


def app(style: str = "", **config: Json) -> SmallApp:
    go = 'Page({ go() { my.navigateTo({ url: "/pages/b/b" }); }, back() { my.navigateBack(); }, '
    go += "hide() { my.hideBackHome(); } });"
    template = (
        '<view id="full" style="height: 100vh" onTap="go">{0}</view><view id="back" onTap="back">x</view>'
        '<view id="hide" onTap="hide">y</view>'
    )
    files = {f"pages/{name}/{name}.js": go for name in "abc"}
    files |= {f"pages/{name}/{name}.axml": template.format(name) for name in "abc"}
    pages = tuple(f"pages/{name}/{name}" for name in "abc")
    return SmallApp(files, pages=pages, style=style, config={"window": {"defaultTitle": "T"}, **config})


def heights(running: Running) -> tuple[float, float]:
    """Return how high the page is, and how high a box of 100vh in it."""
    running.settle()
    window, box = running.page.evaluate(
        """() => [".mp--page:not([hidden])", ".mp--page:not([hidden]) #full"].map(
          (one) => document.querySelector(one).getBoundingClientRect().height)"""
    )
    return window, box


def test_a_site_has_a_bar_on_every_page_unless_told_otherwise(page: Page):
    running = start(page, app())
    assert page.is_visible(".mp--bar .mp--title")
    running.click("#full")
    assert page.is_visible(".mp--bar .mp--title")
    assert page.is_visible(".mp--back")


def test_whoever_was_sent_to_a_page_has_a_way_to_the_first_one(page: Page):
    running = start(page, app(), "pages/b/b")
    assert page.get_by_role("button", name="回首页").is_visible()
    running.click("#full")
    assert page.get_by_role("button", name="返回").is_visible()
    assert not page.get_by_role("button", name="回首页").is_visible()
    page.get_by_role("button", name="返回").click()
    page.get_by_role("button", name="回首页").click()
    running.until("a")
    assert not page.locator(".mp--back").is_visible()


@pytest.mark.parametrize(("hash_", "config"), [("pages/a/a", {}), ("pages/c/c", {"tabBar": TABS})])
def test_the_first_page_and_those_of_tabs_have_none(page: Page, hash_: str, config: Mapping[str, Json]):
    start(page, app(**config), hash_)
    assert not page.locator(".mp--home").is_visible()


def test_a_page_may_hide_the_way_to_the_first_one(page: Page):
    running = start(page, app(), "pages/b/b")
    running.click("#hide")
    assert not page.locator(".mp--home").is_visible()


def test_without_a_bar_a_page_has_the_whole_window(page: Page):
    running = start(page, app(host={"name": "browser", "bar": "none"}))
    assert heights(running) == (page.viewport_size["height"],) * 2
    running.click("#full")
    assert not page.is_visible(".mp--bar")


def test_a_screen_ends_where_the_bars_begin(page: Page):
    running = start(page, app(tabBar=TABS))
    window, box = heights(running)
    assert window == box
    assert window < page.viewport_size["height"] - 80
    running.click("#full")
    pushed, box = heights(running)
    assert pushed == box
    # A page above a tab page has no tab bar.
    assert pushed > window
    page.set_viewport_size({"width": 375, "height": 500})
    # A browser tells of its new size with the frame it paints next, whenever that is.
    page.wait_for_function(
        """() => document.querySelector(".mp--page:not([hidden]) #full").offsetHeight
          === 500 - document.querySelector(".mp--bar").offsetHeight"""
    )
    window, box = heights(running)
    assert window == box
    running.click("#back")
    page.wait_for_selector(".mp--page:not([hidden]) :text('a')")
    window, box = heights(running)
    assert window == box


def looks(page: Page, selector: str) -> list[str]:
    return page.evaluate(
        """(selector) => {
          const { backgroundColor, color } = getComputedStyle(document.querySelector(selector));
          return [backgroundColor, color];
        }""",
        selector,
    )


def test_bars_are_dark_where_the_app_has_a_dark_look(page: Page):
    page.emulate_media(color_scheme="dark")
    dark = "@media (prefers-color-scheme: dark) { ._x { color: #fff } }"
    start(page, app(dark, tabBar=TABS))
    for bar in (".mp--bar", ".mp--tabs"):
        assert looks(page, bar) == ["rgb(25, 25, 25)", "rgb(230, 230, 230)"]
    page.emulate_media(color_scheme="light")
    assert looks(page, ".mp--tabs") == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


@pytest.mark.parametrize("style", ["", "@media (prefers-color-scheme: dark) { ._x { color: #fff } }"])
def test_bars_keep_the_colours_they_are_given_and_stay_light_in_a_light_app(page: Page, style: str):
    page.emulate_media(color_scheme="dark")
    tabs: Json = {**TABS, "backgroundColor": "#fafafa"}  # type: ignore[dict-item]
    start(page, app(style, tabBar=tabs, window={"titleBarColor": "#eeeeee"}))
    assert looks(page, ".mp--tabs") == ["rgb(250, 250, 250)", "rgb(0, 0, 0)"]
    assert looks(page, ".mp--bar") == ["rgb(238, 238, 238)", "rgb(0, 0, 0)"]


SET = [
    ("{ backgroundColor: '#108ee9' }", "rgb(255, 255, 255)"),
    ("{ backgroundColor: '#fc0' }", "rgb(0, 0, 0)"),
    ("{ backgroundColor: '#108ee9', frontColor: '#000000' }", "rgb(0, 0, 0)"),
]


@pytest.mark.parametrize(("given", "shown"), SET)
def test_a_title_can_be_read_on_a_background_that_is_set(page: Page, given: str, shown: str):
    script = f"Page({{ go() {{ my.setNavigationBar({given}); }} }});"
    files = {"pages/a/a.js": script, "pages/a/a.axml": '<view id="go" onTap="go">a</view>'}
    running = start(page, SmallApp(files, config={"window": {"defaultTitle": "T"}}))
    before = color(page)
    running.click("#go")
    running.settle()
    assert color(page) == shown
    assert before == "rgb(0, 0, 0)"


def color(page: Page) -> str:
    """Return the colour of the title."""
    return page.evaluate("() => getComputedStyle(document.querySelector('.mp--title')).color")
