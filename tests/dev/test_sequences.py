"""Random sequences of changes: after each, a rebuild equals a clean build, and so do the findings."""

import shutil
from pathlib import Path

import pytest

from tests.dev.sequences import run


@pytest.mark.parametrize(
    ("example", "seed", "steps", "is_calm"), [("first-steps", 1, 16, False), ("milk-tea", 2, 6, True)]
)
def test_a_rebuild_equals_a_clean_build_after_every_step(root: Path, tmp_path, example, seed, steps, is_calm):
    project = tmp_path / "app"
    shutil.copytree(root / "examples" / example, project, ignore=shutil.ignore_patterns("dist", ".miniport"))
    taken = list(run(project, seed, steps, is_calm=is_calm))
    assert [(step.said, step.differences) for step in taken if step.differences] == []
    assert any(step.is_whole is False for step in taken)
