"""Events in a browser: who hears them, in which order, and what they are told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.runtime.small_app import SmallApp, start

pytestmark = pytest.mark.browser

NAMES = ["outer", "inner", "first", "hold", "start", "move", "end"]
HANDLERS = ", ".join(f"{name}(e) {{ console.log('{name}', told(e)); }}" for name in NAMES)
SCRIPT = f"""
const told = (e) => [e.type, e.currentTarget.id, e.target.id, e.target.tagName].join(" ");
Page({{ {HANDLERS}, all(e) {{ console.log(JSON.stringify(e)); }}, data: {{ o: {{ a: [1] }} }} }});
"""


def events(template: str) -> SmallApp:
    return SmallApp({"pages/a/a.js": SCRIPT, "pages/a/a.axml": template})


def test_a_tap_goes_from_inside_out_and_a_catch_stops_it(page: Page):
    running = start(
        page,
        events(
            '<view id="o" onTap="outer"><view id="i" onTap="inner"><text id="t">x</text></view>'
            '<view id="c" catchTap="inner"><text id="u">y</text></view></view>'
        ),
    )
    assert running.click("#t") == ["inner tap i t text", "outer tap o t text"]
    assert running.click("#u") == ["inner tap c u text"]


def test_captures_come_first_and_a_capturing_catch_stops_all(page: Page):
    running = start(
        page,
        events(
            '<view id="o" capture-onTap="first" onTap="outer"><view id="i" onTap="inner">x</view>'
            '<view id="s" capture-catchTap="hold"><view id="n" onTap="inner">y</view></view></view>'
        ),
    )
    assert running.click("#i") == ["first tap o i view", "inner tap i i view", "outer tap o i view"]
    assert running.click("#n") == ["first tap o n view", "hold tap s n view"]


def test_an_event_tells_the_listeners_dataset_and_the_touched_ones_beside_it(page: Page):
    running = start(
        page,
        events(
            '<view id="o" onTap="all" data-item-id="{{o}}" data-n="1" data-flag="{{false}}">'
            '<text id="t" data-own="{{2}}">x</text></view>'
        ),
    )
    (told,) = running.click("#t")
    event = page.evaluate("(text) => JSON.parse(text)", told)
    dataset = {"itemId": {"a": [1]}, "n": "1", "flag": False}
    assert event["target"]["dataset"] == dataset
    assert event["currentTarget"]["dataset"] == dataset
    assert event["target"]["targetDataset"] == {"own": 2}
    assert sorted(event["detail"]) == ["clientX", "clientY", "pageX", "pageY"]
    assert "touches" not in event


def test_a_handler_is_looked_up_when_the_event_comes(page: Page):
    app = SmallApp(
        {
            "pages/a/a.js": """Page({
              data: { name: "one" },
              onLoad() { this.two = () => console.log("set later"); },
              one() {
                console.log("one");
                this.setData({ name: "two" });
                this.one = () => console.log("changed");
              },
            });""",
            "pages/a/a.axml": '<view id="a" onTap="{{name}}">a</view><view id="b" onTap="one">b</view>'
            "<view id=\"c\" onTap=\"{{none ? 'one' : ''}}\">c</view>",
        }
    )
    running = start(page, app)
    assert running.click("#a") == ["one"]
    assert running.click("#a") == ["set later"]
    assert running.click("#b") == ["changed"]
    assert running.click("#c") == []
    assert running.problems == []


def test_events_inside_a_component_reach_the_nodes_around_its_tag(page: Page):
    app = SmallApp(
        {
            "pages/a/a.js": "Page({ outer(e) { console.log('page', e.currentTarget.id, e.target.id); } });",
            "pages/a/a.axml": '<view id="o" onTap="outer"><card onTap="outer"/></view>',
            "c/card.js": "Component({ methods: { inner() { console.log('card'); } } });",
            "c/card.axml": '<view id="in" onTap="inner">in</view>',
        },
        tags={"pages/a/a": {"card": "c/card"}},
    )
    assert start(page, app).click("#in") == ["card", "page o in"]


def test_a_long_press_is_a_long_tap_and_no_tap(page: Page):
    running = start(page, events('<view id="v" onLongTap="hold" onTap="outer" style="height:100px">v</view>'))
    page.hover("#v")
    page.mouse.down()
    page.wait_for_event("console")
    page.mouse.up()
    assert running.take() == ["hold longTap v v view"]
    assert running.click("#v") == ["outer tap v v view"]


def test_a_mouse_plays_a_finger_and_real_touches_are_passed_on(page: Page):
    running = start(
        page,
        events(
            '<view id="v" onTouchStart="start" onTouchMove="move" onTouchEnd="end" onTap="outer">v</view>'
        ),
    )
    assert running.click("#v") == [
        "start touchStart v v view",
        "end touchEnd v v view",
        "outer tap v v view",
    ]
    page.evaluate(
        """() => {
          const v = document.getElementById("v");
          const touch = new Touch({ identifier: 7, target: v, clientX: 5, clientY: 6 });
          const init = { bubbles: true, touches: [touch], changedTouches: [touch] };
          v.dispatchEvent(new TouchEvent("touchstart", init));
          v.dispatchEvent(new TouchEvent("touchmove", init));
          v.dispatchEvent(new TouchEvent("touchend", { bubbles: true, changedTouches: [touch] }));
        }"""
    )
    assert running.take() == ["start touchStart v v view", "move touchMove v v view", "end touchEnd v v view"]


def test_catching_touch_move_keeps_the_page_from_scrolling(page: Page):
    running = start(
        page, events('<view id="c" catchTouchMove="move">c</view><view id="o" onTouchMove="move">o</view>')
    )
    prevented = page.evaluate(
        """() => ["c", "o"].map((id) => {
          const node = document.getElementById(id);
          const touch = new Touch({ identifier: 1, target: node });
          const init = { bubbles: true, cancelable: true, touches: [touch], changedTouches: [touch] };
          const event = new TouchEvent("touchmove", init);
          node.dispatchEvent(event);
          return event.defaultPrevented;
        })"""
    )
    assert prevented == [True, False]
    assert len(running.take()) == 2


def test_a_disabled_button_hears_no_tap_and_neither_does_what_is_around_it(page: Page):
    running = start(
        page,
        events('<view onTap="outer"><button id="b" disabled="{{true}}" onTap="inner">b</button></view>'),
    )
    page.click("#b", force=True)
    assert running.take() == []


def test_points_and_the_rects_of_queries_have_one_origin(page: Page):
    script = """Page({
      told(event) {
        const { clientX, clientY, pageX, pageY, x, y } = (event.changedTouches || [event.detail])[0];
        my.createSelectorQuery().select("#v").boundingClientRect().exec(([{ left, top, width, height }]) => {
          const middle = [clientX - left - width / 2, clientY - top - height / 2];
          const seen = [...middle, pageX - clientX, pageY - clientY].map(Math.round).join();
          console.log(event.type, seen, x === undefined || (x === clientX && y === clientY));
        });
      },
    });"""
    template = (
        '<view style="height:200px">above</view>'
        '<view id="v" style="height:40px" onTouchStart="told" onTap="told" onLongTap="told">v</view>'
        '<view style="height:2000px">below</view>'
    )
    running = start(page, SmallApp({"pages/a/a.js": script, "pages/a/a.axml": template}))
    page.evaluate("() => { document.querySelector('.mp--page:not([hidden]) .mp--scroll').scrollTop = 150; }")
    running.settle()
    # Below the bar, 150 of the page scrolled away: the middle of the box is where it was touched.
    page.click("#v")
    assert running.logged(2) == ["touchStart 0,0,0,150 true", "tap 0,0,0,150 true"]
