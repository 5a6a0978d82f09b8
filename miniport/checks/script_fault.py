"""What a whole check reads in each script of the project: one tree, and every fault that shows in it."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.checks.api_fault import api_faults
from miniport.checks.language_fault import Names, language_faults
from miniport.checks.member_fault import Members, member_faults
from miniport.checks.reading import QUERY, Reading
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic
from miniport.dialect import FileKind
from miniport.syntax.script import Script
from miniport.syntax.tree import captures, parse


def script_faults(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what is wrong in the project's own scripts, file by file."""
    names = Names.of(scene)
    units = {unit.script: unit for unit in scene.facts.units if unit.script is not None}
    for file in scene.own_files():
        tree = file.tree
        if file.kind is not FileKind.SCRIPT or not isinstance(tree, Script) or tree.module.findings:
            continue
        root = parse(tree.text, tree.language)
        if root.has_error:
            continue
        reading = Reading(file, tree, captures(root, QUERY, tree.language))
        reader = scene.facts.project.reader_of(file.path)
        found = [*language_faults(reading, names), *api_faults(reading, reader, scene.pack)]
        unit = units.get(file.path)
        if unit is not None:
            found += member_faults(reading, Members(scene, unit, reader))
        for finding in sorted(found, key=lambda finding: finding.span):
            yield scene.placed(file, finding)
