"""Checkboxes, radio buttons, switches and the labels before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.elements.emitted import open_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

BOXES = """
<checkbox-group id="kinds" onChange="log">
  <label a:for="{{items}}">
    <checkbox value="{{item.v}}" checked="{{item.on}}" disabled="{{item.off}}"/>{{item.t}}
  </label>
</checkbox-group>"""
ITEMS = {
    "items": [
        {"v": "a", "t": "红", "on": True},
        {"v": "b", "t": "绿"},
        {"v": "c", "t": "蓝", "off": True},
    ]
}


def test_a_checkbox_group_tells_the_values_of_those_that_are_on(page: Page):
    """Rule 123; the group and the checkbox both tell."""
    app = open_app(page, BOXES, ITEMS)
    app["mp-checkbox >> nth=1"].click()
    app["mp-checkbox >> nth=0"].click()
    assert app.take() == ['change {"value":["a","b"]}', 'change {"value":["b"]}']
    assert app.problems == []


def test_a_checkbox_tells_its_own_state_too(page: Page):
    app = open_app(page, '<checkbox onChange="log"/>')
    app["mp-checkbox"].click()
    app["mp-checkbox"].click()
    assert app.take() == ['change {"value":true}', 'change {"value":false}']


def test_a_disabled_checkbox_stays(page: Page):
    app = open_app(page, BOXES, ITEMS)
    app["mp-checkbox >> nth=2"].click(force=True)
    app["mp-label >> nth=2"].click()
    assert app.take() == []
    assert app["mp-checkbox >> nth=2"].get_attribute("aria-checked") == "false"


def test_checked_is_followed_when_it_changes_and_not_before(page: Page):
    app = open_app(page, '<checkbox checked="{{on}}" onChange="log"/>', {"on": True, "other": 1})
    box = app["mp-checkbox"]
    box.click()
    app.set({"on": True, "other": 2})
    assert box.get_attribute("aria-checked") == "false"
    app.set({"on": False})
    app.set({"on": True})
    assert box.get_attribute("aria-checked") == "true"


@pytest.mark.parametrize(
    ("name", "mark"), [("checkbox", ".mp--tick"), ("radio", ".mp--spot"), ("switch", ".mp--rail")]
)
def test_color_is_that_of_the_state_on(page: Page, name: str, mark: str):
    app = open_app(page, f'<{name} checked/><{name} checked color="#ff0000"/><{name} color="#ff0000"/>')
    colours = [
        app[mark].nth(at).evaluate("(node) => getComputedStyle(node).backgroundColor") for at in range(3)
    ]
    assert colours[:2] == ["rgb(16, 142, 233)", "rgb(255, 0, 0)"]
    assert colours[2] not in colours[:2]


@pytest.mark.parametrize(("name", "mark"), [("checkbox", ".mp--tick"), ("radio", ".mp--spot")])
def test_the_mark_is_as_large_as_the_app_makes_it(page: Page, name: str, mark: str):
    app = open_app(
        page,
        f'<{name}/><{name} class="big"/><{name}>红</{name}>',
        style=".big { width: 40px; height: 40px; }",
    )
    sizes = [app[mark].nth(at).evaluate("(node) => [node.offsetWidth, node.offsetHeight]") for at in range(3)]
    assert sizes == [[22, 22], [40, 40], [22, 22]]
    assert page.get_by_role(name, name="红").count() == 1


@pytest.mark.parametrize("name", ["checkbox", "radio", "switch"])
def test_each_has_its_role_its_label_and_the_space_bar(page: Page, name: str):
    app = open_app(page, f"<label><{name}/>同意</label>")
    toggle = page.get_by_role(name, name="同意")
    toggle.focus()
    page.keyboard.press(" ")
    app.settle()
    assert toggle.get_attribute("aria-checked") == "true"


RADIOS = """
<radio-group onChange="log">
  <label a:for="{{['x','y','z']}}">
    <radio value="{{item}}" checked="{{item === 'x'}}" disabled="{{item === 'y'}}"/>{{item}}
  </label>
</radio-group>"""


def test_one_radio_of_a_group_is_on(page: Page):
    app = open_app(page, RADIOS)
    app["mp-label >> nth=2"].click()
    assert app.take() == ['change {"value":"z"}']
    states = [app["mp-radio"].nth(at).get_attribute("aria-checked") for at in range(3)]
    assert states == ["false", "false", "true"]
    app["mp-radio >> nth=2"].click()
    app["mp-radio >> nth=1"].click(force=True)
    assert app.take() == []


def test_arrow_keys_choose_the_next_radio_that_can_be(page: Page):
    app = open_app(page, RADIOS)
    app["mp-radio >> nth=0"].focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert app.take() == ['change {"value":"z"}', 'change {"value":"x"}']
    assert page.get_by_role("radiogroup").count() == 1


def test_a_switch_tells_true_and_false(page: Page):
    app = open_app(page, '<switch id="s" checked="{{on}}" onChange="log"/>', {"on": True})
    app["mp-switch"].click()
    app["mp-switch"].click()
    assert app.take() == ['change {"value":false}', 'change {"value":true}']


def test_a_controlled_switch_shows_what_the_data_say(page: Page):
    app = open_app(
        page, '<switch id="on" checked="{{on}}" controlled onChange="{{how}}"/>', {"on": False, "how": "log"}
    )
    switch = app["mp-switch"]
    switch.click()
    assert app.take() == ['change {"value":true}']
    assert switch.get_attribute("aria-checked") == "false"
    app.set({"how": "set"})
    switch.click()
    app.settle()
    assert switch.get_attribute("aria-checked") == "true"


def test_a_disabled_switch_stays_and_default_checked_is_where_it_begins(page: Page):
    app = open_app(page, '<switch disabled default-checked onChange="log"/>')
    app["mp-switch"].click(force=True)
    assert app.take() == []
    assert app["mp-switch"].get_attribute("aria-checked") == "true"


def test_a_label_means_the_control_that_for_names_before_the_one_inside(page: Page):
    """Rule 122."""
    app = open_app(
        page, '<label for="far">选<checkbox onChange="log"/></label><switch id="far" onChange="log"/>'
    )
    page.get_by_text("选").click(position={"x": 2, "y": 8})
    assert app.take() == ['change {"value":true}']
    assert app["mp-switch"].get_attribute("aria-checked") == "true"
    assert app["mp-checkbox"].get_attribute("aria-checked") == "false"
    assert page.get_by_role("switch", name="选").count() == 1


def test_a_label_focuses_its_field_and_presses_its_button(page: Page):
    app = open_app(
        page,
        '<label><text>名</text><input onFocus="log" placeholder="写" placeholder-style="color:red"/></label>'
        '<label><text>按</text><button onTap="log">a</button></label>'
        '<label><text>文</text><textarea onFocus="log"/></label>',
    )
    page.get_by_text("名").click()
    page.get_by_text("按").click()
    page.get_by_text("文").click()
    told = app.take()
    assert [line.split(" ")[0] for line in told] == ["focus", "tap", "focus"]
    assert page.get_by_role("textbox", name="名", exact=True).count() == 1
    assert page.get_by_role("textbox", name="文", exact=True).count() == 1
