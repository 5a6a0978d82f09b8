"""What happens to a page: scrolling, its end, a pull, its title, sharing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from miniport.facts import Json
from tests.runtime.small_app import SmallApp, start

pytestmark = pytest.mark.browser

FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
TALL = '<view style="height: {{h}}px">tall</view>'


def one_page(script: str, template: str, config: dict[str, Json] | None = None) -> SmallApp:
    window: dict[str, Json] = {"window": config or {}}
    return SmallApp({"pages/a/a.js": script, "pages/a/a.axml": template}, config=window)


def scroll(page: Page, top: int) -> None:
    page.evaluate("(top) => { document.querySelector('.mp--scroll').scrollTop = top; }", top)
    page.wait_for_function(FRAME)


def test_the_end_of_a_page_counts_once_per_arrival(page: Page):
    """Rule 171."""
    app = one_page(
        """Page({
          data: { h: 3000 },
          onReachBottom() { console.log("end"); },
          grow() { this.setData({ h: 6000 }); },
          events: { onReachBottom() { console.log("also"); } },
        });""",
        TALL,
        {"onReachBottomDistance": 100},
    )
    running = start(page, app)
    scroll(page, 1000)
    assert running.take() == []
    scroll(page, 3000 - page.evaluate("() => document.querySelector('.mp--scroll').clientHeight") - 90)
    assert running.take() == ["end", "also"]
    scroll(page, 3000)
    assert running.take() == []
    scroll(page, 0)
    scroll(page, 3000)
    assert running.take() == ["end", "also"]


def test_a_short_page_has_no_end_to_reach(page: Page):
    running = start(
        page, one_page("Page({ data: { h: 10 }, onReachBottom() { console.log('end'); } });", TALL)
    )
    scroll(page, 10)
    assert running.take() == []


def test_scrolling_tells_where_it_is(page: Page):
    script = "Page({ data: { h: 3000 }, onPageScroll(e) { console.log(e.scrollTop, e.scrollHeight); } });"
    running = start(page, one_page(script, TALL))
    scroll(page, 120)
    assert running.take() == ["120 3000"]


def pull(page: Page, start_at: str, *ys: int) -> None:
    page.evaluate(
        """([selector, ys]) => {
          const target = document.querySelector(selector);
          const tell = (type, y) => {
            const touch = new Touch({ identifier: 1, target, clientX: 50, clientY: y });
            const touches = type === "touchend" ? [] : [touch];
            const init = { touches, changedTouches: [touch], bubbles: true, cancelable: true };
            target.dispatchEvent(new TouchEvent(type, init));
          };
          tell("touchstart", ys[0]);
          ys.slice(1).forEach((y) => tell("touchmove", y));
          tell("touchend", ys[ys.length - 1]);
        }""",
        [start_at, list(ys)],
    )


PULLED = """Page({
  data: { h: 3000 },
  onPullDownRefresh(event) { console.log("pulled", JSON.stringify(event)); },
  stop() { my.stopPullDownRefresh(); },
  go() { my.startPullDownRefresh(); },
});"""
PULLED_VIEW = '<view id="x" onTap="stop">stop</view><view id="go" onTap="go">go</view>' + TALL
SIGN = "() => document.querySelector('.mp--pull').style.height"


def test_a_pull_refreshes_until_it_is_stopped(page: Page):
    """Rule 170."""
    running = start(page, one_page(PULLED, PULLED_VIEW, {"pullRefresh": True}))
    pull(page, "#x", 10, 40, 60)
    assert (running.take(), page.evaluate(SIGN)) == ([], "")
    pull(page, "#x", 10, 40, 160)
    assert running.take() == ['pulled {"from":"manual"}']
    assert page.evaluate(SIGN) == "50px"
    assert page.get_attribute(".mp--pull", "role") == "status"
    pull(page, "#x", 10, 40, 160)
    assert running.take() == []
    running.click("#x")
    assert page.evaluate(SIGN) == ""


def test_a_page_is_pulled_only_where_it_may_be_and_from_its_top(page: Page):
    running = start(page, one_page(PULLED, PULLED_VIEW))
    pull(page, "#x", 10, 160)
    assert running.take() == []
    assert running.click("#go") == ['pulled {"from":"code"}']


def test_a_page_that_is_held_is_not_pulled(page: Page):
    script = PULLED.replace(
        "Page({", "Page({ hold({ target }) { my.setCanPullDown({ canPullDown: target.id === 'let' }); },"
    )
    view = '<view id="hold" onTap="hold">hold</view><view id="let" onTap="hold">let</view>' + PULLED_VIEW
    running = start(page, one_page(script, view, {"pullRefresh": True}))
    running.click("#hold")
    pull(page, "#x", 10, 160)
    assert running.take() == []
    running.click("#let")
    pull(page, "#x", 10, 160)
    assert running.take() == ['pulled {"from":"manual"}']


def test_a_pull_below_the_top_is_a_scroll(page: Page):
    running = start(page, one_page(PULLED, PULLED_VIEW, {"pullRefresh": True}))
    scroll(page, 30)
    pull(page, "#x", 10, 160)
    assert running.take() == []


def test_the_title_can_be_tapped(page: Page):
    script = """Page({
      onTitleClick() { console.log("title"); },
      events: { onTitleClick() { console.log("event"); } },
    });"""
    running = start(page, one_page(script, "<view>x</view>", {"defaultTitle": "T"}))
    page.click(".mp--title")
    assert running.take() == ["title", "event"]


def test_events_hears_of_going_back_and_of_a_new_size(page: Page):
    app = SmallApp(
        {
            "pages/a/a.js": "Page({ go() { my.navigateTo({ url: '/pages/b/b' }); } });",
            "pages/a/a.axml": '<view id="go" onTap="go">go</view>',
            "pages/b/b.js": """Page({ events: {
              onBack() { console.log("back"); },
              onResize({ size }) { console.log("size", size.windowWidth); },
            }, onUnload() { console.log("unload"); } });""",
            "pages/b/b.axml": "<view>second</view>",
        },
        pages=("pages/a/a", "pages/b/b"),
    )
    running = start(page, app)
    running.click("#go")
    running.until("second")
    page.set_viewport_size({"width": 500, "height": 600})
    assert running.logged(1) == ["size 500"]
    page.click(".mp--back")
    assert running.logged(2) == ["back", "unload"]


def test_tab_pages_hear_of_taps_and_of_code(page: Page):
    """Rule 21."""
    say = """Page({
      onTabItemTap(event) { console.log(this.route, JSON.stringify(event)); },
      go() { my.switchTab({ url: "/pages/a/a" }); },
      events: {
        beforeTabItemTap() { console.log("before"); },
        onSelectedTabItemTap(event) { console.log("again", event.index); },
      },
    });"""
    view = '<view id="go" onTap="go">{{1}}</view>'
    items: list[Json] = [{"pagePath": "pages/a/a", "name": "A"}, {"pagePath": "pages/b/b", "name": "B"}]
    app = SmallApp(
        {"pages/a/a.js": say, "pages/a/a.axml": view, "pages/b/b.js": say, "pages/b/b.axml": view},
        pages=("pages/a/a", "pages/b/b"),
        config={"tabBar": {"items": items}},
    )
    running = start(page, app)
    page.click(".mp--tab:nth-child(1)")
    assert running.take() == ["again 0"]
    page.click(".mp--tab:nth-child(2)")
    tapped = 'pages/b/b {"from":"user","pagePath":"pages/b/b","text":"B","index":1}'
    assert running.logged(2) == ["before", tapped]
    page.click(".mp--page:not([hidden]) #go")
    assert running.logged(1) == ['pages/a/a {"from":"api","pagePath":"pages/a/a","text":"A","index":0}']


def test_a_throw_leaves_what_the_page_shared_before(page: Page):
    script = """Page({
      n: 0,
      onShareAppMessage() {
        this.n += 1;
        if (this.n > 1) { throw new Error("cannot share"); }
        return { title: "t" + this.n, path: "pages/a/a" };
      },
    });"""
    page.add_init_script(
        "navigator.share = (given) => { console.log(given.title); return Promise.resolve(); };"
    )
    running = start(page, one_page(script, '<button id="x" open-type="share">x</button>'))
    assert running.click("#x") == ["t1"]
    assert running.click("#x") == ["t1"]
    assert "cannot share" in running.problems[0]


def test_what_app_code_leaves_unhandled_reaches_the_app(page: Page):
    app = SmallApp(
        {
            "app.js": """App({
              onError(text) {
                console.log("error", text);
                if (text === "later") { throw new Error("again"); }
              },
              onUnhandledRejection({ reason }) { console.log("rejected", reason); },
            });""",
            "pages/a/a.js": """Page({
              late() { setTimeout(() => { throw new Error("later"); }); },
              reject() { Promise.reject("refused"); },
            });""",
            "pages/a/a.axml": '<view id="l" onTap="late">l</view><view id="r" onTap="reject">r</view>',
        }
    )
    running = start(page, app)
    page.click("#l")
    assert running.logged(2) == ["error later", "error App onError: again"]
    page.click("#r")
    assert running.logged(1) == ["rejected refused"]
