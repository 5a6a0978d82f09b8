"""The whole build, told top to bottom."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from miniport import rules
from miniport.analyze.app import AppFacts
from miniport.analyze.build import analyze
from miniport.analyze.capability import capable, named_wrongly
from miniport.analyze.describe import Parses
from miniport.bundle import Bundle
from miniport.checks.check import Depth, check
from miniport.checks.suppression import Suppressions, written
from miniport.diagnostics import Diagnostic, Place
from miniport.emit import Mode, emit
from miniport.project.environment import Environment, environment
from miniport.project.files import BundleFiles, Files
from miniport.project.load import Project, load
from miniport.project.settings import Settings
from miniport.project.switches import Switches, switches
from miniport.targets.pack import TargetPack, bundled, bundled_pack
from miniport.targets.simulated import simulated

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done, and how much there is."""


@dataclass(frozen=True)
class BuildRequest:
    """What to build: the project's files and settings, for which packs, how, and how far to look."""

    files: Files
    settings: Settings
    packs: tuple[TargetPack, ...]
    mode: Mode = Mode.DEVELOPMENT
    keep_going: bool = False
    depth: Depth = Depth.BUILD


@dataclass(frozen=True)
class Built:
    """One target's outcome. `bundle` is None where something blocking was found.

    `facts` is what it was made from, by the `pack` with everything that is laid over it. `suppressed` are
    findings that the project says are known.
    """

    name: str
    bundle: Bundle | None
    pages: int
    components: int
    diagnostics: tuple[Diagnostic, ...]
    seconds: float
    facts: AppFacts | None = None
    pack: TargetPack | None = None
    suppressed: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """The outcome of a build. `diagnostics` are those of the project as a whole, `suppressed` known ones.

    `unused` are suppressions that suppressed nothing here, which counts only where everything was looked at.
    """

    targets: tuple[Built, ...]
    diagnostics: tuple[Diagnostic, ...]
    parses: Parses
    suppressed: tuple[Diagnostic, ...] = ()
    unused: tuple[Diagnostic, ...] = ()


def build(request: BuildRequest, progress: Progress | None = None) -> Outcome:
    """Build a project for every pack; each distinct text is parsed once for all of them."""
    parses = Parses()
    try:
        return _build(request, parses, progress or _silent)
    finally:
        parses.compilers.close()


def _build(request: BuildRequest, parses: Parses, tell: Progress) -> Outcome:
    told = environment(request.files, request.mode.value)
    told_to = [_switches(request, pack, told) for pack in request.packs]
    first = told_to[0].names if told_to else {}
    loaded = load(request.files, request.settings, _packs(request).values(), first)
    if loaded.project is None:
        return Outcome((), loaded.diagnostics, parses)
    parses.know(loaded.project.reader, loaded.project.config)
    refused = _refused(loaded.project)
    if refused:
        return Outcome((), refused, parses)
    suppressions = Suppressions(request.settings.check, written(request.files))
    built = []
    for at, (pack, values) in enumerate(zip(request.packs, told_to, strict=True)):
        tell(pack.name, at, len(request.packs))
        made = _build_target(request, loaded.project, pack, values, parses)
        sifted = suppressions.sift(made.diagnostics, made.facts)
        built.append(replace(made, diagnostics=sifted.kept, suppressed=sifted.known))
    tell("", len(request.packs), len(request.packs))
    wrong = tuple(named_wrongly(loaded.project, request.packs))
    general = suppressions.sift((*told.diagnostics, *loaded.diagnostics, *wrong))
    found = (*general.kept, *suppressions.complaints())
    return Outcome(tuple(built), found, parses, general.known, suppressions.unused())


def preview(bundle: Bundle, settings: Settings, pack: TargetPack) -> Built:
    """Compile the bundle emitted for a platform into a site that shows it in the simulator.

    Only those settings count that do not say how the source is read: name, version, source maps and the
    targets' own.
    """
    own = Settings(
        name=settings.name,
        version=settings.version,
        source_maps=settings.source_maps,
        targets=settings.targets,
    )
    shown = simulated(pack, bundled_pack("simulator"))
    outcome = build(BuildRequest(BundleFiles(bundle), own, (shown,), keep_going=True))
    (built,) = outcome.targets
    return built


def _build_target(
    request: BuildRequest, project: Project, pack: TargetPack, values: Switches, parses: Parses
) -> Built:
    started = time.perf_counter()
    pack = capable(pack, project)
    facts = analyze(project, pack, values, parses)
    is_final = request.mode is Mode.PRODUCTION
    found = check(facts, pack, is_final=is_final, depth=request.depth)
    emitted = emit(facts, pack, request.mode, parses.compilers.scripts)
    found = tuple(sorted((*found, *emitted.diagnostics), key=Diagnostic.sort_key))
    is_blocked = any(item.rule.is_blocking for item in found) and not request.keep_going
    seconds = time.perf_counter() - started
    bundle = None if is_blocked else emitted.bundle
    counts = len(facts.pages), len(facts.components)
    return Built(pack.name, bundle, *counts, found, seconds, facts, pack)


def _switches(request: BuildRequest, pack: TargetPack, told: Environment) -> Switches:
    known = _packs(request).values()
    return switches(pack, known, request.settings, request.mode.value, told.values)


def _packs(request: BuildRequest) -> dict[str, TargetPack]:
    """Return every known pack by name: the shipped ones, then those from folders of the user's."""
    return bundled() | {pack.name: pack for pack in request.packs if pack.name not in bundled()}


def _refused(project: Project) -> tuple[Diagnostic, ...]:
    """Return why nothing can be built from a project, if anything forbids it."""
    reader = project.reader
    if reader.is_source:
        return ()
    place = Place(project.config_source.path)
    return (Diagnostic(rules.DIALECT_NOT_SUPPORTED, {"dialect": reader.name}, place),)


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
