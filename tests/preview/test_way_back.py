"""Where the places that a running app names lie among the user's files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from miniport.dev.shown import Shown, shown, shown_in
from miniport.output import KnownFolder
from miniport.pipeline import BuildRequest, Built, build
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.project.settings import Settings
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
    project, settings, made = built(tmp_path, target, way, maps)
    assert made.bundle is not None and made.facts is not None
    found = shown(made.bundle, settings, bundled_pack(target), made.facts)
    assert found is not None
    assert scripts(found) == {*MODULES, "src/utils/twice.ts", "shared/half.js"}


@pytest.mark.parametrize("maps", ["none", "file"])
@pytest.mark.parametrize("target", TARGETS)
def test_a_bundle_that_was_built_before_leads_there_by_what_its_project_is_now(
    tmp_path: Path, target: str, maps: str
):
    project, settings, made = built(tmp_path, target, "by the settings", maps)
    assert made.bundle is not None
    KnownFolder(project / "dist" / target).write(made.bundle)
    (found,) = shown_in(project / "dist", settings, project)
    assert scripts(found) == {*MODULES, "src/utils/twice.ts", "shared/half.js"}
    # Where the project is no longer there, what the bundle itself calls them is all that is known.
    (found,) = shown_in(project / "dist", settings, tmp_path / "elsewhere")
    assert scripts(found)


def built(tmp_path: Path, target: str, way: str, maps: str) -> tuple[Path, Settings, Built]:
    """Build an app in a folder of its own; return the project, its settings and what was made."""
    own = {f"src/{path}": text for path, text in APP.items() if path != SETTINGS}
    del own["src/utils/twice.js"]
    own["src/utils/twice.ts"] = 'import { half } from "../../shared/half";\n' + TYPED
    own["shared/half.js"] = "export const half = (number) => number / 2;\n"
    project = write(tmp_path, {**own, **BELOW[way]})
    settings = replace(read_settings(project, bundled_names()).settings, source_maps=maps)
    (made,) = build(BuildRequest(DiskFiles(project, project), settings, (bundled_pack(target),))).targets
    return project, settings, made


def scripts(found: Shown) -> set[str]:
    """Return the scripts that a frame's places lead to."""
    told = json.loads(found.places())
    names = told["sources"] if "sources" in told else [path for _, path in told["lines"]]
    return {name for name in names if name.endswith((".js", ".ts"))}
