"""Every check, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from pathlib import PurePosixPath

from miniport.analyze.app import AppFacts, File, Unit
from miniport.analyze.capability import supplied
from miniport.analyze.config_use import config_uses
from miniport.checks.argument import arguments
from miniport.checks.component import components, pages_not_listed
from miniport.checks.config_value import config_values
from miniport.checks.exported import imports
from miniport.checks.foreign import foreign
from miniport.checks.handler import handlers
from miniport.checks.life_cycle import life_cycles
from miniport.checks.link import links
from miniport.checks.naming import naming
from miniport.checks.option_fault import option_faults
from miniport.checks.recursion import recursion
from miniport.checks.registered import registered
from miniport.checks.scene import Scene
from miniport.checks.share import share
from miniport.checks.sheet import sheets
from miniport.checks.size import sizes
from miniport.checks.slot import slots
from miniport.checks.spelling import spelling
from miniport.checks.structure import structure
from miniport.checks.support import Surroundings, overridden, support
from miniport.checks.through import uses_through
from miniport.checks.worker import workers
from miniport.diagnostics import Diagnostic
from miniport.facts import Use
from miniport.frozen import frozen
from miniport.memo import FORGETFUL, Memo
from miniport.source import decode
from miniport.syntax.data import JsonDocument
from miniport.targets.pack import TargetPack

LOOKS = (
    handlers,
    naming,
    slots,
    links,
    imports,
    components,
    pages_not_listed,
    foreign,
    arguments,
    workers,
    life_cycles,
    registered,
    option_faults,
    config_values,
    sizes,
    sheets,
    spelling,
)
"""The checks that look at what the parts of an app say of one another."""


class Depth(StrEnum):
    """How far the checks look: at what a build has at hand anyway, or at everything, whatever it costs."""

    BUILD = "build"
    WHOLE = "whole"


def check(
    facts: AppFacts,
    pack: TargetPack,
    *,
    is_final: bool,
    depth: Depth = Depth.BUILD,
    memo: Memo = FORGETFUL,
) -> tuple[Diagnostic, ...]:
    """Return what the checks find in one target's facts besides what `forbidding` does, each at its place.

    Nothing of it is blocking. `is_final`: the bundle is meant for release.
    """
    found = [*structure(facts, pack), *share(facts, pack)]
    scene = Scene(facts, pack)
    for look in LOOKS:
        found.extend(look(scene))
    if depth is Depth.WHOLE:
        # What only a whole check looks at is not even imported by a build.
        from miniport.checks.whole import whole

        found.extend(whole(scene))
    there = supplied(facts.adapters, facts.diagnostics)
    base_library = facts.project.settings.target(pack.name).base_library or ""

    def judge(file: File) -> _Judge:
        tags = facts.custom_tags.get(file.path, frozenset())
        reader = facts.project.reader_of(file.path)
        return _Judge(pack, tags, there, is_final, reader, base_library, scene.is_own(file.path))

    for file in facts.files.values():
        described = file.described
        if described is not None and described.uses:
            tags = facts.custom_tags.get(file.path, frozenset())
            tell = partial(_told, file, described.uses, judge(file))
            given = (file, tags, there, is_final, base_library, pack.digest)
            found.extend(memo.of("supported", file.path, given, tell))
    for file, uses in uses_through(scene):
        found.extend(_told(file, uses, judge(file)))
    found.extend(_overridden(facts, pack))
    for unit in facts.units:
        config = facts.file(unit.config_file)
        if config is not None:
            tags = facts.custom_tags.get(config.path, frozenset())
            tell_config = partial(_configured, unit, config, facts, judge(config))
            depends = (config, unit, tags, there, is_final, base_library, pack.digest)
            found.extend(memo.of("configured", unit.path, depends, tell_config))
    return tuple(found)


def forbidding(facts: AppFacts, pack: TargetPack, memo: Memo = FORGETFUL) -> tuple[Diagnostic, ...]:
    """Return what was found with the facts and what else may forbid their bundle."""
    return (*facts.diagnostics, *recursion(facts, memo))


@frozen
class _Judge:
    """What the uses of one file are judged by; `tags` are its components, `there` the capabilities.

    `reader` is the pack whose words the file is written in.
    """

    pack: TargetPack
    tags: frozenset[str]
    there: frozenset[str]
    is_final: bool
    reader: TargetPack
    base_library: str
    is_own: bool


def _told(file: File, uses: tuple[Use, ...], judge: _Judge) -> tuple[Diagnostic, ...]:
    source, dialect = file.source, file.dialect
    if source is None:
        return ()
    tags = frozenset(tag.lower() for tag in judge.tags)
    around = Surroundings(
        dialect.namespace,
        tags,
        judge.there,
        judge.is_final,
        dialect,
        judge.reader,
        judge.base_library,
        judge.is_own,
    )
    name = judge.pack.name
    return tuple(finding.placed(source, name) for finding in support(uses, judge.pack, around))


def _overridden(facts: AppFacts, pack: TargetPack) -> Iterator[Diagnostic]:
    for name in dict.fromkeys(override.at for override in pack.overrides):
        path = PurePosixPath(name)
        source = decode(path, facts.project.files.read(path))
        yield from (finding.placed(source, pack.name) for finding in overridden(pack, name))


def _configured(unit: Unit, file: File, facts: AppFacts, judge: _Judge) -> tuple[Diagnostic, ...]:
    tree = file.tree
    if not isinstance(tree, JsonDocument):
        return ()
    reader = facts.project.reader_of(file.path)
    return _told(file, tuple(use for _, use in config_uses(tree, unit.kind, reader)), judge)
