"""Whole projects through the pipeline, as folders of input and expected bundles."""

from pathlib import Path

import pytest

from miniport.diagnostics import Diagnostic
from miniport.pipeline import BuildRequest, build
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled, bundled_names, load_pack
from tests.fixture_folder import FIXTURES, Golden, cases

TOY = FIXTURES / "targets" / "toy"


def targets(case: Path):
    """Return the packs a case is built for: those it has expectations for, alipay where there are none."""
    listed = case / "targets.txt"
    names = listed.read_text().split() if listed.exists() else ["alipay"]
    return tuple(load_pack(TOY) if name == "toy" else bundled()[name] for name in names)


def line(found: Diagnostic) -> str:
    place = found.place
    at = f"{place.path}:{place.line}:{place.column}" if place.line else str(place.path)
    target = f" [{found.target}]" if found.target else ""
    return f"{at}: {found.severity} {found.rule.code} {found.rule.name}{target}: {found.message()}\n"


@pytest.mark.parametrize("case", cases("build"))
def test_a_project_becomes_the_expected_bundles(case: Path, golden: Golden):
    project = case / "input"
    settings = read_settings(project, bundled_names())
    files = DiskFiles(project, project)
    outcome = build(BuildRequest(files, settings.settings, targets(case)))
    found = [*settings.diagnostics, *outcome.diagnostics]
    for built in outcome.targets:
        found += built.diagnostics
    golden.text(case / "expected" / "diagnostics.txt", "".join(map(line, found)))
    for built in outcome.targets:
        golden.files(case / "expected" / built.name, built.bundle or {})
