"""A target that is a folder of data and nothing else, built by the command a user types."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.fixture_folder import FIXTURES, read_files

CASE = FIXTURES / "build" / "another-dialect-by-data-alone"


def test_a_folder_of_data_is_a_target_on_the_command_line(tmp_path: Path, root: Path):
    shutil.copytree(FIXTURES / "targets" / "toy", tmp_path / "toy")
    shutil.copytree(CASE / "input", tmp_path / "app")
    command = [sys.executable, "-P", "-m", "miniport", "build", "app", "--target", "./toy", "--out", "out"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={"PYTHONPATH": str(root), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, ""), done.stdout
    assert "error MP203: there is no <web-view> on toy" in done.stdout
    written = read_files(tmp_path / "out" / "toy")
    assert {path: text for path, text in written.items() if path.name != ".miniport.json"} == read_files(
        CASE / "expected" / "toy"
    )
