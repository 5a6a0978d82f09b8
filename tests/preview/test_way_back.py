"""Where the places that a running app names lie among the user's files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from miniport.dev.shown import shown
from miniport.pipeline import BuildRequest, build
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled_names, bundled_pack
from tests.build.projects import write
from tests.preview.app import APP
from tests.preview.served import TARGETS

SETTINGS = "miniport.yaml"
BELOW = {
    "by the settings": {SETTINGS: APP[SETTINGS] + "source: src\n"},
    "by the project file": {SETTINGS: APP[SETTINGS], "mini.project.json": '{"miniprogramRoot": "src"}'},
}
MODULES = {"src/app.js", "src/components/note/note.js", "src/pages/home/home.js", "src/pages/next/next.js"}
"""Those that are there as they were written, beside one in TypeScript and one outside the app's folder."""
TYPED = "export const twice = (number: number): number => half(number) * 4;\n"


@pytest.mark.parametrize("maps", ["none", "file"])
@pytest.mark.parametrize("way", BELOW)
@pytest.mark.parametrize("target", TARGETS)
def test_the_modules_of_an_app_in_a_folder_lead_to_the_files_there(
    tmp_path: Path, target: str, way: str, maps: str
):
    own = {f"src/{path}": text for path, text in APP.items() if path != SETTINGS}
    del own["src/utils/twice.js"]
    own["src/utils/twice.ts"] = 'import { half } from "../../shared/half";\n' + TYPED
    own["shared/half.js"] = "export const half = (number) => number / 2;\n"
    project = write(tmp_path, {**own, **BELOW[way]})
    settings = replace(read_settings(project, bundled_names()).settings, source_maps=maps)
    pack = bundled_pack(target)
    (made,) = build(BuildRequest(DiskFiles(project, project), settings, (pack,))).targets
    assert made.bundle is not None
    found = shown(made.bundle, settings, pack, made.facts)
    assert found is not None
    told = json.loads(found.places())
    names = told["sources"] if "sources" in told else [path for _, path in told["lines"]]
    scripts = {name for name in names if name.endswith((".js", ".ts"))}
    assert scripts == {*MODULES, "src/utils/twice.ts", "shared/half.js"}
