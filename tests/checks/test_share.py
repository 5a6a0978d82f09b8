"""Methods that tell what is shared: what is said of them, and what the runtime is told."""

from __future__ import annotations

import json
from typing import Literal

from miniport.bundle import Bundle
from miniport.facts import Json
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings, TargetSettings
from miniport.targets.pack import bundled_pack

PAGES = {
    "reads": """Page({
      words() { return this.data.list.map((one) => one.name).join("、"); },
      onShareAppMessage() {
        const share = { title: this.words() };
        share.path = "/pages/reads/a?city=" + my.getStorageSync({ key: "city" }).data;
        return share;
      },
    });""",
    "does": """import { track } from "../../track";
    Page({ onShareAppMessage({ from }) { track(from); return {}; } });""",
    "acts": """Page({
      onShareAppMessage() { my.showToast({ content: "谢谢" }); return { title: "acts" }; },
    });""",
    "sets": """Page({
      count() { this.setData({ times: 1 }); },
      onShareAppMessage() { this.count(); return { title: "sets" }; },
    });""",
    "mixed": """const sharing = { onShareAppMessage: () => ({ title: "mixed in" }) };
    Page({ mixins: [sharing] });""",
    "silent": "Page({});",
}
APP = """App({
  onShareAppMessage: () => ({ title: "app", path: `/pages/reads/a?t=${encodeURIComponent("茶")}` }),
});"""


def built(
    target: str,
    share: Literal["eager", "lazy"] = "eager",
    pages: tuple[str, ...] = tuple(PAGES),
    app: str = APP,
) -> tuple[Bundle, list[str]]:
    """Return the bundle, and what was said of sharing."""
    files = {
        "app.json": json.dumps({"pages": [f"pages/{name}/a" for name in pages]}),
        "app.js": app,
        "track.js": "export const track = (from) => console.log(from);",
        **{f"pages/{name}/a.js": PAGES[name] for name in pages},
        **{f"pages/{name}/a.axml": "<view/>" for name in pages},
    }
    content = {PurePosixPath(path): text.encode() for path, text in files.items()}
    settings = Settings(targets={target: TargetSettings(app_id="5cc40d2fb5fbd", share=share)})
    (found,) = build(BuildRequest(BundleFiles(content), settings, (bundled_pack(target),))).targets
    assert found.bundle is not None
    told = [f"{one.place.path}: {one.message()}" for one in found.diagnostics if one.rule.code == "MP740"]
    return found.bundle, told


def start_of(bundle: Bundle) -> dict[str, Json]:
    (script,) = (
        text.decode() for path, text in bundle.items() if path.name == "app.js" and b"miniport.start" in text
    )
    return json.loads(script.partition("miniport.start(")[2].removesuffix(");\n"))


def test_a_platform_that_is_told_beforehand_is_told_how_far_each_may_be_asked():
    bundle, told = built("weibo")
    assert start_of(bundle)["share"] == {
        "/app": "reads",
        "/pages/reads/a": "reads",
        "/pages/acts/a": "acts",
        "/pages/sets/a": "acts",
    }
    early = "weibo wants its answer before anyone shares, so it is asked on a tap only"
    assert told == [
        f"pages/acts/a.js: onShareAppMessage calls my.showToast; {early}",
        f"pages/sets/a.js: onShareAppMessage calls this.setData; {early}",
    ]


def test_lazy_asks_on_a_tap_only():
    bundle, told = built("weibo", "lazy")
    assert "share" not in start_of(bundle)
    assert "miniport:api/share" in start_of(bundle)["pieces"]
    assert told == []


def test_a_site_has_no_menu_that_asks():
    bundle, told = built("web")
    assert "share" not in start_of(bundle)
    assert "miniport:api/share" in start_of(bundle)["pieces"]
    assert told == []


def test_who_never_shares_takes_no_piece_along():
    bundle, _ = built("weibo", pages=("silent",), app="App({});")
    assert "share" not in start_of(bundle)
    assert "miniport:api/share" not in start_of(bundle)["pieces"]


def test_options_that_are_put_together_elsewhere_bring_the_piece():
    bundle, _ = built("weibo", pages=("mixed",), app="App({});")
    assert start_of(bundle)["share"] == {}
    assert "miniport:api/share" in start_of(bundle)["pieces"]
