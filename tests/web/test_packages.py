"""Packages of every shape do in a bundle for web what they do in Node."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled, bundled_names
from tests.fixture_folder import FIXTURES, Golden
from tests.web.module_bundle import node_log, registry

CASE = FIXTURES / "packages" / "every-shape"
ENTRY = "shapes.js"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the project as a package manager leaves it: with links to a store and to a workspace."""
    project = tmp_path / "project"
    shutil.copytree(CASE / "input", project)
    for line in (CASE / "links.txt").read_text("utf-8").splitlines():
        place, to = line.split()
        (project / place).symlink_to(project / to, target_is_directory=True)
    return project


def test_packages_print_in_node_what_is_expected(project: Path, node: str, golden: Golden):
    command = [node, "--no-warnings", "--conditions=browser", ENTRY]
    done = subprocess.run(
        command, cwd=project, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    golden.text(CASE / "expected" / "log.txt", done.stdout + done.stderr)


def test_bundled_packages_print_the_same(project: Path, node: str, tmp_path: Path):
    settings = read_settings(project, bundled_names())
    outcome = build(BuildRequest(DiskFiles(project, project), settings.settings, (bundled()["web"],)))
    (built,) = outcome.targets
    assert [found.rule.name for found in built.diagnostics] == ["package-entry-gone"]
    assert built.bundle is not None
    script = tmp_path / "app.cjs"
    script.write_text(_runnable(built.bundle[PurePosixPath("app.js")].decode()), "utf-8", newline="")
    assert node_log(node, script) == (CASE / "expected" / "log.txt").read_text("utf-8")


def _runnable(app: str) -> str:
    """Return an app's script so that Node runs the entry's modules and starts no page."""
    frame = (Path(__file__).parent / "run_app.js").read_text("utf-8")
    return frame.replace("/* registry */", registry()).replace("/* app */", app)
