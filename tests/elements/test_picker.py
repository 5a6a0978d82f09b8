"""Pickers: the sheet, its columns, and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.elements.emitted import Opened, open_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from miniport.facts import Json

pytestmark = pytest.mark.browser

CITIES = '<picker range="{{cities}}" value="{{at}}" title="城市" onChange="log"><view>选择</view></picker>'
DATA: dict[str, Json] = {"cities": ["北京", "上海", "广州"], "at": 1}


def chosen(app: Opened) -> list[str | None]:
    return [wheel.get_attribute("aria-valuetext") for wheel in app["[role=dialog] [role=spinbutton]"].all()]


def rise(app: Opened) -> None:
    """Wait until the sheet stands still."""
    app.page.evaluate("() => Promise.all(document.getAnimations().map((one) => one.finished))")


def opened(page: Page, template: str, data: dict[str, Json], methods: str = "") -> Opened:
    app = open_app(page, template, data, methods)
    app["mp-picker"].click()
    rise(app)
    return app


def test_a_sheet_comes_up_with_the_items_and_the_value_in_the_middle(page: Page):
    app = opened(page, CITIES, DATA)
    sheet = page.get_by_role("dialog", name="城市")
    assert sheet.inner_text().split("\n") == ["取消", "城市", "确定", "北京", "上海", "广州"]
    assert chosen(app) == ["上海"]
    middle = app["[role=spinbutton]"].evaluate(
        "(node) => node.offsetHeight / 2 + node.getBoundingClientRect().top"
    )
    item = page.get_by_text("上海").bounding_box()
    assert item is not None
    assert abs(item["y"] + item["height"] / 2 - middle) < 1


def test_what_is_turned_to_and_confirmed_is_told_as_an_index(page: Page):
    app = opened(page, CITIES, DATA)
    page.get_by_text("广州").click()
    page.get_by_text("确定").click()
    assert app.until() == ['change {"value":2}']
    assert page.get_by_role("dialog").count() == 0


def test_a_fling_turns_the_wheel_beyond_the_finger_and_it_rests_on_an_item(page: Page):
    data: dict[str, Json] = {"cities": [f"第{number}项" for number in range(60)], "at": 0}
    app = opened(page, CITIES, data)
    box = app["[role=spinbutton]"].bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + 180
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 9):
        page.mouse.move(x, y - 20 * step)
    page.mouse.up()
    page.get_by_text("确定").click()
    (line,) = app.until()
    assert int(line.removeprefix('change {"value":').rstrip("}")) >= 4


def test_the_wheel_does_not_leave_its_ends(page: Page):
    app = opened(page, CITIES, DATA)
    box = app["[role=spinbutton]"].bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 50, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 50, box["y"] - 100)
    shown = app[".mp--strip"].evaluate("(node) => new DOMMatrix(getComputedStyle(node).transform).m42")
    assert shown == pytest.approx(-2 * 44 - (300 - 44) / 3, abs=1)
    page.mouse.up()
    page.get_by_text("确定").click()
    assert app.until() == ['change {"value":2}']


def test_the_wheel_of_a_mouse_turns_it(page: Page):
    app = opened(page, CITIES, DATA)
    app["[role=spinbutton]"].hover()
    page.mouse.wheel(0, 100)
    page.get_by_role("spinbutton").and_(page.locator("[aria-valuetext=广州]")).wait_for()
    page.get_by_text("确定").click()
    assert app.until() == ['change {"value":2}']


@pytest.mark.parametrize("away", ["取消", "mask", "Escape"])
def test_cancelled_nothing_changes_and_the_focus_goes_back(page: Page, away: str):
    app = open_app(page, CITIES, DATA)
    app["mp-picker"].focus()
    page.keyboard.press("Enter")
    rise(app)
    page.keyboard.press("ArrowDown")
    if away == "mask":
        page.mouse.click(100, 100)
    elif away == "Escape":
        page.keyboard.press("Escape")
    else:
        page.get_by_text(away).click()
    assert page.get_by_role("dialog").count() == 0
    assert app.take() == []
    assert app["mp-picker"].evaluate("(node) => node === document.activeElement")
    page.keyboard.press(" ")
    assert chosen(app) == ["上海"]


def test_keys_alone_are_enough(page: Page):
    app = open_app(page, CITIES, DATA)
    app["mp-picker"].focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert app.until() == ['change {"value":0}']


def test_tab_stays_within_the_sheet(page: Page):
    app = opened(page, CITIES, DATA)
    names = []
    for _ in range(4):
        page.keyboard.press("Tab")
        names.append(page.evaluate("() => document.activeElement.textContent.slice(0, 2)"))
    assert names == ["取消", "确定", "北京", "取消"]
    assert app.problems == []


def test_objects_show_the_member_that_range_key_names(page: Page):
    data: dict[str, Json] = {"list": [{"id": 1, "name": "龙井"}, {"id": 2, "name": "普洱"}]}
    app = opened(page, '<picker range="{{list}}" range-key="name" value="1" onChange="log">茶</picker>', data)
    assert chosen(app) == ["普洱"]


def test_objects_without_range_key_show_nothing_and_it_is_said(page: Page):
    app = opened(page, '<picker range="{{list}}" onChange="log">茶</picker>', {"list": [{"name": "a"}]})
    assert chosen(app) == [""]
    assert "range-key" in app.problems[0]


@pytest.mark.parametrize("value", [7, -1, "x", None])
def test_a_value_that_is_no_place_is_the_first(page: Page, value: Json):
    """Rule 125."""
    assert chosen(opened(page, CITIES, {**DATA, "at": value})) == ["北京"]


def test_it_remembers_what_was_chosen_until_the_data_change(page: Page):
    app = opened(page, CITIES, DATA)
    page.get_by_text("广州").click()
    page.get_by_text("确定").click()
    app["mp-picker"].click()
    assert chosen(app) == ["广州"]
    page.get_by_text("取消").click()
    app.set({"at": 0})
    app["mp-picker"].click()
    assert chosen(app) == ["北京"]


def test_a_disabled_one_does_not_open(page: Page):
    app = open_app(page, '<picker disabled range="{{[1]}}" onTap="log">a</picker>')
    app["mp-picker"].click(force=True)
    app.settle()
    assert page.get_by_role("dialog").count() == 0
    assert app["mp-picker"].get_attribute("aria-disabled") == "true"


@pytest.mark.parametrize("data", [{"cities": [], "at": 0}, {"cities": None, "at": 0}])
def test_without_items_nothing_is_chosen(page: Page, data: dict[str, Json]):
    app = opened(page, CITIES, data)
    page.get_by_text("确定").click()
    app.settle()
    assert page.get_by_role("dialog").count() == 0
    assert app.take() == []
    assert app.problems == []


def test_a_disabled_input_inside_opens_it(page: Page):
    """A usual way to show what was chosen."""
    app = open_app(page, '<picker range="{{[1, 2]}}" onChange="log"><input disabled value="1"/></picker>')
    app["mp-input"].click()
    page.get_by_text("确定").click()
    assert app.until() == ['change {"value":0}']


def test_it_goes_with_its_page(page: Page):
    app = opened(page, f'<view a:if="{{{{on}}}}" onTap="log">{CITIES}</view>', {**DATA, "on": True})
    app.set({"on": False})
    assert page.get_by_role("dialog").count() == 0


def test_columns_of_a_multi_selector_tell_when_they_rest_and_may_be_changed_then(page: Page):
    methods = """
  turned(event) {
    this.log(event);
    if (event.detail.column === 0) {
      this.setData({ "range[1]": ["丙1", "丙2"], at: [event.detail.value, 0] });
    }
  },"""
    data: dict[str, Json] = {"range": [["甲", "丙"], ["甲1", "甲2", "甲3"]], "at": [0, 2]}
    app = opened(
        page,
        '<picker mode="multiSelector" range="{{range}}" value="{{at}}"'
        ' onChange="log" onColumnchange="turned">a</picker>',
        data,
        methods,
    )
    assert chosen(app) == ["甲", "甲3"]
    page.get_by_role("spinbutton").first.press("ArrowDown")
    assert app.until() == ['columnchange {"column":0,"value":1}']
    assert chosen(app) == ["丙", "丙1"]
    page.get_by_text("确定").click()
    assert app.until() == ['change {"value":[1,0]}']


@pytest.mark.parametrize(
    ("attributes", "texts", "keys", "value"),
    [
        (
            'value="2024-02-29" start="2000-01-01"',
            ["2024年", "2月", "29日"],
            ["ArrowDown", "", ""],
            "2025-02-28",
        ),
        ('value="2024-03-15" end="2024-03-20"', ["2024年", "3月", "15日"], ["", "", "End"], "2024-03-20"),
        ('fields="month" value="2024-05"', ["2024年", "5月"], ["", "ArrowUp"], "2024-04"),
        ('fields="year" value="2024"', ["2024年"], ["ArrowUp"], "2023"),
    ],
)
def test_a_date_has_the_days_of_its_month(
    page: Page, attributes: str, texts: list[str], keys: list[str], value: str
):
    app = opened(page, f'<picker mode="date" {attributes} onChange="log">a</picker>', {})
    assert chosen(app) == texts
    for wheel, key in zip(page.get_by_role("spinbutton").all(), keys, strict=True):
        if key:
            wheel.press(key)
    page.get_by_text("确定").click()
    assert app.until() == [f'change {{"value":"{value}"}}']


def test_a_time_lies_between_its_bounds(page: Page):
    app = opened(
        page, '<picker mode="time" value="08:05" start="08:00" end="10:30" onChange="log">a</picker>', {}
    )
    assert chosen(app) == ["08时", "05分"]
    page.get_by_role("spinbutton").first.press("End")
    page.get_by_role("spinbutton").last.press("End")
    page.get_by_text("确定").click()
    assert app.until() == ['change {"value":"10:30"}']


def test_a_mode_that_is_not_there_is_said(page: Page):
    app = open_app(page, '<picker mode="{{mode}}" onChange="log">a</picker>', {"mode": "region"})
    with page.expect_console_message() as said:
        app["mp-picker"].click()
    assert 'no mode "region"' in said.value.text
