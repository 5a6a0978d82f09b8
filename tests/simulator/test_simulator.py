"""A preview shows the emitted bundle, reports the platform, and lacks nothing the platform has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from miniport.bundle import Bundle
from miniport.facts import Kind
from miniport.pipeline import preview
from miniport.project.settings import Settings
from miniport.targets.pack import bundled_pack
from miniport.targets.simulated import simulated
from miniport.targets.verdict import Bridge, Unknown, Unsupported
from tests.build.projects import APP, built, write
from tests.elements.shown import ASSETS
from tests.examples.stage import Stage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HEARS = """
Page({
  onLoad() {
    this.first = my.on("titleClick", (value) => this.say("first " + value));
    this.second = (value) => this.say("second " + value);
    my.on("titleClick", this.second);
  },
  say(said) { this.setData({said: (this.data.said || "") + said + "; "}); },
  remove() { this.first.remove(); },
  button() {
    const { left, top, right, bottom } = my.getMenuButtonBoundingClientRect();
    this.setData({said: "button " + [left, top, right, bottom]});
  },
  off() { my.off("titleClick", this.second); },
  music() {
    const manager = my.getBackgroundAudioManager();
    manager.onCanplay(() => this.say("can"));
    manager.onPlay(() => this.say("plays"));
    manager.onNext(() => this.say("next"));
    manager.title = "tea";
    manager.src = "/tea.wav";
    my.getBackgroundAudioManager().onEnded(() => this.say("ended " + my.getBackgroundAudioManager().title));
  },
});
"""
HEARS_TEMPLATE = """
<view id="remove" onTap="remove">remove</view>
<view id="off" onTap="off">off</view>
<view id="button" onTap="button">menu</view>
<view id="music" onTap="music">music</view>
<view class="said">{{said}}</view>
"""
PAGE = """
Page({
  data: {app: "", said: ""},
  onLoad() { this.setData({app: my.getSystemInfoSync().app}); },
  onPay() {
    my.tradePay({
      tradeNO: "1",
      success: (result) => this.setData({said: "paid " + result.resultCode}),
      fail: (problem) => this.setData({said: problem.error + " " + problem.errorMessage}),
    });
  },
  onShareAppMessage: () => ({title: "t", path: "pages/a/a"}),
});
"""
TEMPLATE = """
<view class="app">{{app}}</view>
<view id="pay" onTap="onPay">pay</view>
<view class="said">{{said}}</view>
"""


def shown(folder: Path, script: str = PAGE, template: str = TEMPLATE) -> Bundle:
    project = write(folder, {**APP, "pages/a/a.js": script, "pages/a/a.axml": template})
    (project / "tea.wav").write_bytes(ASSETS["quiet.wav"])
    (target,) = built(project, "alipay").targets
    assert target.bundle is not None
    preview_ = preview(target.bundle, Settings(name="t"), bundled_pack("alipay"))
    assert preview_.bundle is not None
    assert preview_.diagnostics == ()
    return preview_.bundle


@pytest.fixture
def stage(chromium: Browser, tmp_path: Path):
    made = Stage(chromium, "alipay", shown(tmp_path), {"width": 375, "height": 667})
    made.open()
    yield made
    made.close()


def test_nothing_that_answers_later_and_the_platform_has_is_missing():
    platform = bundled_pack("alipay")
    pack = simulated(platform, bundled_pack("simulator"))
    missing = [
        name
        for (kind, _, name), (row, _, _) in platform.index.items()
        if kind is Kind.API
        and (row or {}).get("kind", "async") == "async"
        and not isinstance(platform.verdict_of(kind, name), Unsupported)
        and isinstance(pack.verdict_of(kind, name), Unsupported | Unknown)
    ]
    assert missing == []
    assert pack.name == platform.name
    assert pack.verdict_of(Kind.API, "tradePay") == Bridge("tradePay", is_proved=True)


def test_packages_are_read_as_the_platform_reads_them(tmp_path: Path):
    # The bundle of a platform that knows no `exports` has no file that only `exports` names.
    manifest = '{"name": "dep", "main": "dep.js", "exports": {"import": "./dep.mjs", "default": "./dep.js"}}'
    files = {
        **APP,
        "pages/a/a.js": "import { one } from 'dep';\nPage({ data: { one } });\n",
        "node_modules/dep/package.json": manifest,
        "node_modules/dep/dep.js": "exports.one = 1;\n",
        "node_modules/dep/dep.mjs": "export const one = 1;\n",
    }
    (target,) = built(write(tmp_path, files), "alipay").targets
    assert target.bundle is not None
    shown = preview(target.bundle, Settings(name="t"), bundled_pack("alipay"))
    assert shown.diagnostics == ()


@pytest.mark.browser
def test_what_the_platform_does_not_read_is_not_acted_on(tmp_path: Path):
    # What `check` says of an attribute or event holds in the phone that shows the platform.
    alipay = bundled_pack("alipay")
    pack = simulated(alipay, bundled_pack("simulator"))
    assert all(
        isinstance(alipay.verdict_of(kind, name, owner), Unknown | Unsupported)
        for kind, owner, name in pack.unread
    )
    assert {(Kind.ATTRIBUTE, "picker", "mode"), (Kind.EVENT, "picker", "cancel")} <= pack.unread
    assert not {(Kind.ATTRIBUTE, "picker", "range"), (Kind.EVENT, "picker", "change")} & pack.unread
    assert bundled_pack("web").unread == frozenset()
    template = (
        '<picker mode="date" range="{{[1]}}" onChange="a" onCancel="b"><text class="a">x</text></picker>'
    )
    script = _script_of(shown(tmp_path, "Page({ a() {}, b() {} })", template))
    assert '"a"' in script
    assert '"date"' not in script
    assert '"b"' not in script


def _script_of(bundle: Bundle) -> str:
    return next(content.decode() for path, content in bundle.items() if path.name == "app.js")


def test_the_app_is_told_that_it_runs_on_the_platform(stage: Stage):
    assert stage.ask("look", expect={".app": ""}) == {".app": "alipay"}
    assert stage.ask("look", expect={"$share": {}})["$share"] == {"title": "t", "path": "pages/a/a"}


@pytest.mark.browser
def test_what_needs_a_device_says_so_and_fails_in_the_platforms_shape(stage: Stage):
    stage.page.click("#pay")
    sheet = stage.page.get_by_role("alertdialog", name="my.tradePay")
    sheet.get_by_text("needs a device").wait_for(timeout=3000)
    sheet.get_by_role("button").click()
    stage.page.get_by_text("1 my.tradePay needs a device").wait_for()
    assert sheet.count() == 0


@pytest.mark.browser
def test_what_needs_a_device_is_said_in_the_language_of_the_page(stage: Stage):
    for language, said in (("en", "needs a device OK"), ("zh", "需要真机 知道了")):
        stage.page.evaluate(f"() => {{ miniport.language = '{language}'; }}")
        stage.page.click("#pay")
        sheet = stage.page.get_by_role("alertdialog", name="my.tradePay")
        text, button = said.rsplit(" ", 1)
        sheet.get_by_text(text, exact=True).wait_for(timeout=3000)
        assert "api:\n  my.tradePay:\n    success: {}" in (sheet.text_content() or "")
        sheet.get_by_role("button", name=button).click()


@pytest.mark.browser
def test_a_mock_answers_in_its_place(stage: Stage):
    stage.page.evaluate("() => { miniport.simulator.answers.tradePay = () => ({resultCode: '9000'}); }")
    stage.page.click("#pay")
    stage.page.get_by_text("paid 9000").wait_for()


RECORDS = """
const recorder = my.getRecorderManager();
const files = my.getFileSystemManager();
Page({
  onLoad() {
    recorder.onStart(() => this.say("started"));
    recorder.onStop(({ tempFilePath }) => this.say("stopped " + tempFilePath));
    recorder.onError(({ error, errorMessage }) => this.say(error + " " + errorMessage));
  },
  say(said) { this.setData({said: (this.data.said || "") + said + "; "}); },
  start() { recorder.start({ duration: 1000 }); },
  stop() { recorder.stop(); },
  read() { files.readFile({ filePath: "a", fail: ({ error }) => this.say("read " + error) }); },
  now() {
    try { files.readFileSync("a"); } catch (problem) { this.say(problem.error + " " + problem.message); }
  },
});
"""
RECORDS_TEMPLATE = """
<view id="start" onTap="start">start</view>
<view id="stop" onTap="stop">stop</view>
<view id="read" onTap="read">read</view>
<view id="now" onTap="now">now</view>
<view class="said">{{said}}</view>
"""


@pytest.mark.browser
def test_managers_that_only_a_device_has_are_there_and_refuse_or_are_mocked(
    chromium: Browser, tmp_path: Path
):
    stage = Stage(
        chromium, "alipay", shown(tmp_path, RECORDS, RECORDS_TEMPLATE), {"width": 375, "height": 667}
    )
    stage.open()
    for tapped, name in (("start", "getRecorderManager.start"), ("read", "getFileSystemManager.readFile")):
        stage.page.click(f"#{tapped}")
        sheet = stage.page.get_by_role("alertdialog", name=f"my.{name}")
        sheet.get_by_role("button").click()
    stage.page.get_by_text("1 my.getRecorderManager.start needs a device; read 1;").wait_for()
    stage.page.click("#now")
    stage.page.get_by_text("1 my.getFileSystemManager.readFileSync needs a device;").wait_for()
    answers = "answers['getRecorderManager.stop'] = () => ({tempFilePath: 'a.aac'})"
    stage.page.evaluate(f"() => {{ miniport.simulator.{answers}; }}")
    stage.page.click("#stop")
    stage.page.get_by_text("stopped a.aac;").wait_for()
    assert stage.problems == []
    stage.close()


class Sounding(Stage):
    """A stage whose apps may play what they bring along."""

    policy = f"{Stage.policy}; media-src 'self'"


@pytest.fixture
def hearing(chromium: Browser, tmp_path: Path):
    made = Sounding(chromium, "alipay", shown(tmp_path, HEARS, HEARS_TEMPLATE), {"width": 375, "height": 667})
    made.open()
    yield made
    made.close()


FIRE = "(value) => miniport.simulator.fire('my.on.titleClick', value)"


@pytest.mark.browser
def test_what_happens_to_the_app_is_heard_until_it_is_no_longer_asked_for(hearing: Stage):
    hearing.page.evaluate(FIRE, "1")
    hearing.page.get_by_text("first 1; second 1;").wait_for()
    hearing.page.click("#remove")
    hearing.page.evaluate(FIRE, "2")
    hearing.page.get_by_text("first 1; second 1; second 2;").wait_for()
    hearing.page.click("#off")
    hearing.page.evaluate(FIRE, "3")
    hearing.page.click("#remove")
    assert hearing.page.locator(".mp--page:not([hidden])").inner_text().endswith("second 2;")
    assert hearing.problems == []


@pytest.mark.browser
def test_the_player_of_the_background_plays_what_it_is_given(hearing: Stage):
    hearing.page.click("#music")
    hearing.page.get_by_text("ended tea").wait_for()
    said = hearing.page.locator(".mp--page:not([hidden])").inner_text()
    assert ("can;" in said, "plays;" in said) == (True, True)
    assert hearing.problems == []


@pytest.mark.browser
def test_the_menu_button_lies_on_the_title_bar(hearing: Stage):
    hearing.page.click("#button")
    hearing.page.get_by_text("button ").wait_for()
    text = hearing.page.locator(".mp--page:not([hidden])").inner_text().partition("button ")[2]
    left, top, right, bottom = (float(each) for each in text.split(","))
    bar = hearing.page.locator(".mp--bar").bounding_box()
    assert bar
    assert (bar["y"] <= top < bottom <= bar["y"] + bar["height"], 0 < left < right < 375) == (True, True)
