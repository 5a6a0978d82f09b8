"""Findings that are known: suppressed by comments and settings, or listed in a baseline."""

import json
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from miniport.cache.inputs import Changes
from miniport.cli.known import new_only_of
from miniport.dev.rebuild import Wanted, WarmProject
from miniport.diagnostics import Diagnostic, Place
from miniport.output.replace import Changed, replace_files
from miniport.posix import PurePosixPath
from miniport.report.fingerprint import fingerprint
from miniport.report.line import plain
from miniport.report.text import report_lines
from miniport.targets.pack import bundled_pack
from tests.cli.conftest import ERROR, NOTE, finding
from tests.cli.test_build import BLOCKING
from tests.cli.test_check import FOLDER, VARYING, examined

SUPPRESSED = FOLDER.with_name("suppressed")


def test_comments_and_settings_suppress_and_are_told_where_they_do_not(golden):
    # MP320, MP321, MP322, MP323
    report = examined(SUPPRESSED / "input")
    for language in ("en", "zh"):
        told = plain(report_lines(report, language, 1))
        golden.text(SUPPRESSED / "expected" / f"text.{language}.txt", VARYING.sub("N", told))


@pytest.fixture
def suppressed(tmp_path: Path) -> Path:
    """Return a copy: what is built or checked gets a cache beside it."""
    return Path(copytree(SUPPRESSED / "input", tmp_path / "suppressed"))


def test_unused_suppressions_are_told_only_where_everything_was_looked_at(miniport, suppressed):
    usual = miniport("check", suppressed).out
    assert "MP320" in usual
    for options in (("--target", "weibo"), ("--mode", "development")):
        assert "MP320" not in miniport("check", suppressed, *options).out


def test_a_build_suppresses_too(miniport, suppressed, tmp_path):
    ran = miniport("build", suppressed, "--out", tmp_path / "out")
    assert ("my.oldest" in ran.out, "are suppressed" in ran.out) == (False, True)


def test_rules_in_settings_are_names_that_exist(miniport, project):
    (project / "miniport.yaml").write_text("check: {ignore: [MP999], perPath: {'a/**': [unknown-apis]}}")
    ran = miniport("check")
    assert ran.code == 2
    assert 'MP303: "check.ignore[0]": there is no rule "MP999"' in ran.out
    assert 'did you mean "unknown-api"?' in ran.out


@pytest.fixture
def found(pipeline, monkeypatch):
    """Return the stand-in for the pipeline, with three findings that look alike and one that blocks."""
    monkeypatch.setattr("miniport.cli.examine.build", pipeline)
    pipeline.diagnostics["web"] = (finding(ERROR, line=1), finding(ERROR, line=5), finding(NOTE))
    return pipeline


def check(miniport, *options):
    return miniport("check", "--target", "web", *options)


def test_what_a_baseline_lists_is_told_no_more(miniport, project, found):
    assert check(miniport).code == 1
    written = check(miniport, "--update-baseline")
    assert (written.code, "2 more are known from the baseline" in written.out) == (0, True)
    assert "wrote miniport-baseline.json: check, build, dev and pack read it from now on" in written.out
    unasked = check(miniport)
    assert (unasked.code, "2 more are known from the baseline" in unasked.out) == (0, True)
    known = check(miniport, "--baseline", "miniport-baseline.json")
    assert (known.code, "MP203" in known.out) == (0, False)
    (project / "miniport.yaml").write_text("check: {baseline: miniport-baseline.json}")
    assert check(miniport).code == 0
    (entry,) = json.loads((project / "miniport-baseline.json").read_text())["findings"]
    assert entry == {
        "code": "MP203",
        "path": "pages/a.axml",
        "text": "<map/>",
        "targets": {"web": 2},
        "fingerprint": fingerprint(finding(ERROR)),
    }


def test_a_build_tells_no_more_of_what_a_baseline_lists(miniport, project, found):
    assert miniport("build", "--target", "web").code == 1
    check(miniport, "--update-baseline")
    built = miniport("build", "--target", "web")
    assert (built.code, "MP203" in built.out, "known from the baseline" in built.out) == (0, False, True)
    (project / "miniport-baseline.json").write_text('{"schema": 1, "findings": []}')
    assert miniport("build", "--target", "web").code == 1
    (project / "miniport-baseline.json").unlink()
    assert miniport("build", "--target", "web").code == 1


def test_lines_that_move_stay_known_and_one_more_is_new(miniport, project, found):
    check(miniport, "--update-baseline")
    found.diagnostics["web"] = tuple(finding(ERROR, line=line) for line in (101, 105))
    assert check(miniport, "--baseline", "miniport-baseline.json").code == 0
    found.diagnostics["web"] = tuple(finding(ERROR, line=line) for line in (101, 105, 110))
    ran = check(miniport, "--baseline", "miniport-baseline.json")
    assert (ran.code, "pages/a.axml:110:1: error MP203" in ran.out) == (1, True)


def test_findings_that_are_gone_are_counted(miniport, project, found):
    check(miniport, "--update-baseline")
    found.diagnostics["web"] = (finding(ERROR),)
    ran = check(miniport, "--baseline", "miniport-baseline.json", "-v")
    assert (ran.code, "MP325: findings of the baseline that occur no more: 1" in ran.out) == (0, True)


def test_what_stops_a_build_is_never_known(miniport, project, found):
    found.diagnostics["web"] = (finding(BLOCKING),)
    assert check(miniport, "--update-baseline").code == 1


def test_a_baseline_of_another_name_is_read_where_something_names_it(miniport, project, found):
    written = check(miniport, "--update-baseline", "--baseline", "known.json")
    assert 'or set "check.baseline: known.json" in miniport.yaml' in written.out
    assert check(miniport).code == 1
    (project / "miniport.yaml").write_text("check: {baseline: known.json}")
    assert check(miniport).code == 0
    again = check(miniport, "--update-baseline")
    assert "wrote known.json: check, build, dev and pack read it from now on" in again.out
    # The one of the usual name stands no more for what is known.
    (project / "miniport-baseline.json").write_text("{}")
    assert check(miniport).code == 0


def test_other_targets_stay_in_a_baseline(miniport, project, found):
    check(miniport, "--update-baseline")
    found.diagnostics["alipay"] = (finding(ERROR, "pages/b.axml"),)
    miniport("check", "--target", "alipay", "--update-baseline")
    rows = json.loads((project / "miniport-baseline.json").read_text())["findings"]
    assert [(row["path"], row["targets"]) for row in rows] == [
        ("pages/a.axml", {"web": 2}),
        ("pages/b.axml", {"alipay": 1}),
    ]


@pytest.mark.parametrize("text", ["{", "[]", '{"schema": 2}', '{"schema": 1, "findings": [{}]}', b"\xff"])
def test_a_baseline_of_another_shape_is_refused(miniport, project, found, text):
    (project / "b.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    ran = check(miniport, "--baseline", "b.json")
    assert (ran.code, "MP324" in ran.out) == (2, True)
    assert check(miniport, "--baseline", "b.json", "--update-baseline").code == 0


def test_a_baseline_that_is_not_there_is_a_mistake(miniport, project, found):
    ran = check(miniport, "--baseline", "b.json")
    assert (ran.code, ran.err.splitlines()[0]) == (2, 'error: there is no baseline "b.json"')


def at(line: int, column: int, text: str, **arguments: str) -> Diagnostic:
    place = Place(PurePosixPath("a.js"), line, column, line, column + 3, text)
    return Diagnostic(ERROR, {"name": "map", **arguments}, place)


def test_a_fingerprint_follows_the_text_and_not_the_line():
    one = fingerprint(at(1, 5, "    abc(); abc();"))
    assert fingerprint(at(9, 3, "  abc();  abc();", note_en="said otherwise")) == one
    assert fingerprint(at(1, 12, "    abc(); abd();")) != one
    assert fingerprint(replace(at(1, 5, "    abc(); abc();"), rule=NOTE)) != one
    whole = Place(PurePosixPath("a.js"))
    assert fingerprint(replace(at(1, 1, "x"), place=whole)) != fingerprint(
        replace(at(1, 1, "x", name="b"), place=whole)
    )


def test_files_are_replaced_all_or_none(tmp_path: Path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1")
    two.write_text("2")
    two.chmod(0o640)
    with pytest.raises(Changed):
        replace_files({one: b"a", two: b"b"}, {one: b"1", two: b"other"})
    assert (one.read_text(), two.read_text(), len(list(tmp_path.iterdir()))) == ("1", "2", 2)
    replace_files({one: b"a", two: b"b"}, {one: b"1", two: b"2"})
    assert (one.read_text(), two.read_text(), len(list(tmp_path.iterdir()))) == ("a", "b", 2)
    assert two.stat().st_mode & 0o777 == 0o640


def test_dev_tells_no_more_of_what_a_baseline_lists(tmp_path: Path):
    files = {
        "app.json": '{"pages": ["pages/a/a"]}',
        "app.js": "App({});",
        "pages/a/a.axml": "<veiw />",
        "pages/a/a.js": "Page({});",
        "miniport.yaml": "check: {baseline: known.json}",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    packs = (bundled_pack("alipay"),)
    wanted = Wanted(tmp_path, lambda: packs, lambda target: tmp_path / "dist" / target)
    warm = WarmProject(wanted)
    rebuilt = warm.rebuild(Changes())
    warm.close()
    (found,) = (each for each in rebuilt.shown() if each.rule.code == "MP230")
    assert "MP230" in {each.rule.code for each in new_only_of(rebuilt, wanted).shown()}
    entry = {"code": "MP230", "path": "pages/a/a.axml", "text": "", "targets": {"alipay": 1}}
    known = {"schema": 1, "findings": [{**entry, "fingerprint": fingerprint(found)}]}
    (tmp_path / "known.json").write_text(json.dumps(known), "utf-8")
    assert "MP230" not in {each.rule.code for each in new_only_of(rebuilt, wanted).shown()}
