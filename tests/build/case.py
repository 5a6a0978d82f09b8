"""A case of the build: its project through the pipeline, compared with the bundles that it expects."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from miniport.diagnostics import Diagnostic
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled, bundled_names, load_pack
from tests.fixture_folder import FIXTURES, Golden

TOY = FIXTURES / "targets" / "toy"


def compare(
    case: Path, workspace: Path, golden: Golden, is_compared: Callable[[PurePosixPath, bytes], bool]
) -> None:
    """Build the project of a case, which lies in `workspace`; compare what is told and what is written."""
    __tracebackhide__ = True
    project = workspace / told(case / "project.txt", ".")
    settings = read_settings(project, bundled_names())
    outcome = build(BuildRequest(DiskFiles(workspace, project), settings.settings, targets(case)))
    found = [*settings.diagnostics, *outcome.diagnostics]
    for built in outcome.targets:
        found += built.diagnostics
    golden.text(case / "expected" / "diagnostics.txt", "".join(map(line, found)))
    for built in outcome.targets:
        bundle = (built.bundle or {}).items()
        golden.files(
            case / "expected" / built.name,
            {path: content for path, content in bundle if is_compared(path, content)},
        )


def targets(case: Path):
    """Return the packs a case is built for."""
    names = told(case / "targets.txt", "alipay").split()
    return tuple(load_pack(TOY) if name == "toy" else bundled()[name] for name in names)


def told(path: Path, default: str) -> str:
    """Return what a case says about itself in a file: its targets, the project's folder in the workspace."""
    return path.read_text("utf-8").strip() if path.exists() else default


def line(found: Diagnostic) -> str:
    """Return a finding as a line of diagnostics.txt."""
    place = found.place
    at = f"{place.path}:{place.line}:{place.column}" if place.line else str(place.path)
    target = f" [{found.target}]" if found.target else ""
    return f"{at}: {found.severity} {found.rule.code} {found.rule.name}{target}: {found.message()}\n"


def installed(project: Path, names: str, root: Path) -> None:
    """Install tools into a project: packages that lead to those the runtime's tests have."""
    for name in names.split():
        folder = project / "node_modules" / name
        folder.mkdir(parents=True)
        module = json.dumps(str(root / "miniport/runtime/node_modules" / name))
        (folder / "index.js").write_text(f"module.exports = require({module});\n", "utf-8")
