"""What a loop keeps of its last drawing: whatever changes, a page looks as one that is drawn anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.runtime.small_app import SmallApp, start

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

BOARDS = Path(__file__).parent / "boards"
STEPS = 150


def boards(**more: str) -> SmallApp:
    units = (f"{unit}.{suffix}" for unit in ("page", "board", "kid", "loud") for suffix in ("js", "axml"))
    files = {name: (BOARDS / name).read_text("utf-8") for name in ("app.js", "m.sjs", *units)}
    tags = {"page": {"board": "board"}, "board": {"kid": "kid", "loud": "loud"}}
    return SmallApp({**files, **more}, pages=("page",), tags=tags)


def test_after_any_change_a_board_looks_as_one_made_anew(page: Page):
    running = start(page, boards())
    assert running.page.evaluate((BOARDS / "compare.js").read_text("utf-8"), STEPS) == ""
    assert [problem for problem in running.problems if "repeats in a list" not in problem] == []


def test_who_is_told_of_updates_is_told_wherever_it_stands(page: Page):
    files = {
        "pages/a/a.js": "Page({ data: { list: [1], n: 0 }, tap() { this.setData({ n: 1 }); } });",
        "pages/a/a.axml": '<view id="tap" onTap="tap">{{n}}</view>'
        '<view a:for="{{list}}"><quiet word="{{item}}"/></view><quiet word="b"/>',
        "quiet.axml": '<loud word="{{word}}"/><still/>',
        "loud.js": 'Component({ didUpdate({ word }) { console.log("updated " + word); } });',
        "loud.axml": "{{word}}",
        "still.axml": "still",
    }
    tags = {"pages/a/a": {"quiet": "quiet"}, "quiet": {"loud": "loud", "still": "still"}}
    running = start(page, SmallApp(files, tags=tags))
    assert running.click("#tap") == ["updated 1", "updated b"]


def test_an_item_with_components_that_nobody_asks_is_not_drawn_again(page: Page):
    files = {
        "pages/a/a.js": "Page({ data: { list: [1], n: 0 }, tap() { this.setData({ n: 1 }); } });",
        "pages/a/a.axml": '<view id="tap" onTap="tap">{{n}}</view>'
        '<view a:for="{{list}}"><quiet word="{{m.of(item)}}"/></view><quiet word="b"/>',
        "m.sjs": 'exports.of = (word) => { console.log("asked"); return word; };',
        "quiet.axml": "<view>{{q.of(word)}}</view>",
        "q.sjs": 'exports.of = (word) => { console.log("drawn " + word); return word; };',
    }
    files["pages/a/a.axml"] += '<import-sjs name="m" from="/m.sjs"/>'
    files["quiet.axml"] += '<import-sjs name="q" from="/q.sjs"/>'
    running = start(page, SmallApp(files, tags={"pages/a/a": {"quiet": "quiet"}}))
    assert running.take() == ["asked", "drawn 1", "drawn b"]
    assert running.click("#tap") == []
    assert running.text("#tap") == "1"
