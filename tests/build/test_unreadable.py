"""Files that are there and cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from miniport import rules
from tests.build.projects import APP, built, write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no named pipes there")


@pytest.mark.parametrize("name", ["util.js", "node_modules/kit/package.json"])
def test_a_pipe_is_no_file(tmp_path: Path, name: str):
    project = write(tmp_path, APP | {"app.js": "require('./util');\nrequire('kit/a');\nApp({});\n"})
    write(project, {"node_modules/kit/a.js": "1;\n", "util.js": "1;\n"})
    (project / name).unlink(missing_ok=True)
    os.mkfifo(project / name)
    (target,) = built(project).targets
    found = [each for each in target.diagnostics if each.rule is rules.UNREADABLE_FILE]
    assert [str(each.place.path) for each in found] == [name]
    assert target.bundle is None
