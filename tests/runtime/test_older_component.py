"""Components of the older form: which hooks they have, and whose objects their props are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings
from miniport.targets.pack import bundled_pack
from tests.runtime.small_app import SmallApp, start

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGE = """Page({
  data: { o: { n: 1, inner: { m: 1 } }, list: [{ id: "a" }] },
  keep(one) { console.log("ref"); },
  onLoad() { this.given = this.data.o; },
  same(o, inner, item) {
    console.log(o === this.data.o, inner === this.data.o.inner, item === this.data.list[0]);
  },
  add() { this.setData({ "o.n": this.data.o.n + 1 }); },
  look() { console.log(JSON.stringify(this.data.o)); },
});"""
CARD = """Component({
  data: { seen: 0 },
  onInit() { console.log("onInit"); },
  deriveDataFromProps() { console.log("derive"); },
  didMount() {
    const { o, inner, item, onSame } = this.props;
    console.log("didMount", my.canIUse("component2"));
    onSame(o, inner, item);
  },
  didUpdate(props, data) { console.log("didUpdate", props.o === this.props.o, data.seen, this.data.seen); },
  didUnmount() { console.log("didUnmount"); },
  methods: {
    change() { this.props.o.inner.m = 9; console.log("changed"); },
    count() { this.setData({ seen: this.data.seen + 1 }); },
  },
});"""
TEMPLATE = (
    '<card a:for="{{list}}" ref="keep" o="{{o}}" inner="{{o.inner}}" item="{{item}}" onSame="same"/>'
    '<view id="add" onTap="add">{{o.inner.m}}</view><view id="look" onTap="look">look</view>'
)
FILES = {
    "pages/a/a.js": PAGE,
    "pages/a/a.axml": TEMPLATE,
    "c/card.js": CARD,
    "c/card.axml": '<view id="change" onTap="change">{{o.n}}</view><view id="count" onTap="count">n</view>',
}
APP = SmallApp(FILES, tags={"pages/a/a": {"card": "c/card"}})


@pytest.mark.browser
def test_the_older_form_hands_over_the_owners_objects_and_knows_no_newer_hooks(page: Page):
    running = start(page, replace(APP, models=("model/older",)))
    assert running.take() == ["didMount false", "true true true"]
    assert running.click("#count") == ["didUpdate true 0 1"]
    # What a component does to an object of its owner is there, but does not show without setData.
    assert running.click("#change") == ["changed"]
    assert running.click("#look") == ['{"n":1,"inner":{"m":9}}']
    assert running.text("#add") == "1"
    assert running.click("#add") == ["didUpdate true 1 1"]
    assert running.problems == []


@pytest.mark.browser
def test_the_newer_form_hands_over_copies(page: Page):
    running = start(page, APP)
    assert running.take() == ["onInit", "derive", "didMount true", "false false false", "ref"]
    assert running.click("#change") == ["changed"]
    assert running.click("#look") == ['{"n":1,"inner":{"m":1}}']


@pytest.mark.parametrize(
    ("project", "is_older"),
    [
        ("{}", False),
        ('{"component2": true}', False),
        ('{"component2": false}', True),
        ('{"format": 2, "compileOptions": {"component2": true}}', False),
        ('{"format": 2, "compileOptions": {"component2": false}}', True),
    ],
)
def test_the_projects_file_says_which_form_is_meant(project: str, is_older: bool):
    files = {
        "mini.project.json": project,
        "app.json": '{"pages": ["pages/a/a"]}',
        "pages/a/a.js": "Page({});",
        "pages/a/a.axml": "<view/>",
    }
    content = {PurePosixPath(path): text.encode() for path, text in files.items()}
    (target,) = build(BuildRequest(BundleFiles(content), Settings(), (bundled_pack("web"),))).targets
    assert target.bundle is not None
    assert (b'"miniport:model/older"' in target.bundle[PurePosixPath("app.js")]) == is_older
    assert (b'"miniport:model/older"' in target.bundle[PurePosixPath("runtime.js")]) == is_older
