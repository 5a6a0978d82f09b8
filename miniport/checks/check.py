"""Every check, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from miniport.analyze.app import AppFacts, File
from miniport.analyze.method import replaced_kinds
from miniport.analyze.supplied import supplied
from miniport.checks.component import components, pages_not_listed, tags_used
from miniport.checks.judged import Terms, uses_of_files, uses_of_units
from miniport.checks.own_api import own_apis_of
from miniport.checks.recursion import recursion
from miniport.checks.scene import Part, Piece, Scene, ground, part_of
from miniport.checks.share import share
from miniport.checks.size import sizes
from miniport.checks.structure import structure
from miniport.checks.through import gifts_of
from miniport.checks.unnamed import components_by_name, half_declared
from miniport.diagnostics import Diagnostic
from miniport.dialect import FileKind
from miniport.enumeration import StrEnum
from miniport.field import replace
from miniport.memo import FORGETFUL, Memo
from miniport.posix import PurePosixPath
from miniport.source import decode
from miniport.targets.pack import TargetPack

Made = TypeVar("Made")
Look = Callable[[Scene], Iterable[Made]]

OF_ALL = (pages_not_listed, sizes)
"""The checks that look at more than the files a target is made of."""


_SCRIPTS = (FileKind.SCRIPT, FileKind.MODULE)


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
    found = [*structure(facts, pack), *share(facts, pack), *_all(OF_ALL, scene), *_of_adapters(scene)]
    for part in (
        _looked(scene, memo, "own files", known.each_own_file, _of_files),
        _looked(scene, memo, "templates", known.each_template, _of_templates),
        _looked(scene, memo, "units", known.each_unit, _of_units),
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


# What looks at one kind of file is loaded with the first of that kind: after an edit there is no other.
def _of_files(scene: Scene) -> Iterator[Diagnostic]:
    kinds = {file.kind for file in scene.own_files()}
    if not kinds.isdisjoint(_SCRIPTS):
        from miniport.checks.of_script import OF_SCRIPT

        yield from _all(OF_SCRIPT, scene)
    if FileKind.TEMPLATE in kinds:
        from miniport.checks.of_template import OF_TEMPLATE

        yield from _all(OF_TEMPLATE, scene)
    if FileKind.STYLE in kinds:
        from miniport.checks.sheet import sheets

        yield from sheets(scene)


def _of_adapters(scene: Scene) -> Iterator[Diagnostic]:
    if scene.facts.adapters:
        from miniport.checks.adapter import adapters

        yield from adapters(scene)


def _of_templates(scene: Scene) -> Iterator[Diagnostic]:
    from miniport.checks.of_template import OF_TEMPLATES

    return _all(OF_TEMPLATES, scene)


def _of_units(scene: Scene) -> Iterator[Diagnostic]:
    from miniport.checks.of_unit import OF_UNITS

    return _all(OF_UNITS, scene)


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
