"""Lines and areas of text: what shows, what is told, who rules the value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.elements.emitted import Opened, open_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from miniport.facts import Json

pytestmark = pytest.mark.browser
BOTH = pytest.mark.parametrize("tag", ["input", "textarea"])


def selection(app: Opened) -> list[int]:
    return app[".mp--field"].evaluate("(node) => [node.selectionStart, node.selectionEnd]")


@BOTH
def test_typing_focus_and_blur_are_told_with_value_and_cursor(page: Page, tag: str):
    app = open_app(page, f'<{tag} value="ab" onInput="log" onFocus="log" onBlur="log"/>')
    field = app[".mp--field"]
    field.focus()
    page.keyboard.press("Home")
    page.keyboard.type("茶")
    field.blur()
    assert app.take() == [
        'focus {"value":"ab"}',
        'input {"value":"茶ab","cursor":1}',
        'blur {"value":"茶ab"}',
    ]


@BOTH
def test_a_focused_field_that_leaves_the_page_says_nothing(page: Page, tag: str):
    app = open_app(page, f'<{tag} a:if="{{{{there}}}}" onBlur="log"/>', {"there": True})
    app[".mp--field"].focus()
    app.set({"there": False})
    assert (app.take(), app.problems) == ([], [])


@BOTH
def test_what_was_typed_stays_until_the_data_change(page: Page, tag: str):
    """Rule 124: an equal value from setData does not reset."""
    app = open_app(page, f'<{tag} value="{{{{text}}}}" onInput="log"/>', {"text": ""})
    field = app[".mp--field"]
    field.fill("typed")
    app.set({"text": ""})
    assert field.input_value() == "typed"
    app.set({"text": "new"})
    assert field.input_value() == "new"


@BOTH
def test_controlled_forces_the_value_of_the_data(page: Page, tag: str):
    app = open_app(page, f'<{tag} value="{{{{text}}}}" controlled onInput="log"/>', {"text": "a"})
    field = app[".mp--field"]
    field.focus()
    page.keyboard.press("End")
    page.keyboard.type("b")
    assert app.take() == ['input {"value":"ab","cursor":2}']
    assert field.input_value() == "a"


@BOTH
def test_a_controlled_field_takes_what_the_handler_makes_of_it(page: Page, tag: str):
    upper = "up(event) { this.setData({ text: event.detail.value.toUpperCase() }); },"
    app = open_app(page, f'<{tag} value="{{{{text}}}}" controlled onInput="up"/>', {"text": "XZ"}, upper)
    field = app[".mp--field"]
    field.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("y")
    app.settle()
    assert field.input_value() == "XYZ"
    assert selection(app) == [2, 2]


@BOTH
def test_the_cursor_stays_where_it_is_when_the_data_follow_the_typing(page: Page, tag: str):
    app = open_app(page, f'<{tag} id="text" value="{{{{text}}}}" onInput="set"/>', {"text": "ad"})
    app[".mp--field"].focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("bc")
    app.settle()
    assert app[".mp--field"].input_value() == "abcd"
    assert selection(app) == [3, 3]


@pytest.mark.parametrize(("limit", "length"), [("", 140), ('maxlength="3"', 3), ('maxlength="{{-1}}"', 200)])
@BOTH
def test_maxlength_is_140_unless_said_otherwise(page: Page, tag: str, limit: str, length: int):
    app = open_app(page, f"<{tag} {limit}/>")
    app[".mp--field"].focus()
    page.keyboard.insert_text("x" * 200)
    assert len(app[".mp--field"].input_value()) == length


@BOTH
def test_focus_follows_the_data(page: Page, tag: str):
    app = open_app(page, f'<{tag} focus="{{{{on}}}}" onFocus="log" onBlur="log"/>', {"on": True})
    field = app[".mp--field"]
    assert field.evaluate("(node) => node === document.activeElement")
    app.set({"on": False})
    app.set({"on": True})
    assert [line.split(" ")[0] for line in app.take()] == ["focus", "blur", "focus"]


def test_cursor_and_selection_are_set_with_the_focus(page: Page):
    data: dict[str, Json] = {"on": False, "cursor": 2, "from": -1, "to": -1}
    app = open_app(
        page,
        '<input value="abcdef" focus="{{on}}" cursor="{{cursor}}" onFocus="log"'
        ' selection-start="{{from}}" selection-end="{{to}}"/>',
        data,
    )
    app.set({"on": True})
    assert selection(app) == [2, 2]
    app.set({"from": 1, "to": 4})
    assert selection(app) == [1, 4]


@BOTH
def test_a_disabled_field_takes_no_focus_and_lets_taps_through(page: Page, tag: str):
    """Rule 121; real apps show what a picker chose in a disabled input."""
    app = open_app(page, f'<view onTap="log"><{tag} disabled value="a"/></view>')
    app[f"mp-{tag}"].click()
    assert [line.split(" ")[0] for line in app.take()] == ["tap"]
    assert page.get_by_role("textbox").is_disabled()


@BOTH
def test_a_placeholder_may_have_a_look_of_its_own(page: Page, tag: str):
    app = open_app(
        page,
        f'<{tag} placeholder="甲"/><{tag} placeholder="乙" placeholder-class="ph"/>'
        f'<{tag} placeholder="丙" placeholder-style="color:#00ff00;font-size:20rpx"'
        ' value="{{text}}" onInput="log"/>',
        {"text": ""},
        style=".ph { color: #ff0000; }",
    )
    hints = app[".mp--hint > span"]
    colours = [hints.nth(at).evaluate("(node) => getComputedStyle(node).color") for at in range(2)]
    assert colours == ["rgb(255, 0, 0)", "rgb(0, 255, 0)"]
    assert hints.nth(1).evaluate("(node) => getComputedStyle(node).fontSize") == "10px"
    assert (
        page.get_by_placeholder("甲").evaluate("(node) => getComputedStyle(node, '::placeholder').color")
        == "rgb(153, 153, 153)"
    )
    app.set({"text": "x"})
    assert not hints.nth(1).is_visible()
    assert hints.nth(0).is_visible()
    assert page.get_by_placeholder("乙").evaluate("(node) => getComputedStyle(node).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize(
    ("type_", "mode"),
    [
        ("text", None), ("number", "numeric"), ("digit", "decimal"), ("idcard", None),
        ("numberpad", "numeric"), ("digitpad", "decimal"), ("idcardpad", None),
    ],
)  # fmt: skip
def test_the_type_chooses_the_keyboard(page: Page, type_: str, mode: str | None):
    field = open_app(page, f'<input type="{type_}" name="n"/>')[".mp--field"]
    assert field.get_attribute("inputmode") == mode
    assert field.get_attribute("type") == "text"
    assert field.get_attribute("name") == "n"


def test_a_password_is_hidden(page: Page):
    app = open_app(page, '<input password="{{hidden}}" value="secret" onInput="log"/>', {"hidden": True})
    assert app[".mp--field"].get_attribute("type") == "password"
    app.set({"hidden": False})
    assert app[".mp--field"].get_attribute("type") == "text"


@pytest.mark.parametrize("kind", ["done", "go", "next", "search", "send"])
@BOTH
def test_confirm_is_told_and_the_keyboard_goes(page: Page, tag: str, kind: str):
    app = open_app(page, f'<{tag} confirm-type="{kind}" onConfirm="log" onBlur="log"/>')
    field = app[".mp--field"]
    assert field.get_attribute("enterkeyhint") == kind
    field.fill("abc")
    field.press("Enter")
    assert app.take() == ['confirm {"value":"abc"}', 'blur {"value":"abc"}']


def test_confirm_hold_keeps_the_focus(page: Page):
    app = open_app(page, '<input confirm-hold onConfirm="log" onBlur="log"/>')
    app[".mp--field"].press("Enter")
    assert app.take() == ['confirm {"value":""}']


@BOTH
def test_without_a_value_it_begins_with_the_default(page: Page, tag: str):
    assert open_app(page, f'<{tag} default-value="a"/>')[".mp--field"].input_value() == "a"


def test_enter_is_a_line_break_in_a_textarea(page: Page):
    app = open_app(page, '<textarea onConfirm="log" onInput="log"/>')
    app[".mp--field"].press("Enter")
    assert app.take() == ['input {"value":"\\n","cursor":1}']


def test_a_textarea_counts_unless_told_not_to(page: Page):
    app = open_app(
        page,
        '<textarea value="{{text}}" maxlength="10" onInput="log"/>'
        '<textarea show-count="{{false}}"/><textarea maxlength="-1" value="abc"/>',
        {"text": "ab"},
    )
    counts = app[".mp--count"]
    assert counts.all_inner_texts() == ["2/10", "3"]
    app[".mp--field >> nth=0"].press("x")
    assert counts.first.inner_text() == "3/10"
    app.set({"text": ""})
    assert counts.first.inner_text() == "0/10"


def test_a_textarea_grows_with_its_text_where_asked(page: Page):
    app = open_app(
        page,
        '<textarea class="low" auto-height show-count="{{false}}" value="{{text}}" onInput="log"/>'
        '<textarea class="low"/>',
        {"text": "a"},
        style=".low { height: 20px; line-height: 20px; min-height: 10px; }",
    )
    area = app["mp-textarea >> nth=0"]
    assert area.evaluate("(node) => node.offsetHeight") == 20
    app.set({"text": "a\nb\nc"})
    assert area.evaluate("(node) => node.offsetHeight") == 60
    app[".mp--field >> nth=0"].focus()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    app.settle()
    assert area.evaluate("(node) => node.offsetHeight") == 80
    app.set({"text": "b"})
    assert area.evaluate("(node) => node.offsetHeight") == 20
    assert app["mp-textarea >> nth=1"].evaluate("(node) => node.offsetHeight") == 20


def test_nothing_is_told_twice_while_a_word_is_composed(page: Page):
    app = open_app(page, '<input value="{{text}}" controlled onInput="log"/>', {"text": ""})
    field = app[".mp--field"]
    field.focus()
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "cha", "selectionStart": 3, "selectionEnd": 3})
    app.settle()
    assert field.input_value() == "cha"
    client.send("Input.insertText", {"text": "茶"})
    app.settle()
    assert field.input_value() == ""
    assert app.take() == ['input {"value":"cha","cursor":3}', 'input {"value":"茶","cursor":1}']
