"""A check that has nothing to do is told once more; one after edits goes on from what the last one made."""

import re
from pathlib import Path

import pytest

from miniport.cli.again import again, before
from miniport.cli.run import run
from tests.cache.resumed import built, differences, plain, steps
from tests.cache.test_again import FILES
from tests.cache.test_resume import EDITS
from tests.dev.sequences import copied
from tests.dev.test_dependencies import CHANGES, write
from tests.dev.test_dependencies import FILES as PARTS

BASELINE = "known/baseline.json"
TIME = re.compile(r'\d+\.\d+ s\b|(?<= time=")\d+\.\d+|(?<="seconds": )[\d.]+')
FORMATS = ("text", "json", "sarif", "github", "junit")


@pytest.fixture
def app(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    # Files of just now are believed, so that what is kept counts at once.
    monkeypatch.setattr("miniport.cache.stamp.SLACK", 0)
    write(tmp_path, dict(FILES))
    return tmp_path / "app"


def check(capsys, *arguments: str) -> tuple[int, str]:
    code = run(["check", *arguments])
    return code, capsys.readouterr().out


def told_again(capsys, *arguments: str) -> tuple[int | None, str]:
    left = before(["check", *arguments])
    code = again(left) if left is not None else None
    return code, capsys.readouterr().out


@pytest.mark.parametrize("form", FORMATS)
def test_a_second_check_tells_what_the_first_did(app, capsys, form):
    arguments = (str(app), "--format", form, "--fail-on", "warning", "--ignore", "MP217")
    code, text = check(capsys, *arguments)
    assert (code, bool(text)) == (1, True)
    again_code, again_text = told_again(capsys, *arguments)
    assert again_code == 1
    assert TIME.sub("", again_text) == TIME.sub("", text)


def with_baseline(app: Path, capsys) -> tuple[str, ...]:
    arguments = (str(app), "--baseline", BASELINE)
    Path(BASELINE).parent.mkdir()
    check(capsys, *arguments, "--update-baseline")
    check(capsys, *arguments)
    assert told_again(capsys, *arguments)[0] == 0
    return arguments


def test_a_baseline_anywhere_counts(app, capsys):
    arguments = with_baseline(app, capsys)
    Path(BASELINE).write_text('{"schema": 1, "findings": []}', "utf-8")
    assert told_again(capsys, *arguments) == (None, "")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_baseline_that_appears_changes_or_goes_is_noticed(app, capsys, command):
    arguments = (command, str(app), "--fail-on", "warning")

    def is_told_again() -> bool:
        left = before(arguments)
        return left is not None and again(left) is not None

    assert (run(arguments), is_told_again()) == (1, True)
    check(capsys, str(app), "--update-baseline")
    assert is_told_again() is False
    assert (run(arguments), is_told_again()) == (0, True)
    (app / "miniport-baseline.json").write_text('{"schema": 1, "findings": []}', "utf-8")
    assert is_told_again() is False
    assert (run(arguments), is_told_again()) == (1, True)
    (app / "miniport-baseline.json").unlink()
    assert is_told_again() is False
    assert run(arguments) == 1


def test_what_a_check_depends_on_besides_a_build_is_noticed(app, capsys):
    arguments = (str(app), "--format", "sarif", "--root", str(app))
    check(capsys, *arguments)
    assert told_again(capsys, *arguments)[0] is not None
    # Paths of SARIF count from the top of the repository, wherever the workspace begins.
    (app.parent / ".git").mkdir()
    assert told_again(capsys, *arguments) == (None, "")


OTHERS = (
    ("--select", "MP2xx"),
    ("--ignore", "MP203"),
    ("--mode", "development"),
    ("--lang", "zh"),
    ("-q",),
)
CHANGED = (
    "pages/a/a.js",
    "miniport.yaml",
    "pages/a/a.weibo.js",
    "pages/b.js",
    ".env",
    "dist/x/.miniport.json",
)


@pytest.mark.parametrize("more", [["--fix"], ["--diff"], ["--update-baseline"], ["--no-cache"]])
def test_what_writes_or_wants_no_cache_is_never_told_again(app, capsys, more):
    check(capsys, str(app), *more)
    assert told_again(capsys, str(app), *more) == (None, "")


@pytest.mark.parametrize("more", OTHERS)
def test_each_option_is_another_check(app, capsys, more):
    check(capsys, str(app))
    assert told_again(capsys, str(app), *more) == (None, "")


@pytest.mark.parametrize("name", CHANGED)
def test_whatever_changes_is_noticed(app, capsys, name):
    check(capsys, str(app))
    assert told_again(capsys, str(app))[0] is not None
    write(app, {name: "{}\n"})
    assert told_again(capsys, str(app)) == (None, "")


def test_a_check_writes_nothing_but_its_cache(app, capsys):
    there = sorted(app.iterdir())
    check(capsys, str(app))
    assert sorted(app.iterdir()) == sorted([*there, app / ".miniport"])


def test_whatever_is_edited_the_findings_are_those_of_a_whole_check(app):
    write(app.parent / "parts", dict(PARTS))
    arguments = ["check", "parts", "--target=alipay", "--target=weibo", "--format=json", "--fail-on=never"]
    wrong = []
    built(arguments)
    for what in EDITS:
        write(app.parent / "parts", CHANGES[what])
        way, code, report = built(arguments)
        _, expected, wanted = built([*arguments, "--no-cache"])
        found = [*differences(plain(report), plain(wanted)), *([] if code == expected else ["exit code"])]
        found += [] if way == "resumed" else ["not resumed"]
        wrong += [f"{what}: {line}" for line in found]
        write(app.parent / "parts", {name: PARTS.get(name) for name in CHANGES[what]})
        built(arguments)
    assert wrong == []


def test_random_edits_are_followed_up(root, tmp_path):
    project = copied(root / "examples" / "first-steps", tmp_path / "app")
    taken = list(steps(project, tmp_path / "clean", 5, 6, is_calm=True, command="check"))
    assert [(step.said, step.differences) for step in taken if step.differences] == []
    assert any(step.way == "resumed" for step in taken)
