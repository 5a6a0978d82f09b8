"""Which title bars there are beside the container's own, in a whole app within the stand-in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings, TargetSettings
from miniport.targets.pack import bundled_pack
from tests.weibo.wbox import Wbox, until, wait

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

pytestmark = pytest.mark.browser

FILES = {
    "app.json": '{"pages": ["pages/a/a", "pages/b/b"], "window": {"defaultTitle": "一"}}',
    "app.js": "App({});",
    "pages/a/a.js": 'Page({ go() { my.navigateTo({ url: "/pages/b/b" }); } });',
    "pages/a/a.axml": '<view id="go" onTap="go">to b</view>',
    "pages/b/b.json": '{"defaultTitle": "二"}',
    "pages/b/b.js": 'Page({ onReady() { my.setNavigationBar({ title: "三" }); } });',
    "pages/b/b.axml": '<view id="b">b</view>',
}
Bar = Literal["auto", "own", "none"]


def built(bar: Bar) -> dict[str, bytes]:
    content = {PurePosixPath(path): text.encode() for path, text in FILES.items()}
    settings = Settings(targets={"weibo": TargetSettings(app_id="5cc40d2fb5fbd", navigation_bar=bar)})
    request = BuildRequest(BundleFiles(content), settings, (bundled_pack("weibo"),))
    (target,) = build(request).targets
    assert target.bundle is not None
    return {str(path): text for path, text in target.bundle.items()}


def seen(frame: Frame) -> tuple[bool, str | None, str]:
    """Return whether our bar is there, what the way back in it says, and the title it shows."""
    bar, back, title = frame.evaluate(
        """() => {
          const bar = document.querySelector(".mp--bar");
          const title = bar.querySelector(".mp--title");
          const back = bar.querySelector(".mp--back");
          return [!bar.hidden, back && back.textContent, title ? title.textContent : ""];
        }"""
    )
    return bar, back if bar else None, title if bar else ""


CASES = [
    # Above the first page a way back says where to, or there is a title where the container's stays.
    ("auto", (), (False, None, ""), (True, "一", ""), "三"),
    ("auto", ("setNavigationBarTitle",), (False, None, ""), (True, "", "三"), "一"),
    ("own", (), (True, None, "一"), (True, "", "三"), "三"),
    ("none", (), (False, None, ""), (False, None, ""), "三"),
]


@pytest.mark.parametrize(("bar", "absent", "first", "pushed", "heading"), CASES)
def test_title_bars(
    page: Page,
    bar: Bar,
    absent: tuple[str, ...],
    first: tuple[bool, str | None, str],
    pushed: tuple[bool, str | None, str],
    heading: str,
):
    wbox = Wbox(page, built(bar), script={"absent": list(absent)})
    page.evaluate("given => drive.open(given)", {"path": "pages/a/a", "query": {}, "queryKey": "queryParams"})
    frame = wbox.content()
    until(frame, "Boolean(document.querySelector('#go'))")
    assert wbox.page.evaluate("drive.host.top.heading.textContent") == "一"
    assert seen(frame) == first
    frame.evaluate("document.querySelector('#go').click()")
    until(frame, "Boolean(document.querySelector('#b'))")
    until(frame, "document.title === '三'")
    assert seen(frame) == pushed
    assert wait(wbox.page, lambda: wbox.page.evaluate("drive.host.top.heading.textContent") == heading)
    assert wbox.problems == []
