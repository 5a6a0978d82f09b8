"""movable-area and movable-view."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.elements.shown import box_of, drag, shows, until
from tests.runtime.small_app import Running, start

pytestmark = pytest.mark.browser


def area(attributes: str, size: int = 50) -> str:
    return (
        '<movable-area id="a" style="width:200px;height:150px">'
        f'<movable-view id="v" style="width:{size}px;height:{size}px"'
        f" {attributes}>v</movable-view></movable-area>"
    )


def told(lines: list[str], kind: str) -> list[dict[str, object]]:
    head = f"{kind} v "
    return [json.loads(line.removeprefix(head)) for line in lines if line.startswith(head)]


def ended(running: Running) -> list[str]:
    running.wait(lambda: any(line.startswith("changeEnd") for line in running.log))
    return running.take()


def throw(page: Page) -> None:
    """Move the mouse 60 px to the right within 30 ms, however busy the machine is."""
    session = page.context.new_cdp_session(page)
    box = page.locator("#v").bounding_box()
    assert box is not None
    now = page.evaluate("Date.now()") / 1000
    kinds = ("mousePressed", "mouseMoved", "mouseMoved", "mouseReleased")
    for number, (kind, x) in enumerate(zip(kinds, (0, 30, 60, 60), strict=True)):
        place = {"x": box["x"] + 5 + x, "y": box["y"] + 5, "timestamp": now + number * 0.01}
        session.send("Input.dispatchMouseEvent", {"type": kind, "button": "left", "clickCount": 1, **place})


def test_it_is_dragged_within_the_area(page: Page):
    running = start(page, shows(area('direction="all" x="20" y="10" onChange="log" onChangeEnd="log"')))
    assert box_of(page, "#v") == [20, 10, 50, 50]
    drag(page, "#v", 60, 30)
    lines = ended(running)
    assert told(lines, "change")[-1] == {"x": 80, "y": 40, "source": "touch"}
    assert told(lines, "changeEnd") == [{"x": 80, "y": 40}]
    drag(page, "#v", 300, 300)
    assert told(ended(running), "changeEnd") == [{"x": 150, "y": 100}]


@pytest.mark.parametrize(
    ("direction", "place"), [("horizontal", [40, 0]), ("vertical", [0, 30]), ("none", [0, 0])]
)
def test_it_moves_along_its_direction_only(page: Page, direction: str, place: list[int]):
    start(page, shows(area(f'direction="{direction}"')))
    drag(page, "#v", 40, 30)
    assert box_of(page, "#v")[:2] == place


def test_disabled_it_stays(page: Page):
    running = start(page, shows(area('direction="all" disabled onChange="log"')))
    drag(page, "#v", 40, 30)
    assert running.take() == []
    assert page.get_attribute("#v", "tabindex") is None


def test_data_move_it_and_are_brought_into_the_area(page: Page):
    template = (
        area('direction="all" x="{{x}}" onChange="log"')
        + '<view id="b" onTap="set" data-set="{{ {x: 500} }}">b</view>'
    )
    running = start(page, shows(template, "{x: 0}"))
    lines = running.click("#b")
    assert told(lines, "change") == [{"x": 150, "y": 0, "source": ""}]


def test_with_animation_it_moves_there_over_time(page: Page):
    template = (
        area('direction="all" x="{{x}}" animation onChange="log"')
        + '<view id="b" onTap="set" data-set="{{ {x: 100} }}">b</view>'
    )
    running = start(page, shows(template, "{x: 0}"))
    page.click("#b")
    until(page, "document.querySelector('#v').getBoundingClientRect().left === 100")
    assert len(told(running.take(), "change")) > 2


def test_out_of_bounds_gives_way_and_springs_back(page: Page):
    running = start(page, shows(area('direction="all" out-of-bounds onChange="log" onChangeEnd="log"')))
    drag(page, "#v", -60, 0)
    lines = ended(running)
    sources = [change["source"] for change in told(lines, "change")]
    assert "touch-out-of-bounds" in sources
    assert sources[-1] == "out-of-bounds"
    assert told(lines, "changeEnd") == [{"x": 0, "y": 0}]


def test_with_inertia_it_goes_on_by_itself(page: Page):
    running = start(
        page, shows(area('direction="horizontal" inertia friction="1" onChange="log" onChangeEnd="log"', 10))
    )
    throw(page)
    lines = ended(running)
    assert {change["source"] for change in told(lines, "change")} == {"touch", "friction"}
    assert told(lines, "changeEnd")[0]["x"] == 190


def test_someone_who_wants_less_movement_has_no_inertia(page: Page):
    page.emulate_media(reduced_motion="reduce")
    running = start(page, shows(area('direction="horizontal" inertia onChange="log" onChangeEnd="log"', 10)))
    throw(page)
    assert told(ended(running), "changeEnd") == [{"x": 60, "y": 0}]


def test_a_box_larger_than_the_area_covers_it(page: Page):
    running = start(page, shows(area('direction="all" onChangeEnd="log"', 300)))
    drag(page, "#v", 50, -500)
    assert told(ended(running), "changeEnd") == [{"x": 0, "y": -150}]


def test_two_fingers_scale_it(page: Page):
    running = start(page, shows(area('direction="all" scale scale-max="3" x="50" y="50" onScale="log"')))
    session = page.context.new_cdp_session(page)
    y = page.evaluate("document.querySelector('#v').getBoundingClientRect().top") + 25

    def touch(kind: str, *places: float) -> None:
        points = [{"x": x, "y": y, "id": number} for number, x in enumerate(places)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 70, 80)
    touch("touchMove", 65, 85)
    touch("touchMove", 40, 110)
    touch("touchEnd")
    scales = [event["scale"] for event in told(running.take(), "scale")]
    # One finger's movement is told before the other's.
    assert [scales[0], scales[1], scales[-1]] == pytest.approx([1.5, 2, 3], abs=0.01)


def test_scale_value_sizes_it_within_its_limits(page: Page):
    start(page, shows(area('direction="all" scale scale-value="9" scale-max="2" x="50" y="50"')))
    assert box_of(page, "#v")[2:] == [100, 100]


def test_arrow_keys_move_it(page: Page):
    running = start(page, shows(area('direction="horizontal" onChangeEnd="log"')))
    page.focus("#v")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert told(running.take(), "changeEnd") == [{"x": 10, "y": 0}]
