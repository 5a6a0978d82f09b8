"""Styles and scripts that need a tool of the project, by the real tool, as folders of input and bundles."""

import shutil
from pathlib import Path

import pytest

from tests.build.case import compare, installed, told
from tests.fixture_folder import Golden, cases


def by_tools(case: Path, golden: Golden, suffixes: tuple[str, ...], project: Path, root: Path) -> None:
    """Build a copy of a case with its tools installed, and compare the files of these kinds."""
    shutil.copytree(case / "input", project)
    installed(project, told(case / "tools.txt", ""), root)
    compare(case, project, golden, lambda path, _: path.suffix in suffixes and path.stem != "runtime")


@pytest.mark.node
@pytest.mark.parametrize("case", cases("styles"))
def test_a_style_language_becomes_plain_style(case: Path, golden: Golden, tmp_path: Path, root: Path):
    by_tools(case, golden, (".acss", ".css"), tmp_path / "app", root)


@pytest.mark.node
@pytest.mark.parametrize("case", cases("scripts"))
def test_a_script_is_lowered_by_the_named_tool(case: Path, golden: Golden, tmp_path: Path, root: Path):
    by_tools(case, golden, (".js",), tmp_path / "app", root)
