"""What only some apps need of the runtime's core goes into those, and no other app pays for it."""

from __future__ import annotations

import re

import pytest

from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings
from miniport.targets.pack import bundled_pack

HELLO = {
    "app.json": '{"pages": ["pages/a/a"]}',
    "pages/a/a.js": "Page({ data: { n: 0 }, on() { this.setData({ n: 1 }) } })",
    "pages/a/a.axml": '<view class="a" onTap="on"><text>hello {{n}}</text></view>',
}
COMPONENT = {
    "pages/a/a.json": '{"usingComponents": {"c": "/c/c"}}',
    "pages/a/a.axml": "<c/>",
    "c/c.json": '{"component": true}',
    "c/c.js": "Component({})",
    "c/c.axml": "<view/>",
}
# What options may mean that cannot be read.
OPEN = {"mixin", "observe", "scroll", "splice", "window"}
CASES = {
    "nothing": ({}, set()),
    "loop": ({"pages/a/a.axml": '<view a:for="{{l}}"/>'}, {"list"}),
    "call": ({"pages/a/a.axml": "<view>{{l.join('-')}}</view>"}, {"expression"}),
    "named template": (
        {"pages/a/a.axml": '<template name="t"/><template is="t" data="{{ {...n} }}"/>'},
        {"expression", "template"},
    ),
    "script module": (
        {"pages/a/a.axml": '<import-sjs name="m" from="./m.sjs"/><view>{{m.x}}</view>', "pages/a/m.sjs": ""},
        {"template"},
    ),
    "component": (COMPONENT, {"component", "style"}),
    "slot": (
        {**COMPONENT, "pages/a/a.axml": "<c><view/></c>", "c/c.axml": "<slot/>"},
        {"component", "list", "slot", "style"},
    ),
    "touch": ({"pages/a/a.axml": '<view onTouchStart="on"/>'}, {"touch"}),
    "long tap": ({"pages/a/a.axml": '<view catchLongTap="on"/>'}, {"touch"}),
    "end of a transition": ({"pages/a/a.axml": '<view onTransitionEnd="on"/>'}, {"touch"}),
    "scroll": ({"pages/a/a.js": "Page({ onPageScroll() {} })"}, {"scroll"}),
    "options that come from elsewhere": (
        {
            "pages/a/a.js": 'Page(require("../../lib/options"))',
            "lib/options.js": "exports.onReachBottom = 1",
        },
        OPEN,
    ),
    "name of an option put together": ({"pages/a/a.js": 'Page({ ["on" + "PageScroll"]() {} })'}, OPEN),
    "options that are spread": ({"pages/a/a.js": "const more = f(); Page({ ...more })"}, OPEN),
    "options in a call": ({"pages/a/a.js": "Page(wrap({}))"}, OPEN),
    "options that are added to": (
        {"pages/a/a.js": 'const all = {}; all["on" + "PageScroll"] = () => {}; Page(all)'},
        OPEN,
    ),
    "options by name": ({"pages/a/a.js": "const all = {}; Page(all)"}, set()),
    "constructor by another name": ({"pages/a/a.js": "const make = Page; make({})"}, OPEN),
    "listeners from elsewhere": ({"pages/a/a.js": "Page({ events: f() })"}, OPEN),
    "options of the app": ({"app.js": "App({ ...f() })"}, {"window"}),
    "method whose name is put together": (
        {"pages/a/a.js": 'Page({ on() { this["$splice" + "Data"]({}) } })'},
        {"splice"},
    ),
    "method that is read by a computed name": (
        {"pages/a/a.js": 'Page({ on() { const f = this["$splice" + "Data"]; f.call(this, {}) } })'},
        {"splice"},
    ),
    "mixin": ({"pages/a/a.js": "Page({ mixins: [Mixin({})] })"}, OPEN),
    "observers": ({"pages/a/a.js": "Page({ options: { observers: true }, observers: {} })"}, {"observe"}),
    "the global object": ({"pages/a/a.js": "Page({ on() { return global.Map } })"}, {"globals"}),
    "the global object, set": ({"pages/a/a.js": "global = 1; Page({})"}, {"globals"}),
    "every name of another module": (
        {"pages/a/a.js": 'export * from "../../lib/b"; Page({})', "lib/b.js": "export const b = 1;"},
        {"linking"},
    ),
    "module whose name is computed": (
        {"pages/a/a.js": "Page({ on(name) { require.async('./' + name) } })"},
        {"linking"},
    ),
    "splice": ({"pages/a/a.js": "Page({ on() { this.$spliceData({}) } })"}, {"splice"}),
    "any mention of the API object": ({"pages/a/a.js": "const host = my; Page({})"}, {"call"}),
    "tab bar": (
        {"app.json": '{"pages": ["pages/a/a"], "tabBar": {"items": []}}'},
        {"tab"},
    ),
    "picture in the title bar": ({"pages/a/a.json": '{"titleImage": "/t.png"}'}, {"title"}),
    "sign of loading in the title bar": (
        {"pages/a/a.js": "Page({ onLoad() { my.showNavigationBarLoading() } })"},
        {"call", "title"},
    ),
    "window": ({"pages/a/a.js": "Page({ events: { onResize() {} } })"}, {"window"}),
    "style that is computed": ({"pages/a/a.axml": '<view style="{{s}}"/>'}, {"style"}),
    "navigator": ({"pages/a/a.axml": '<navigator url="/pages/a/a"/>'}, {"navigation"}),
}


def parts(files: dict[str, str]) -> set[str]:
    """Return the names of the parts in the bundle for the web."""
    content = {PurePosixPath(path): text.encode() for path, text in {**HELLO, **files}.items()}
    (target,) = build(BuildRequest(BundleFiles(content), Settings(), (bundled_pack("web"),))).targets
    assert target.bundle is not None
    runtime = target.bundle[PurePosixPath("runtime.js")].decode()
    app = target.bundle[PurePosixPath("app.js")].decode()
    named = set(re.findall(r'miniport\.define\("miniport:part/(\w+)"', runtime))
    # What is in the file is also read when the app starts.
    assert named == set(re.findall(r'"miniport:part/(\w+)"', app))
    return named


@pytest.mark.parametrize("name", CASES)
def test_a_part_goes_where_it_may_be_used(name: str):
    files, expected = CASES[name]
    assert parts(files) == expected
