"""Whole projects through the pipeline, as folders of input and expected bundles."""

from pathlib import Path

import pytest

from miniport.diagnostics import Diagnostic
from miniport.pipeline import BuildRequest, build
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.resources import runtime_folder
from miniport.targets.pack import bundled, bundled_names, load_pack
from tests.fixture_folder import FIXTURES, Golden, cases

TOY = FIXTURES / "targets" / "toy"


def targets(case: Path):
    """Return the packs a case is built for."""
    names = told(case / "targets.txt", "alipay").split()
    return tuple(load_pack(TOY) if name == "toy" else bundled()[name] for name in names)


def told(path: Path, default: str) -> str:
    """Return what a case says about itself in a file: its targets, the project's folder in the workspace."""
    return path.read_text("utf-8").strip() if path.exists() else default


def line(found: Diagnostic) -> str:
    place = found.place
    at = f"{place.path}:{place.line}:{place.column}" if place.line else str(place.path)
    target = f" [{found.target}]" if found.target else ""
    return f"{at}: {found.severity} {found.rule.code} {found.rule.name}{target}: {found.message()}\n"


@pytest.mark.parametrize("case", cases("build"))
def test_a_project_becomes_the_expected_bundles(case: Path, golden: Golden):
    workspace = case / "input"
    project = workspace / told(case / "project.txt", ".")
    settings = read_settings(project, bundled_names())
    files = DiskFiles(workspace, project)
    outcome = build(BuildRequest(files, settings.settings, targets(case)))
    found = [*settings.diagnostics, *outcome.diagnostics]
    for built in outcome.targets:
        found += built.diagnostics
    golden.text(case / "expected" / "diagnostics.txt", "".join(map(line, found)))
    ready_made = {path.read_bytes() for path in runtime_folder().rglob("*.js")}
    for built in outcome.targets:
        # The runtime and its licences have tests of their own.
        bundle = (built.bundle or {}).items()
        own = {path: text for path, text in bundle if path.stem not in ("runtime", "NOTICE")}
        own = {path: content for path, content in own.items() if content not in ready_made}
        golden.files(case / "expected" / built.name, own)
