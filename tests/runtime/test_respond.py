"""Handlers of script modules: rules 131 and 132."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.runtime.small_app import SmallApp, start

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MODULE = """
exports.__esModule = true;
exports.default = {
  paint(event, owner) {
    const { instance } = event;
    instance.setStyle({ "font-size": "20px", width: "375rpx" });
    instance.setStyle("color: rgb(1, 2, 3)");
    instance.addClass("on", "late");
    instance.removeClass("off");
    owner.selectComponent(".other").setStyle({ opacity: 0.5 });
    owner.callMethod("heard", [
      event.type, instance.getDataset().who, instance.hasClass("on"), instance.hasClass("off"),
      owner.selectAllComponents(".row").length, owner.selectComponent(".nowhere"),
      instance.selectComponent(".leaf").getDataset().leaf, owner.selectComponent(".inner"),
      event.composedPath().map((one) => one.getDataset().who),
      instance.getComputedStyle(["color"]).color, instance.getBoundingClientRect().width > 0,
    ]);
  },
  stop() { return false; },
  count(event, owner) {
    const state = owner.getState();
    state.times = (state.times || 0) + 1;
    owner.setTimeout(() => owner.callMethod("heard", ["times", state.times]), 0);
    event.stopPropagation();
  },
  broken() { throw new Error("in a handler"); },
};
"""
SCRIPT = """Page({
  data: { n: 0, rows: [1, 2, 3], isOn: true },
  heard(value) { console.log(JSON.stringify(value)); },
  outer() { console.log("outer"); },
  again() { this.setData({ n: this.data.n + 1, isOn: false }); },
  plain() { return false; },
});"""
TEMPLATE = """
<import-sjs from="/m.sjs" name="m"/>
<view id="around" data-who="around" onTap="outer">
  <view id="me" class="off n{{n}}" style="margin-left: {{n}}px" data-who="me" onTap="{{m.paint}}">
    <view class="leaf" data-leaf="green">paint</view>
  </view>
  <view id="stop" onTap="{{m.stop}}">stop</view>
  <view id="count" onTap="{{isOn ? m.count : 'again'}}">count</view>
  <view id="plain" onTap="plain">plain</view>
  <view id="broken" catchTap="{{m.broken}}">broken</view>
</view>
<view class="other">other</view><view class="row" a:for="{{rows}}">{{item}}</view>
<card/><view id="again" onTap="again">again</view>"""


def app() -> SmallApp:
    files = {
        "pages/a/a.js": SCRIPT,
        "pages/a/a.axml": TEMPLATE,
        "m.sjs": MODULE,
        "c/card.js": "Component({});",
        "c/card.axml": '<view class="inner row">in a card</view>',
    }
    return SmallApp(files, tags={"pages/a/a": {"card": "c/card"}})


def test_a_handler_of_a_script_module_is_given_its_node_and_its_owner(page: Page):
    running = start(page, app())
    # The rows and nodes of the card are the card's own.
    told = '["tap","me",true,false,3,null,"green",null,[null,"me","around"],"rgb(1, 2, 3)",true]'
    assert running.click("#me") == [told, "outer"]
    assert running.page.evaluate("document.querySelector('._other').style.opacity") == "0.5"
    assert running.page.get_attribute("#me", "style") == "margin-left: 0px; color: rgb(1, 2, 3);"


def test_what_a_handler_put_on_a_node_stays_when_it_is_drawn_again(page: Page):
    running = start(page, app())
    running.click("#me")
    running.click("#again")
    assert running.page.get_attribute("#me", "style") == "margin-left: 1px; color: rgb(1, 2, 3);"
    assert sorted((running.page.get_attribute("#me", "class") or "").split()) == ["_late", "_n1", "_on"]


def test_false_and_stop_end_the_event_and_a_pages_own_false_does_not(page: Page):
    running = start(page, app())
    assert running.click("#stop") == []
    assert running.click("#plain") == ["outer"]
    assert running.click("#count") == ['["times",1]']
    assert running.click("#count") == ['["times",2]']
    running.click("#again")
    assert running.click("#count") == ["outer"]


def test_what_a_handler_throws_is_told_with_its_place(page: Page):
    running = start(page, app())
    assert running.click("#broken") == []
    (problem,) = running.problems
    assert "in a handler" in problem


def test_a_touch_that_a_handler_prevents_scrolls_nothing(page: Page):
    module = """exports.default = { hold(event) { event.preventDefault(); }, let() {} };"""
    template = """<import-sjs from="/m.sjs" name="m"/>
      <view id="hold" onTouchMove="{{m.hold}}">hold</view><view id="let" onTouchMove="{{m.let}}">let</view>"""
    files = {"pages/a/a.js": "Page({});", "pages/a/a.axml": template, "m.sjs": module}
    running = start(page, SmallApp(files))
    move = """id => {
      const target = document.getElementById(id);
      const touch = new Touch({ identifier: 1, target, clientX: 1, clientY: 1 });
      const given = { bubbles: true, cancelable: true, touches: [touch], changedTouches: [touch] };
      return target.dispatchEvent(new TouchEvent("touchmove", given));
    }"""
    assert [running.page.evaluate(move, id_) for id_ in ("hold", "let")] == [False, True]
