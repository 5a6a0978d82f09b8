"""Workers, tab bars, languages and packages: whole apps in the stand-in, under a strict policy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings, TargetSettings
from miniport.targets.pack import bundled_pack
from tests.fixture_folder import FIXTURES, read_files
from tests.weibo.wbox import Wbox, until

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

pytestmark = pytest.mark.browser

WORKER = """
import { twice } from "../shared/twice";
const table = require("./table.json");
worker.onMessage((message) => {
  if (message.fail) throw new Error("of the worker");
  const n = twice(message.n) + table.more;
  worker.postMessage({ n, my: typeof my, window: typeof window, same: global === globalThis });
});
worker.postMessage({ n: "first" });
"""
PAGE = """
import { twice } from "../../shared/twice";
const said = [];
Page({
  data: { said: "" },
  onLoad() {
    const given = { n: 20 };
    this.worker = my.createWorker("workers/count.js");
    this.worker.onMessage((message) => {
      said.push(Object.keys(message).map((key) => key + " " + message[key]).join(", "));
      this.setData({ said: said.join(" / ") });
    });
    this.worker.postMessage(given);
    given.n = 99;
    const made = ["workers/count.js", "workers/none.js"].map((path) => my.createWorker(path));
    this.setData({ made: made.join("-") + made.length, twice: twice(4) });
  },
  again() { this.worker.postMessage({ n: 1 }); },
  over() {
    this.worker.terminate();
    this.worker.postMessage({ n: 5 });
    this.worker = my.createWorker("workers/count.js");
    this.worker.onMessage(({ n }) => this.setData({ said: "new " + n }));
  },
});
"""
FILES = {
    "app.json": '{"pages": ["pages/a/a"], "workers": ["workers/count.js"]}',
    "app.js": "App({});",
    "pages/a/a.js": PAGE,
    "pages/a/a.axml": '<view id="said">{{said}}</view><view id="rest">{{made}} {{twice}}</view>'
    '<view id="again" onTap="again">again</view><view id="over" onTap="over">over</view>',
    "workers/count.js": WORKER,
    "workers/table.json": '{ "more": 2 }',
    "shared/twice.js": "export const twice = (n) => n * 2;",
}
SAID = 'document.querySelector("#said").textContent'
HEARD = "n first / n 42, my undefined, window undefined, same true"


def built(files: dict[str, str]) -> dict[str, bytes]:
    content = {PurePosixPath(path): text.encode() for path, text in files.items()}
    settings = Settings(targets={"weibo": TargetSettings(app_id="5cc40d2fb5fbd")})
    request = BuildRequest(BundleFiles(content), settings, (bundled_pack("weibo"),))
    (target,) = build(request).targets
    assert target.bundle is not None
    return {str(path): text for path, text in target.bundle.items()}


# What a web view with files of its own does: the script of a worker cannot be had, at once or a while later.
REFUSED = 'window.Worker = class { constructor() { throw new Error("refused"); } };'
REFUSED_LATE = """window.Worker = class {
  constructor() { setTimeout(() => this.onerror({ preventDefault() {} })); }
  postMessage() {}
  terminate() {}
};"""


@pytest.mark.parametrize("host", ["", REFUSED, REFUSED_LATE], ids=["runs", "refuses", "refuses late"])
def test_a_worker_hears_and_answers(page: Page, host: str) -> None:
    files, runs = built(FILES), not host
    if host:
        page.add_init_script(host)
    box = Wbox(page, files)
    box.page.evaluate('drive.open({ path: "pages/a/a" })')
    frame = box.content()
    until(frame, 'Boolean(document.querySelector("#said"))')
    until(frame, f'{SAID}.includes("42")')
    assert frame.evaluate(SAID) == HEARD
    assert frame.evaluate('document.querySelector("#rest").textContent') == "-2 8"
    assert bool(page.workers) is runs
    frame.click("#again")
    until(frame, f'{SAID}.includes("n 4,")')
    frame.click("#over")
    until(frame, f'{SAID} === "new first"')
    assert len(page.workers) == (1 if runs else 0)


def test_code_that_only_workers_need_is_in_no_page() -> None:
    files = built(FILES)
    app, workers = (files[f"src/res/h5/{name}.js"].decode() for name in ("app", "workers"))
    assert "typeof window" in workers and "typeof window" not in app
    assert "/shared/twice.js" in workers and "/shared/twice.js" in app
    assert "table.json" not in app


BAR = {
    "app.json": '{"pages": ["pages/a/a", "pages/b/b", "pages/c/c"], "window": {"defaultTitle": "默认"},'
    ' "tabBar": {"customize": true,'
    ' "items": [{"pagePath": "pages/a/a"}, {"pagePath": "pages/b/b", "name": "乙"}]}}',
    "app.js": "App({});",
    "app.acss": ".a-customize-tab-bar { z-index: 999 }",
    "customize-tab-bar/index.json": '{"component": true}',
    "customize-tab-bar/index.acss": ".bar { position: fixed; bottom: 0 } .on { color: rgb(1, 2, 3) }",
    "customize-tab-bar/index.axml": '<view class="bar">'
    "<view a:for=\"{{list}}\" class=\"{{index === selected ? 'on' : 'off'}}\""
    ' onTap="go" data-url="{{item}}">{{item}} {{times}}</view></view>',
    "customize-tab-bar/index.js": """Component({
      data: { selected: -1, times: 0, list: ["/pages/a/a", "/pages/b/b"] },
      methods: {
        go(event) { my.switchTab({ url: event.target.dataset.url }); },
        count() { this.setData({ times: this.data.times + 1 }); },
      },
      didUnmount() { console.log("bar gone"); },
    });""",
    **{
        f"pages/{name}/{name}.js": f"""Page({{
          onShow() {{
            const bar = this.getTabBar();
            if (bar) {{ bar.setData({{ selected: {number} }}); bar.count(); }}
            this.setData({{ bar: String(bar) }});
          }},
          away() {{ my.navigateTo({{ url: "/pages/c/c" }}); }},
        }});"""
        for number, name in enumerate("abc")
    },
    **{
        f"pages/{name}/{name}.axml": f'<view id="{name}" onTap="away">{name} {{{{bar}}}}</view>'
        for name in "abc"
    },
}
TOP = 'document.querySelector(".mp--page:not([hidden])")'


def shown(box: Wbox, page: str) -> Frame:
    box.page.evaluate(f'drive.open({{ path: "{page}" }})')
    frame = box.content()
    until(frame, f"Boolean({TOP})")
    return frame


def test_each_page_of_a_tab_has_the_bar_that_the_app_draws(page: Page) -> None:
    box = Wbox(page, built(BAR))
    frame = shown(box, "pages/a/a")
    bar = f'{TOP}.querySelector(".mp--ownbar")'
    until(frame, f"Boolean({bar}) && {bar}.textContent === '/pages/a/a 1/pages/b/b 1'")
    assert frame.evaluate("document.querySelector('.mp--tabs').hidden") is True
    assert frame.evaluate(f"getComputedStyle({bar}).zIndex") == "999"
    assert frame.evaluate(f"getComputedStyle({bar}.querySelector('mp-view mp-view')).color") == "rgb(1, 2, 3)"
    edges = f"{TOP}.getBoundingClientRect().bottom - {bar}.firstElementChild.getBoundingClientRect().bottom"
    assert frame.evaluate(edges) == 0
    frame.click("mp-view:text('/pages/b/b 1')")
    until(frame, f"{TOP}.textContent.startsWith('b ')")
    until(frame, f"{bar}.textContent === '/pages/a/a 1/pages/b/b 1'")
    assert frame.evaluate(f"getComputedStyle({bar}.querySelector('mp-view mp-view')).color") != "rgb(1, 2, 3)"
    # Each page has an instance of its own, which stays with it.
    frame.click(".mp--page:not([hidden]) mp-view:text('/pages/a/a 1')")
    until(frame, f"{bar}.textContent === '/pages/a/a 2/pages/b/b 2'")
    frame.click("#a")
    until(frame, f"{TOP}.textContent === 'c null'")
    assert frame.evaluate(f"Boolean({bar})") is False
    assert box.problems == []


LOCALE = {
    "locale/en/app.json": '{"window": {"defaultTitle": "Default"},'
    ' "pages": {"pages/b/b": {"defaultTitle": "Second"}},'
    ' "tabBar": {"textColor": "#010203", "items": [{"name": "First"}, {"name": "Other"}]}}',
    "locale/zh-HK/app.json": '{"tabBar": {"items": [{"name": "首頁"}]}}',
}


@pytest.mark.parametrize(
    ("language", "words"),
    [("en-US", "First|Other|Second"), ("zh-HK", "首頁|乙|默认"), ("zh-CN", "|乙|默认"), ("fr", "|乙|默认")],
)
def test_bars_speak_the_users_language(page: Page, language: str, words: str) -> None:
    files = {**BAR, **LOCALE, "app.json": BAR["app.json"].replace('"customize": true, ', "")}
    page.add_init_script(f'Object.defineProperty(navigator, "language", {{ get: () => "{language}" }});')
    box = Wbox(page, built(files))
    frame = shown(box, "pages/b/b")
    tabs = 'Array.from(document.querySelectorAll(".mp--tab"), (tab) => tab.textContent).join("|")'

    until(frame, f"{tabs} !== ''")
    assert f"{frame.evaluate(tabs)}|{frame.evaluate('document.title')}" == words


LOOKS = (
    'JSON.stringify([...document.querySelectorAll(".mp--tab")].map((tab) => [tab.style.color,'
    ' tab.querySelector("img")?.getAttribute("src")]))'
)


def test_bars_follow_the_theme_of_the_browser_and_of_the_container(page: Page) -> None:
    app = read_files(FIXTURES / "build" / "bars-follow-a-theme" / "input")
    box = Wbox(page, built({str(path): content.decode() for path, content in app.items()}))
    frame = shown(box, "pages/b/b")
    light = '[["rgb(51, 51, 51)",null],["rgb(255, 102, 0)","day.png"]]'
    dark = '[["rgb(221, 221, 221)",null],["rgb(255, 102, 0)","night.png"]]'
    until(frame, f"{LOOKS} === {json.dumps(light)}")
    page.emulate_media(color_scheme="dark")
    until(frame, f"{LOOKS} === {json.dumps(dark)}")
    box.run("theme", "light")
    until(frame, f"{LOOKS} === {json.dumps(light)}")
    box.run("theme", "dark")
    until(frame, f"{LOOKS} === {json.dumps(dark)}")
    assert box.problems == []


def test_what_the_app_says_of_its_tab_bar_outlasts_a_change_of_theme(page: Page) -> None:
    app = read_files(FIXTURES / "build" / "bars-follow-a-theme" / "input")
    files = {str(path): content.decode() for path, content in app.items()}
    said = (
        "Page({ onLoad() { my.setTabBarStyle({ color: '#00ff00' });"
        " my.setTabBarItem({ index: 1, text: 'B', iconPath: 'day.png' }); } });"
    )
    app_json = files["app.json"].replace('"selectedColor": "#ff6600"', '"selectedColor": "@text"')
    box = Wbox(page, built({**files, "app.json": app_json, "pages/b/b.js": said}))
    frame = shown(box, "pages/b/b")
    light = '[["rgb(0, 255, 0)",null],["rgb(51, 51, 51)","day.png"]]'
    until(frame, f"{LOOKS} === {json.dumps(light)}")
    page.emulate_media(color_scheme="dark")
    until(frame, f"{LOOKS}.includes('rgb(221, 221, 221)')")
    assert frame.evaluate(LOOKS) == '[["rgb(0, 255, 0)",null],["rgb(221, 221, 221)","day.png"]]'
    assert box.problems == []


LAYOUTS = FIXTURES / "build" / "layouts-of-every-kind" / "input"
PAGES = {
    # A placeholder never shows, a plugin draws a plain box, a generic is what was handed in for it.
    "pages/a/a": ("card x", True),
    "sub/b/b": ("card radio", True),
    "solo/c/c": ("solo/c/c", False),
}


def test_a_project_of_every_layout_shows_each_page(page: Page) -> None:
    app = {str(path): content.decode() for path, content in read_files(LAYOUTS).items()}
    box = Wbox(page, built(app))
    for path, (text, is_tab) in PAGES.items():
        frame = shown(box, path)
        until(frame, f"{TOP}.querySelector('mp-page').innerText.trim() !== ''")
        seen = frame.evaluate(f"{TOP}.querySelector('mp-page').innerText.trim().split(/\\s+/).join(' ')")
        own = frame.evaluate(f"Boolean({TOP}.querySelector('.mp--ownbar'))")
        assert (path, seen, own) == (path, text, is_tab)
        box.restart()
    assert box.problems == []
