"""A page's life and data in a browser: what shows, when, and what never does."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.runtime.small_app import SmallApp, start

pytestmark = pytest.mark.browser


def one_page(script: str, template: str, app: str = "App({})") -> SmallApp:
    return SmallApp({"app.js": app, "pages/a/a.js": script, "pages/a/a.axml": template})


def test_the_first_frame_has_what_was_set_in_on_load_and_on_show(page: Page):
    running = start(
        page,
        one_page(
            """
            Page({
              data: { a: 1 },
              onLoad(query) {
                console.log("onLoad", JSON.stringify(query));
                this.setData({ b: 2 }, () => console.log("set"));
              },
              onShow() { console.log("onShow"); this.setData({ c: 3 }); },
              onReady() { console.log("onReady"); },
            });
            """,
            "<view>{{a}}{{b}}{{c}}</view>",
            """App({
              onLaunch(options) { console.log("onLaunch", JSON.stringify(options)); },
              onShow() { console.log("App.onShow"); },
            });""",
        ),
    )
    assert running.text() == "123"
    launch = 'onLaunch {"path":"pages/a/a","scene":""}'
    assert running.log == [launch, "App.onShow", "onLoad {}", "onShow", "onReady", "set"]


def test_set_data_is_seen_at_once_and_painted_in_one_batch(page: Page):
    running = start(
        page,
        one_page(
            """Page({
              data: { n: 0, list: [{ t: "a" }], deep: {} },
              go() {
                this.setData({ n: 1 });
                this.setData({ n: this.data.n + 1, "list[1].t": "b", "deep.x.y": 5 }, function () {
                  console.log("painted", this.data.n);
                });
                console.log("at once", this.data.n, JSON.stringify(this.data.deep));
              },
            });""",
            '<view id="go" onTap="go">{{n}} {{deep.x.y}}<text a:for="{{list}}">{{item.t}}</text></view>',
        ),
    )
    assert running.click("#go") == ['at once 2 {"x":{"y":5}}', "painted 2"]
    assert running.text() == "2 5ab"


def test_data_changed_without_set_data_never_show(page: Page):
    running = start(
        page,
        one_page(
            """Page({
              data: { user: { name: "old" }, n: 0 },
              mutate() { this.data.user.name = "new"; this.setData({ n: 1 }); },
              given() {
                const user = { name: "set" };
                this.setData({ user });
                user.name = "later";
                console.log(this.data.user.name);
              },
              again() { this.setData({ user: this.data.user }); },
            });""",
            '<view id="m" onTap="mutate">{{user.name}} {{n}}</view><view id="g" onTap="given">g</view>'
            '<view id="a" onTap="again">a</view>',
        ),
    )
    running.click("#m")
    assert running.text("#m") == "old 1"
    assert running.click("#g") == ["later"]
    assert running.text("#m") == "set 1"
    running.click("#a")
    assert running.text("#m") == "later 1"


def test_an_undefined_value_is_not_set_and_told_of(page: Page):
    running = start(
        page,
        one_page(
            """Page({
              data: { a: 1 },
              onLoad() { this.setData({ a: undefined, b: 2 }); console.log(this.data.a); },
            });""",
            "<view>{{a}} {{b}}</view>",
        ),
    )
    assert running.text() == "1 2"
    assert running.log == ["1"]
    assert 'setData: "a" is undefined' in running.problems[0]


def test_splice_data_and_batched_updates(page: Page):
    running = start(
        page,
        one_page(
            """Page({
              data: { list: [1, 2, 3], a: { b: ["x"] } },
              go() {
                this.$batchedUpdates(() => {
                  this.$spliceData({ list: [1, 1, 8, 9], "a.b": [-1, 1] });
                  console.log(JSON.stringify(this.data));
                });
              },
            });""",
            '<view id="go" onTap="go"><text a:for="{{list}}">{{item}}</text>'
            '<text a:for="{{a.b}}">{{item}}</text></view>',
        ),
    )
    assert running.click("#go") == ['{"list":[1,8,9,3],"a":{"b":[]}}']
    assert running.text() == "1893"


def test_an_exception_is_reported_and_the_rest_goes_on(page: Page):
    running = start(
        page,
        one_page(
            """Page({
              data: { n: 0 },
              onLoad() { throw new Error("in onLoad"); },
              onShow() { this.setData({ n: 1 }); },
              bad() { throw new Error("in a handler"); },
            });""",
            '<view id="b" onTap="bad">{{n}}</view><view id="x" onTap="nowhere">x</view>',
            'App({ onError(text) { console.log("onError", text); } });',
        ),
    )
    assert running.text("#b") == "1"
    assert running.take() == ["onError /pages/a/a onLoad: in onLoad"]
    assert running.click("#b") == ["onError /pages/a/a bad: in a handler"]
    assert running.click("#x") == ['onError /pages/a/a: there is no method "nowhere" for tap']


def test_whatever_is_thrown_is_told_in_words(page: Page):
    thrown = '[{ code: 7, why: "x" }, { errorMessage: "told" }, "text", null, ring, () => 1]'
    running = start(
        page,
        one_page(
            f"""const ring = {{}};
            ring.own = ring;
            const all = {thrown};
            Page({{ bad() {{ throw all.shift(); }} }});""",
            '<view id="b" onTap="bad">x</view>',
            'App({ onError(text) { console.log(text.split("bad: ")[1]); } });',
        ),
    )
    told = [line for _ in range(6) for line in running.click("#b")]
    assert told == ['{"code":7,"why":"x"}', "told", "text", "null", "an object", "() => 1"]


def test_a_page_without_a_script_or_with_a_broken_one_still_shows(page: Page):
    app = SmallApp({"pages/a/a.axml": "<view>static {{n}}</view>"})
    assert start(page, app).text() == "static"
    broken = one_page('throw new Error("at load");', "<view>still here</view>")
    running = start(page, broken)
    assert running.text() == "still here"
    assert "[miniport] /pages/a/a.js: at load" in running.problems[0]


def test_an_app_knows_itself_at_the_top_of_a_page_module(page: Page):
    running = start(
        page,
        one_page(
            """const app = getApp();
            console.log(app.globalData.n, app.add(1));
            Page({ onLoad() {
              console.log(getCurrentPages().length, getCurrentPages()[0] === this, this.route);
            } });""",
            "<view/>",
            "App({ globalData: { n: 1 }, add(x) { return this.globalData.n + x; } });",
        ),
    )
    assert running.log == ["1 2", "1 true pages/a/a"]


def test_nested_data_of_a_page_are_shared_with_its_next_visit_and_a_function_gives_fresh_ones(page: Page):
    app = SmallApp(
        {
            "pages/a/a.js": "Page({ go() { my.navigateTo({ url: '/pages/b/b' }); } });",
            "pages/a/a.axml": '<view id="go" onTap="go">a</view>',
            "pages/b/b.js": """Page({
              data: { list: [] },
              onLoad() { this.data.list.push(1); this.setData({ n: this.data.list.length }); },
              back() { my.navigateBack(); },
            });""",
            "pages/b/b.axml": '<view id="back" onTap="back">visits {{n}}</view>',
        },
        pages=("pages/a/a", "pages/b/b"),
    )
    running = start(page, app)
    for visit in (1, 2):
        running.click("#go")
        running.until(f"visits {visit}")
        running.click("#back")
        running.page.wait_for_selector("#go")


def test_a_page_that_was_in_the_background_is_where_it_was_scrolled_to(page: Page):
    running = start(page, one_page("Page({});", '<view style="height:3000px">tall</view>'))
    script = """() => {
      const scroller = document.querySelector(".mp--scroll");
      scroller.scrollTop = 700;
      for (const hidden of [true, false]) {
        Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }
      return scroller.scrollTop;
    }"""
    assert running.page.evaluate(script) == 700


def test_classes_and_styles_are_written_in_every_form(page: Page):
    running = start(
        page,
        one_page(
            """Page({ data: {
              on: true, h: true, list: ["x", "y"], s: { backgroundColor: "rgb(1, 2, 3)", width: "375rpx" },
            } });""",
            '<view id="a" class="a {{on ? \'b\' : \'\'}}" style="{{s}}">a</view>'
            '<view id="b" class="{{list}}" style="height: 75rpx;{{none}}">b</view>'
            '<view id="c" hidden="{{h}}">c</view><view id="d" hidden="{{!h}}">d</view>',
        ),
    )
    classes = [running.page.get_attribute(f"#{name}", "class") for name in "ab"]
    assert classes == ["_a _b", "_x _y"]
    box = running.page.locator("#a").bounding_box()
    assert box is not None
    assert box["width"] == pytest.approx(187.5, abs=0.1)
    assert (
        running.page.evaluate("getComputedStyle(document.getElementById('a')).backgroundColor")
        == "rgb(1, 2, 3)"
    )
    assert running.page.evaluate("document.getElementById('b').offsetHeight") == pytest.approx(37.5, abs=0.6)
    assert [running.page.is_visible(f"#{name}") for name in "cd"] == [False, True]
    assert running.problems == []


def test_what_the_page_is_painted_with_covers_the_screen(page: Page):
    files = {"pages/a/a.js": "Page({})", "pages/a/a.axml": "<view>short</view>"}
    start(page, SmallApp(files, style="mp-page { background: #123456; padding: 10px }"))
    sizes = """() => {
      const scroller = document.querySelector(".mp--scroll");
      const box = document.querySelector("mp-page").getBoundingClientRect();
      return [box.height - scroller.clientHeight, scroller.scrollHeight - scroller.clientHeight];
    }"""
    assert page.evaluate(sizes) == [0, 0]
