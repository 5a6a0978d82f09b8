"""scroll-view: told where to, and telling where it is."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.elements.shown import shows, style_of, until
from tests.runtime.small_app import Running, start

pytestmark = pytest.mark.browser

ROWS = '<view a:for="{{n}}" id="r{{index}}" style="height:100px">{{index}}</view>'
HEARS = 'onScroll="log" onScrollToUpper="name" onScrollToLower="name"'


def scrolled(attributes: str, data: str = "{n: 10}") -> str:
    return f'<scroll-view id="s" style="height:200px" {attributes}>{ROWS}</scroll-view>'


def scroll(running: Running, top: int) -> list[str]:
    """Scroll the view as a finger does and return what was told, once it came to rest."""
    page = running.page
    page.evaluate(
        """(top) => new Promise((done) => {
          const view = document.querySelector("#s");
          view.addEventListener("scroll", () => setTimeout(done), { once: true });
          view.scrollTop = top;
        })""",
        top,
    )
    return running.take()


def test_children_are_the_view_s_own_and_it_scrolls_along_one_way(page: Page):
    start(page, shows(scrolled("scroll-y"), "{n: 10}"))
    assert page.evaluate("document.querySelector('#r0').parentNode.id") == "s"
    assert [style_of(page, "#s", name) for name in ("overflowX", "overflowY")] == ["hidden", "auto"]


def test_it_tells_where_it_is(page: Page):
    running = start(page, shows(scrolled(f"scroll-y {HEARS}"), "{n: 10}"))
    told = scroll(running, 300)
    assert len(told) == 1
    assert json.loads(told[0].removeprefix("scroll s ")) == {
        "scrollTop": 300,
        "scrollLeft": 0,
        "scrollHeight": 1000,
        "scrollWidth": 375,
    }


def test_an_end_is_told_of_once_per_arrival(page: Page):
    running = start(page, shows(scrolled(f'scroll-y {HEARS} lower-threshold="100"'), "{n: 10}"))
    ends = [
        [line for line in scroll(running, top) if not line.startswith("scroll ")]
        for top in (650, 701, 800, 300, 750, 400, 50, 0, 200, 49)
    ]
    lower, upper = ["scrollToLower s"], ["scrollToUpper s"]
    assert ends == [[], lower, [], [], lower, [], upper, [], [], upper]


def test_the_lower_end_is_told_of_again_when_the_content_has_grown(page: Page):
    template = scrolled(f"scroll-y {HEARS}") + '<view id="more" onTap="set" data-set="{{ {n: 11} }}">+</view>'
    running = start(page, shows(template, "{n: 10}"))
    assert "scrollToLower s" in scroll(running, 800)
    running.click("#more")
    assert "scrollToLower s" in scroll(running, 900)


def test_it_goes_where_the_attributes_say_when_they_change(page: Page):
    template = (
        scrolled('scroll-y scroll-top="{{top}}" scroll-into-view="{{into}}"')
        + '<view id="top" onTap="set" data-set="{{ {top: 120} }}">t</view>'
        + '<view id="into" onTap="set" data-set="{{ {into: \'r5\', top: 3} }}">i</view>'
    )
    running = start(page, shows(template, "{n: 10, top: 40}"))
    assert page.evaluate("document.querySelector('#s').scrollTop") == 40
    scroll(running, 300)
    running.click("#top")
    assert page.evaluate("document.querySelector('#s').scrollTop") == 120
    running.click("#into")
    assert page.evaluate("document.querySelector('#s').scrollTop") == 500


def test_an_element_that_is_not_there_yet_is_waited_for(page: Page):
    template = (
        scrolled('scroll-y scroll-into-view="r7"')
        + '<view id="b" onTap="set" data-set="{{ {n: 10} }}">b</view>'
    )
    running = start(page, shows(template, "{n: 0}"))
    running.click("#b")
    assert page.evaluate("document.querySelector('#s').scrollTop") == 700


def test_with_animation_it_gets_there_over_time(page: Page):
    template = (
        scrolled('scroll-y scroll-with-animation scroll-animation-duration="80" scroll-top="{{top}}"')
        + '<view id="b" onTap="set" data-set="{{ {top: 400} }}">b</view>'
    )
    running = start(page, shows(template, "{n: 10, top: 0}"))
    page.evaluate(
        "window.seen = []; document.querySelector('#s').addEventListener('scroll', (e) =>"
        " seen.push(e.target.scrollTop))"
    )
    running.click("#b")
    until(page, "document.querySelector('#s').scrollTop === 400")
    until(page, "window.seen.length > 2 && window.seen[0] < 400")


def test_someone_who_wants_less_movement_is_there_at_once(page: Page):
    page.emulate_media(reduced_motion="reduce")
    template = (
        scrolled('scroll-y scroll-with-animation scroll-top="{{top}}"')
        + '<view id="b" onTap="set" data-set="{{ {top: 400} }}">b</view>'
    )
    running = start(page, shows(template, "{n: 10, top: 0}"))
    running.click("#b")
    assert page.evaluate("document.querySelector('#s').scrollTop") == 400


def test_trapped_scrolling_ends_at_the_ends(page: Page):
    start(page, shows(scrolled("scroll-y trap-scroll"), "{n: 10}"))
    assert style_of(page, "#s", "overscrollBehaviorY") == "contain"


def test_a_double_click_on_the_title_leads_back_to_the_top(page: Page):
    running = start(
        page, shows(scrolled('scroll-y enable-back-to-top scroll-animation-duration="1"'), "{n: 10}")
    )
    scroll(running, 500)
    page.dblclick(".mp--bar")
    until(page, "document.querySelector('#s').scrollTop === 0")


def test_the_wheel_cannot_go_where_it_is_forbidden(page: Page):
    running = start(page, shows(scrolled('scroll-y disable-upper-scroll="always"'), "{n: 10}"))
    scroll(running, 500)
    page.hover("#s")
    page.mouse.wheel(0, 100)
    page.mouse.wheel(0, -100)
    until(page, "document.querySelector('#s').scrollTop === 400")


def test_it_can_be_scrolled_by_keys(page: Page):
    start(page, shows(scrolled("scroll-y"), "{n: 10}"))
    page.focus("#s")
    page.keyboard.press("End")
    until(page, "document.querySelector('#s').scrollTop === 800")
