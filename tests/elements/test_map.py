"""map: tiles that the project names, and what lies on them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from tests.elements.shown import box_of, drag, png, shows, until
from tests.runtime.small_app import Running, SmallApp, start

pytestmark = pytest.mark.browser

TILES = {"tiles": "http://tiles.test/{z}/{x}/{y}.png", "attribution": "© who drew it"}
HERE = 'latitude="30.25" longitude="120.125" scale="14" style="width:300px;height:200px"'
HEARS = 'onRegionChange="region" onMarkerTap="told" onCalloutTap="told" onControlTap="told" onTap="at"'
MEMBERS = """region(e) { console.log(e.type, Math.round(e.scale * 100) / 100, e.causedBy, e.detail.type); },
  told(e) { console.log(e.type, e.markerId || e.controlId); },
  at(e) { console.log("tap", e.latitude.toFixed(3), e.longitude.toFixed(3)); },
  onReady() { this.m = my.createMapContext("m"); },
  ask() { this.m.getCenterLocation((r) => console.log(r.latitude.toFixed(3), r.longitude.toFixed(3))); },
  move() { this.m.moveToLocation({ latitude: 10, longitude: 20 }); },"""


def mapped(
    attributes: str, data: str = "{}", after: str = "", settings: Mapping[str, str] | None = TILES
) -> SmallApp:
    app = shows(f'<map id="m" {HERE} {attributes}></map>{after}', data, MEMBERS)
    return replace(app, config={"map": dict(settings)} if settings else {})


def show(page: Page, app: SmallApp) -> Running:
    running = start(page, app)
    page.route(
        "http://tiles.test/**", lambda route: route.fulfill(body=png(256, 256), content_type="image/png")
    )
    return running


def test_the_tiles_around_the_centre_are_drawn(page: Page):
    show(page, mapped(""))
    names = page.evaluate(
        "Array.from(document.querySelectorAll('.mp--tile'), (tile) => tile.getAttribute('src'))"
    )
    assert "http://tiles.test/14/13659/6746.png" in names
    assert len(names) <= 6
    assert page.inner_text(".mp--credit") == TILES["attribution"]
    assert [page.get_attribute("#m", name) for name in ("role", "tabindex")] == ["application", "0"]


def test_without_tiles_there_is_a_labelled_box(page: Page):
    running = start(page, mapped("", settings=None))
    assert page.inner_text("#m").split("\n")[-1] == "30.25, 120.125"
    assert page.get_attribute("#m", "aria-label") == "地图"
    assert running.problems == []


def test_it_is_dragged_and_tells_of_it(page: Page):
    running = show(page, mapped(HEARS, after='<view id="ask" onTap="ask">a</view>'))
    drag(page, "#m", -100, 0)
    assert running.take() == ["begin 14 gesture begin", "end 14 drag end"]
    assert running.click("#ask") == ["30.250 120.134"]


def test_a_tap_tells_the_place(page: Page):
    running = show(page, mapped(HEARS))
    page.click("#m", position={"x": 150, "y": 100})
    assert running.take() == ["tap 30.250 120.125"]


def test_the_wheel_and_keys_zoom_and_move_it(page: Page):
    running = show(page, mapped(HEARS, after='<view id="ask" onTap="ask">a</view>'))
    page.focus("#m")
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    assert running.take() == [
        "begin 14 gesture begin",
        "end 15 scale end",
        "begin 15 gesture begin",
        "end 15 drag end",
    ]
    page.hover("#m")
    page.mouse.wheel(0, 400)
    until(page, "document.querySelector('.mp--tile').src.indexOf('/14/') > 0")


def test_locked_it_stays(page: Page):
    running = show(
        page,
        mapped(
            f'{HEARS} enable-scroll="{{{{false}}}}" enable-zoom="{{{{false}}}}"',
            after='<view id="ask" onTap="ask">a</view>',
        ),
    )
    drag(page, "#m", -100, 0)
    page.hover("#m")
    page.mouse.wheel(0, 200)
    running.take()
    assert running.click("#ask") == ["30.250 120.125"]


MARKERS = json.dumps(
    [
        {
            "id": 7,
            "latitude": 30.25,
            "longitude": 120.125,
            "iconPath": "/tall.png",
            "width": 20,
            "height": 40,
            "callout": {"content": "hello"},
        },
        {
            "id": 8,
            "latitude": 30.25,
            "longitude": 120.13,
            "iconPath": "/wide.png",
            "anchorX": 0,
            "anchorY": 0,
            "label": {"content": "label"},
        },
    ]
)


def test_markers_stand_where_they_are_and_open_their_callouts(page: Page):
    running = show(page, mapped(f'{HEARS} markers="{{{{markers}}}}"', f"{{markers: {MARKERS}}}"))
    page.wait_for_selector(".mp--sign img")
    assert box_of(page, ".mp--marker:nth-of-type(3) .mp--sign img, .mp--sign img") == [140, 60, 20, 40]
    assert page.inner_text(".mp--label") == "label"
    page.click("[aria-label=hello]")
    assert running.take() == ["markerTap 7"]
    page.click(".mp--callout")
    assert running.take() == ["calloutTap 7"]


def test_lines_shapes_and_circles_are_drawn(page: Page):
    data = """{
      line: [{
        points: [{latitude: 30.25, longitude: 120.125}, {latitude: 30.25, longitude: 120.13}],
        color: "#FF0000DD", width: 5, dottedLine: true
      }],
      circles: [{ latitude: 30.25, longitude: 120.125, radius: 80, fillColor: "#00FF00AA" }],
      polygon: [{
        points: [{latitude: 30.25, longitude: 120.125}, {latitude: 30.26, longitude: 120.13}],
        fillColor: "#0000ff"
      }],
    }"""
    show(page, mapped('polyline="{{line}}" circles="{{circles}}" polygon="{{polygon}}"', data))
    kinds = page.evaluate("Array.from(document.querySelector('.mp--drawn').children, (one) => one.tagName)")
    assert kinds == ["circle", "path", "path"]
    assert page.get_attribute(".mp--drawn path:last-child", "d") == "M150.0 100.0L208.3 100.0"
    # 80 m at this place and zoom.
    assert float(page.get_attribute(".mp--drawn circle", "r") or 0) == pytest.approx(9.7, abs=0.1)


def test_points_that_must_be_seen_are_seen(page: Page):
    points = "{points: [{latitude: 30, longitude: 120}, {latitude: 31, longitude: 121}]}"
    running = show(page, mapped('include-points="{{points}}" onRegionChange="region"', points))
    assert [line.split()[0] for line in running.take()] == ["begin", "end"]
    until(page, "document.querySelector('.mp--tile').src.indexOf('/7/') > 0")


def test_data_and_the_context_move_it(page: Page):
    after = (
        '<view id="ask" onTap="ask">a</view><view id="go" onTap="move">m</view>'
        '<view id="set" onTap="set" data-set="{{ {z: 10, x: 100} }}">s</view>'
    )
    app = shows(
        (
            f'<map id="m" {HERE.replace("120.125", "{{x}}").replace("14", "{{z}}")}'
            f' onRegionChange="region"></map>{after}'
        ),
        "{z: 14, x: 120.125}",
        MEMBERS,
    )
    running = show(page, replace(app, config={"map": dict(TILES)}))
    assert running.click("#set") == ["begin 14 update begin", "end 10 update end"]
    assert running.click("#ask") == ["30.250 100.000"]
    running.click("#go")
    running.take()
    assert running.click("#ask") == ["10.000 20.000"]


def test_what_app_code_sets_on_it_shows_until_the_template_says_another_thing(page: Page):
    members = """up() {
      const map = my.createMapContext("m");
      map.showsScale({ isShowsScale: 1 });
      map.updateComponents({ scale: 10, markers: [{ id: 7, latitude: 30, longitude: 120, title: "seven" }] });
      map.showRoute({ fail: ({ errorMessage }) => console.log(errorMessage) });
    },
    set() { this.setData({ markers: [{ id: 8, latitude: 30, longitude: 120, title: "eight" }] }); },"""
    template = (
        f'<map id="m" {HERE} markers="{{{{markers}}}}"></map>'
        '<view id="up" onTap="up">u</view><view id="set" onTap="set">s</view>'
    )
    app = shows(template, "{markers: []}", members)
    running = start(page, replace(app, config={"map": dict(TILES)}))
    assert running.click("#up") == ["MapContext.showRoute is not supported"]
    until(page, "document.querySelector('.mp--tile').src.indexOf('/10/') > 0")
    assert page.get_attribute(".mp--sign", "aria-label") == "seven"
    assert page.locator(".mp--ruler").count() == 1
    running.click("#set")
    until(page, "document.querySelector('.mp--sign').getAttribute('aria-label') === 'eight'")
    assert page.locator(".mp--ruler").count() == 1


def test_controls_lie_on_it(page: Page):
    controls = (
        '{controls: [{id: 5, iconPath: "/wide.png", position: {left: 10, top: 20, width: 50,'
        " height: 50}, clickable: true}]}"
    )
    running = show(page, mapped(f'{HEARS} controls="{{{{controls}}}}" show-scale', controls))
    assert box_of(page, ".mp--control img") == [10, 20, 50, 50]
    page.click(".mp--control")
    assert running.take() == ["controlTap 5"]
    assert page.inner_text(".mp--ruler") == "500 m"
