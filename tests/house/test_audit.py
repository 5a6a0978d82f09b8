"""The table of what is shown where names tests that exist."""

import re
from pathlib import Path


def test_each_line_names_tests_that_exist(root: Path):
    section = (root / "tests" / "runtime" / "shown.md").read_text("utf-8")
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", section)
    lines = [line for line in section.splitlines() if line.startswith("| ")][1:]
    assert [line for line in lines[1:] if "::" not in line] == []
    missing = [
        f"{path}::{name}"
        for path, name in named
        if not (root / "tests" / path).is_file()
        or f"def {name}(" not in (root / "tests" / path).read_text("utf-8")
    ]
    assert missing == []
    assert named
