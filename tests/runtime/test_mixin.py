"""Mixins, observers, life times and external classes in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.runtime.small_app import SmallApp, start

pytestmark = pytest.mark.browser


def with_card(page: str, template: str, card: str, card_template: str) -> SmallApp:
    files = {
        "pages/a/a.js": page,
        "pages/a/a.axml": template,
        "c/card.js": card,
        "c/card.axml": card_template,
    }
    return SmallApp(files, tags={"pages/a/a": {"card": "c/card"}})


def test_life_cycles_of_mixins_run_before_the_components_and_members_give_way_to_it(page: Page):
    """Rules 69 to 71: nested, earlier, later, own; a Mixin() reached twice counts once."""
    app = with_card(
        "Page({ data: { shared: 1 } });",
        '<card given="g"/>',
        """const say = (name) => ({
            onInit() { console.log(name, "onInit"); },
            didMount() { console.log(name, "didMount"); },
          });
          const nested = Mixin(Object.assign(say("nested"), {
            data: { a: "nested", b: "nested", o: { x: 1 } },
            methods: { who() { return "nested"; }, only() { return "only " + this.data.a; } },
          }));
          const early = Mixin(Object.assign(say("early"), {
            mixins: [nested], data: { b: "early" }, props: { p: "early", q: "early" },
            methods: { who() { return "early"; } },
          }));
          const late = Object.assign(say("late"), {
            mixins: [nested], data: { c: "late", o: { y: 2 } }, props: { q: "late" },
            methods: { who() { return "late"; }, when() { return "late"; } },
          });
          Component(Object.assign(say("own"), {
            mixins: [early, late],
            data: { c: "own" },
            methods: { who() { return "own"; } },
            didUpdate() {},
            ref() { return this; },
            deriveDataFromProps() {
              this.setData({ told: [this.who(), this.when(), this.only()].join() });
            },
          }));""",
        "<view>{{a}} {{b}} {{c}} {{o.x}}{{o.y}} {{p}} {{q}} {{given}} {{told}}</view>",
    )
    running = start(page, app)
    order = ["nested", "early", "late", "own"]
    assert running.log == [f"{name} {life}" for life in ("onInit", "didMount") for name in order]
    assert running.text() == "nested early own 2 early late g own,late,only nested"
    assert running.problems == []


def test_a_throw_in_a_mixin_does_not_keep_the_rest_from_running(page: Page):
    app = with_card(
        "Page({});",
        "<card/>",
        """Component({
          mixins: [{ didMount() { throw new Error("broken"); } }],
          didMount() { this.setData({ a: "mounted" }); },
        });""",
        "<view>{{a}}</view>",
    )
    running = start(page, app)
    assert running.text() == "mounted"
    assert "broken" in running.problems[0]


def test_a_page_has_mixins(page: Page):
    app = SmallApp(
        {
            "pages/a/a.js": """
              const base = Mixin({
                data: { a: "mixin", b: "mixin" },
                onLoad(query) { console.log("mixin onLoad", query.x); },
                onShow() { console.log("mixin onShow"); },
                methods: { tapped() { this.setData({ b: "tapped" }); } },
              });
              Page({
                mixins: [base],
                data: { a: "page" },
                onLoad(query) { console.log("page onLoad", query.x); },
              });""",
            "pages/a/a.axml": '<view id="t" onTap="tapped">{{a}} {{b}}</view>',
        }
    )
    running = start(page, app, "/pages/a/a?x=1")
    assert running.log == ["mixin onLoad 1", "page onLoad 1", "mixin onShow"]
    assert running.text() == "page mixin"
    running.click("#t")
    assert running.text() == "page tapped"


def test_data_and_props_may_be_functions(page: Page):
    app = with_card(
        "Page({ data() { return { n: 1 }; } });",
        '<view>{{n}}</view><card q="given"/>',
        """Component({
          data() { return { d: [1, 2] }; },
          props() { return { p: "default", q: "default" }; },
        });""",
        "<view>{{d.length}} {{p}} {{q}}</view>",
    )
    assert start(page, app).text() == "1|2 default given"


def test_observers_see_what_was_set_even_if_it_is_equal(page: Page):
    """Rules 67 and 68."""
    app = with_card(
        "Page({ data: { p: 1 }, go() { this.setData({ p: this.data.p + 1 }); } });",
        '<view id="go" onTap="go">go</view><card p="{{p}}"/>',
        """Component({
          options: { observers: true },
          props: { p: 0 },
          data: { a: { b: 1, c: [1, 2] }, n: 0, other: 0 },
          observers: {
            p(p) { console.log("p", p); this.setData({ n: p * 10 }); },
            n(n) { console.log("n", n); },
            "a.b, other"(b, other) { console.log("a.b, other", b, other); },
            "a.**"(a) { console.log("a.**", JSON.stringify(a)); },
            "a.c[1]"(c) { console.log("a.c[1]", c); },
          },
          methods: {
            same() { this.setData({ "a.b": 1 }); },
            whole() { this.setData({ a: { b: 5, c: [7, 8] } }); },
            deep() { this.setData({ "a.b.x": 1 }); },
          },
        });""",
        '<view id="same" onTap="same">{{n}}</view><view id="whole" onTap="whole">w</view>'
        '<view id="deep" onTap="deep">d</view>',
    )
    running = start(page, app)
    assert running.log == ["p 1", "n 10"]
    assert running.text("#same") == "10"
    running.log.clear()
    assert running.click("#go") == ["p 2", "n 20"]
    assert running.text("#same") == "20"
    assert running.click("#same") == ["a.b, other 1 0", 'a.** {"b":1,"c":[1,2]}']
    whole = ["a.b, other 5 0", 'a.** {"b":5,"c":[7,8]}', "a.c[1] 8"]
    assert running.click("#whole") == whole
    assert running.click("#deep")[0].startswith("a.**")
    assert running.problems == []


def test_an_observer_that_sets_what_it_observes_is_stopped(page: Page):
    app = SmallApp(
        {
            "pages/a/a.js": """Page({
              options: { observers: true },
              data: { n: 0 },
              observers: { n(n) { this.setData({ n: n + 1 }); } },
              go() { this.setData({ n: 1 }); },
            });""",
            "pages/a/a.axml": '<view id="go" onTap="go">{{n}}</view>',
        }
    )
    running = start(page, app)
    assert running.problems == []
    running.click("#go")
    assert "without end" in running.problems[0]


def test_observers_need_their_option(page: Page):
    app = SmallApp(
        {
            "pages/a/a.js": """Page({
              observers: { n(n) { console.log("observed"); } },
              onLoad() { this.setData({ n: 1 }); },
            });""",
            "pages/a/a.axml": "<view>{{n}}</view>",
        }
    )
    running = start(page, app)
    assert (running.text(), running.log) == ("1", [])


def test_what_is_undefined_is_not_set_and_no_observer_hears_of_it(page: Page):
    app = SmallApp(
        {
            "pages/a/a.js": """Page({
              options: { observers: true },
              data: { n: 1, m: 1 },
              observers: { n() { console.log("n"); }, m() { console.log("m"); } },
              onLoad() { this.setData({ n: undefined, m: 2 }); },
            });""",
            "pages/a/a.axml": "<view>{{n}}{{m}}</view>",
        }
    )
    running = start(page, app)
    assert (running.text(), running.log) == ("12", ["m"])


def test_life_times_and_the_pages_events_reach_components(page: Page):
    app = with_card(
        "Page({ data: { on: true }, off() { this.setData({ on: false }); } });",
        '<view id="off" onTap="off">off</view><card a:if="{{on}}"/>',
        """const say = (name) => () => console.log(name);
          Component({
            options: { lifetimes: true },
            onInit: say("onInit"),
            didMount: say("didMount"),
            didUnmount: say("didUnmount"),
            lifetimes: {
              created: say("created"), attached: say("attached"),
              ready: say("ready"), detached: say("detached"),
            },
            rootEvents: {
              onShow: say("root onShow"),
              onPageScroll(event) { console.log(typeof event.scrollTop); },
            },
          });""",
        '<view style="height: 3000px">x</view>',
    )
    running = start(page, app)
    life = ["onInit", "created", "attached", "didMount", "ready", "root onShow"]
    assert running.take() == life
    page.evaluate("() => { document.querySelector('.mp--scroll').scrollTop = 20; }")
    page.wait_for_function(
        "() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true))))"
    )
    assert running.take() == ["number"]
    page.evaluate("() => { document.querySelector('.mp--scroll').scrollTop = 0; }")
    assert [line for line in running.click("#off") if line != "number"] == ["didUnmount", "detached"]


def test_external_classes_bring_the_owners_rules_into_a_component(page: Page):
    app = with_card(
        "Page({ data: { c: 'red' }, go() { this.setData({ c: 'blue' }); } });",
        '<view id="go" onTap="go">go</view><card my-class="{{c}}"/>',
        """Component({ options: { externalClasses: true }, externalClasses: ["my-class"] });""",
        '<view id="x" class="my-class own">x</view>',
    )
    running = start(page, app)
    assert page.get_attribute("#x", "class") == "_red _own"
    running.click("#go")
    assert page.get_attribute("#x", "class") == "_blue _own"


def test_a_real_node_of_a_component_is_asked_for_in_its_configuration_or_script(page: Page):
    """Rule 78: the script's option counts more."""
    files = {
        "pages/a/a.axml": '<card class="by-json"/><tile class="by-script"/>',
        "c/card.axml": "<view>card</view>",
        "c/tile.js": "Component({ options: { virtualHost: true } });",
        "c/tile.axml": "<view>tile</view>",
    }
    path = {"components": {}, "config": {"virtualHost": False}}
    components = {
        "/c/card": {**path, "script": None, "template": "/c/card.axml"},
        "/c/tile": {**path, "script": "/c/tile.js", "template": "/c/tile.axml"},
    }
    tags = {"pages/a/a": {"card": "c/card", "tile": "c/tile"}}
    start(page, SmallApp(files, tags=tags, config={"components": components}))
    assert page.get_attribute("mp-card", "class") == "_by-json"
    assert page.query_selector("mp-tile") is None
