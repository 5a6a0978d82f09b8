"""Every check, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import PurePosixPath

from miniport.analyze.app import AppFacts, File, Unit
from miniport.analyze.capability import supplied
from miniport.analyze.config_use import config_uses
from miniport.checks.component import components, pages_not_listed
from miniport.checks.foreign import foreign
from miniport.checks.handler import handlers
from miniport.checks.link import links
from miniport.checks.naming import naming
from miniport.checks.recursion import recursion
from miniport.checks.scene import Scene
from miniport.checks.share import share
from miniport.checks.structure import structure
from miniport.checks.support import Surroundings, overridden, support
from miniport.diagnostics import Diagnostic
from miniport.facts import Use
from miniport.source import decode
from miniport.syntax.data import JsonDocument
from miniport.targets.pack import TargetPack


class Depth(StrEnum):
    """How far the checks look: at what a build has at hand anyway, or at everything, whatever it costs."""

    BUILD = "build"
    WHOLE = "whole"


def check(
    facts: AppFacts, pack: TargetPack, *, is_final: bool, depth: Depth = Depth.BUILD
) -> tuple[Diagnostic, ...]:
    """Return what the checks find in one target's facts, each at its place.

    `is_final`: the bundle is meant for release.
    """
    found = [*facts.diagnostics, *structure(facts, pack), *recursion(facts), *share(facts, pack)]
    scene = Scene(facts, pack)
    for look in (handlers, naming, links, components, pages_not_listed, foreign):
        found.extend(look(scene))
    if depth is Depth.WHOLE:
        # What only a whole check looks at is not even imported by a build.
        from miniport.checks.whole import whole

        found.extend(whole(scene))
    for file in facts.files.values():
        if file.described is not None:
            found.extend(_supported(file, file.described.uses, facts, pack, is_final=is_final))
    found.extend(_overridden(facts, pack))
    for unit in facts.units:
        found.extend(_configured(unit, facts, pack, is_final=is_final))
    return tuple(sorted(found, key=Diagnostic.sort_key))


def _supported(
    file: File, uses: tuple[Use, ...], facts: AppFacts, pack: TargetPack, *, is_final: bool
) -> Iterator[Diagnostic]:
    if file.source is None:
        return
    around = Surroundings(
        file.dialect.namespace,
        frozenset(tag.lower() for tag in facts.custom_tags.get(file.path, ())),
        supplied(facts.adapters, facts.diagnostics),
        is_final,
        file.dialect,
    )
    for finding in support(uses, pack, around):
        yield finding.placed(file.source, pack.name)


def _overridden(facts: AppFacts, pack: TargetPack) -> Iterator[Diagnostic]:
    for name in dict.fromkeys(override.at for override in pack.overrides):
        path = PurePosixPath(name)
        source = decode(path, facts.project.files.read(path))
        yield from (finding.placed(source, pack.name) for finding in overridden(pack, name))


def _configured(unit: Unit, facts: AppFacts, pack: TargetPack, *, is_final: bool) -> Iterator[Diagnostic]:
    file = facts.files.get(unit.config_file) if unit.config_file is not None else None
    tree = file.described.tree if file is not None and file.described is not None else None
    if file is not None and isinstance(tree, JsonDocument):
        reader = facts.project.reader_of(file.path)
        uses = tuple(use for _, use in config_uses(tree, unit.kind, reader))
        yield from _supported(file, uses, facts, pack, is_final=is_final)
