"""The page stack and its addresses in a browser."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from miniport.facts import Json
from tests.runtime.small_app import ORIGIN, Running, SmallApp, start

pytestmark = pytest.mark.browser

LOUD = """
const log = (...words) => console.log(...words);
const names = ["onShow", "onHide", "onUnload", "onReady", "onSelectedTabItemTap", "beforeTabItemTap"];
const page = {
  data: { n: 0 },
  onLoad(query) { log(this.route.slice(-1), "onLoad", JSON.stringify(query), getCurrentPages().length); },
  add() { this.setData({ n: this.data.n + 1 }); },
  onTabItemTap(item) { log(this.route.slice(-1), "onTabItemTap", JSON.stringify(item)); },
  go(event) {
    const { how, url, delta } = event.target.dataset;
    my[how]({ url, delta, fail: (e) => log("fail", e.error, e.errorMessage), success: () => log("done") });
  },
};
names.forEach((name) => { page[name] = function () { log(this.route.slice(-1), name); }; });
Page(page);
"""
LINKS = {
    "to-b": ("navigateTo", "../b/b?x=1&y=%E8%8C%B6"),
    "to-c": ("navigateTo", "/pages/c/c"),
    "redirect": ("redirectTo", "/pages/c/c?r=1"),
    "relaunch": ("reLaunch", "/pages/b/b"),
    "tab-b": ("switchTab", "/pages/b/b?gone=1"),
    "tab-c": ("switchTab", "/pages/c/c"),
    "lost": ("navigateTo", "/pages/z/z"),
}
TEMPLATE = "".join(
    f'<view id="{name}" onTap="go" data-how="{how}" data-url="{url}">{name}</view>'
    for name, (how, url) in LINKS.items()
)
BACK = '<view id="back" onTap="go" data-how="navigateBack" data-delta="{{1}}">back</view>'
FAR = '<view id="far" onTap="go" data-how="navigateBack" data-delta="{{99}}">far</view>'
TAB_BAR: Mapping[str, Json] = {
    "items": [{"pagePath": "pages/a/a", "name": "First"}, {"pagePath": "pages/b/b", "name": "Second"}]
}


def three(config: Mapping[str, Json] | None = None, app: str = "App({})") -> SmallApp:
    files = {"app.js": app}
    for name in "abc":
        files[f"pages/{name}/{name}.js"] = LOUD
        files[f"pages/{name}/{name}.axml"] = (
            f'<view id="add" onTap="add">{name} {{{{n}}}}</view>{TEMPLATE}{BACK}{FAR}'
        )
    return SmallApp(files, pages=("pages/a/a", "pages/b/b", "pages/c/c"), config=config or {})


def moved(running: Running, link: str, to: str) -> list[str]:
    """Click a link, wait for a page and return what was logged."""
    running.take()
    running.page.click(f".mp--page:not([hidden]) #{link}")
    running.page.wait_for_selector(f".mp--page:not([hidden]) #add:has-text('{to}')")
    return running.take()


def address(running: Running) -> str:
    return running.page.url.removeprefix(ORIGIN)


def test_navigate_to_keeps_the_page_below_and_back_shows_it_as_it_was(page: Page):
    running = start(page, three())
    running.click("#add")
    assert running.text("#add") == "a 1"
    running.log.clear()
    assert moved(running, "to-b", "b 0") == [
        "a onHide",
        'b onLoad {"x":"1","y":"茶"} 2',
        "b onShow",
        "b onReady",
        "done",
    ]
    assert address(running) == "#/pages/b/b?x=1&y=%E8%8C%B6"
    assert moved(running, "back", "a 1") == ["b onUnload", "a onShow", "done"]
    assert address(running) == "#/pages/a/a"


def test_redirect_replaces_the_page_and_its_entry(page: Page):
    running = start(page, three())
    moved(running, "to-b", "b 0")
    assert moved(running, "redirect", "c 0") == [
        "b onUnload",
        'c onLoad {"r":"1"} 2',
        "c onShow",
        "c onReady",
        "done",
    ]
    assert moved(running, "back", "a 0") == ["c onUnload", "a onShow", "done"]


def test_relaunch_leaves_one_page_and_one_entry(page: Page):
    running = start(page, three())
    entries = page.evaluate("history.length")
    moved(running, "to-c", "c 0")
    assert moved(running, "relaunch", "b 0") == [
        "c onUnload",
        "a onUnload",
        "b onLoad {} 1",
        "b onShow",
        "b onReady",
        "done",
    ]
    assert address(running) == "#/pages/b/b"
    assert page.evaluate("history.length") <= entries + 1


def test_back_goes_at_most_to_the_bottom_and_fails_there(page: Page):
    running = start(page, three())
    moved(running, "to-b", "b 0")
    moved(running, "to-c", "c 0")
    assert moved(running, "far", "a 0") == ["c onUnload", "b onUnload", "a onShow", "done"]
    assert running.click("#back") == ["fail 1 already top of navigation"]


def test_an_unknown_page_and_the_eleventh_are_refused(page: Page):
    running = start(page, three())
    running.take()
    assert running.click("#lost") == ["fail 1 /pages/z/z resolved to pages/z/z is not found"]
    for _ in range(9):
        moved(running, "to-c", "c 0")
    assert running.click("#to-b") == ["fail 1 depth can not be more than 10"]


def test_the_browsers_own_back_and_forward_work(page: Page):
    running = start(page, three())
    moved(running, "to-b", "b 0")
    page.go_back()
    page.wait_for_selector(".mp--page:not([hidden]) #add:has-text('a 0')")
    assert running.take() == ["b onUnload", "a onShow"]
    page.go_forward()
    page.wait_for_selector(".mp--page:not([hidden]) #add:has-text('b 0')")
    assert running.take()[:2] == ["a onHide", 'b onLoad {"x":"1","y":"茶"} 2']
    assert page.locator(".mp--page").count() == 2


def test_a_deep_link_is_a_fresh_stack_with_that_page(page: Page):
    running = start(page, three(), "/pages/c/c?id=%E8%8C%B6&empty")
    assert running.take()[0] == 'c onLoad {"id":"茶","empty":""} 1'
    assert running.click("#back") == ["fail 1 already top of navigation"]


def test_an_address_typed_later_starts_afresh(page: Page):
    running = start(page, three())
    moved(running, "to-b", "b 0")
    page.evaluate("location.hash = '/pages/c/c?t=1'")
    page.wait_for_selector(".mp--page:not([hidden]) #add:has-text('c 0')")
    assert running.take()[:3] == ["b onUnload", "a onUnload", 'c onLoad {"t":"1"} 1']
    assert page.locator(".mp--page").count() == 1


@pytest.mark.parametrize("hash_", ["/pages/z/z", "/../../etc", "javascript:alert(1)"])
def test_only_listed_pages_open(page: Page, hash_: str):
    running = start(page, three(), hash_)
    assert page.locator("mp-page").count() == 0
    assert "Page not found" in page.inner_text(".mp--lost")
    assert running.problems == [f"[miniport] launch: {hash_.removeprefix('/')} is not found "]


def test_the_app_may_send_a_lost_launch_elsewhere(page: Page):
    app = """App({ onPageNotFound(res) {
      console.log(JSON.stringify(res)); my.redirectTo({ url: "/pages/b/b" });
    } });"""
    running = start(page, three(app=app), "/pages/z/z?q=1")
    page.wait_for_selector("#add:has-text('b 0')")
    assert running.take()[0] == '{"path":"pages/z/z","query":{"q":"1"},"isEntryPage":true}'


def test_tab_pages_stay_alive_and_the_others_do_not(page: Page):
    running = start(page, three({"tabBar": dict(TAB_BAR)}))
    running.click("#add")
    moved(running, "to-c", "c 0")
    assert not page.is_visible(".mp--tabs")
    tapped = 'b onTabItemTap {"from":"api","pagePath":"pages/b/b","text":"Second","index":1}'
    life = ["c onUnload", "b onLoad {} 1", "b onShow", tapped, "b onReady", "done"]
    assert moved(running, "tab-b", "b 0") == life
    assert address(running) == "#/pages/b/b"
    page.click(".mp--tab:has-text('First')")
    page.wait_for_selector(".mp--page:not([hidden]) #add:has-text('a 1')")
    item = '{"from":"user","pagePath":"pages/a/a","text":"First","index":0}'
    assert running.take() == ["b beforeTabItemTap", "b onHide", "a onShow", f"a onTabItemTap {item}"]
    page.click(".mp--tab:has-text('First')")
    assert running.take() == ["a onSelectedTabItemTap"]
    assert page.get_attribute(".mp--tab:has-text('First')", "aria-selected") == "true"
    assert running.click("#tab-c") == [
        "fail 1 /pages/c/c resolved to pages/c/c is not tab,  which is not valid"
    ]


def test_a_refresh_that_ends_behind_another_tab_has_ended(page: Page):
    files = {}
    for name in "ab":
        text = '<view id="start" onTap="start">start</view><view id="stop" onTap="stop">stop</view>'
        files[f"pages/{name}/{name}.axml"] = f"<view>page {name}</view>{text}"
        files[f"pages/{name}/{name}.js"] = (
            "Page({ start() { my.startPullDownRefresh(); }, stop() { my.stopPullDownRefresh(); } });"
        )
    app = SmallApp(files, ("pages/a/a", "pages/b/b"), config={"tabBar": dict(TAB_BAR)})
    running = start(page, app)
    running.click("#start")
    page.wait_for_selector(".mp--pull[role=status]")
    page.click(".mp--tab:has-text('Second')")
    page.wait_for_selector("text=page b")
    running.click("#stop")
    page.click(".mp--tab:has-text('First')")
    page.wait_for_selector("text=page a")
    assert page.locator(".mp--pull[role=status]").count() == 0


def test_the_loading_of_a_tab_that_was_left_can_be_ended(page: Page):
    files = {
        "pages/a/a.js": """Page({
          go() { global.first = this; my.showLoading(); my.switchTab({ url: "/pages/b/b" }); },
        });""",
        "pages/a/a.axml": '<view>page a</view><view id="go" onTap="go">go</view>',
        "pages/b/b.js": "Page({ stop() { my.hideLoading({ page: global.first }); } });",
        "pages/b/b.axml": '<view>page b</view><view id="stop" onTap="stop">stop</view>',
    }
    app = SmallApp(files, ("pages/a/a", "pages/b/b"), config={"tabBar": dict(TAB_BAR)})
    running = start(page, app)
    running.click("#go")
    page.wait_for_selector("text=page b")
    assert page.locator(".mp--still").count() == 1
    running.click("#stop")
    assert page.locator(".mp--still").count() == 0


def test_the_bar_shows_the_page_on_top_and_a_way_back(page: Page):
    window = {"defaultTitle": "Shop", "titleBarColor": "#ff0000", "navigationBarFrontColor": "white"}
    running = start(page, three({"window": window}))
    assert page.inner_text(".mp--title") == "Shop"
    assert page.title() == "Shop"
    assert page.locator(".mp--back").count() == 0
    moved(running, "to-b", "b 0")
    page.click(".mp--back")
    page.wait_for_selector(".mp--page:not([hidden]) #add:has-text('a 0')")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.mp--bar')).backgroundColor")
        == "rgb(255, 0, 0)"
    )
    assert page.evaluate("getComputedStyle(document.querySelector('.mp--bar')).color") == "rgb(255, 255, 255)"


def test_fifty_pushes_and_pops_leave_nothing_behind(page: Page):
    running = start(page, three())
    nodes = page.evaluate("document.querySelectorAll('*').length")
    for _ in range(10):
        moved(running, "to-b", "b 0")
        moved(running, "back", "a 0")
    assert page.evaluate("document.querySelectorAll('*').length") == nodes
    assert running.problems == []


def test_a_page_and_the_one_that_opened_it_speak_to_each_other(page: Page):
    opener = """Page({
      open() {
        my.navigateTo({
          url: "/pages/b/b",
          events: { said(word, more) { console.log("a hears", word, more.n); } },
          success: ({ eventChannel }) => eventChannel.emit("asked", "how are you?"),
        });
      },
      onLoad() { this.getOpenerEventChannel().emit("nobody", "hears"); },
    });"""
    opened = """Page({
      onLoad() {
        const channel = this.getOpenerEventChannel();
        const gone = () => console.log("gone");
        channel.on("asked", gone);
        channel.off("asked", gone);
        channel.once("asked", (word) => {
          console.log("b hears", word);
          channel.emit("said", "well", { n: 2 });
        });
        channel.emit("said", "hello", { n: 1 });
      },
    });"""
    files = {
        "app.js": "App({})",
        "pages/a/a.js": opener,
        "pages/a/a.axml": '<view id="open" onTap="open">open</view>',
        "pages/b/b.js": opened,
        "pages/b/b.axml": "<view>b</view>",
    }
    running = start(page, SmallApp(files, pages=("pages/a/a", "pages/b/b")))
    page.click("#open")
    assert running.logged(3) == ["a hears hello 1", "b hears how are you?", "a hears well 2"]
    assert running.problems == []


def test_a_tab_without_a_page_is_told_in_words(page: Page):
    items = [*TAB_BAR["items"], {"pagePath": "pages/z/z", "name": "Gone"}]
    running = start(page, three({"tabBar": {"items": items}}))
    page.click(".mp--tab:has-text('Gone')")
    running.settle()
    assert running.problems == ["[miniport] tab bar: /pages/z/z resolved to pages/z/z is not found "]
