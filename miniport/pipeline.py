"""The whole build, told top to bottom."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from miniport import rules
from miniport.analyze.anew import Owned, anew, owned
from miniport.analyze.app import AppFacts
from miniport.analyze.describe import Parses
from miniport.analyze.tools import ScriptTools
from miniport.analyze.walk import Walk
from miniport.bundle import Bundle
from miniport.checks.check import Depth, check, forbidding
from miniport.checks.setting import settings_unset
from miniport.checks.suppression import Suppressions, is_marked, written
from miniport.clock import STOPPED, Clock
from miniport.diagnostics import Diagnostic, Place
from miniport.emit import Mode, emit
from miniport.field import field, replace
from miniport.frozen import frozen, mutable
from miniport.memo import FORGETFUL, Memo
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles, Files
from miniport.project.project import Project
from miniport.project.settings import Settings
from miniport.project.switches import Switches
from miniport.targets.pack import TargetPack, bundled, bundled_pack

if TYPE_CHECKING:
    from miniport.project.environment import Environment


Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done, and how much there is."""


@frozen
class BuildRequest:
    """What to build: the project's files and settings, for which packs, how, and how far to look.

    `is_small`: false where nobody needs the texts of a release made small, which is half of its work.
    `is_made`: false where nothing is made, so that what only a release needs is no matter.
    """

    files: Files
    settings: Settings
    packs: tuple[TargetPack, ...]
    mode: Mode = Mode.DEVELOPMENT
    keep_going: bool = False
    depth: Depth = Depth.BUILD
    clock: Clock = STOPPED
    is_small: bool = True
    is_made: bool = True


@frozen
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


@frozen
class Outcome:
    """The outcome of a build. `diagnostics` are those of the project as a whole, `suppressed` known ones.

    `unused` are suppressions that suppressed nothing here, which counts only where everything was looked at.
    """

    targets: tuple[Built, ...]
    diagnostics: tuple[Diagnostic, ...]
    parses: Parses
    suppressed: tuple[Diagnostic, ...] = ()
    unused: tuple[Diagnostic, ...] = ()


Early = Callable[[Built], None]
"""Called with a target's outcome before the checks are done that forbid nothing."""


@mutable
class _Target:
    """One target of a build; `facts` once there are any, `memo` what printers and checks made of them."""

    pack: TargetPack
    walk: Walk
    memo: Memo
    facts: AppFacts | None = None
    owned: Owned = field(default_factory=dict)
    is_warm: bool = False


@mutable
class Warm:
    """What a build leaves to the next one of the same project, files and settings. Close it in the end."""

    parses: Parses = field(default_factory=Parses)
    memos: dict[str, Memo] = field(default_factory=dict)
    targets: tuple[_Target, ...] = ()
    general: tuple[Diagnostic, ...] = ()
    most: int = 0
    is_whole: bool = True

    def owns(self, paths: Iterable[PurePosixPath]) -> bool:
        """Tell whether of some files only what they hold counts: no settings, no facts, no configuration."""
        return all(any(path in target.owned for target in self.targets) for path in paths)

    def follows(self, edited: frozenset[PurePosixPath]) -> bool:
        """Take in edits of files, each of which some target has; return whether that was possible.

        It is not where the edits change what a target is made of. Then a whole build has to follow.
        """
        known = [target.facts for target in self.targets if target.facts is not None]
        if not known or len(known) < len(self.targets):
            return False
        if not self.owns(edited):
            return False
        for target, facts in zip(self.targets, known, strict=True):
            target.facts = anew(target.walk, facts, target.pack, target.owned, edited)
            if target.facts is None:
                return False
        return True

    def forget(self, paths: Iterable[PurePosixPath]) -> None:
        """Read some files anew."""
        for path in paths:
            self.parses.contents.pop(path, None)

    def restart(self, *, keeps_tools: bool = False) -> None:
        """Read every file anew, with tools started anew unless kept; what a text says is known for ever."""
        self.targets = ()
        self.parses.contents.clear()
        if not keeps_tools:
            self.close()
            self.parses.compilers.made.clear()

    def prune(self) -> None:
        """Drop what was kept of texts that are gone, once that is more than half of it."""
        if len(self.parses.known) > self.most:
            files = [file for target in self.targets if target.facts for file in target.facts.files.values()]
            live = {id(file.described) for file in files}
            self.most = 2 * len(live) + 100
            self.parses.known = {key: made for key, made in self.parses.known.items() if id(made) in live}
            self.parses.counts.clear()
            self.parses.steps.known.clear()

    def close(self) -> None:
        """End what was started for the builds."""
        self.parses.compilers.close()


def build(
    request: BuildRequest,
    progress: Progress | None = None,
    warm: Warm | None = None,
    edited: frozenset[PurePosixPath] | None = None,
    early: Early | None = None,
) -> Outcome:
    """Build a project for every pack; each distinct text is parsed once for all of them.

    `early` gets each target as soon as its bundle is made.

    With `warm` from the build before and the files `edited` since, only what follows from the edits is done.
    The outcome is the same as without.
    """
    tell = progress or _silent
    if warm is not None:
        return _build(request, warm, tell, edited, early or _no_one)
    once = Warm(memos={pack.name: FORGETFUL for pack in request.packs})
    try:
        return _build(request, once, tell, None, early or _no_one)
    finally:
        once.close()


def _build(
    request: BuildRequest,
    warm: Warm,
    tell: Progress,
    edited: frozenset[PurePosixPath] | None,
    early: Early,
) -> Outcome:
    parses = warm.parses
    parses.clock = request.clock
    warm.is_whole = edited is None or not warm.follows(edited)
    if warm.is_whole:
        with request.clock.stage("load"):
            refused = _begin(request, warm)
        if refused:
            return Outcome((), refused, parses)
    made = []
    for at, target in enumerate(warm.targets):
        tell(target.pack.name, at, len(request.packs))
        made.append(_emitted(request, target))
        early(made[-1])
    suppressions = Suppressions(request.settings.check, written(request.files))
    built = []
    for target, unchecked in zip(warm.targets, made, strict=True):
        checked = _checked(request, target, unchecked)
        sifted = suppressions.sift(checked.diagnostics, _marked(checked.facts, target.memo))
        built.append(replace(checked, diagnostics=sifted.kept, suppressed=sifted.known))
    tell("", len(request.packs), len(request.packs))
    general = suppressions.sift(warm.general)
    found = (*general.kept, *suppressions.complaints())
    return Outcome(tuple(built), found, parses, general.known, suppressions.unused())


def _begin(request: BuildRequest, warm: Warm) -> tuple[Diagnostic, ...]:
    """Load the project and begin its targets; return why nothing can be built, if anything forbids it."""
    # A build that goes on from kept state loads no project, and walks nothing.
    from miniport.analyze.build import begun
    from miniport.analyze.capability import capable, named_wrongly
    from miniport.project.environment import environment
    from miniport.project.load import load

    warm.targets = ()
    told = environment(request.files, request.mode.value)
    told_to = [_switches(request, pack, told) for pack in request.packs]
    first = told_to[0].names if told_to else {}
    loaded = load(request.files, request.settings, _packs(request).values(), first)
    project = loaded.project
    if project is None:
        return loaded.diagnostics
    warm.parses.know(project.reader, project.config)
    if refused := _refused(project):
        return refused
    warm.general = (*told.diagnostics, *loaded.diagnostics, *named_wrongly(project, request.packs))
    packs = (capable(pack, project) for pack in request.packs)
    warm.targets = tuple(
        _Target(pack, begun(project, pack, values, warm.parses), warm.memos.setdefault(pack.name, Memo()))
        for pack, values in zip(packs, told_to, strict=True)
    )
    return ()


def preview(bundle: Bundle, settings: Settings, pack: TargetPack) -> Built:
    """Compile the bundle emitted for a platform into a site that shows it in the simulator.

    Only those settings count that do not say how the source is read: name, version, source maps and the
    targets' own.
    """
    (built,) = build(preview_request(BundleFiles(bundle), settings, pack)).targets
    return built


def preview_request(files: BundleFiles, settings: Settings, pack: TargetPack) -> BuildRequest:
    """Return what is asked for to compile an emitted bundle for the simulator."""
    # Only for previews.
    from miniport.targets.simulated import simulated

    own = Settings(
        name=settings.name,
        version=settings.version,
        source_maps=settings.source_maps,
        targets=settings.targets,
    )
    shown = simulated(pack, bundled_pack("simulator"))
    return BuildRequest(files, own, (shown,), keep_going=True)


def _emitted(request: BuildRequest, target: _Target) -> Built:
    """Return one target's outcome before the checks that forbid nothing."""
    started = time.perf_counter()
    pack, memo, clock = target.pack, target.memo, request.clock
    if target.facts is None:
        from miniport.analyze.build import walked

        with clock.stage("walk", pack.name):
            target.facts = walked(target.walk, pack)
        target.owned = owned(target.walk)
    facts = target.facts
    with clock.stage("emit", pack.name):
        mode = request.mode if request.is_small else Mode.DEVELOPMENT
        emitted = emit(facts, pack, mode, target.walk.parses.compilers.scripts, memo)
    # A new project has none of it, and its check is clean.
    is_release = request.mode is Mode.PRODUCTION and request.is_made
    unset = settings_unset(facts, pack) if is_release else ()
    found = (*forbidding(facts, memo), *emitted.diagnostics, *unset)
    is_blocked = any(item.rule.is_blocking for item in found) and not request.keep_going
    bundle = None if is_blocked else emitted.bundle
    counts = len(facts.pages), len(facts.components)
    return Built(pack.name, bundle, *counts, found, time.perf_counter() - started, facts, pack)


def made_small(built: Built, tools: ScriptTools) -> Built:
    """Return a target's outcome with the texts of its bundle made small, as for release."""
    if built.facts is None or built.pack is None or built.bundle is None:
        return built
    return replace(built, bundle=emit(built.facts, built.pack, Mode.PRODUCTION, tools).bundle)


def _checked(request: BuildRequest, target: _Target, made: Built) -> Built:
    """Return one target's outcome with all that is found in it, in order."""
    started = time.perf_counter()
    pack, memo = target.pack, target.memo
    assert made.facts is not None
    with request.clock.stage("check", pack.name):
        is_final = request.mode is Mode.PRODUCTION
        found = check(made.facts, pack, is_final=is_final, depth=request.depth, memo=memo)
    if not target.is_warm:
        memo.end_turn()
        target.is_warm = True
    diagnostics = tuple(sorted((*made.diagnostics, *found), key=Diagnostic.sort_key))
    return replace(made, diagnostics=diagnostics, seconds=made.seconds + time.perf_counter() - started)


def _marked(facts: AppFacts | None, memo: Memo) -> AppFacts | None:
    """Return the facts with only those files that may say which findings are known."""
    if facts is None:
        return None
    marked = memo.each("marked", facts.files, lambda _, file: is_marked(file))
    return replace(facts, files={path: facts.files[path] for path, has_marks in marked.items() if has_marks})


def _switches(request: BuildRequest, pack: TargetPack, told: Environment) -> Switches:
    from miniport.project.switches import switches

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


def _no_one(made: Built) -> None:
    """Tell nobody."""
