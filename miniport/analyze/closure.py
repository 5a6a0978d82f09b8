"""The templates that take part in drawing a unit: its own, and what those import and include."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.analyze.app import AppFacts, File, Unit
from miniport.diagnostics import Severity
from miniport.facts import Link
from miniport.posix import PurePosixPath

_LINKS = (Link.TEMPLATE, Link.INCLUDE)


def drawn(unit: Unit, files: Mapping[PurePosixPath, File]) -> tuple[File, ...]:
    """Return the templates of a unit, its own first."""
    found: dict[PurePosixPath, File] = {}
    pending = [unit.template] if unit.template is not None else []
    while pending:
        path = pending.pop()
        file = files.get(path)
        if file is None or path in found or file.described is None:
            continue
        found[path] = file
        pending.extend(target for (link, _), target in file.resolved.items() if link in _LINKS)
    return tuple(found.values())


def is_whole(file: File) -> bool:
    """Tell whether a template was read to its end, and whatever it imports and includes was found."""
    if file.described is None:
        return False
    asked = (each for each in file.described.references if each.link in _LINKS)
    return all((each.link, each.request) in file.resolved for each in asked) and not any(
        finding.rule.severity is Severity.ERROR for finding in file.described.findings
    )


def drawn_by(facts: AppFacts) -> dict[PurePosixPath, tuple[Unit, ...]]:
    """Return, for each template, the pages and components that it takes part in drawing."""
    found: dict[PurePosixPath, tuple[Unit, ...]] = {}
    for unit in (*facts.pages, *facts.components):
        for file in drawn(unit, facts.files):
            found[file.path] = (*found.get(file.path, ()), unit)
    return found
