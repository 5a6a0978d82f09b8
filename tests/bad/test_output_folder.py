"""A disk that fills up, and several builds into one folder at once."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from miniport.cli.run import run
from tests.bad.row import put
from tests.bad.signals import Stage, output, stage
from tests.bad.stage import TARGETS, build, give, start

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no fork there")
BUILDS = 4


@pytest.fixture(scope="module")
def ready() -> Iterator[Stage]:
    """Return projects that are built and changed since."""
    with stage() as found:
        yield found


@pytest.fixture
def small_disk(ready: Stage) -> Iterator[Path]:
    """Return a project whose output folder is a disk with little room left."""
    project = ready.home / "full" / "app"
    shutil.copytree(ready.home / "changed" / "app", project)
    shutil.move(project / "dist", project / "before")
    (project / "dist").mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=640k,mode=755", "none", str(project / "dist")]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk can be mounted here; tests/unit/test_output.py injects the error at every step")
    shutil.copytree(project / "before", project / "dist", dirs_exist_ok=True)
    shutil.rmtree(project / "before")
    yield project
    subprocess.run(["umount", str(project / "dist")], check=True)


def test_a_full_disk_leaves_the_old_output_and_says_so(ready: Stage, small_disk: Path):
    put(small_disk, {"img/b.png": b"x" * 2_000_000})
    give(small_disk.parent)
    ended = build(small_disk)
    assert ended.code == 2
    assert ended.out.count("error MP338") == len(TARGETS)
    assert output(small_disk) == ready.old
    put(small_disk, {"img/b.png": "png"})
    give(small_disk.parent)
    assert build(small_disk).code == 0
    assert output(small_disk) == ready.new


@pytest.mark.parametrize("time", range(3))
def test_of_builds_at_once_each_writes_the_whole_or_is_refused(ready: Stage, time: int):
    project = ready.home / f"at-once-{time}" / "app"
    shutil.copytree(ready.home / "changed" / "app", project)
    give(project.parent)
    arguments = ["build", *(f"--target={name}" for name in TARGETS)]
    builds = [start(project, lambda: run(arguments), str(number)) for number in range(BUILDS)]
    for ended in [each.end() for each in builds]:
        assert ended.code == (2 if "error MP334" in ended.out else 0), ended
        assert ended.err == ""
    assert output(project) == ready.new
