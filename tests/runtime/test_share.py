"""When a page is asked what it shares, in a host that keeps the answer for its own menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from miniport.facts import Json
from tests.runtime.small_app import Running, SmallApp, start

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGE = """Page({
  data: { title: "first" },
  change() { this.setData({ title: this.data.title === "first" ? "second" : "third" }); },
  onShareAppMessage({ from }) {
    console.log("asked", from);
    if (this.data.title === "second") { throw new Error("not now"); }
    return { title: this.data.title };
  },
});"""
TEMPLATE = '<view id="go" onTap="change">{{title}}</view><button id="share" open-type="share">s</button>'
ASKED = "asked menu"


def opened(page: Page, manners: Json) -> Running:
    config: dict[str, Json] = {"host": {"name": "simulator", "app": "alipay"}}
    if manners is not None:
        config["share"] = manners
    files = {"pages/a/a.js": PAGE, "pages/a/a.axml": TEMPLATE}
    running = start(page, SmallApp(files, config=config))
    # Nobody shares for real.
    page.evaluate("() => { miniport.simulator.answers.share = () => ({}); }")
    return running


def kept(running: Running) -> Json:
    return running.page.evaluate("() => miniport.simulator.kept()")


def test_one_that_reads_is_asked_when_it_is_shown_and_after_changes(page: Page):
    running = opened(page, {"/pages/a/a": "reads"})
    # Once when it is shown, once when its first frame is there.
    assert running.logged(2) == [ASKED, ASKED]
    assert kept(running) == {"title": "first"}
    page.click("#go")
    assert running.logged(1) == [ASKED]
    page.click("#go")
    assert running.logged(1) == [ASKED]
    page.wait_for_function("() => miniport.simulator.kept().title === 'third'")


def test_changes_close_together_are_asked_for_once(page: Page):
    running = opened(page, {"/pages/a/a": "reads"})
    running.logged(2)
    page.evaluate(
        """async () => {
          for (const at of [1, 2, 3]) {
            document.querySelector("#go").click();
            await new Promise((done) => setTimeout(done));
          }
        }"""
    )
    page.wait_for_function("() => miniport.simulator.kept().title === 'third'")
    assert running.take() == [ASKED]


def test_a_throw_keeps_what_was_said_before_and_the_app_hears_of_it_only_where_it_was_asked(page: Page):
    running = opened(page, {"/pages/a/a": "reads"})
    running.logged(2)
    page.click("#go")
    assert running.logged(1) == [ASKED]
    assert kept(running) == {"title": "first"}
    assert len(running.problems) == 1
    assert "asked early: not now" in running.problems[0]
    assert running.click("#share") == ["asked button"]
    assert kept(running) == {"title": "first"}
    assert "[miniport] /pages/a/a onShareAppMessage: not now" in running.problems[1]


def test_one_that_may_do_more_is_asked_when_it_is_shown_and_on_a_tap(page: Page):
    running = opened(page, {})
    assert running.take() == [ASKED]
    page.click("#go")
    page.click("#go")
    running.until("third")
    assert running.click("#share") == ["asked button"]
    assert kept(running) == {"title": "third"}


@pytest.mark.parametrize("manners", [{"/pages/a/a": "acts"}, None])
def test_one_that_acts_and_any_where_it_is_said_so_are_asked_on_a_tap_only(page: Page, manners: Json):
    running = opened(page, manners)
    page.click("#go")
    page.click("#go")
    running.until("third")
    assert (running.take(), kept(running)) == ([], None)
    assert running.click("#share") == ["asked button"]
    assert kept(running) == {"title": "third"}


def test_the_app_answers_for_a_page_that_has_no_word(page: Page):
    files = {
        "app.js": """App({
          globalData: { n: 1 },
          onShareAppMessage() { return { title: "app " + this.globalData.n }; },
        });""",
        "pages/a/a.js": "Page({ add() { getApp().globalData.n = 2; this.setData({ x: 1 }); } });",
        "pages/a/a.axml": '<view id="go" onTap="add">go</view>',
    }
    config: dict[str, Json] = {
        "host": {"name": "simulator", "app": "alipay"},
        "share": {"/app": "reads"},
    }
    running = start(page, SmallApp(files, config=config))
    assert kept(running) == {"title": "app 1"}
    page.click("#go")
    page.wait_for_function("() => miniport.simulator.kept().title === 'app 2'")
