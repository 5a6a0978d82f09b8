"""Style languages through the pipeline, by the real tools, as folders of input and expected bundles."""

import json
import shutil
from pathlib import Path

import pytest

from miniport.pipeline import BuildRequest, build
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled, bundled_names
from tests.build.test_build import line, told
from tests.fixture_folder import Golden, cases


def installed(project: Path, names: str, root: Path):
    """Install tools into a project: packages that lead to those the runtime's tests have."""
    for name in names.split():
        folder = project / "node_modules" / name
        folder.mkdir(parents=True)
        module = json.dumps(str(root / "miniport/runtime/node_modules" / name))
        (folder / "index.js").write_text(f"module.exports = require({module});\n", "utf-8")


@pytest.mark.node
@pytest.mark.parametrize("case", cases("styles"))
def test_a_style_language_becomes_plain_style(case: Path, golden: Golden, tmp_path: Path, root: Path):
    project = tmp_path / "app"
    shutil.copytree(case / "input", project)
    installed(project, told(case / "tools.txt", ""), root)
    settings = read_settings(project, bundled_names())
    packs = tuple(bundled()[name] for name in told(case / "targets.txt", "alipay").split())
    outcome = build(BuildRequest(DiskFiles(project, project), settings.settings, packs))
    found = [*settings.diagnostics, *outcome.diagnostics]
    found += [item for built in outcome.targets for item in built.diagnostics]
    golden.text(case / "expected" / "diagnostics.txt", "".join(map(line, found)))
    for built in outcome.targets:
        bundle = (built.bundle or {}).items()
        styles = {
            path: text for path, text in bundle if path.suffix in (".acss", ".css") and path.stem != "runtime"
        }
        golden.files(case / "expected" / built.name, styles)
