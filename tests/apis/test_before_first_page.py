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
    script = f"{APP.partition('App(')[0]} App({{ onLaunch() {{ {calls} }} }});"
    files = {"app.js": script, "pages/a/a.js": "Page({});", "pages/a/a.axml": "<view>page</view>"}
    running = start(page, SmallApp(files))
    assert running.logged(1) == ["done {}"]
    assert (page.locator(".mp--toast", has_text="茶").count() == 1) is expected
    assert running.problems == []
