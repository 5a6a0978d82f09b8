"""One page with one small app for all tests of a module, and functions to call its `my` with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from miniport.facts import Json
from miniport.posix import PurePosixPath
from tests.runtime.small_app import SmallApp, start

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
ANSWERS = {"ok": (200, '{"a":"茶"}'), "plain": (200, "plain"), "gone": (404, '{"why":"gone"}')}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "08d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
# Members of `navigator` cannot be assigned.
PROBE = """
window.my = my;
window.stub = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
Page({
  data: { list: ["a", "b"], animation: null },
  onLoad() { window.shown = this; },
  onPullDownRefresh(event) { window.refreshed = event; },
  onShareAppMessage() { return { title: "T", desc: "D" }; },
});
"""
TEMPLATE = """
<view class="x" id="one" data-n="{{1}}" style="height:2000px" animation="{{animation}}">
  <view a:for="{{list}}" class="row" data-name="{{item}}" style="width:50px;height:20px">{{item}}</view>
</view>
"""
TAB_BAR: Json = {"items": [{"pagePath": "pages/a/a", "name": "A"}]}


@pytest.fixture(scope="module")
def site(chromium: Browser) -> Iterator[Page]:
    """Return one page with one app for every test of the module."""
    context = chromium.new_context(viewport={"width": 375, "height": 667})
    page = context.new_page()
    app = SmallApp(
        {**{f"pages/{name}/{name}.js": PROBE for name in "ab"}, "pages/a/a.axml": TEMPLATE},
        pages=("pages/a/a", "pages/b/b"),
        config={"tabBar": TAB_BAR, "asked": ["button.open-type.share"]},
        assets={PurePosixPath("a.png"): PIXEL, PurePosixPath("b.png"): PIXEL},
    )
    page.add_init_script(path=HERE / "caller.js")
    page.route_web_socket("**/echo", lambda socket: socket.on_message(lambda text: socket.send(text)))
    start(page, app, answers=ANSWERS)
    yield page
    context.close()
