"""What a project's own pipeline does to its sheets, and a build does not."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Place
from miniport.dialect import FileKind
from miniport.project.style.named import treating


def sheets_treated(scene: Scene) -> Iterator[Diagnostic]:
    """Yield one finding where the project names what treats its sheets behind their language."""
    if not any(file.kind is FileKind.STYLE for file in scene.own_files()):
        return
    project = scene.facts.project
    found = treating(project.config_source.path, project.files)
    if found is not None:
        path, what = found
        arguments = {"found": what}
        yield Diagnostic(rules.SHEETS_TREATED_ELSEWHERE, arguments, Place(path), target=scene.pack.name)
