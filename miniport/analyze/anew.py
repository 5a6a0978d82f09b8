"""The facts of a target after files were edited, without a walk over all the others.

That is possible only where the edits change no reference: then the same files are reached by the same ways,
and nothing but what the edited files hold is different. Wherever that is not certain, the answer is None.
"""

from __future__ import annotations

from collections.abc import Mapping

from miniport import rules
from miniport.analyze.app import AppFacts, File
from miniport.analyze.describe import Described
from miniport.analyze.supplied import adapted
from miniport.analyze.walk import Walk
from miniport.diagnostics import Diagnostic
from miniport.dialect import FileKind
from miniport.field import replace
from miniport.posix import PurePosixPath
from miniport.project.files import Unreadable
from miniport.source import DecodeError, decode
from miniport.targets.pack import TargetPack

Owned = Mapping[PurePosixPath, tuple[PurePosixPath, ...]]
"""Each file on disk whose edits can be followed up, with the files of the target that it stands for."""


def owned(walk: Walk) -> Owned:
    """Return the files on disk whose edits `anew` can follow up for a target."""
    found: dict[PurePosixPath, list[PurePosixPath]] = {}
    for path, file in walk.files.items():
        if file.kind is not FileKind.CONFIG:
            found.setdefault(file.origin, []).append(path)
    return {origin: tuple(paths) for origin, paths in found.items()}


def anew(
    walk: Walk, facts: AppFacts, pack: TargetPack, known: Owned, edited: frozenset[PurePosixPath]
) -> AppFacts | None:
    """Return the facts with some files read anew; the walk that made the facts is of no use after a None."""
    # Templates are searched for what a target leaves out only once all are there.
    if edited & walk.glanced or any(unit.left_out for unit in facts.units):
        return None
    files, assets = dict(facts.files), dict(facts.assets)
    found = list(facts.diagnostics)
    for path in (path for origin in sorted(edited) for path in known.get(origin, ())):
        file = facts.files[path]
        told = walk.told.get(path, ())
        fresh = _read(walk, file)
        if fresh is None or path in facts.adapters.values() or not _is_alike(walk, file, fresh, pack):
            return None
        if any(map(_is_said_once, (*told, *walk.told.get(path, ())))):
            return None
        gone = set(map(id, told))
        found = [each for each in found if id(each) not in gone] + list(walk.told.get(path, ()))
        files[path] = fresh
        if path in assets:
            assets[path] = fresh.content
    return replace(facts, files=files, assets=assets, diagnostics=tuple(found))


def _is_said_once(found: Diagnostic) -> bool:
    """Tell whether a finding is one on the whole project, said by whichever file came first."""
    return found.rule in (rules.TOOL_UNNAMED, rules.TOOL_ABSENT)


def _read(walk: Walk, file: File) -> File | None:
    """Return a file as it is now; None where it cannot be read, or leads to files not reached before."""
    try:
        content = walk.parses.read(walk.project.files, file.origin)
        if file.kind is FileKind.ASSET:
            return replace(file, content=content)
        source = decode(file.origin, content)
    except (Unreadable, DecodeError):
        return None
    walk.files.pop(file.path)
    imported = walk.imported.get(file.origin)
    walk.describe(file.path, file.origin, file.kind, source, content)
    # A sheet that a tool imported counts as reached, and no reference tells of it.
    is_alike = walk.is_done() and walk.imported.get(file.origin) == imported
    return walk.files.get(file.path) if is_alike else None


def _is_alike(walk: Walk, before: File, after: File, pack: TargetPack) -> bool:
    """Tell whether a file refers to the same files as before, and needs the same modules of the project."""
    if before.described is None or after.described is None:
        return before.described is after.described
    if before.resolved != after.resolved or _requests(before.described) != _requests(after.described):
        return False
    modules = walk.project.settings.capabilities
    return not modules or _needs(before, modules, pack) == _needs(after, modules, pack)


def _requests(described: Described) -> frozenset[tuple[object, ...]]:
    return frozenset(
        (each.link, each.request, each.is_dynamic, each.is_required, each.is_require)
        for each in described.references
    )


def _needs(file: File, modules: Mapping[str, object], pack: TargetPack) -> frozenset[str]:
    uses = file.described.uses if file.described is not None else ()
    return frozenset(adapted(uses, modules, pack).values())
