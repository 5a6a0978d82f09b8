"""Which pages a file takes part in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.analyze.app import AppFacts, Unit
from miniport.facts import Kind, Link
from miniport.posix import PurePosixPath

PagesOf = Mapping[PurePosixPath, frozenset[str]]
"""The origin of a file -> the pages that need it, as app.json lists them; not what only the app needs."""


def pages_of(facts: AppFacts) -> PagesOf:
    """Return the pages that each file takes part in: as their own, their components' or a module of these."""
    units = {unit.path: unit for unit in facts.components}
    found: dict[PurePosixPath, set[str]] = {}
    for page in facts.pages:
        name = listed_name(page, facts)
        for path in _needed(page, facts, units):
            found.setdefault(path, set()).add(name)
    return {path: frozenset(names) for path, names in found.items()}


def listed_name(page: Unit, facts: AppFacts) -> str:
    """Return a page's path as app.json lists it."""
    base = facts.project.base
    return str(page.path.relative_to(base) if page.path.is_relative_to(base) else page.path)


def _needed(page: Unit, facts: AppFacts, units: Mapping[PurePosixPath, Unit]) -> Iterator[PurePosixPath]:
    """Yield the origins of the files that a page needs, each once."""
    pending, seen = list(_own(page)), set(_own(page))
    drawn = [*page.components.values()]
    known: set[PurePosixPath] = set()

    def also(paths: Iterator[PurePosixPath]) -> None:
        new = [path for path in paths if path not in seen]
        seen.update(new)
        pending.extend(new)

    while pending or drawn:
        if not pending:
            component = units.get(drawn.pop())
            if component is not None and component.path not in known:
                known.add(component.path)
                also(_own(component))
                drawn.extend(component.components.values())
            continue
        file = facts.files.get(pending.pop())
        if file is not None:
            yield file.origin
            also(path for (link, _), path in file.resolved.items() if link is not Link.PAGE)
            tags = file.described.uses if file.described is not None else ()
            drawn.extend(
                facts.app.components[use.written or use.name]
                for use in tags
                if use.kind is Kind.COMPONENT and (use.written or use.name) in facts.app.components
            )


def _own(unit: Unit) -> Iterator[PurePosixPath]:
    yield from filter(None, (unit.script, unit.template, unit.style, unit.config_file))
