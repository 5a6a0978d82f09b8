"""Columns within the page: where they stand, how they turn, what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.elements.emitted import Opened, open_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from miniport.facts import Json

pytestmark = pytest.mark.browser

VIEW = """
<picker-view id="at" value="{{at}}" onChange="log" onPickStart="log" onPickEnd="log" %s>
  <picker-view-column><view a:for="{{years}}">{{item}}年</view></picker-view-column>
  <picker-view-column><view a:for="{{12}}">{{item}}月</view></picker-view-column>
</picker-view>"""
DATA: dict[str, Json] = {"years": [2022, 2023, 2024], "at": [1, 4], "other": 0}


def standing(app: Opened) -> list[str | None]:
    return [wheel.get_attribute("aria-valuetext") for wheel in app["mp-picker-view-column"].all()]


def middle(app: Opened, text: str) -> float:
    """Return how far the middle of an item is from the middle of the view."""
    item, view = app.page.get_by_text(text).bounding_box(), app["mp-picker-view"].bounding_box()
    assert item is not None and view is not None
    return abs(item["y"] + item["height"] / 2 - view["y"] - view["height"] / 2)


def test_the_value_says_where_the_columns_stand(page: Page):
    app = open_app(page, VIEW % "", DATA)
    assert standing(app) == ["2023年", "5月"]
    assert middle(app, "2023年") < 1
    app.set({"at": [2, 0]})
    assert standing(app) == ["2024年", "1月"]
    assert middle(app, "2024年") < 1
    assert app.take() == []


def test_a_turn_tells_start_change_and_end(page: Page):
    app = open_app(page, VIEW % "", DATA)
    page.get_by_text("2024年").click()
    assert app.until(3) == ["pickStart {}", 'change {"value":[2,4]}', "pickEnd {}"]
    assert middle(app, "2024年") < 1


def test_a_drag_that_is_taken_away_falls_back(page: Page):
    app = open_app(page, VIEW % "", DATA)
    box = app["mp-picker-view-column >> nth=0"].bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 50, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 50, box["y"] + 130)
    page.mouse.move(box["x"] + 50, box["y"] + 108)
    column = app["mp-picker-view-column >> nth=0"]
    column.evaluate("(node) => node.dispatchEvent(new PointerEvent('pointercancel', { clientY: 108 }))")
    page.mouse.up()
    assert app.until(2) == ["pickStart {}", "pickEnd {}"]
    assert middle(app, "2023年") < 1


def test_immediate_change_tells_when_it_is_let_go(page: Page):
    app = open_app(page, VIEW % "immediate-change", DATA)
    page.get_by_text("2024年").click()
    assert app.until(3) == ["pickStart {}", 'change {"value":[2,4]}', "pickEnd {}"]
    app = open_app(page, (VIEW % "immediate-change").replace('onPickEnd="log"', ""), DATA)
    page.get_by_text("2024年").hover()
    page.mouse.down()
    page.mouse.up()
    assert page.evaluate("() => document.getAnimations().length") == 1
    assert app.take()[-1] == 'change {"value":[2,4]}'


@pytest.mark.parametrize(
    ("key", "value"), [("ArrowUp", 3), ("ArrowDown", 5), ("Home", 0), ("End", 11), ("PageDown", 9)]
)
def test_keys_turn_a_column(page: Page, key: str, value: int):
    app = open_app(page, VIEW % "", DATA)
    app["mp-picker-view-column >> nth=1"].press(key)
    assert app.until(3)[1] == f'change {{"value":[1,{value}]}}'
    assert page.get_by_role("spinbutton").nth(1).get_attribute("aria-valuetext") == f"{value + 1}月"


def test_what_was_turned_to_stays_when_the_same_value_is_set(page: Page):
    app = open_app(page, VIEW % "", DATA)
    app["mp-picker-view-column >> nth=0"].press("End")
    app.until(3)
    app.set({"at": [1, 4], "other": 1})
    assert standing(app) == ["2024年", "5月"]


def test_items_may_come_later_and_may_be_fewer(page: Page):
    app = open_app(page, VIEW % "", {**DATA, "years": [], "at": [2, 0]})
    assert standing(app) == ["", "1月"]
    app.set({"years": [2022, 2023, 2024]})
    assert standing(app) == ["2024年", "1月"]
    app.set({"years": [2022]})
    assert standing(app) == ["2022年", "1月"]
    assert middle(app, "2022年") < 1


def test_columns_may_come_later(page: Page):
    app = open_app(
        page,
        '<picker-view value="{{[0, 1]}}" onChange="log"><picker-view-column a:for="{{n}}">'
        "<view>a</view><view>b</view></picker-view-column></picker-view>",
        {"n": 1},
    )
    app.set({"n": 2})
    assert standing(app) == ["a", "b"]


def test_items_are_as_high_as_the_indicator(page: Page):
    app = open_app(
        page,
        VIEW % 'indicator-style="height: 100rpx" indicator-class="band"',
        DATA,
        style=".band { background: rgb(1, 2, 3); }",
    )
    heights = app[".mp--strip >> nth=0"].evaluate(
        "(node) => Array.from(node.children, (child) => child.offsetHeight)"
    )
    assert heights == [50, 50, 50]
    band = app[".mp--band"]
    assert band.evaluate("(node) => [node.offsetHeight, getComputedStyle(node).backgroundColor]") == [
        50,
        "rgb(1, 2, 3)",
    ]
    assert middle(app, "2023年") < 1
    app["mp-picker-view-column >> nth=0"].press("End")
    app.until(3)
    assert middle(app, "2024年") < 1


def test_a_mask_of_the_app_takes_the_place_of_the_fading(page: Page):
    fading = "(node) => getComputedStyle(node).webkitMaskImage === 'none'"
    app = open_app(page, VIEW % "", DATA)
    assert not app["mp-picker-view-column >> nth=0"].evaluate(fading)
    assert app[".mp--shade"].count() == 0
    app = open_app(
        page,
        VIEW % 'mask-style="background-color: rgb(1, 2, 3)" mask-class="shade"',
        DATA,
        style=".shade { opacity: 0.5; }",
    )
    assert app["mp-picker-view-column >> nth=0"].evaluate(fading)
    look = "(node) => [getComputedStyle(node).backgroundColor, getComputedStyle(node).opacity]"
    assert app[".mp--shade"].evaluate(look) == ["rgb(1, 2, 3)", "0.5"]


def test_without_a_value_it_stands_where_the_default_says(page: Page):
    app = open_app(page, (VIEW % "").replace('value="{{at}}"', 'default-value="{{at}}"'), DATA)
    assert standing(app) == ["2023年", "5月"]


def test_columns_within_a_component_count_too(page: Page):
    app = open_app(
        page,
        '<picker-view value="{{[1]}}" onChange="log"><inner/></picker-view>',
        json='{"usingComponents": {"inner": "/components/inner/inner"}}',
        components__inner__inner_axml="<picker-view-column><view>a</view><view>b</view></picker-view-column>",
        components__inner__inner_js="Component({});",
        components__inner__inner_json='{"component": true}',
    )
    assert standing(app) == ["b"]
    app["mp-picker-view-column"].press("ArrowUp")
    assert app.until() == ['change {"value":[0]}']
