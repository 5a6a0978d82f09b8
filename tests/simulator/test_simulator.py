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
from tests.examples.stage import Stage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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


def shown(folder: Path) -> Bundle:
    files = {**APP, "pages/a/a.js": PAGE, "pages/a/a.axml": TEMPLATE}
    (target,) = built(write(folder, files), "alipay").targets
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
def test_a_mock_answers_in_its_place(stage: Stage):
    stage.page.evaluate("() => { miniport.simulator.answers.tradePay = () => ({resultCode: '9000'}); }")
    stage.page.click("#pay")
    stage.page.get_by_text("paid 9000").wait_for()
