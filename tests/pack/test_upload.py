"""`--run-upload`: told first, done where asked, and nothing secret on the way."""

import os
from pathlib import Path

import pytest

from tests.bad.row import put

SETTINGS = "name: tea\nversion: '1.0'\ntargets: {alipay: {appId: '2021'}, weibo: {appId: 'abcd1234'}}\n"
BOTH = ("--target", "alipay", "--target", "weibo")


def test_the_commands_are_told_and_not_run(miniport, project: Path, tmp_path: Path, monkeypatch):
    put(project, {"miniport.yaml": SETTINGS})
    monkeypatch.setenv("PATH", "")
    ran = miniport("pack", project, *BOTH, "--out", tmp_path, "--run-upload")
    assert ran.code == 0
    assert "minidev upload --app-id 2021 --project" in ran.err and "--version 1.0" in ran.err
    assert "npm install --global minidev" in ran.err and "weibo: no program" in ran.err


def test_without_an_id_or_a_program_nothing_is_run(miniport, project: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert miniport("pack", project, "--target", "alipay", "--out", tmp_path, "--run-upload", "run").code == 1
    put(project, {"miniport.yaml": SETTINGS})
    ran = miniport("pack", project, "--target", "alipay", "--out", tmp_path, "--force", "--run-upload", "run")
    assert (ran.code, "not installed" in ran.err) == (1, True)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.parametrize("code", [0, 3])
def test_the_program_gets_the_unpacked_archive(
    miniport, project: Path, tmp_path: Path, monkeypatch, code: int
):
    put(project, {"miniport.yaml": SETTINGS})
    program = tmp_path / "bin" / "minidev"
    said = f'echo "$@" > "{tmp_path}/said"\nls "$5" > "{tmp_path}/had"\nexit {code}'
    put(tmp_path, {"bin/minidev": f"#!/bin/sh\n{said}\n"})
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    ran = miniport("pack", project, "--target", "alipay", "--out", tmp_path / "o", "--run-upload", "run")
    assert ran.code == min(code, 1)
    assert (tmp_path / "said").read_text().startswith("upload --app-id 2021 --project ")
    assert {"app.js", "app.json", "mini.project.json"} <= set((tmp_path / "had").read_text().split())
