"""The stand-in keeps what is known of the container; each row of contract.yaml names its test here.

Where the page is drawn, a row runs twice: drawn by the stand-in, and by a real Vue 2.7.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from pathlib import Path

import pytest
import yaml

from tests.weibo.conftest import Start
from tests.weibo.wbox import Wbox, until, wait

ROWS = yaml.safe_load((Path(__file__).parent / "contract.yaml").read_text("utf-8"))["rows"]
PAGES = ["pages/index/index", "pages/detail/detail", "pack/pages/deep/deep"]


def page_of(files: dict[str, bytes], path: str = PAGES[0]) -> str:
    return files[f"src/{path}.vue"].decode()


def settle(wbox: Wbox) -> None:
    wbox.page.evaluate("drive.pause()")


# The project.


def test_tree(files: dict[str, bytes]):
    known = {"wbox.config.json", "package.json", "tsconfig.json", "weibomini.wbox-workspace", "src/app.css"}
    known |= {"renderPlugin/web-view/package.json", "renderPlugin/web-view/dist/index.js", "src/app.json"}
    assert known | {"src/app.js"} <= set(files)
    for page in PAGES:
        assert {f"src/{page}.vue", f"src/{page}.css", f"src/{page}.json"} <= set(files)


def test_root_of_the_app(start: Start):
    wbox = start()
    assert wbox.open().url.startswith("http://wbox.test/project/src/res/h5/index.html#")
    assert wbox.page.evaluate("drive.inner().getAttribute('src')").startswith("res/h5/index.html#")


def test_settings(files: dict[str, bytes]):
    config = json.loads(files["wbox.config.json"])
    assert list(config) == [
        "appId",
        "name",
        "version",
        "description",
        "projectVersion",
        "settings",
        "pluginPaths",
    ]
    assert config["settings"]["framework"] == "Vue2"
    assert config["pluginPaths"] == ["renderPlugin/web-view"]


def test_package(files: dict[str, bytes]):
    assert json.loads(files["package.json"])["dependencies"] == {
        "@wbox/web-view": "file:renderPlugin/web-view"
    }


def test_packages_are_bundled(page, files: dict[str, bytes], start: Start):
    text = page_of(files).replace("'../../miniport/service'", "'@scope/service'")
    files = {**files, f"src/{PAGES[0]}.vue": text.encode()}
    wbox = Wbox(page, files)
    wbox.page.evaluate(
        "drive.host.packages['@scope/service'] = drive.host.require('miniport/service.js', {})"
    )
    wbox.open()
    assert wbox.problems == []


def test_app_json(files: dict[str, bytes]):
    app = json.loads(files["src/app.json"])
    assert list(app) == ["pages", "window", "externalJSFileNameList"]
    assert app["pages"] == PAGES
    assert app["externalJSFileNameList"] == ["web-view"]


def test_page_json(files: dict[str, bytes]):
    page = json.loads(files[f"src/{PAGES[1]}.json"])
    assert page["navigationBarTitleText"] == "detail"
    assert page["enablePullDownRefresh"] is False
    assert page["onReachBottomDistance"] == 0


def test_app_hooks(start: Start):
    wbox = start()
    wbox.open()
    wbox.run("hide")
    wbox.run("show")
    assert [entry["name"] for entry in wbox.log("app")] == ["onShow", "onHide", "onShow"]
    assert wbox.page.evaluate(
        "drive.host.app.globalData === drive.host.require('app.js', drive.host.cache).default.globalData"
    )


def test_theme(start: Start):
    wbox = start()
    content = wbox.open()
    wbox.run("theme", "dark")
    until(content, "content.told.length > 0")
    assert content.evaluate("content.told") == [["theme", "dark"]]


def test_page_file(files: dict[str, bytes]):
    for page in PAGES:
        text = page_of(files, page)
        assert text.startswith("<template>")
        assert re.findall(r"^</?(\w+)", text, re.M) == ["template", "template", "script", "script"]
        assert "v-model" not in text


def test_hooks_see_the_page(start: Start, is_vue: bool):
    wbox = start(is_vue)
    wbox.open()
    assert wbox.page.evaluate("drive.vm().src").startswith("res/h5/index.html#!")
    assert [entry["name"] for entry in wbox.log("hook")] == ["onLoad", "onShow"]


def test_custom_event(start: Start, is_vue: bool):
    wbox = start(is_vue)
    content = wbox.open()
    wbox.run("customEvent", "wbl_get_screen_shot_result", [1])
    until(content, "content.told.length > 0")
    event = {"type": "wbl_get_screen_shot_result", "args": [1]}
    assert content.evaluate("content.told") == [["custom", event]]


@pytest.mark.parametrize("key", ["queryParams", "query"])
def test_query(start: Start, is_vue: bool, key: str):
    content = start(is_vue).open(PAGES[1], {"id": "%E8%8C%B6", "off": "100%"}, key)
    assert content.evaluate("content.launch") == {"path": PAGES[1], "query": {"id": "茶", "off": "100%"}}


def test_share_is_there_at_once(start: Start, is_vue: bool):
    wbox = start(is_vue)
    content = wbox.open()
    assert wbox.run("share") is None
    content.evaluate("content.host.share({title: '茶', path: 'pages/index/index', imageUrl: 'a.png'})")
    settle(wbox)
    assert wbox.run("share") == {"title": "茶", "path": "pages/index/index", "imageUrl": "a.png"}
    content.evaluate("content.host.share(null)")
    settle(wbox)
    assert wbox.run("share") is None


def test_each_page_shares_its_own(start: Start):
    wbox = start()
    wbox.open().evaluate("content.host.share({title: 'first'})")
    wbox.open(PAGES[1]).evaluate("content.host.share({title: 'second'})")
    settle(wbox)
    assert wbox.run("share") == {"title": "second"}
    wbox.run("close")
    assert wbox.run("share") == {"title": "first"}


def test_template_features(start: Start, is_vue: bool):
    wbox = start(is_vue)
    wbox.open()
    names = [entry["name"] for entry in wbox.log("attribute")][:4]
    assert names == ["src", "height", "width", "data"]
    box = "drive.host.top.frame.contentDocument.body.firstElementChild"
    view = wbox.page.evaluate(f"[{box}.tagName, {box}.style.height, {box}.style.width]")
    assert view == ["DIV", "100vh", "100vw"]
    assert wbox.page.evaluate("getComputedStyle(drive.inner()).borderTopStyle") == "none"


def test_styles_of_the_app(start: Start):
    wbox = start()
    wbox.open()
    doc = "drive.host.top.frame.contentDocument"
    assert wbox.page.evaluate(f"getComputedStyle({doc}.body).overflow") == "hidden"
    fills = f"drive.inner().getBoundingClientRect().height === {doc}.documentElement.clientHeight"
    assert wbox.page.evaluate(fills)


def test_content_is_classic_and_relative(files: dict[str, bytes]):
    html = files["src/res/h5/index.html"].decode()
    assert "type=" not in html
    assert "crossorigin" not in html
    assert not re.search(r'(src|href)="(/|[a-z]+:)', html)


def test_same_origin(start: Start):
    content = start().open()
    assert content.evaluate("window.parent.document.body.tagName") == "BODY"


def test_no_dom_in_the_logic_thread(start: Start, files: dict[str, bytes]):
    wbox = start()
    wbox.open()
    probe = (
        b"exports.seen = [typeof window, typeof document, typeof self, typeof fetch, typeof localStorage];"
    )
    wbox.page.evaluate("text => { drive.host.project.files['probe.js'] = text }", probe.decode())
    assert wbox.page.evaluate("drive.host.require('probe.js', {}).seen") == ["undefined"] * 5


def test_one_realm_per_page(start: Start):
    wbox = start()
    first = wbox.open()
    second = wbox.open(PAGES[1])
    first.evaluate("window.mark = 1")
    assert second.evaluate("typeof window.mark") == "undefined"
    assert wbox.page.evaluate("drive.host.stack.length") == 2


# The render plugin.


def test_plugin_registry(start: Start):
    wbox = start()
    wbox.open()
    view = "drive.host.top.frame.contentWindow"
    assert wbox.page.evaluate(f"{view}.webview.tags()") == ["wbx-web-view"]
    assert wbox.page.evaluate(f"drive.element().component instanceof {view}.Component")


def test_plugin_renders_an_element(start: Start, is_vue: bool):
    wbox = start(is_vue)
    wbox.open()
    node = wbox.page.evaluate("[drive.element().node.localName, drive.element().node.firstChild.localName]")
    assert node == ["iframe-container", "iframe"]


def test_plugin_takes_raw_values(start: Start, is_vue: bool):
    wbox = start(is_vue)
    content = wbox.open()
    wbox.page.evaluate("value => drive.assign(value)", {"values": [{"deep": [1, {"a": None}]}]})
    assert content.evaluate("content.raw.pop()") == {"deep": [1, {"a": None}]}


def test_plugin_attributes(start: Start):
    wbox = start()
    wbox.open()
    component = "drive.element().component"
    wbox.page.evaluate(f"{component}.setAttribute('title', 't')")
    assert wbox.page.evaluate("drive.inner().title") == "t"
    wbox.page.evaluate(f"{component}.removeAttribute('title')")
    assert wbox.page.evaluate("drive.inner().title") == ""
    assert wbox.page.evaluate("[drive.inner().width, drive.inner().height]") == ["100%", "100%"]


def test_plugin_style_and_class(start: Start):
    wbox = start()
    wbox.open()
    component = "drive.element().component"
    wbox.page.evaluate(f"{component}.setAttribute('class', 'own'), {component}.setClass('x', 'more')")
    assert wbox.page.evaluate("drive.inner().className") == "own more"
    wbox.page.evaluate(f"{component}.setStyle('opacity', '0.5')")
    assert wbox.page.evaluate("drive.inner().style.opacity") == "0.5"


def test_plugin_events(start: Start, is_vue: bool):
    wbox = start(is_vue)
    content = wbox.open()
    content.evaluate("window.parent.postMessage({n: 1}, '*')")
    settle(wbox)
    assert wbox.log("event")[-1] == {"what": "event", "type": "message", "detail": {"data": {"n": 1}}}


def test_plugin_hears_only_its_own_content(start: Start):
    wbox = start()
    wbox.open()
    before = len(wbox.log("event"))
    wbox.page.evaluate("drive.host.top.frame.contentWindow.postMessage({n: 1}, '*')")
    settle(wbox)
    assert len(wbox.log("event")) == before


def test_plugin_stops_hearing(start: Start):
    wbox = start()
    content = wbox.open()
    component = "drive.element().component"

    def heard() -> list[object]:
        told = [event["detail"]["data"] for event in wbox.log("event")]
        return [data for data in told if "n" in data]

    content.evaluate("window.parent.postMessage({n: 0}, '*')")
    assert wait(wbox.page, lambda: bool(heard()))
    wbox.page.evaluate(f"{component}.removeEventListener('message')")
    content.evaluate("window.parent.postMessage({n: 1}, '*')")
    settle(wbox)
    assert heard() == [{"n": 0}]
    wbox.page.evaluate(f"{component}.unMounted()")


def test_plugin_queues_until_load(start: Start, is_vue: bool):
    wbox = start(is_vue)
    wbox.page.evaluate("window.early = drive.open({path: 'pages/index/index', query: {}})")
    wbox.page.evaluate("early.then(() => { drive.vm().data = {n: 1} })")
    content = wbox.content()
    until(content, "Boolean(window.content) && content.raw.some((data) => data && data.n === 1)")


# The bridge.


def test_messages_up(start: Start, is_vue: bool):
    wbox = start(is_vue)
    content = wbox.open()
    content.evaluate("content.call('getLocation', {type: 'wgs84', success: () => 1})")
    assert wbox.log("wbx")[-1] == {"what": "wbx", "name": "getLocation", "args": {"type": "wgs84"}}


def test_messages_down(start: Start, is_vue: bool):
    wbox = start(is_vue)
    content = wbox.open()
    kind, value = content.evaluate("content.call('getLocation', {})")
    assert kind == "ok"
    assert value["latitude"] == 39.98
    assert wbox.log("attribute")[-1]["name"] == "data"


def test_two_values_in_one_tick(start: Start, is_vue: bool):
    wbox = start(is_vue)
    content = wbox.open()
    content.evaluate("content.raw.length = 0")
    wbox.page.evaluate("given => drive.assign(given)", {"values": [{"n": 1}, {"n": 2}], "isOneTick": True})
    assert content.evaluate("content.raw") == [{"n": 2}]
    wbox.page.evaluate("given => drive.assign(given)", {"values": [{"n": 3}, {"n": 4}], "isOneTick": False})
    assert content.evaluate("content.raw") == [{"n": 2}, {"n": 3}, {"n": 4}]


def test_many_answers_in_one_tick(start: Start, is_vue: bool):
    content = start(is_vue).open()
    results = content.evaluate(
        "Promise.all(Array.from({length: 200}, (_, n) => content.call('getLocation', {n})))"
    )
    assert [kind for kind, _ in results] == ["ok"] * 200


def test_system_info_at_start(start: Start):
    content = start().open()
    assert content.evaluate("content.host.systemInfo().platform") == "Android"


def test_storage_is_written_through(start: Start):
    wbox = start()
    content = wbox.open()
    content.evaluate("content.host.stored('set', 'k', '1'), content.host.stored('remove', 'k')")
    settle(wbox)
    assert [(entry["name"], entry["args"]) for entry in wbox.log("wbx")[-2:]] == [
        ("setStorage", {"key": "k", "data": "1"}),
        ("removeStorage", {"key": "k"}),
    ]


def test_temporary_files(start: Start):
    content = start().open()
    assert content.evaluate("content.host.src('Temp/1.png')") == "../../Temp/1.png"
    assert content.evaluate("content.host.src('/images/1.png') === undefined")


def test_pages_by_name(start: Start):
    wbox = start()
    wbox.open(PAGES[1])
    assert wbox.page.evaluate("drive.host.wbx.getCurrentPagesSync()") == {
        "data": {"currentPages": [{"pageName": PAGES[1]}]}
    }


def test_failure_has_two_names(start: Start):
    answers = {"wbGetWeiboUser": {"fail": {"errMsg": "no user"}}, "getLocation": {"fail": {"errMsg": "no"}}}
    content = start(script={"failure": "failure", "answers": answers}).open()
    kind, value = content.evaluate("content.call('getLocation', {})")
    assert (kind, value["errorMessage"]) == ("fail", "no")


def test_environment(start: Start):
    wbox = start()
    wbox.open()
    text = "exports.height = WBXEnvironment.deviceHeightNoScale"
    wbox.page.evaluate("text => { drive.host.project.files['probe.js'] = text }", text)
    assert wbox.page.evaluate("drive.host.require('probe.js', {}).height") == 667


def test_keyboard(start: Start):
    wbox = start()
    content = wbox.open()
    content.evaluate("content.host.on('keyboard', (event) => content.told.push(['keyboard', event.height]))")
    body = "drive.host.top.frame.contentDocument.body"
    event = "new CustomEvent('keyboardheightchange', {detail: {height: 300}})"
    wbox.page.evaluate(f"{body}.dispatchEvent({event})")
    assert content.evaluate("content.told") == [["keyboard", 300]]


# The table itself.


def test_each_row_has_a_test_and_each_test_a_row():
    own = "test_each_row_has_a_test_and_each_test_a_row"
    tests = {name for name, _ in inspect.getmembers(sys.modules[__name__], inspect.isfunction)}
    tests = {name for name in tests if name.startswith("test_") and name != own}
    assert {row["test"] for row in ROWS} == tests
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert {row["section"].split(".")[0] for row in ROWS} == {"2", "3", "4", "5", "6", "9"}
