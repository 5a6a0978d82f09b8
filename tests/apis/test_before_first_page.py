"""What an app may already call in its onLaunch, before any page is there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.runtime.small_app import SmallApp, start

pytestmark = pytest.mark.browser

APP = """
const told = (word) => (result) => console.log(word, JSON.stringify(result));
App({
  onLaunch() {
    my.setTabBarBadge({ index: 0, text: "3", success: told("done"), fail: told("failed") });
  },
});
"""
TOLD = APP.partition("App(")[0]
PAGES = {
    "pages/a/a.js": "Page({ onPullDownRefresh() { console.log('pulled'); } });",
    "pages/a/a.axml": "<view id='far' style='margin-top:3000px'>茶</view>",
}
CALLS = {
    "showNavigationBarLoading": "{}",
    "hideNavigationBarLoading": "{}",
    "setNavigationBar": '{ title: "二" }',
    "hideBackHome": "{}",
    "startPullDownRefresh": "{}",
    "stopPullDownRefresh": "{}",
    "pageScrollTo": '{ selector: "#far" }',
}


def test_a_badge_of_the_tab_bar_is_set_before_the_first_page(page: Page):
    files = {"app.js": APP, "pages/a/a.js": "Page({});", "pages/a/a.axml": "<view>茶</view>"}
    app = SmallApp(files, config={"tabBar": {"items": [{"pagePath": "pages/a/a", "name": "A"}]}})
    with page.expect_console_message(lambda message: message.text.startswith(("done", "failed"))) as heard:
        start(page, app)
    assert heard.value.text == "done {}"


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ('my.showLoading({ content: "茶", success: told("done"), fail: told("failed") });', True),
        (
            'my.showLoading({ content: "茶" }); '
            'my.hideLoading({ success: told("done"), fail: told("failed") });',
            False,
        ),
    ],
)
def test_a_loading_waits_for_the_first_page(page: Page, calls: str, expected: bool):
    script = f"{TOLD} App({{ onLaunch() {{ {calls} }} }});"
    files = {"app.js": script, "pages/a/a.js": "Page({});", "pages/a/a.axml": "<view>page</view>"}
    running = start(page, SmallApp(files))
    assert running.logged(1) == ["done {}"]
    assert (page.locator(".mp--toast", has_text="茶").count() == 1) is expected
    assert running.problems == []


@pytest.mark.parametrize("name", CALLS)
def test_what_draws_on_a_page_waits_for_the_first_one(page: Page, name: str):
    options = f"Object.assign({CALLS[name]}, {{ success: told('done'), fail: told('failed') }})"
    files = {"app.js": f"{TOLD} App({{ onLaunch() {{ my.{name}({options}); }} }});", **PAGES}
    with page.expect_console_message(lambda message: message.text.startswith(("done", "failed"))) as heard:
        start(page, SmallApp(files))
    assert heard.value.text.startswith("done")


def test_calls_before_the_first_page_keep_their_order(page: Page):
    app = """App({ onLaunch() {
      my.showLoading();
      my.hideLoading({ success() { console.log("hidden"); } });
      my.setNavigationBar({ title: "二" });
      my.pageScrollTo({ selector: "#far" });
    } });"""
    running = start(page, SmallApp({"app.js": app, **PAGES}))
    assert running.logged(1) == ["hidden"]
    assert page.locator("[aria-busy]").count() == 0
    assert page.inner_text(".mp--title") == "二"
    assert page.evaluate("document.querySelector('.mp--scroll').scrollTop") > 0
    assert running.problems == []
