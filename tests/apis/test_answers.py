"""APIs that answer at once, again and again, or with an object of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_storage_answers_at_once(site: Page):
    """Rules 151 to 153: a result or the failure itself comes back; booleans, 0 and '' survive."""
    seen = site.evaluate(
        """() => [0, false, "", { a: ["茶"] }].map((data) => {
          my.setStorageSync({ key: "k", data });
          return my.getStorageSync({ key: "k" }).data;
        })"""
    )
    assert seen == [0, False, "", {"a": ["茶"]}]
    assert site.evaluate("() => my.setStorageSync({ key: '', data: 1 }).error") == 2
    assert site.evaluate("() => my.setStorageSync({ key: 'b', data: 'x'.repeat(300000) }).error") == 14
    assert site.evaluate("() => my.removeStorageSync({ key: 'k' })") == {"success": True}
    assert site.evaluate("() => my.getStorageSync({ key: 'k' })") == {"data": None}
    assert site.evaluate("() => my.clearStorageSync()") == {"success": True}
    assert site.evaluate("() => my.getStorageInfoSync().keys") == []


def test_an_app_knows_what_it_runs_on(site: Page):
    """Rule 163; extension objects of clients that are not there are undefined."""
    info = site.evaluate("() => my.getSystemInfoSync()")
    assert info["windowWidth"] == 375
    assert info["windowHeight"] + info["titleBarHeight"] <= 667
    assert info["screen"] == {"width": info["screenWidth"], "height": info["screenHeight"]}
    assert info["safeArea"]["width"] == 375
    texts = ("app", "language", "platform", "version", "model", "brand", "system")
    assert [name for name in texts if not isinstance(info[name], str)] == []
    assert site.evaluate("() => [my.isIDE, my.env.clientName, my.getAppIdSync().appId]") == [
        False,
        "web",
        "small",
    ]
    assert site.evaluate("() => my.getAccountInfoSync().miniProgram") == {
        "appId": "small",
        "envVersion": "release",
        "version": "",
    }
    assert site.evaluate("() => /^\\d+\\.\\d+\\.\\d+$/.test(my.SDKVersion)")
    assert site.evaluate("() => my.getExtConfigSync()") == {}
    assert site.evaluate("() => [my.ap, my.tg, my.tb].every((one) => one === undefined)")
    assert site.evaluate("() => my.getLaunchOptionsSync().path") == "pages/a/a"
    assert site.evaluate("() => my.getEnterOptionsSync().path") == "pages/a/a"


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("alert", True),
        ("component2", True),
        ("page.$spliceData", True),
        ("button.open-type.share", True),
        ("button.open-type.getPhoneNumber", False),
        ("openDocument", False),
        ("startGyroscope", False),
        ("alert.return.nothing", False),
    ],
)
def test_can_i_use_says_what_the_runtime_does(site: Page, query: str, answer: bool):
    """Rule 144."""
    assert site.evaluate("(query) => my.canIUse(query)", query) is answer


def test_can_i_use_asks_the_browser(site: Page):
    site.evaluate("stub('vibrate', undefined)")
    assert site.evaluate("() => my.canIUse('vibrateShort')") is False
    site.evaluate("stub('vibrate', () => true)")
    assert site.evaluate("() => my.canIUse('vibrateShort')") is True


def test_there_is_never_an_update(site: Page):
    told = "() => new Promise((done) => my.getUpdateManager().onCheckForUpdate(done))"
    assert site.evaluate(told) == {"hasUpdate": False}


def test_listeners_hear_of_the_app_until_they_leave(site: Page):
    seen = site.evaluate(
        """async () => {
          const seen = [];
          const heard = (name) => (value) => seen.push(name);
          const shown = heard("show");
          my.onAppShow(shown);
          my.onAppHide(heard("hide"));
          const turn = (is) => {
            Object.defineProperty(document, "hidden", { value: is, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
          };
          turn(true), turn(false);
          my.offAppShow(shown);
          my.offAppHide();
          turn(true), turn(false);
          return seen;
        }"""
    )
    assert seen == ["hide", "show"]


def test_a_query_answers_in_order_after_the_paint(site: Page):
    """Rules 161 and 162."""
    rect, rows, nothing, view, offset, fields = site.evaluate(
        """() => new Promise((done) => {
          window.shown.setData({ list: ["a", "b", "c"] });
          my.createSelectorQuery()
            .select("#one").boundingClientRect()
            .selectAll("view.row").boundingClientRect()
            .select(".none").boundingClientRect()
            .selectViewport().boundingClientRect()
            .selectViewport().scrollOffset()
            .select(".row").fields({ dataset: true, size: true, computedStyle: ["display"] })
            .exec(done);
        })"""
    )
    assert (rect["id"], rect["top"], rect["left"], rect["height"]) == ("one", 0, 0, 2000)
    assert [row["dataset"]["name"] for row in rows] == ["a", "b", "c"]
    assert [row["top"] for row in rows] == [0, 20, 40]
    assert nothing is None
    assert view.keys() == {"width", "height"}
    assert view["width"] == 375
    assert offset == {"scrollTop": 0, "scrollLeft": 0}
    assert fields == {"dataset": {"name": "a"}, "width": 50, "height": 20, "display": "block"}


def test_a_query_is_never_answered_at_once(site: Page):
    script = "() => { let is = false; my.createSelectorQuery().exec(() => { is = true; }); return is; }"
    assert site.evaluate(script) is False


def test_an_observer_tells_when_a_node_comes_into_view(site: Page):
    ratios = site.evaluate(
        """() => new Promise((done) => {
          const observer = my.createIntersectionObserver({ dataset: true });
          observer.relativeToViewport().observe("#one", (told) => {
            observer.disconnect();
            done([told.id, told.dataset, told.intersectionRatio > 0, told.boundingClientRect.top]);
          });
        })"""
    )
    assert ratios == ["one", {"n": 1}, True, 0]


def test_a_page_is_scrolled_to_a_node(site: Page):
    script = """async () => {
      await my.pageScrollTo({ selector: ".row", offsetTop: 15 });
      const query = my.createSelectorQuery().selectViewport().scrollOffset();
      const top = await new Promise((done) => query.exec(done));
      await my.pageScrollTo({ scrollTop: 0 });
      return top[0].scrollTop;
    }"""
    assert site.evaluate(script) == 15


def test_an_animation_is_exported_as_steps(site: Page):
    steps = site.evaluate(
        """() => {
          const animation = my.createAnimation({ duration: 100 });
          animation.rotate(45).width(20).step();
          animation.opacity(0.5).scale(2, 3).step({ duration: 50, timeFunction: "ease" });
          const first = animation.export();
          return [first, animation.export()];
        }"""
    )
    first = {"width": "20px", "transform": "rotate(45deg)"}
    usual = {"delay": 0, "origin": "50% 50% 0"}
    assert steps == [
        [
            {"duration": 100, "timing": "linear", **usual, "style": first},
            {
                "duration": 50,
                "timing": "ease",
                **usual,
                "style": {"width": "20px", "opacity": "0.5", "transform": "rotate(45deg) scale(2,3)"},
            },
        ],
        [],
    ]


def test_an_animation_is_played_by_a_view(site: Page):
    site.evaluate(
        """() => {
          const animation = my.createAnimation({ duration: 10 });
          window.shown.setData({ animation: animation.opacity(0.5).step().export() });
        }"""
    )
    site.wait_for_function("() => getComputedStyle(document.querySelector('#one')).opacity === '0.5'")


def test_a_player_tells_what_happens_to_it(site: Page):
    seen = site.evaluate(
        """() => new Promise((done) => {
          const player = my.createInnerAudioContext();
          const seen = [];
          player.onError((problem) => { seen.push(typeof problem.errCode); done(seen); });
          player.onStop(() => seen.push("stop"));
          player.volume = 0.5;
          seen.push(player.volume, player.paused);
          player.stop();
          player.src = "/none.mp3";
          player.destroy();
          const other = my.createInnerAudioContext();
          other.onError(() => done(seen));
          other.src = "/none.mp3";
        })"""
    )
    assert seen[:3] == [0.5, True, "stop"]


def test_a_page_shares_through_the_browser(site: Page):
    shared = site.evaluate(
        """() => new Promise((done) => {
          stub("share", (what) => Promise.resolve(done(what)));
          my.showSharePanel();
        })"""
    )
    assert (shared["title"], shared["text"]) == ("T", "D")


def test_a_refresh_started_by_code_says_so(site: Page):
    """Rule 170."""
    site.evaluate("() => my.startPullDownRefresh()")
    assert site.evaluate("() => window.refreshed") == {"from": "code"}


def test_a_request_can_be_broken_off(site: Page):
    script = """() => {
      const call = my.request({ url: "ok" });
      call.abort();
      return call.catch((problem) => problem.error);
    }"""
    assert site.evaluate(script) == 9


def test_what_is_broken_off_before_it_began_is_never_sent(site: Page):
    asked: list[str] = []
    site.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    script = """async () => {
      const problems = [];
      const call = my.request({ url: "gone" });
      call.abort();
      await call.catch(({ error }) => problems.push(error));
      // The file is being read: there is nothing to break off yet.
      const upload = my.uploadFile({ url: "ok", filePath: "b.png", name: "b" });
      await Promise.resolve().then(() => {});
      upload.abort();
      await upload.catch(({ error }) => problems.push(error));
      for (const url of ["a.png", "plain"]) await my.request({ url, dataType: "text" });
      return problems;
    }"""
    assert site.evaluate(script) == [9, 9]
    assert asked == ["b.png", "a.png", "plain"]


def test_a_listener_that_throws_keeps_nobody_else_from_hearing(site: Page):
    script = """async () => {
      const heard = [];
      const call = my.request({ url: "ok" });
      call.onHeadersReceived(() => { throw new Error("app"); });
      call.onHeadersReceived(() => heard.push("second"));
      await call;
      return heard;
    }"""
    assert site.evaluate(script) == ["second"]


def test_a_value_that_cannot_be_stored_is_refused_as_the_platform_does(site: Page):
    script = """() => {
      const round = {};
      round.self = round;
      const answer = my.setStorageSync({ key: "round", data: round });
      return [answer.error, typeof answer.errorMessage];
    }"""
    assert site.evaluate(script) == [3, "string"]


@pytest.mark.parametrize(
    ("kind", "data"), [("text", '{"a":"茶"}'), ("base64", "eyJhIjoi6Iy2In0="), ("json", {"a": "茶"})]
)
def test_a_request_gives_the_kind_of_data_that_was_asked_for(site: Page, kind: str, data: object):
    """Rules 154 to 156."""
    script = "(dataType) => my.request({ url: 'ok', dataType }).then((result) => result.data)"
    assert site.evaluate(script, kind) == data
    if kind == "text":
        script = "() => my.request({ url: 'ok', dataType: 'arraybuffer' }).then((got) => got.data.byteLength)"
        assert site.evaluate(script) == 11


def test_what_is_undefined_is_no_part_of_a_requests_address(site: Page):
    with site.expect_request("**/ok?*") as asked:
        site.evaluate("() => my.request({ url: 'ok', data: { a: 1, b: undefined, c: '茶' } })")
    assert asked.value.url.partition("?")[2] == "a=1&c=%E8%8C%B6"


def test_a_failed_status_carries_all_that_came(site: Page):
    """Rule 157."""
    problem = site.evaluate("() => my.request({ url: 'gone' }).catch((problem) => problem)")
    assert (problem["error"], problem["status"], problem["data"]) == (19, 404, {"why": "gone"})


def test_what_was_downloaded_can_be_read_again(site: Page):
    script = """async () => {
      const { apFilePath } = await my.downloadFile({ url: "a.png" });
      const info = await my.getImageInfo({ src: apFilePath });
      return [apFilePath.slice(0, 5), info.size > 0, info.width];
    }"""
    assert site.evaluate(script) == ["blob:", True, 1]


def test_a_loading_belongs_to_its_page(site: Page):
    """Rule 148."""
    site.evaluate(
        """async () => {
          await my.showLoading({ content: "here" });
          await my.navigateTo({ url: "/pages/b/b" });
        }"""
    )
    assert site.locator(".mp--toast:visible").count() == 0
    site.evaluate("() => my.navigateBack()")
    site.wait_for_selector(".mp--toast:has-text('here')")
    site.evaluate("() => my.hideLoading()")
    site.wait_for_selector(".mp--toast", state="detached")


def test_a_new_toast_takes_the_place_of_the_old(site: Page):
    site.evaluate("async () => { my.showToast({ content: 'old' }); my.showToast({ content: 'new' }); }")
    site.wait_for_selector(".mp--toast:has-text('new')")
    assert site.locator(".mp--toast").count() == 1
    site.evaluate("() => my.hideToast()")


def test_a_dialog_keeps_the_focus_and_gives_it_back(site: Page):
    site.evaluate("() => void my.confirm({ content: 'C' })")
    site.wait_for_selector("[role=alertdialog][aria-modal=true]")
    assert site.evaluate("() => document.activeElement.textContent") == "确定"
    for label in ("取消", "确定", "取消"):
        site.keyboard.press("Tab")
        assert site.evaluate("() => document.activeElement.textContent") == label
    site.keyboard.press("Escape")
    site.wait_for_selector("[role=alertdialog]", state="detached")
    assert site.evaluate("() => document.activeElement === document.body")


def test_a_connection_tells_what_comes_and_can_be_closed(site: Page):
    seen = site.evaluate(
        """() => new Promise((done) => {
          const seen = [];
          my.onSocketOpen(() => my.sendSocketMessage({ data: "茶" }));
          my.onSocketMessage((told) => { seen.push(told); my.closeSocket(); });
          my.onSocketClose(() => done(seen));
          my.connectSocket({ url: "ws://app.test/echo", data: {} });
        })"""
    )
    assert seen == [{"data": "茶", "isBuffer": False}]
    task = """() => new Promise((done) => {
      const task = my.connectSocket({ url: "ws://app.test/echo", multiple: true });
      task.onOpen(() => task.send({ data: "x" }));
      task.onMessage((told) => { task.close(); done(told); });
    })"""
    assert site.evaluate(task) == {"data": {"data": "x", "isBuffer": False}}


def test_a_connection_that_cannot_be_has_its_number(site: Page):
    script = "(url) => my.connectSocket({ url }).catch((problem) => problem.error)"
    assert site.evaluate(script, "") == 3
    assert site.evaluate(script, "http://app.test") == 5
    assert site.evaluate("() => my.sendSocketMessage({ data: 'x' }).catch((problem) => problem.error)") == 10


def test_the_title_bar_shows_that_it_loads(site: Page):
    site.evaluate("() => my.showNavigationBarLoading()")
    site.wait_for_selector(".mp--title .mp--spin")
    site.evaluate("() => my.hideNavigationBarLoading()")
    site.wait_for_selector(".mp--title .mp--spin", state="detached")
    site.evaluate("() => my.setNavigationBar({ title: 'T', backgroundColor: '#ff0000' })")
    edge = "() => getComputedStyle(document.querySelector('.mp--bar')).borderBottomColor"
    assert site.evaluate(edge) == "rgb(255, 0, 0)"


def test_the_tab_bar_goes_comes_and_shows_badges(site: Page):
    site.evaluate("() => my.setTabBarBadge({ index: 0, text: '9' })")
    site.wait_for_selector(".mp--badge:has-text('9')")
    site.evaluate("() => my.removeTabBarBadge({ index: 0 })")
    site.evaluate("() => my.showTabBarRedDot({ index: 0 })")
    site.wait_for_selector(".mp--badge:empty")
    site.evaluate("() => my.hideTabBarRedDot({ index: 0 })")
    site.wait_for_selector(".mp--badge", state="detached")
    site.evaluate("() => my.setTabBarItem({ index: 0, text: '首页' })")
    site.wait_for_selector(".mp--tab:has-text('首页')")
    site.evaluate("() => my.hideTabBar()")
    site.wait_for_selector(".mp--tabs", state="hidden")
    site.evaluate("() => my.showTabBar()")
    site.wait_for_selector(".mp--tabs")
    assert site.evaluate("() => my.setTabBarItem({ index: 7, text: 'x' }).catch((e) => e.error)") == 2
