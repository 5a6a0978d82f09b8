"""`miniport diff`: a file beside what becomes of it, and why."""

import json
from pathlib import Path

import pytest

from miniport.posix import PurePosixPath
from miniport.report.side import _led_back, _rising
from miniport.source import Origins, Source
from tests.cli.test_check import FOLDER

SIDE = FOLDER.with_name("side")
PAGE = SIDE / "input" / "pages" / "a"


@pytest.mark.parametrize(
    ("name", "targets"),
    [("a.axml", ("alipay",)), ("a.js", ("alipay", "weibo")), ("a.acss", ("weibo",))],
)
def test_both_sides_and_the_reasons_are_shown(miniport, golden, name, targets):
    wanted = [word for target in targets for word in ("--target", target)]
    told = "".join(miniport("diff", PAGE / name, *wanted, "--lang", lang).out for lang in ("en", "zh"))
    golden.text(SIDE / "expected" / f"{name}.txt", told)


def test_a_file_that_stays_is_said_to_be_the_same(miniport):
    ran = miniport("diff", PAGE / "a.acss", "--target", "alipay")
    assert (ran.code, ran.out) == (0, "pages/a/a.acss\nbyte for byte the same\n\n")


def test_a_program_gets_both_texts_and_how_they_meet(miniport):
    (side,) = json.loads(miniport("diff", PAGE / "a.js", "--target", "alipay", "--format", "json").out)
    assert (side["target"], side["path"]) == ("alipay", "pages/a/a.js")
    changed = [row for row in side["rows"] if not row["same"]]
    assert [(row["left"], row["right"]) for row in changed] == [(6, 6), (7, 7)]
    assert side["emitted"][5].strip() == "my.alert({ content: word });"
    assert {reason["line"] for reason in side["reasons"]} >= {6, 7}


def test_a_compiled_template_is_led_back(miniport):
    (side,) = json.loads(miniport("diff", PAGE / "a.axml", "--target", "weibo", "--format", "json").out)
    (loop,) = [row["right"] for row in side["rows"] if row["left"] == 2]
    assert "each(d.list" in side["emitted"][loop - 1]
    assert {reason["line"] for reason in side["reasons"]} == {0, 1, 6}


def test_a_file_that_no_bundle_has_is_named(miniport):
    ran = miniport("diff", SIDE / "input" / "miniport.yaml", "--target", "weibo")
    assert (ran.code, ran.out) == (0, '"miniport.yaml" is not in the bundle of weibo\n')


def test_a_file_that_is_not_there_is_a_mistake(miniport):
    ran = miniport("diff", SIDE / "input" / "app.jss")
    assert (ran.code, ran.out, "there is no" in ran.err) == (2, "", True)


def test_a_file_of_no_project_is_a_mistake(miniport, tmp_path: Path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.js").write_text("")
    ran = miniport("diff", tmp_path / "a.js")
    assert (ran.code, "lies in no project" in ran.err) == (2, True)


def test_settings_that_are_wrong_end_with_2(miniport, project: Path):
    (project / "miniport.yaml").write_text("nam: x")
    assert miniport("diff", project / "app.js").code == 2


def test_lines_that_rise_are_kept():
    assert _rising([0, 22, 1, 2, 0, 5, 3, 4, 0, 4]) == [2, 3, 6, 7]
    assert _rising([]) == []
    assert _rising([0, 0]) == []


def test_empty_lines_meet_each_other():
    source = Source(PurePosixPath("a.js"), "a\n\nb\n")
    made = source.rewritten("x\na\n\nB\n", Origins((0, 2, 4), (0, 0, 2), (0, 2, 3)))
    rows = [(row.left, row.right, row.same) for row in _led_back(made, ("a", "", "b"))]
    assert rows == [(0, 1, False), (1, 2, True), (2, 3, True), (3, 4, False)]
