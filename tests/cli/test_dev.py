"""What `miniport dev` tells in the terminal: each finding once, and what is gone."""

import json
import re
from pathlib import Path

import pytest

from miniport.cache.inputs import Changes
from miniport.cli.dev import Told
from miniport.dev.rebuild import Wanted, WarmProject
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


def test_a_save_tells_what_is_new_and_what_is_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    project = tmp_path / "app"
    for name, text in FILES.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, "utf-8")
    warm = WarmProject(
        Wanted(project, lambda: (bundled_pack("weibo"),), lambda target: project / "dist" / target)
    )
    told = Told("en")

    def saved(text: str | None = None) -> str:
        if text is not None:
            (project / PAGE).write_text(text, "utf-8")
        told.tell(warm.rebuild(Changes(frozenset({PurePosixPath(PAGE)}) if text else frozenset())))
        return capsys.readouterr().out

    first = saved()
    assert (first.count("MP206"), "as before" in first) == (2, False)
    # Two lines down, the same finding is no other.
    moved = saved("\n\n<view wiht='1' />\n<view colour='2' />\n")
    assert ("MP206" in moved, "as before" in moved) == (False, False)
    assert ["miniport check finds more" in each for each in (first, moved)] == [True, False]
    more = saved("<view wiht='1' />\n<view colour='2' />\n<view hieght='3' />\n")
    assert (more.count("MP206"), "findings as before: 3; gone: 0" in more) == (1, True)
    assert "weibo: 1 file written" in more
    less = saved("<view wiht='1' />\n")
    assert ("MP206" in less, "findings as before: 2; gone: 2" in less) == (False, True)
    # A build that is broken finds less, which mends nothing.
    broken = saved("<import src='./no.axml' />\n<view wiht='1' />\n")
    assert ("no.axml" in broken, "gone: 0" in broken, "not written" in broken) == (True, True, True)
    mended = saved("<view wiht='1' />\n")
    assert ("MP206" in mended, "findings as before: 2; gone: 1" in mended) == (False, True)
