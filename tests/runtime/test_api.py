"""The first APIs in a browser: results, failures, dialogs that can be seen and left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.runtime.small_app import Running, SmallApp, start

pytestmark = pytest.mark.browser

SCRIPT = """
const told = (name) => (value) => console.log(name, JSON.stringify(value));
const calls = { success: told("success"), fail: told("fail"), complete: told("complete") };
Page({
  call(e) { my[e.target.dataset.name](Object.assign({}, e.target.dataset.options, calls)); },
  wait(e) { my[e.target.dataset.name](e.target.dataset.options).then(told("resolved"), told("rejected")); },
  sync(e) { console.log(JSON.stringify(my[e.target.dataset.name](e.target.dataset.options))); },
});
"""


def asks(options: str, how: str = "call", name: str = "") -> SmallApp:
    template = f'<view id="go" onTap="{how}" data-name="{name}" data-options="{{{{ {options} }}}}">go</view>'
    return SmallApp(
        {"pages/a/a.js": SCRIPT, "pages/a/a.axml": template},
        config={"apis": ["startBeaconDiscovery", "_createOffscreenThing"]},
    )


def test_an_alert_is_answered_by_its_button_and_by_the_keyboard(page: Page):
    running = start(page, asks("title: '标题', content: '内容'", name="alert"))
    running.click("#go")
    assert running.text(".mp--dialog") == "标题|内容|确定"
    page.keyboard.press("Escape")
    assert page.locator(".mp--dialog").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_selector(".mp--dialog", state="detached")
    assert running.take() == ['success {"success":true}', 'complete {"success":true}']


@pytest.mark.parametrize(("button", "answer"), [("好", "true"), ("算了", "false")])
def test_a_confirm_succeeds_either_way(page: Page, button: str, answer: str):
    options = "content: '删除?', confirmButtonText: '好', cancelButtonText: '算了'"
    running = start(page, asks(options, "wait", "confirm"))
    running.click("#go")
    page.click(f".mp--choice:has-text('{button}')")
    assert running.take() == [f'resolved {{"confirm":{answer}}}']


def test_escape_cancels_what_can_be_cancelled(page: Page):
    running = start(page, asks("content: 'x'", "wait", "confirm"))
    running.click("#go")
    page.keyboard.press("Escape")
    assert running.take() == ['resolved {"confirm":false}']


def test_a_prompt_gives_what_was_typed(page: Page):
    running = start(page, asks("title: 't', message: 'm'", "wait", "prompt"))
    running.click("#go")
    page.fill(".mp--dialog input", "茶")
    page.click(".mp--choice:has-text('确定')")
    assert running.take() == ['resolved {"ok":true,"inputValue":"茶"}']


def test_a_toast_goes_by_itself_and_succeeds_then(page: Page):
    running = start(page, asks("content: 'saved', type: 'success', duration: 300", "wait", "showToast"))
    assert running.click("#go") == []
    assert "saved" in running.text(".mp--toast")
    assert page.get_attribute(".mp--toast", "role") == "status"
    page.wait_for_selector(".mp--toast", state="detached")
    assert running.take() == ["resolved {}"]


def test_loading_that_is_hidden_in_its_delay_is_never_shown(page: Page):
    app = SmallApp(
        {
            "pages/a/a.js": """Page({
              now() { my.showLoading({ content: "wait" }); },
              never() { my.showLoading({ content: "never", delay: 50 }); my.hideLoading(); },
            });""",
            "pages/a/a.axml": '<view id="never" onTap="never">n</view><view id="now" onTap="now">n</view>',
        }
    )
    running = start(page, app)
    running.click("#never")
    running.click("#now")
    assert running.text(".mp--toast") == "wait"


def storage(page: Page) -> Running:
    script = """
    const show = (value) => console.log(JSON.stringify(value));
    Page({
      write() {
        for (const data of [0, false, "", { a: ["茶"] }, "text"]) {
          my.setStorageSync({ key: "k", data });
          show(my.getStorageSync({ key: "k" }));
        }
        show(my.getStorageSync({ key: "none" }));
        show(my.getStorageInfoSync().keys);
      },
      bad() {
        show(my.setStorageSync({ key: "", data: 1 }));
        my.setStorage({ key: "big", data: "x".repeat(300000), fail: show });
      },
      drop() { my.removeStorageSync({ key: "k" }); show(my.getStorageSync({ key: "k" }).data); },
      read() { my.getStorage({ key: "k" }).then(show); },
    });"""
    names = ("write", "bad", "drop", "read")
    template = "".join(f'<view id="{name}" onTap="{name}">{name}</view>' for name in names)
    return start(page, SmallApp({"pages/a/a.js": script, "pages/a/a.axml": template}))


def test_storage_keeps_every_kind_of_value_over_a_reload(page: Page):
    running = storage(page)
    values = ["0", "false", '""', '{"a":["茶"]}', '"text"', "null"]
    assert running.click("#write") == [*(f'{{"data":{value}}}' for value in values), '["k"]']
    page.reload()
    page.wait_for_selector("#read")
    assert running.click("#read") == ['{"data":"text"}']
    assert running.click("#drop") == ["null"]


def test_storage_refuses_what_the_platform_refuses(page: Page):
    running = storage(page)
    assert [text[:11] for text in running.click("#bad")] == ['{"error":2,', '{"error":14']


ANSWERS = {
    "ok": (200, '{"a":"茶"}'),
    "text": (200, "plain"),
    "gone": (404, '{"why":"gone"}'),
}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("url: 'ok?x=1', data: {b: '2'}", '"data":{"a":"茶"},"status":200,"statusCode":200'),
        ("url: 'text', dataType: 'text'", '"data":"plain"'),
        ("url: 'text'", '"error":14,"errorMessage":"JSON parse data error"'),
        ("url: 'gone'", '"error":19,"errorMessage":"http status error","data":{"why":"gone"},"status":404'),
        ("url: 'ok', method: 'POST', data: {a: 1}", '"data":{"a":"茶"}'),
        ("other: 1", '"error":2'),
    ],
)
def test_a_request_has_the_platforms_results_and_failures(page: Page, options: str, expected: str):
    running = start(page, asks(options, name="request"), answers=ANSWERS)
    page.click("#go")
    first, second = running.logged(2)
    assert expected in first
    assert second.partition(" ")[::2] == ("complete", first.partition(" ")[2])


def test_a_network_that_is_not_there_is_error_12(page: Page):
    running = start(page, asks("url: 'https://elsewhere.test/'", "wait", "request"))
    page.click("#go")
    assert running.logged(1) == ['rejected {"error":12,"errorMessage":"network error"}']


def test_what_no_piece_has_fails_in_the_platforms_way_and_is_told_once(page: Page):
    running = start(page, asks("a: 1", name="startBeaconDiscovery"))
    failed = '{"error":1,"errorMessage":"my.startBeaconDiscovery is not supported"}'
    assert running.click("#go") == [f"fail {failed}", f"complete {failed}"]
    running.click("#go")
    assert running.problems == ["[miniport] my.startBeaconDiscovery is not available on this platform"]


def test_the_title_of_the_page_can_be_set(page: Page):
    running = start(page, asks("title: '新标题', backgroundColor: '#00ff00'", "wait", "setNavigationBar"))
    assert running.click("#go") == ["resolved {}"]
    assert page.inner_text(".mp--title") == "新标题"
    assert page.title() == "新标题"


def test_system_info_tells_of_the_window(page: Page):
    running = start(page, asks("a: 1", "sync", "getSystemInfoSync"))
    (told,) = running.click("#go")
    info = page.evaluate("(text) => JSON.parse(text)", told)
    assert info["windowWidth"] == 375
    assert info["windowHeight"] == 667 - info["titleBarHeight"]
    assert info["pixelRatio"] == 2
    assert info["app"] == "web"


def test_what_must_come_at_once_and_nobody_has_is_an_exception(page: Page):
    # Libraries ask for such factories in a try, those with an underscore too.
    running = start(page, asks("a: 1", "sync", "_createOffscreenThing"))
    running.click("#go")
    assert "my._createOffscreenThing is not supported" in running.problems[0]
