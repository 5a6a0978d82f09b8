"""Templates in a browser: what is drawn by name, pasted in, looped over, and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from miniport.facts import Json
from tests.runtime.small_app import SmallApp, start

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def one(script: str, template: str, **more: str) -> SmallApp:
    files = {"pages/a/a.js": script, "pages/a/a.axml": template}
    return SmallApp({**files, **{path.replace("__", "."): text for path, text in more.items()}})


def test_a_template_may_draw_itself_and_sees_its_data_only(page: Page):
    tree: Json = {"name": "root", "below": [{"name": "leaf"}, {"name": "twig", "below": [{"name": "bud"}]}]}
    script = """Page({
      data: { tree: TREE, secret: "unseen" },
      tapped(event) { console.log(event.target.dataset.name); },
    });""".replace("TREE", repr(tree))
    template = """
      <template name="node">
        <view id="{{name}}" data-name="{{name}}" onTap="tapped">{{depth}}{{name}}{{secret}}</view>
        <template a:for="{{below}}" is="node" data="{{...item, depth: depth + 1}}"/>
      </template>
      <template is="{{'no' + 'de'}}" data="{{...tree, depth: 0}}"/>
      <template is="nowhere" data="{{...tree}}"/>"""
    running = start(page, one(script, template))
    assert running.text() == "0root|1leaf|1twig|2bud"
    assert running.click("#bud") == ["bud"]
    assert running.problems == []


def test_imported_templates_are_drawn_and_included_nodes_see_the_names_around(page: Page):
    files = {
        "pages/a/a.js": "Page({ data: { list: ['x', 'y'], word: 'page' } });",
        "pages/a/a.axml": """
          <import src="/t.axml"/>
          <block a:for="{{list}}"><include src="/i.axml"/></block>
          <template is="one" data="{{word: 'given'}}"/>
          <template is="hidden" data="{{word: 'given'}}"/>""",
        "t.axml": """
          <import src="/deep.axml"/>
          <template name="one"><view>one {{word}}</view></template>
          <view>not drawn by an import</view>""",
        "deep.axml": '<template name="hidden"><view>imports do not pass on</view></template>',
        "i.axml": """
          <template name="unused"><view>not pasted</view></template>
          <view>{{index}}{{item}}{{word}}</view>""",
    }
    running = start(page, SmallApp(files))
    assert running.text() == "0xpage|1ypage|one given"
    assert running.problems == []


def test_loops_go_over_every_kind_and_nest(page: Page):
    script = """Page({ data: {
      list: ["a", "b"], object: { k: "v", l: "w" }, count: 3, text: "茶😀", nothing: null,
      rows: [{ id: 1, cells: ["x", "y"] }, { id: 2, cells: ["z"] }],
    } });"""
    template = """
      <view><block a:for="{{list}}">{{index}}{{item}} </block></view>
      <view><block a:for="{{object}}">{{index}}{{item}} </block></view>
      <view><block a:for="{{count}}">{{index}}{{item}} </block></view>
      <view><block a:for="{{text}}">{{index}}{{item}} </block></view>
      <view><block a:for="{{nothing}}">never</block><block a:for="{{missing}}">never</block>none</view>
      <view a:for="{{rows}}" a:for-item="row" a:for-index="at" a:key="id">
        <block a:for="{{row.cells}}">{{at}}{{row.id}}{{index}}{{item}} </block>
      </view>"""
    running = start(page, one(script, template))
    lines = ["0a 1b", "kv lw", "01 12 23", "0茶 1😀", "none", "010x 011y", "120z"]
    assert [" ".join(line.split()) for line in running.text().split("|")] == lines
    assert running.problems == []


def test_blanks_beside_the_braces_of_a_condition_a_loop_and_a_templates_data_are_nothing(page: Page):
    script = 'Page({ data: { no: false, yes: true, count: 2, list: [{ id: 1 }, { id: 2 }], name: "tea" } });'
    template = """
      <template name="named"><view>{{name}}</view></template>
      <view a:if="{{no}} ">never</view>
      <view a:elif=" {{no}}">never</view>
      <view a:elif="
        {{yes}}
      ">elif</view>
      <view a:for="{{list}} " key="{{item.id}} ">
        <block a:if="{{index + 1 == list.length}} ">last {{item.id}}</block>
      </view>
      <view a:for=" {{count}} ">{{index}}{{item}}</view>
      <template is="named" data=" {{name}} "/>
      <view hidden="{{no}} ">hidden by a text</view>"""
    running = start(page, one(script, template))
    assert running.text() == "elif|last 2|01|12|tea"
    assert running.problems == []


def test_the_items_of_a_number_name_slots_and_are_known_by_themselves(page: Page):
    files = {
        "pages/a/a.js": "Page({ data: { count: 2, tabs: [{ name: 'one' }, { name: 'two' }] } });",
        "pages/a/a.axml": """
          <panes tabs="{{tabs}}"><view slot="one">1st</view><view slot="two">2nd</view></panes>
          <steps><view a:for="{{count}}" slot="step{{item}}">step {{item}}</view></steps>""",
        "panes.js": "Component({ props: { tabs: [] } });",
        "panes.axml": """
          <view a:for="{{tabs.length}}" a:key="*this" id="pane{{item}}">
            <slot name="{{tabs[item - 1].name}}"/>
          </view>""",
        "steps.js": "Component({});",
        "steps.axml": '<slot name="step0">none</slot><slot name="step1"/><slot name="step2"/>',
    }
    tags = {"pages/a/a": {"panes": "panes", "steps": "steps"}}
    running = start(page, SmallApp(files, tags=tags))
    assert running.text() == "1st|2nd|none|step 1|step 2"
    assert running.page.inner_text("#pane1") == "1st"
    assert running.problems == []


def test_undefined_members_show_nothing_and_white_space_is_as_written_within_a_line(page: Page):
    script = "Page({ data: { a: null, zero: 0, no: false } });"
    template = """<view id="u">[{{a}}{{a.b.c}}{{missing}}{{missing[0].x}}{{a.f()}}]{{zero}}{{no}}</view>
      <view id="w">
        one   two
        {{zero}}
      </view>"""
    running = start(page, one(script, template))
    assert running.page.inner_text("#u") == "[]0false"
    assert running.page.inner_text("#w") == "one two 0"
    assert running.problems == []


def test_script_modules_serve_a_template(page: Page):
    files = {
        "pages/a/a.js": "Page({ data: { price: 1250 } });",
        "pages/a/a.axml": """
          <import-sjs from="/money.sjs" name="money"/>
          <import-sjs from="/money.sjs" name="{yuan, missing}"/>
          <view>{{money.cut(price)}} {{yuan(price)}} {{missing}}{{money.broken()}}</view>""",
        "money.sjs": """
          exports.__esModule = true;
          exports.yuan = (cents) => "¥" + cents / 100;
          exports.default = {
            cut: (cents) => Math.floor(cents / 100),
            broken() { throw new Error("in a module"); },
          };""",
    }
    running = start(page, SmallApp(files))
    assert running.text() == "12 ¥12.5"
    assert len(running.problems) == 1
    assert "in a module" in running.problems[0]


def test_media_paths_in_data_are_found_as_those_in_the_template_are(page: Page):
    script = """Page({
      data: { own: "./b.png", up: "../../c.png", root: "/images/a.png", far: "http://tiles.test/x.png" },
    });"""
    names = ("own", "up", "root", "far")
    template = "".join(f'<image id="{name}" src="{{{{{name}}}}}"/>' for name in names)
    running = start(page, one(script, template + '<image id="text" src="/images/a.png"/>'))
    running.settle()
    sources = page.evaluate("() => [...document.querySelectorAll('mp-image img')].map((one) => one.src)")
    at = "http://app.test/"
    assert sources == [
        f"{at}pages/a/b.png",
        f"{at}c.png",
        f"{at}images/a.png",
        "http://tiles.test/x.png",
        f"{at}images/a.png",
    ]


def test_a_child_is_updated_within_what_its_parents_set_data_begins(page: Page):
    files = {
        "pages/a/a.js": """Page({
          data: { t: 1 },
          go() {
            this.setData({ t: 2 }, () => console.log("callback", document.querySelector("#c").textContent));
            console.log("returned");
          },
        });""",
        "pages/a/a.axml": '<view id="go" onTap="go">go</view><card t="{{t}}"/>',
        "c/card.js": """Component({
          data: { twice: 0 },
          deriveDataFromProps(next) {
            if (next.t !== this.props.t) {
              console.log("derive", this.props.t, next.t, this.data.twice);
              this.setData({ twice: next.t * 2 });
            }
          },
          didUpdate(props, data) { console.log("didUpdate", props.t, data.twice, this.data.twice); },
        });""",
        "c/card.axml": '<view id="c">{{t}} {{twice}}</view>',
    }
    running = start(page, SmallApp(files, tags={"pages/a/a": {"card": "c/card"}}))
    assert running.click("#go") == ["returned", "derive 1 2 0", "didUpdate 1 0 4", "callback 2 4"]
