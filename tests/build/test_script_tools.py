"""Scripts that need a tool of the project, by the real tool, as folders of input and expected bundles."""

import shutil
from pathlib import Path

import pytest

from miniport.pipeline import BuildRequest, build
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled, bundled_names
from tests.build.test_build import line, told
from tests.build.test_styles import installed
from tests.fixture_folder import Golden, cases


@pytest.mark.node
@pytest.mark.parametrize("case", cases("scripts"))
def test_a_script_is_lowered_by_the_named_tool(case: Path, golden: Golden, tmp_path: Path, root: Path):
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
        scripts = {path: text for path, text in bundle if path.suffix == ".js" and path.stem != "runtime"}
        golden.files(case / "expected" / built.name, scripts)
