"""Whole projects through the pipeline, as folders of input and expected bundles."""

from pathlib import Path

import pytest

from miniport.posix import PurePosixPath
from miniport.resources import runtime_folder
from tests.build.case import compare
from tests.fixture_folder import Golden, cases


@pytest.mark.parametrize("case", cases("build"))
def test_a_project_becomes_the_expected_bundles(case: Path, golden: Golden):
    ready_made = {path.read_bytes() for path in runtime_folder().rglob("*.js")}

    def is_own(path: PurePosixPath, content: bytes) -> bool:
        # The runtime and its licences have tests of their own.
        return path.stem not in ("runtime", "NOTICE") and content not in ready_made

    compare(case, case / "input", golden, is_own)
