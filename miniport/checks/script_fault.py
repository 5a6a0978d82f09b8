"""What a whole check reads in each script of the project: one tree, and every fault that shows in it."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.analyze.app import UnitKind
from miniport.checks.answer import Asked
from miniport.checks.api_fault import api_faults
from miniport.checks.app_fault import AppMembers, app_faults, early_app, event_faults, foreign_members, twice
from miniport.checks.cycle_fault import cycle_faults
from miniport.checks.data_fault import data_faults
from miniport.checks.early_read import early_reads
from miniport.checks.language_fault import Names, language_faults
from miniport.checks.member_fault import Members, member_faults, methods_of
from miniport.checks.reading import QUERY, Reading, is_said
from miniport.checks.result_fault import picture_faults, result_faults
from miniport.checks.scene import Scene
from miniport.checks.value_kind import kind_faults
from miniport.diagnostics import Diagnostic, Finding
from miniport.dialect import FileKind
from miniport.syntax.script_tree import Script
from miniport.syntax.tree import captures, parse


def script_faults(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what is wrong in the project's own scripts, file by file."""
    names = Names.of(scene)
    app = AppMembers.of(scene)
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
        found += kind_faults(reading, Asked(reading, reader, scene.pack))
        found += [*app_faults(reading, app), *picture_faults(reading, scene), *early_reads(reading, root)]
        unit = units.get(file.path)
        if unit is not None:
            found += _of_unit(reading, Members(scene, unit, reader))
        for finding in sorted(found, key=lambda finding: finding.span):
            if is_said(root, finding.span):
                yield scene.placed(file, finding)


def _of_unit(reading: Reading, members: Members) -> Iterator[Finding]:
    """Yield the faults of a page, a component or the app in its own script."""
    yield from member_faults(reading, members)
    yield from data_faults(reading, members)
    methods = methods_of(reading, members.unit)
    yield from cycle_faults(reading, members, methods)
    yield from twice(reading, members.unit)
    yield from foreign_members(reading, members, methods)
    if members.unit.kind is UnitKind.APP:
        yield from early_app(reading)
    else:
        yield from event_faults(reading, members, methods)
        yield from result_faults(reading, members, methods)
