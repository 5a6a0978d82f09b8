"""Components in a browser: props, slots, their life, and what never crosses to them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from tests.runtime.small_app import SmallApp, start

pytestmark = pytest.mark.browser

LOUD = """Component({
  props: { title: "none", size: 1 },
  data: { n: 0 },
  onInit() { console.log(this.props.title, "onInit"); },
  deriveDataFromProps(next) { console.log("derive", this.props.title, next.title, next === this.props); },
  didMount() { console.log(this.props.title, "didMount", this.is, typeof this.$id, this.$page.route); },
  didUpdate(props, data) { console.log("didUpdate", props.title, this.props.title, data.n, this.data.n); },
  didUnmount() { console.log(this.props.title, "didUnmount"); this.setData({ n: 9 }); },
  methods: { add() { this.setData({ n: this.data.n + 1 }); } },
});"""


def with_card(page: str, template: str, card: str, card_template: str) -> SmallApp:
    files: Mapping[str, str] = {
        "pages/a/a.js": page,
        "pages/a/a.axml": template,
        "c/card.js": card,
        "c/card.axml": card_template,
    }
    tags = {"pages/a/a": {"card": "c/card"}, "c/card": {"card": "c/card"}}
    return SmallApp(files, tags=tags)


def test_a_component_lives_in_the_platforms_order(page: Page):
    app = with_card(
        """Page({
          data: { t: "one", show: true },
          onReady() { console.log("onReady"); },
          change() { this.setData({ t: "two" }); },
          hide() { this.setData({ show: false }); },
        });""",
        '<view id="change" onTap="change">c</view><view id="hide" onTap="hide">h</view>'
        '<card a:if="{{show}}" title="{{t}}"/>',
        LOUD,
        '<view id="add" onTap="add">{{title}} {{n}}</view>',
    )
    running = start(page, app)
    assert running.log == [
        "one onInit",
        "derive one one true",
        "one didMount /c/card number pages/a/a",
        "onReady",
    ]
    running.log.clear()
    assert running.click("#change") == ["derive one two false", "didUpdate one two 0 0"]
    assert running.click("#add") == ["derive two two true", "didUpdate two two 0 1"]
    assert running.text("#add") == "two 1"
    assert running.click("#hide") == ["two didUnmount"]
    assert "can only update a mounted component" in running.problems[0]


def test_children_mount_and_update_before_their_parents(page: Page):
    app = with_card(
        "Page({ data: { t: 1 }, go() { this.setData({ t: 2 }); } });",
        '<view id="go" onTap="go">go</view><card title="outer{{t}}"><card title="inner{{t}}"/></card>',
        """Component({
          didMount() { console.log("mount", this.props.title); },
          didUpdate() { console.log("update", this.props.title); },
        });""",
        "<view>{{title}}<slot/></view>",
    )
    running = start(page, app)
    assert running.log == ["mount inner1", "mount outer1"]
    running.log.clear()
    assert running.click("#go") == ["update inner2", "update outer2"]
    assert running.text().endswith("outer2|inner2")


def test_props_have_defaults_keep_types_and_are_not_shared(page: Page):
    app = with_card(
        """Page({ data: { o: { a: [1] }, nothing: null },
          look() { console.log(JSON.stringify(this.data.o)); } });""",
        '<card id="x" o="{{o}}" n="{{1}}" s="a{{1}}" bare gone="{{no}}" nothing="{{nothing}}" data-x="d"/>'
        '<view id="look" onTap="look">look</view>',
        """Component({
          props: { gone: "default", plain: 5 },
          didMount() {
            console.log(JSON.stringify(this.props));
            this.props.o.a.push(2);
            this.setData({ seen: 1 });
          },
        });""",
        "<view>{{o.a.length}} {{gone}} {{plain}} {{bare}} {{seen}}</view>",
    )
    running = start(page, app)
    props = '"o":{"a":[1]},"n":1,"s":"a1","bare":true,"nothing":null,"data-x":"d"'
    assert running.take() == ['{"gone":"default","plain":5,"id":"x",' + props + "}"]
    assert running.click("#look") == ['{"a":[1]}']
    assert running.text().startswith("1 default 5 true 1")


def test_functions_cross_as_on_props_only_with_arguments_and_result(page: Page):
    app = with_card(
        """Page({
          data: { fn() {}, o: { fn() {} } },
          pick(...values) { console.log("pick", this.route, values.join()); return "result"; },
        });""",
        '<card onPick="pick" catchHold="pick" onNone="nowhere" fn="{{fn}}" o="{{o}}"/>',
        """Component({
          didMount() {
            const { onPick, catchHold, onNone, fn, o } = this.props;
            console.log(typeof onPick, typeof catchHold, typeof onNone, typeof fn, JSON.stringify(o));
            console.log(onPick(1, "b"));
          },
          methods: { tap() {} },
        });""",
        "<view onTap=\"{{onNone ? 'tap' : ''}}\">{{onPick ? 'yes' : 'no'}} {{onNone ? 'yes' : 'no'}}</view>",
    )
    running = start(page, app)
    types = "function function undefined undefined {}"
    assert running.take() == [types, "pick pages/a/a 1,b", "result"]
    assert running.text() == "yes no"


def test_slots_show_what_was_given_or_their_fallback(page: Page):
    app = with_card(
        "Page({ data: { t: 1, list: ['x', 'y'], name: 'late' }, tap() { console.log('owner'); } });",
        '<card title="full"><view onTap="tap" id="in">{{t}}</view><text slot="foot">F{{t}}</text>'
        '<view slot="row" slot-scope="p">{{p.value}}{{t}}</view><text slot="{{name}}">L</text></card>'
        '<card title="empty">\n  <!-- nothing -->\n</card>',
        "Component({ data: { rows: ['p', 'q'], t: 'own' } });",
        '<view class="{{title}}"><slot>none</slot><slot name="foot">no foot</slot><slot name="late"/>'
        '<block a:for="{{rows}}"><slot name="row" value="{{item}}"/></block>'
        "{{$slots.foot ? 'foot' : ''}}{{$slots.$default ? 'default' : ''}}</view>",
    )
    running = start(page, app)
    assert running.text("._full").replace("|", "") == "1F1Lp1q1footdefault"
    assert running.text("._empty") == "noneno foot"
    assert running.click("#in") == ["owner"]


def test_a_script_sees_which_slots_are_filled_among_its_props(page: Page):
    app = with_card(
        "Page({ data: {} });",
        '<card title="t">a<text slot="foot">b</text></card>',
        """Component({
          props: { title: "" },
          didMount() {
            const { $slots } = this.props;
            console.log(Object.keys($slots).sort().join(), $slots.foot.length, Boolean($slots.head));
            console.log(Object.keys(this.props).join(), JSON.stringify(this.props));
          },
          didUpdate() {},
        });""",
        '<view><slot/><slot name="foot"/></view>',
    )
    assert start(page, app).take() == ["$default,foot 1 false", 'title {"title":"t"}']


def test_instances_follow_their_keys_when_a_list_is_reordered(page: Page):
    app = with_card(
        """Page({
          data: { list: [{ id: "a" }, { id: "b" }, { id: "c" }] },
          turn() { this.setData({ list: this.data.list.slice().reverse() }); },
          drop() { this.$spliceData({ list: [0, 1] }); },
        });""",
        '<view id="turn" onTap="turn">t</view><view id="drop" onTap="drop">d</view>'
        '<view a:for="{{list}}" a:key="id"><card title="{{item.id}}"/></view>',
        """Component({
          data: { n: 0 },
          didUnmount() { console.log("gone", this.props.title); },
          methods: { add() { this.setData({ n: this.data.n + 1 }); } },
        });""",
        '<view class="{{title}}" onTap="add">{{title}}{{n}}</view>',
    )
    running = start(page, app)
    running.click("._a")
    running.page.evaluate("document.querySelector('._a').dataset.mark = 'kept'")
    assert running.click("#turn") == []
    assert running.text().endswith("c0|b0|a1")
    assert running.page.get_attribute("._a", "data-mark") == "kept"
    assert running.click("#drop") == ["gone c"]
    assert running.text().endswith("b0|a1")


def test_ref_hands_over_the_instance_or_what_it_chooses(page: Page):
    app = with_card(
        "Page({ keep(it) { console.log(it.hello()); }, onReady() { console.log('ready'); } });",
        '<card ref="keep"/>',
        "Component({ ref() { return { hello: () => 'from ' + this.is }; } });",
        "<view/>",
    )
    assert start(page, app).log == ["from /c/card", "ready"]


def test_ref_is_told_of_every_item_of_a_loop_and_of_each_new_instance_also_in_a_slot(page: Page):
    """Rules 74 and 75: who wrote the tag is told."""
    app = with_card(
        """Page({
          data: { list: ["a", "b"], on: true },
          keep(it) { console.log("kept " + it.props.title); },
          turn() { this.setData({ on: !this.data.on }); },
        });""",
        '<card title="outer"><card a:for="{{list}}" a:key="*this" ref="keep" title="{{item}}"/></card>'
        '<card a:if="{{on}}" ref="keep" title="some"/><view id="turn" onTap="turn">t</view>',
        "Component({ methods: { keep() { console.log('not the owner'); } } });",
        "<view>{{title}}<slot/></view>",
    )
    running = start(page, app)
    assert sorted(running.take()) == ["kept a", "kept b", "kept some"]
    assert [running.click("#turn"), running.click("#turn")] == [[], ["kept some"]]


def test_a_component_may_hold_itself_and_an_unknown_tag_keeps_its_children(page: Page):
    app = with_card(
        "Page({ data: { tree: { t: 'a', kids: [{ t: 'b', kids: [{ t: 'c' }] }] } } });",
        '<card node="{{tree}}"/><stranger><text>kept</text></stranger>',
        "Component({});",
        '<view>{{node.t}}<card a:for="{{node.kids}}" node="{{item}}"/></view>',
    )
    running = start(page, app)
    assert running.text() == "a|b|c|kept"
    assert running.problems == []


def test_a_real_host_node_has_its_owners_class_and_style(page: Page):
    app = with_card(
        "Page({});",
        '<card class="big" style="width: 75rpx" id="host"/>',
        "Component({ options: { virtualHost: false } });",
        "<view>in</view>",
    )
    running = start(page, app)
    assert running.page.get_attribute("#host", "class") == "_big"
    assert running.page.evaluate("document.getElementById('host').tagName") == "MP-CARD"
    assert running.page.evaluate("document.getElementById('host').offsetWidth") == pytest.approx(38, abs=1)


def test_conditions_destroy_and_make_anew(page: Page):
    app = with_card(
        "Page({ data: { on: true }, turn() { this.setData({ on: !this.data.on }); } });",
        '<view id="turn" onTap="turn">t</view><card a:if="{{on}}"/>'
        '<input a:if="{{on}}" id="f"/><input a:else id="f"/>',
        "Component({ didMount() { console.log('new'); } });",
        "<view/>",
    )
    running = start(page, app)
    running.page.fill("#f input", "typed")
    assert running.take() == ["new"]
    assert running.click("#turn") == []
    assert running.page.input_value("#f input") == ""
    assert running.click("#turn") == ["new"]


def test_setting_the_same_again_in_did_update_comes_to_rest(page: Page):
    app = with_card(
        "Page({ data: { t: 1 }, go() { this.setData({ t: 2 }); } });",
        '<view id="go" onTap="go">go</view><card title="{{t}}"/>',
        """Component({
          data: { list: [[{ on: false }]], n: 0 },
          didUpdate() {
            const { list } = this.data;
            list[0][0].on = true;
            console.log("didUpdate");
            this.setData({ list, n: 1 }, () => console.log("called back"));
          },
        });""",
        "<view>{{title}} {{list[0][0].on}} {{n}}</view>",
    )
    running = start(page, app)
    # The second update sets what is shown already: what changes nothing asks for no third one.
    expected = ["didUpdate", "didUpdate", "called back", "called back"]
    assert sorted(running.click("#go")) == sorted(expected)
    assert running.text().endswith("2 true 1")
    assert running.problems == []


def test_a_generic_is_the_component_that_the_owner_hands_over(page: Page):
    files = {
        "pages/a/a.js": "Page({ data: { n: 1 }, more() { this.setData({ n: this.data.n + 1 }); } });",
        "pages/a/a.axml": '<list id="l" generic:row="red" n="{{n}}"/><list generic:row="blue" n="{{n}}"/>'
        '<list n="0"/><view id="more" onTap="more">more</view>',
        "c/list.js": "Component({ didMount() { console.log(Object.keys(this.props).join()); } });",
        "c/list.axml": '<row n="{{n}}"/><row n="{{n}}"/>',
        **{f"c/{name}.js": "Component({});" for name in ("red", "blue", "plain")},
        **{f"c/{name}.axml": f"<text>{name} {{{{n}}}},</text>" for name in ("red", "blue", "plain")},
    }
    tags = {
        "pages/a/a": {"list": "c/list", "red": "c/red", "blue": "c/blue"},
        # What it has where none is handed over.
        "c/list": {"row": "c/plain"},
    }
    running = start(page, SmallApp(files, tags=tags))
    assert running.log == ["id,n", "n", "n"]
    running.click("#more")
    assert (
        page.locator("body")
        .inner_text()
        .replace("\n", "")
        .startswith("red 2,red 2,blue 2,blue 2,plain 0,plain 0,")
    )
