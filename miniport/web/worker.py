"""The modules of workers: what runs beside the page, and what of it the page has no use for."""

from __future__ import annotations

from collections.abc import Iterable

from miniport import resources
from miniport.analyze.app import AppFacts, Unit
from miniport.facts import Link
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.source import Source
from miniport.web.template import module_id

SCRIPT = PurePosixPath("workers.js")
RUNTIME = PurePosixPath("runtime-worker.js")
_BEGIN = f'self.importScripts && importScripts("{RUNTIME}");\n'
_END = "miniport.work && miniport.work();\n"


@frozen
class Threads:
    """Which modules stand where: `beside` are those of workers, `apart` those of them that no page needs."""

    beside: frozenset[PurePosixPath] = frozenset()
    apart: frozenset[PurePosixPath] = frozenset()


def threads(facts: AppFacts) -> Threads:
    """Return where the modules of an app run; workers that nothing of the app lists bring none."""
    if not facts.workers:
        return Threads()
    beside = _closure(facts, facts.workers)
    own = (path for unit in facts.units for path in _own(unit))
    needed = _closure(facts, (*own, *facts.adapters.values(), *_asked_for(facts, beside)))
    return Threads(beside, beside - needed)


def worker_script(parts: Iterable[Source]) -> tuple[Source, ...]:
    """Return the script of all workers in pieces: the modules between what a thread begins and ends with.

    A page that runs the code of workers itself reads the same file, and has both already.
    """
    return (Source(SCRIPT, _BEGIN), *parts, Source(SCRIPT, _END))


def worker_runtime() -> bytes:
    """Return the registry of a thread."""
    return resources.runtime_file("worker.js")


def worker_ids(facts: AppFacts) -> tuple[str, ...]:
    """Return the ids of the modules that workers begin with."""
    return tuple(map(module_id, facts.workers))


def _asked_for(facts: AppFacts, beside: frozenset[PurePosixPath]) -> Iterable[PurePosixPath]:
    """Yield what files ask for that belong to no worker."""
    for path, file in facts.files.items():
        if path not in beside:
            yield from (target for (link, _), target in file.resolved.items() if link is Link.SCRIPT)


def _closure(facts: AppFacts, entries: Iterable[PurePosixPath]) -> frozenset[PurePosixPath]:
    found: set[PurePosixPath] = set()
    pending = list(entries)
    while pending:
        path = pending.pop()
        if path not in found:
            found.add(path)
            file = facts.files.get(path)
            asked = file.resolved.items() if file is not None else ()
            pending.extend(target for (link, _), target in asked if link is Link.SCRIPT)
    return frozenset(found)


def _own(unit: Unit) -> Iterable[PurePosixPath]:
    return filter(None, (unit.script, unit.template))
