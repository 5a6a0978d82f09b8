"""What `miniport dev` tells in the terminal: each finding once, and what is gone."""

import json
import os
import re
from contextlib import ExitStack
from pathlib import Path

import pytest

from miniport.cache.inputs import Changes
from miniport.cli.dev import look_around
from miniport.cli.news import Told
from miniport.dev.rebuild import Wanted, WarmProject
from miniport.dev.running import running
from miniport.posix import PurePosixPath
from miniport.report.text import MOST_CAUSES
from miniport.targets.pack import bundled_pack
from tests.build.projects import write

PAGE = "pages/a/a.axml"
FILES = {
    "app.json": '{"pages": ["pages/a/a"]}',
    "app.js": "App({});\n",
    "pages/a/a.js": "Page({});\n",
    PAGE: "<view wiht='1' />\n<view colour='2' />\n",
}


def test_errors_come_first_long_lists_are_cut_and_the_address_comes_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    project = tmp_path / "app"
    pages = [f"pages/p{number}/p" for number in range(MOST_CAUSES + 2)]
    files = {"app.json": json.dumps({"pages": pages}), "app.js": "App({});\n"}
    for number, page in enumerate(pages):
        files |= {f"{page}.js": "Page({});\n", f"{page}.axml": f"<view wiht{number}='1' />\n"}
    # By its name it would come last.
    files[f"{pages[9]}.axml"] = "<view>{{a +}}</view>\n"
    write(project, files)
    wanted = Wanted(project, lambda: (bundled_pack("weibo"),), lambda target: project / "dist" / target)
    Told("en", "http://127.0.0.1:1/").tell(WarmProject(wanted).rebuild(Changes()))
    *lines, last = capsys.readouterr().out.splitlines()
    levels = [found[1] for line in lines if (found := re.match(r"\S+: (error|warning) MP", line))]
    assert levels == ["error"] + ["warning"] * (MOST_CAUSES - 1)
    assert [line for line in lines if re.match(r"\d+ more: on the page under Findings", line)] != []
    assert last.startswith("preview: http://127.0.0.1:1/ ")


class Saves:
    """A project that is built again at each save, for one or several targets, and what is told of it."""

    def __init__(self, project: Path, capsys: pytest.CaptureFixture[str], *targets: str) -> None:
        self.project = write(project, FILES)
        self.capsys = capsys
        packs = tuple(map(bundled_pack, targets))
        self.warm = WarmProject(Wanted(self.project, lambda: packs, lambda target: project / "dist" / target))
        self.told = Told("en")

    def __call__(self, **files: str) -> str:
        named = {
            {"a": PAGE, "js": "pages/a/a.js", "app": "app.json"}[key]: text for key, text in files.items()
        }
        write(self.project, named)
        self.told.tell(self.warm.rebuild(Changes(frozenset(map(PurePosixPath, named)))))
        return self.capsys.readouterr().out


def test_a_save_tells_what_is_new_and_what_is_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    saved = Saves(tmp_path / "app", capsys, "weibo")
    first = saved()
    assert (first.count("MP206"), "as before" in first) == (2, False)
    # Two lines down, the same finding is no other.
    moved = saved(a="\n\n<view wiht='1' />\n<view colour='2' />\n")
    assert ("MP206" in moved, "as before" in moved) == (False, False)
    assert ["miniport check finds more" in each for each in (first, moved)] == [True, False]
    more = saved(a="<view wiht='1' />\n<view colour='2' />\n<view hieght='3' />\n")
    assert (more.count("MP206"), "as before: 2 warnings (2 places); gone: none\n" in more) == (1, True)
    assert "weibo: 1 file written" in more
    less = saved(a="<view wiht='1' />\n")
    known = "as before: 1 warning (1 place); gone: 2 warnings (2 places)\n"
    assert ("MP206" in less, known in less) == (False, True)
    # A build that is broken finds less, which mends nothing.
    broken = saved(a="<import src='./no.axml' />\n<view wiht='1' />\n")
    assert ("no.axml" in broken, "gone: none" in broken, "not written" in broken) == (True, True, True)
    mended = saved(a="<view wiht='1' />\n")
    known = "as before: 1 warning (1 place); gone: 1 error (1 place)\n"
    assert ("MP206" in mended, known in mended) == (False, True)


def test_a_finding_counts_once_however_many_targets_have_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    saved = Saves(tmp_path / "app", capsys, "alipay", "weibo")
    saved(a="<view />\n")
    missing = "<import src='./no.axml' />\n"
    broken = saved(a=missing * 3)
    assert (broken.count(": error MP"), "(3 places)" in broken) == (1, True)
    assert "gone: 1 error (3 places)\n" in saved(a="<view />\n")


def test_errors_that_still_keep_an_output_back_are_told_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    saved = Saves(tmp_path / "app", capsys, "alipay", "weibo")
    saved(a="<view />\n")
    saved(a="<import src='./no.axml' />\n", js="import './gone';\nPage({});\n")
    one = saved(js="Page({});\n")
    assert re.findall(r"^(\S+): error", one, re.MULTILINE) == [f"{PAGE}:1:14"]
    assert "as before: 2 errors" not in one
    assert "[alipay, weibo]\n" in one
    assert "gone: 1 error (1 place)\n" in one
    assert one.count("not written") == 2
    # Nothing is said to be gone that a new error may hide.
    hidden = saved(app="{")
    assert "gone: none" in hidden or "gone" not in hidden
    shown = saved(app=FILES["app.json"])
    assert re.findall(r"^(\S+): error", shown, re.MULTILINE) == [f"{PAGE}:1:14"]
    assert "gone: 1 error (1 place)\n" in shown


def test_what_the_folder_holds_already_is_not_called_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    Saves(tmp_path / "app", capsys, "weibo")()
    again = Saves(tmp_path / "app", capsys, "weibo")
    assert "weibo: nothing to write, " in again()
    assert "weibo: 1 file written, " in again(a="<view />\n")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "writes the same output"), ("zh", "写入相同的输出目录")]
)
def test_a_second_one_on_the_same_output_is_told_of_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, said: str
):
    project = write(tmp_path / "app", FILES)

    def told(*targets: str) -> str:
        packs = tuple(map(bundled_pack, targets))
        with ExitStack() as open_:
            order = Wanted(project, lambda: packs, lambda target: project / "dist" / target)
            look_around(open_, order, "", language)
            return capsys.readouterr().err

    assert told("weibo") == ""
    with running(project, [project / "dist" / "weibo"], "http://127.0.0.1:1/"):
        line = told("alipay", "weibo")
        assert line.count("\n") == 1
        assert all(each in line for each in (said, str(os.getpid()), "http://127.0.0.1:1/"))
        assert told("alipay") == ""
        # One that was killed takes its word away with it.
        (lock,) = (project / ".miniport").glob("dev-*.lock")
        lock.write_text(json.dumps({**json.loads(lock.read_text("utf-8")), "born": "0"}), "utf-8")
        assert told("weibo") == ""
    assert list((project / ".miniport").glob("dev-*.lock")) == []
