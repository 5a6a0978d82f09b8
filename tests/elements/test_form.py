"""Forms: what their buttons collect and put back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.elements.emitted import open_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

FORM = """
<form report-submit="true" onSubmit="log" onReset="log">
  <input name="who" value="{{who}}"/>
  <textarea name="text" value="b"/>
  <switch name="on" checked/>
  <slider name="much" value="{{30}}"/>
  <checkbox-group name="kinds"><checkbox value="x" checked/><checkbox value="y"/></checkbox-group>
  <radio-group name="one"><radio value="p"/><radio value="q" checked/></radio-group>
  <picker name="city" range="{{['甲', '乙']}}" value="{{1}}"><view>city</view></picker>
  <picker-view name="day" value="{{[0, 1]}}">
    <picker-view-column a:for="{{2}}"><view a:for="{{3}}">{{item}}</view></picker-view-column>
  </picker-view>
  <input value="no name"/>
  <view hidden="{{hidden}}"><input name="hidden" value="h"/></view>
  <inner/>
  <button id="ok" data-n="{{7}}" form-type="submit" onTap="log">submit</button>
  <button id="no" form-type="reset">reset</button>
  <button>nothing</button>
</form>
<input name="outside"/>
"""
INNER = {
    "json": '{"usingComponents": {"inner": "/components/inner/inner"}}',
    "components__inner__inner_axml": '<view><input name="deep" value="{{v}}"/></view>',
    "components__inner__inner_js": 'Component({ data: { v: "d" } });',
    "components__inner__inner_json": '{"component": true}',
}
FIRST = {
    "who": "a",
    "text": "b",
    "on": True,
    "much": 30,
    "kinds": ["x"],
    "one": "q",
    "city": 1,
    "day": [0, 1],
    "hidden": "h",
    "deep": "d",
}


def test_submit_tells_the_value_of_every_named_control(page: Page):
    app = open_app(page, FORM, {"who": "a", "hidden": True}, **INNER)
    app["mp-button#ok"].click()
    tap, submitted = app.until(2)
    assert tap.startswith("tap ")
    told = json.loads(submitted.removeprefix("submit "))
    assert told["value"] == FIRST
    assert told["buttonTarget"] == {"id": "ok", "tagName": "button", "dataset": {"n": 7}}
    assert app.problems == []


def test_submit_tells_what_was_changed_and_reset_puts_it_back(page: Page):
    app = open_app(page, FORM, {"who": "a", "hidden": False}, **INNER)
    app["mp-input input >> nth=0"].fill("changed")
    app["mp-textarea textarea"].fill("changed")
    app["mp-switch"].click()
    app["mp-slider"].focus()
    page.keyboard.press("Home")
    app["mp-checkbox >> nth=1"].click()
    app["mp-radio >> nth=0"].click()
    app["mp-page mp-inner input, mp-view > mp-input input >> nth=-1"].fill("changed")
    app["mp-picker-view-column >> nth=0"].press("End")
    app["mp-button#ok"].click()
    _, submitted = app.until(2)
    changed = json.loads(submitted.removeprefix("submit "))["value"]
    assert changed == {
        **FIRST,
        "who": "changed",
        "text": "changed",
        "on": False,
        "much": 0,
        "kinds": ["x", "y"],
        "one": "p",
        "day": [2, 1],
        "deep": "changed",
    }
    app["mp-button#no"].click()
    assert app.until() == ['reset {"buttonTarget":{"id":"no","tagName":"button","dataset":{}}}']
    app["mp-button#ok"].click()
    _, submitted = app.until(2)
    assert json.loads(submitted.removeprefix("submit "))["value"] == FIRST


def test_a_button_outside_of_a_form_or_without_a_type_submits_nothing(page: Page):
    app = open_app(
        page,
        '<form onSubmit="log"><button onTap="log">a</button>'
        '<button disabled form-type="submit">b</button></form>'
        '<button form-type="submit" onTap="log">c</button>',
    )
    for at in range(3):
        app[f"mp-button >> nth={at}"].click(force=True)
    assert [line.split(" ")[0] for line in app.take()] == ["tap", "tap"]


def test_a_caught_tap_still_submits_and_the_keyboard_too(page: Page):
    app = open_app(page, '<form onSubmit="log"><button form-type="submit" catchTap="log">a</button></form>')
    app["mp-button"].press("Enter")
    assert [line.split(" ")[0] for line in app.until(2)] == ["tap", "submit"]
    assert page.get_by_role("form").count() == 1


def test_a_tap_may_take_the_button_away(page: Page):
    app = open_app(
        page,
        '<form onSubmit="log"><input name="a" value="1"/>'
        '<button a:if="{{on}}" form-type="submit" onTap="leave">a</button></form>',
        {"on": True},
        "leave() { this.setData({ on: false }); },",
    )
    app["mp-button"].click()
    (line,) = app.until()
    assert json.loads(line.removeprefix("submit "))["value"] == {"a": "1"}
    assert app["mp-button"].count() == 0
    assert app.problems == []
