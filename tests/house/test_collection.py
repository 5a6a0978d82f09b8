"""Every test of the repository is one that the suite runs."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest


def test_no_folder_with_tests_is_passed_by(pytestconfig: pytest.Config, root: Path):
    passed_by = pytestconfig.getini("norecursedirs")
    folders = {path.relative_to(root).parent for path in root.glob("tests/**/test_*.py")}
    names = {name for folder in folders for name in folder.parts}
    assert not [name for name in names if any(fnmatch(name, pattern) for pattern in passed_by)]
