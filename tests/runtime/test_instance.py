"""What the instances of pages and components have besides their data, in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.runtime.small_app import SmallApp, start

pytestmark = pytest.mark.browser

ASK = """this.createSelectorQuery().selectAll(".x").fields({ dataset: true })
  .exec(([all]) => console.log(name, all.map((one) => one.dataset.n).join(" ")));"""
WATCH = """this.watch = this.createIntersectionObserver({ selectAll: true, dataset: true });
  this.watch.relativeToViewport().observe(".x", (told) => console.log(told.dataset.n));"""


def nested(card: str, page: str = "Page({});") -> SmallApp:
    """Return an app whose page, a card of it, what stands in the card, and a leaf have a node of class x."""
    files = {
        "pages/a/a.js": page,
        "pages/a/a.axml": '<view class="x" data-n="page">p</view>'
        '<card><view class="x" data-n="filled">f</view><leaf/></card>',
        "c/card.js": card,
        "c/card.axml": '<view class="x" data-n="card">c<leaf><text class="x" data-n="text">t</text></leaf>'
        "<slot/></view>",
        "c/leaf.js": "Component({});",
        "c/leaf.axml": '<view class="x" data-n="leaf">l<slot/></view>',
    }
    tags = {"pages/a/a": {"card": "c/card", "leaf": "c/leaf"}, "c/card": {"leaf": "c/leaf"}}
    return SmallApp(files, tags=tags)


def test_an_instance_finds_the_nodes_of_its_own_template_only(page: Page):
    """Rule 162: what a tag holds belongs to the template that it is written in."""
    ask = ASK.replace("name", '"own"')
    card = f"Component({{ didMount() {{ {ask} }} }});"
    running = start(page, nested(card, f"Page({{ onReady() {{ {ask} }} }});"))
    assert sorted(running.logged(2)) == ["own card text", "own page filled"]
    assert running.problems == []


def test_an_instance_watches_its_own_nodes_from_its_beginning(page: Page):
    running = start(page, nested(f"Component({{ onInit() {{ {WATCH} }} }});"))
    assert sorted(running.logged(2)) == ["card", "text"]
    assert running.problems == []


def test_what_is_disconnected_before_there_is_anything_to_see_watches_nothing(page: Page):
    card = f"Component({{ onInit() {{ {WATCH} this.watch.disconnect(); }}, didMount() {{ {WATCH} }} }});"
    assert sorted(start(page, nested(card)).logged(2)) == ["card", "text"]


def test_the_global_object_has_what_the_language_has(page: Page):
    """Libraries know the global object by what the language has in it, and else evaluate a text."""
    script = """Page({ onReady() {
      console.log([global.Object === Object, global.Math === Math, globalThis.Map === Map].join());
      global.own = 1;
      console.log(Object.keys(global).join());
      global.setTimeout(() => console.log("later"));
      console.log(typeof global.document, typeof global.fetch);
    } });"""
    running = start(page, SmallApp({"pages/a/a.js": script, "pages/a/a.axml": "<view/>"}))
    assert running.logged(4) == ["true,true,true", "own", "undefined undefined", "later"]
    assert running.problems == []
