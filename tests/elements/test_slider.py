"""Sliders: dragged, tapped, moved by keys; what they show and tell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.elements.emitted import Opened, open_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def told(lines: list[str]) -> list[tuple[str, float]]:
    """Return (event, value) of logged lines."""
    return [
        (name, json.loads(detail)["value"]) for name, _, detail in (line.partition(" ") for line in lines)
    ]


def at(app: Opened, share: float) -> tuple[float, float]:
    """Return the point that lies at a share of the track."""
    box = app[".mp--rail"].bounding_box()
    assert box is not None
    return box["x"] + share * box["width"], box["y"] + box["height"] / 2


def test_a_drag_tells_changing_on_the_way_and_change_at_the_end(page: Page):
    app = open_app(page, '<slider onChange="log" onChanging="log"/>')
    page.mouse.move(*at(app, 0.0))
    page.mouse.down()
    page.mouse.move(*at(app, 0.25))
    page.mouse.move(*at(app, 0.5))
    page.mouse.move(at(app, 0.5)[0], 400)
    page.mouse.up()
    page.mouse.move(*at(app, 0.9))
    assert told(app.take()) == [("changing", 25), ("changing", 50), ("change", 50)]


def test_a_tap_on_the_track_moves_the_handle(page: Page):
    app = open_app(page, '<slider value="{{10}}" onChange="log"/>')
    page.mouse.click(*at(app, 0.8))
    assert told(app.take()) == [("change", 80)]
    assert page.get_by_role("slider").get_attribute("aria-valuenow") == "80"


@pytest.mark.parametrize(
    ("key", "value"),
    [("ArrowRight", 2.2), ("ArrowUp", 2.2), ("ArrowLeft", 1.8), ("ArrowDown", 1.8),
     ("PageUp", 3), ("PageDown", 1), ("Home", 0.5), ("End", 3)],
)  # fmt: skip
def test_keys_move_it_by_steps(page: Page, key: str, value: float):
    app = open_app(page, '<slider min="0.5" max="3" step="0.1" value="2.0" onChange="log"/>')
    app["mp-slider"].focus()
    page.keyboard.press(key)
    if key.startswith("Arrow"):
        page.keyboard.press(key)
    assert told(app.take())[-1] == ("change", value)


def test_it_rests_on_steps_between_min_and_max(page: Page):
    app = open_app(page, '<slider min="{{10}}" max="{{50}}" step="{{15}}" value="{{99}}" onChange="log"/>')
    slider = page.get_by_role("slider")
    assert [slider.get_attribute(f"aria-value{name}") for name in ("min", "max", "now")] == ["10", "50", "50"]
    page.mouse.click(*at(app, 0.4))
    assert told(app.take()) == [("change", 25)]


def test_the_value_is_followed_when_it_changes_and_not_before(page: Page):
    app = open_app(page, '<slider value="{{n}}" onChange="log"/>', {"n": 10, "other": 0})
    slider = app["mp-slider"]
    slider.press("End")
    app.set({"n": 10, "other": 1})
    assert slider.get_attribute("aria-valuenow") == "100"
    app.set({"n": 20})
    assert slider.get_attribute("aria-valuenow") == "20"


def test_a_disabled_slider_stays(page: Page):
    app = open_app(page, '<slider disabled default-value="{{40}}" onChange="log" onChanging="log"/>')
    page.mouse.click(*at(app, 0.9))
    app["mp-slider"].press("End")
    assert app.take() == []
    assert app["mp-slider"].get_attribute("aria-valuenow") == "40"
    assert app["mp-slider"].get_attribute("tabindex") == "-1"


def test_colours_and_sizes_are_those_of_the_platform_or_the_given_ones(page: Page):
    app = open_app(
        page,
        '<slider/><slider active-color="#ff0000" background-color="#00ff00" handle-color="#0000ff"'
        ' handle-size="30" track-size="10"/>',
    )
    look = """(node) => ["track", "filled", "handle"].map((name) => {
      const part = node.querySelector(".mp--" + name);
      return getComputedStyle(part).backgroundColor + " " + part.offsetHeight;
    })"""
    assert app["mp-slider >> nth=0"].evaluate(look) == [
        "rgb(221, 221, 221) 4",
        "rgb(16, 142, 233) 4",
        "rgb(255, 255, 255) 22",
    ]
    assert app["mp-slider >> nth=1"].evaluate(look) == [
        "rgb(0, 255, 0) 10",
        "rgb(255, 0, 0) 10",
        "rgb(0, 0, 255) 30",
    ]


def test_the_value_shows_where_asked(page: Page):
    app = open_app(page, '<slider value="7" show-value onChange="log"/><slider value="8"/>')
    assert app[".mp--value"].all_inner_texts() == ["7"]
    app["mp-slider >> nth=0"].press("ArrowRight")
    app.settle()
    assert app[".mp--value"].all_inner_texts() == ["8"]


def test_parts_of_one_add_up_without_noise(page: Page):
    app = open_app(page, '<slider max="1" step="0.1" value="0.2" onChange="log"/>')
    app["mp-slider"].press("ArrowRight")
    assert told(app.take()) == [("change", 0.3)]
