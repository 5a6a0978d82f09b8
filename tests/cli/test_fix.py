"""`miniport check --fix` and `--diff`: what is mended, what is not, and that twice changes nothing."""

import json
import shutil
from pathlib import Path

import pytest

from miniport.diagnostics import Cure
from miniport.edit import Edit
from miniport.posix import PurePosixPath
from miniport.report.fixes import difference, mended
from miniport.source import Origins, Source, Span
from tests.cli.test_check import FOLDER

FIXED = FOLDER.with_name("fixed")


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """Return a copy of a project in which everything can be mended that can be."""
    return Path(shutil.copytree(FIXED / "input", tmp_path / "app"))


def texts(folder: Path) -> dict[PurePosixPath, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {PurePosixPath(path.relative_to(folder).as_posix()): path.read_bytes() for path in found}


def test_what_is_safe_is_mended_and_twice_changes_nothing(miniport, golden, app):
    before = texts(app)
    shown = miniport("check", app, "--diff")
    assert (shown.code, texts(app) == before) == (1, True)
    golden.text(FIXED / "expected" / "diff.txt", shown.out.replace("\r", ""))
    ran = miniport("check", app, "--fix", "--format", "json")
    after = texts(app)
    golden.files(FIXED / "expected" / "files", after)
    told = json.loads(ran.out)
    assert [fixed["path"] for fixed in told["fixed"]] == ["app.json", "pages/a/a.axml", "pages/a/a.js"]
    unsafe = {found["code"] for found in told["diagnostics"] if "fix" in found}
    assert unsafe == {"MP100", "MP102", "MP224"}
    again = miniport("check", app, "--fix")
    assert (texts(app) == after, "mended" in again.out) == (True, False)
    nothing = miniport("check", app, "--diff")
    assert (nothing.out, nothing.code) == ("", 0)
    assert "nothing that --fix would change" in nothing.err


def test_names_of_another_dialect_are_mended_where_that_is_all_they_need(miniport, tmp_path):
    markup = """\
<view wx:for="{{list}}" wx:for-item="x" wx:key="id" bindtap="go"><text wx:if="{{x}}">{{x}}</text></view>
<view bindtap="gone" /><view catchtap="" /><view v-if="{{list}}" /><view ontap="go" bindtap="back" />
<view wx:if="{{list}}" a:if="{{rows}}" /><view catchtouchmove="true" />
"""
    (tmp_path / "app.json").write_text('{"pages": ["a"]}')
    (tmp_path / "app.js").write_text("App({});")
    (tmp_path / "a.axml").write_text(markup)
    (tmp_path / "a.js").write_text("Page({ data: { list: [], rows: [] }, go() {}, back() {} });")
    miniport("check", tmp_path, "--fix", "--target", "alipay")
    first, *others = (tmp_path / "a.axml").read_text().splitlines(keepends=True)
    assert first == (
        '<view a:for="{{list}}" a:for-item="x" a:key="id" onTap="go"><text a:if="{{x}}">{{x}}</text></view>\n'
    )
    assert "".join((markup.splitlines(keepends=True)[0], *others)) == markup


def test_only_rules_that_were_asked_for_are_mended(miniport, app):
    before = texts(app)
    miniport("check", app, "--fix", "--select", "MP159")
    assert texts(app) == before
    miniport("check", app, "--fix", "--ignore", "MP1xx,MP3xx")
    assert texts(app) == before


def test_a_property_with_a_type_gets_its_default_and_keeps_what_is_more_than_one(miniport, app):
    script = "Component({ props: { max: { type: Number, value: 20 }, name: String%s } });\n"
    heard = ", at: { type: Number, value: 1, observer() { this.go(); } }"
    (app / "app.json").write_text('{"pages": ["pages/a/a"]}')
    (app / "tag.js").write_text(script % heard)
    (app / "tag.json").write_text('{"component": true}')
    (app / "tag.axml").write_text("<text>{{max}}{{name}}{{at}}</text>")
    (app / "pages/a/a.json").write_text('{"usingComponents": {"my-tag": "/tag"}}')
    miniport("check", app, "--fix", "--select", "MP758")
    assert (app / "tag.js").read_text() == f"Component({{ props: {{ max: 20, name: ''{heard} }} }});\n"


def test_files_of_others_are_left_alone(miniport, app):
    module = app / "node_modules" / "card"
    module.mkdir(parents=True)
    (module / "package.json").write_text('{"name": "card"}')
    (module / "index.js").write_text("Component({});")
    (module / "index.json").write_text('{"component": true}')
    (module / "index.axml").write_text("<view class=a />")
    (app / "pages/a/a.json").write_text('{"usingComponents": {"card": "card/index"}}')
    told = miniport("check", app, "--fix", "-v").out
    assert "node_modules/card/index.axml:1:13: note MP103" in told
    assert "can be mended" not in told
    assert (module / "index.axml").read_text() == "<view class=a />"


SOURCE = Source(PurePosixPath("a.axml"), "one two three")


def cure(*edits: Edit) -> Cure:
    made = Cure.of(SOURCE, edits, is_safe=True)
    assert made is not None
    return made


def test_cures_that_touch_each_other_wait():
    first = cure(Edit(Span(0, 3), "1"), Edit(Span(8, 13), "3"))
    whole = cure(Edit(Span(4, 7), "2"), Edit(Span(12, 12), "!"))
    same_place = cure(Edit(Span(4, 4), "x"))
    other = cure(Edit(Span(4, 4), "y"))
    made = mended(SOURCE, [first, whole, same_place, other])
    assert (made.text, made.count) == ("1 xtwo 3", 2)


def test_a_cure_of_text_that_the_file_has_not_is_none():
    made = SOURCE.rewritten("one! two three", Origins((0, 3, 4), (0, 3, 3), (3, 0, 10)))
    inside = Cure.of(made, (Edit(Span(3, 4), ""),), is_safe=True)
    behind = Cure.of(made, (Edit(Span(5, 8), "2"),), is_safe=True)
    over = Cure.of(made, (Edit(Span(2, 6), "2"),), is_safe=True)
    assert (inside, over) == (None, None)
    assert behind is not None
    assert [change.edit.span for change in behind.changes] == [Span(4, 7)]


def test_a_diff_says_where_a_file_ends_without_a_line_break():
    assert difference(PurePosixPath("a"), "x", "y") == (
        "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n"
    )
