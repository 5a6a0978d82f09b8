"""Every check, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from miniport.analyze.app import AppFacts, File
from miniport.analyze.method import replaced_kinds
from miniport.analyze.supplied import supplied
from miniport.checks.adapter import adapters
from miniport.checks.argument import arguments
from miniport.checks.component import components, pages_not_listed, tags_used
from miniport.checks.config_value import config_values
from miniport.checks.exported import imports
from miniport.checks.foreign import foreign
from miniport.checks.handler import handlers
from miniport.checks.judged import Terms, uses_of_files, uses_of_units
from miniport.checks.life_cycle import life_cycles
from miniport.checks.link import links
from miniport.checks.naming import naming
from miniport.checks.option_fault import option_faults
from miniport.checks.own_api import own_apis_of
from miniport.checks.recursion import recursion
from miniport.checks.registered import registered
from miniport.checks.scene import Part, Piece, Scene, ground, part_of
from miniport.checks.share import share
from miniport.checks.sheet import sheets
from miniport.checks.size import sizes
from miniport.checks.slot import slots
from miniport.checks.spelling import spelling
from miniport.checks.structure import structure
from miniport.checks.theme import theme_values
from miniport.checks.through import gifts_of
from miniport.checks.unnamed import components_by_name, half_declared
from miniport.checks.worker import workers
from miniport.diagnostics import Diagnostic
from miniport.enumeration import StrEnum
from miniport.field import replace
from miniport.memo import FORGETFUL, Memo
from miniport.posix import PurePosixPath
from miniport.source import decode
from miniport.targets.pack import TargetPack

Made = TypeVar("Made")
Look = Callable[[Scene], Iterable[Made]]

OF_FILES = (links, imports, foreign, arguments, workers, sheets, spelling)
"""The checks that look at each of the project's own files by itself, and what it leads to."""

OF_TEMPLATES = (handlers, naming, slots)
"""The checks that look at the templates which the same pages and components draw."""

OF_UNITS = (life_cycles, registered, option_faults, config_values, theme_values)
"""The checks that look at the app, each page and each component by itself."""

OF_ALL = (pages_not_listed, adapters, sizes)
"""The checks that look at more than the files a target is made of."""


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
    replaced = replaced_kinds(facts.files, memo)
    known = memo.of("ground", facts.target, (facts.graph, replaced), lambda: ground(facts, replaced))
    scene = Scene(facts, pack, known)
    gifts, own_apis = gifts_of(facts.files, memo), own_apis_of(facts.files, memo)
    there = supplied(facts.adapters, facts.diagnostics)
    terms = Terms(there, is_final, gifts, own_apis, components_by_name(scene), half_declared(scene))
    found = [*structure(facts, pack), *share(facts, pack), *_all(OF_ALL, scene)]
    for part in (
        _looked(scene, memo, "own files", known.each_own_file, partial(_all, OF_FILES)),
        _looked(scene, memo, "templates", known.each_template, partial(_all, OF_TEMPLATES)),
        _looked(scene, memo, "units", known.each_unit, partial(_all, OF_UNITS)),
        _looked(scene, memo, "uses", known.each_file, partial(uses_of_files, terms=terms), terms),
        _looked(scene, memo, "configured", known.each_unit, partial(uses_of_units, terms=terms), terms),
    ):
        found.extend(chain(*part))
    found.extend(_components(scene, memo))
    if depth is Depth.WHOLE:
        # What only a whole check looks at is not even imported by a build.
        from miniport.checks.whole import whole

        found.extend(whole(scene))
    found.extend(_overridden(facts, pack))
    return tuple(found)


def _looked(
    scene: Scene, memo: Memo, what: str, pieces: tuple[Piece | Part, ...], look: Look[Made], *given: object
) -> Sequence[tuple[Made, ...]]:
    """Return what is found in each piece, looked at by itself; `given` is what that depends on besides."""
    facts, known = scene.facts, scene.ground

    def over(files: Mapping[PurePosixPath, File]) -> Callable[[Piece | Part], tuple[Made, ...]]:
        seen = replace(facts, files=files)
        return lambda piece: tuple(look(Scene(seen, scene.pack, known, part_of((piece,)))))

    depends = (known, scene.pack.digest, *given)
    return memo.followed(what, memo.divided(pieces, part_of), depends, facts.files, over)


def _all(looks: tuple[Look[Diagnostic], ...], scene: Scene) -> Iterator[Diagnostic]:
    return chain.from_iterable(look(scene) for look in looks)


def _components(scene: Scene, memo: Memo) -> tuple[Diagnostic, ...]:
    used = _looked(scene, memo, "tags used", scene.ground.each_unit, tags_used)
    given = (used, scene.ground)
    return memo.of("components", scene.pack.name, given, lambda: tuple(components(scene, dict(chain(*used)))))


def forbidding(facts: AppFacts, memo: Memo = FORGETFUL) -> tuple[Diagnostic, ...]:
    """Return what was found with the facts and what else may forbid their bundle."""
    return (*facts.diagnostics, *recursion(facts, memo))


def _overridden(facts: AppFacts, pack: TargetPack) -> Iterator[Diagnostic]:
    if not pack.overrides:
        return
    from miniport.checks.override import overridden

    for name in dict.fromkeys(override.at for override in pack.overrides):
        path = PurePosixPath(name)
        source = decode(path, facts.project.files.read(path))
        yield from (finding.placed(source, pack.name) for finding in overridden(pack, name))
