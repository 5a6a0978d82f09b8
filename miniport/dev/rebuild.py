"""The warm state of one project: built once, then again for what changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from miniport.bundle import Bundle, differing
from miniport.cache.inputs import Changes
from miniport.cache.recorded import RecordedFiles
from miniport.diagnostics import Diagnostic, Severity
from miniport.emit import Mode
from miniport.field import field, replace
from miniport.frozen import frozen, mutable
from miniport.output import KnownFolder, OutputError, Written, check_folder, check_place, recover
from miniport.pipeline import BuildRequest, Built, Warm, build
from miniport.posix import PurePosixPath
from miniport.project.facts_files import overlaid
from miniport.project.files import workspace_root
from miniport.project.find import absolute
from miniport.project.outputs import skipped
from miniport.project.read_settings import ReadSettings, read_settings
from miniport.project.settings import SETTINGS_FILE, Settings
from miniport.project.style.language import LANGUAGES
from miniport.targets.pack import TargetPack, bundled_names


@frozen
class Wanted:
    """What is built of a project, and where to.

    `packs` returns the targets' packs, those from folders read anew. `folder` returns where a target's bundle
    is written.
    """

    project: Path
    packs: Callable[[], tuple[TargetPack, ...]]
    folder: Callable[[str], Path]
    root: Path | None = None
    mode: Mode = Mode.DEVELOPMENT
    keep_going: bool = False
    force: bool = False


@frozen
class Target:
    """One target after a rebuild.

    `bundle` is the last good one; `built` is the outcome of this time. `changed` are the paths of the bundle
    whose bytes are not those of the rebuild before, also those that are gone. `written` is None where nothing
    was written; `refused` says why, where the output folder is the reason.
    """

    built: Built
    bundle: Bundle
    changed: frozenset[PurePosixPath]
    written: Written | None
    refused: tuple[Diagnostic, ...] = ()


@frozen
class Rebuilt:
    """The outcome of a rebuild. `diagnostics` belong to no target; without `targets` nothing could be built.

    `seconds`: stage -> how long it took; `written`: until the bundles were; `total` last.
    `is_whole`: every file was looked at again.
    """

    changes: Changes
    targets: Mapping[str, Target]
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings
    packs: Mapping[str, TargetPack]
    seconds: Mapping[str, float]
    is_whole: bool = True

    @property
    def is_good(self) -> bool:
        """Tell whether every target has its bundle."""
        return bool(self.targets) and all(each.built.bundle for each in self.targets.values())

    def found(self) -> Iterator[Diagnostic]:
        """Yield every finding, those of the project first; those of a target name it."""
        yield from self.diagnostics
        for name, target in self.targets.items():
            for found in (*target.built.diagnostics, *target.refused):
                yield replace(found, target=name)

    def shown(self) -> Iterator[Diagnostic]:
        """Yield every finding that is more than a note."""
        return (found for found in self.found() if found.severity is not Severity.NOTE)


@frozen
class Made:
    """Targets that are made and not checked, by name, after so many `seconds`."""

    targets: Mapping[str, Target]
    settings: Settings
    packs: Mapping[str, TargetPack]
    seconds: float


Show = Callable[[Made], None]


@frozen
class _Base:
    """What builds have in common as long as only files that targets are made of change."""

    request: BuildRequest
    packs: tuple[TargetPack, ...]


@mutable
class WarmProject:
    """What is kept of a project between two builds. Not for use by two threads at once.

    `show` gets the targets of each before the checks are done that forbid nothing: those that are shown as
    they are before they are written, the others once all are.
    """

    wanted: Wanted
    show: Show | None = None
    _files: RecordedFiles | None = None
    _warm: Warm = field(default_factory=Warm)
    _base: _Base | None = None
    _bundles: dict[str, Bundle] = field(default_factory=dict)
    _folders: dict[str, KnownFolder] = field(default_factory=dict)

    def changes(self) -> Changes:
        """Return what is different on disk since the last build; nothing before the first."""
        return self._files.changes() if self._files is not None else Changes()

    def folders(self) -> frozenset[Path]:
        """Return every folder that the last build looked into, also those that are not there."""
        inputs = self._files.inputs if self._files is not None else None
        files = {Path(name).parent for name in inputs.files} if inputs is not None else set()
        return frozenset({*files, *map(Path, inputs.folders if inputs is not None else ())})

    def above(self) -> frozenset[Path]:
        """Return the project's folder and all that hold an output: what is written there is no news."""
        wanted = self.wanted
        outputs = (absolute(wanted.folder(pack.name)) for pack in wanted.packs())
        tops = {absolute(wanted.project), *(above for folder in outputs for above in folder.parents)}
        return frozenset(top.resolve() for top in tops)

    def rebuild(self, changes: Changes) -> Rebuilt:
        """Build what the changes ask for and write the bundles; what is wrong is in the outcome."""
        started = time.perf_counter()
        # What stops half-way leaves a state that nothing may be built upon.
        base, self._base = self._base, None
        packs = self.wanted.packs()
        self._base = base
        names = {pack.name: pack for pack in packs}
        edited = self._edited(changes, packs)
        if edited is None:
            # The mend of a sheet waits for no other one: a tool's answers name what they were made from.
            read = self._begin(packs, keeps_tools=_is_of_sheets(changes))
            if read.diagnostics:
                took = time.perf_counter() - started
                seconds = {"read": took, "total": took}
                return Rebuilt(changes, {}, read.diagnostics, read.settings, names, seconds)
        assert self._base is not None
        base, self._base = self._base, None
        begun = time.perf_counter()
        wrote: dict[str, Target] = {}
        spent = {"write": 0.0, "written": 0.0}

        def early(made: Built) -> None:
            start = time.perf_counter()
            target = self._held(made)
            if names[made.name].family == "web":
                # A browser reads it while the disk takes it.
                show({made.name: target})
            wrote[made.name] = self._written(target)
            spent["write"] += time.perf_counter() - start
            spent["written"] = time.perf_counter() - started
            if len(wrote) == len(names):
                show({name: each for name, each in wrote.items() if names[name].family != "web"})

        def show(made: Mapping[str, Target]) -> None:
            if self.show is not None:
                self.show(Made(made, base.request.settings, names, time.perf_counter() - started))

        outcome = build(base.request, None, self._warm, edited, early)
        self._warm.prune()
        self._base = base
        done = time.perf_counter()
        targets = {built.name: replace(wrote[built.name], built=built) for built in outcome.targets}
        seconds = {"read": begun - started, "build": done - begun - spent["write"], **spent}
        seconds["total"] = done - started
        settings, is_whole = base.request.settings, self._warm.is_whole
        return Rebuilt(changes, targets, outcome.diagnostics, settings, names, seconds, is_whole)

    def close(self) -> None:
        """End what was started for the builds."""
        self._warm.close()

    def _edited(self, changes: Changes, packs: tuple[TargetPack, ...]) -> frozenset[PurePosixPath] | None:
        """Return the files that were edited, where nothing else is different from the last build."""
        base, files = self._base, self._files
        if base is None or files is None or not changes.files or changes.folders or changes.is_moved:
            return None
        if packs != base.packs:
            return None
        edited = files.paths(changes.files)
        if not self._warm.owns(edited):
            return None
        self._warm.forget(edited)
        return edited

    def _begin(self, packs: tuple[TargetPack, ...], *, keeps_tools: bool) -> ReadSettings:
        """Read the settings and look at all files anew; return the settings and what is wrong."""
        wanted, self._base = self.wanted, None
        left_out = skipped(wanted.project, [wanted.folder(pack.name) for pack in packs])
        root = wanted.root or workspace_root(absolute(wanted.project))
        files = self._files = RecordedFiles(root, wanted.project, left_out)
        files.note(PurePosixPath(SETTINGS_FILE))
        self._warm.restart(keeps_tools=keeps_tools)
        told = read_settings(wanted.project, (*bundled_names(), *(pack.name for pack in packs)))
        laid = [overlaid(pack, told.settings.target(pack.name).facts_files, files) for pack in packs]
        wrong = (*told.diagnostics, *self._refused(packs), *(found for _, wrong in laid for found in wrong))
        if not wrong:
            laid_over = tuple(pack for pack, _ in laid)
            request = BuildRequest(files, told.settings, laid_over, wanted.mode, wanted.keep_going)
            self._base = _Base(request, packs)
        return ReadSettings(told.settings, wrong)

    def _refused(self, packs: tuple[TargetPack, ...]) -> tuple[Diagnostic, ...]:
        found: list[Diagnostic] = []
        for pack in packs:
            folder = self.wanted.folder(pack.name)
            try:
                check_folder(folder, self.wanted.project)
                recover(folder)
            except OutputError as error:
                found.extend(error.diagnostics)
        return tuple(found)

    def _folder(self, name: str) -> KnownFolder:
        folder = self.wanted.folder(name)
        known = self._folders.get(name)
        if known is None or known.folder != folder:
            known = self._folders[name] = KnownFolder(folder)
        return known

    def _held(self, made: Built) -> Target:
        """Return a target that is not written yet."""
        name, bundle = made.name, made.bundle
        old = self._bundles.get(name, {})
        if bundle is None:
            return Target(made, old, frozenset(), None)
        self._bundles[name] = bundle
        return Target(made, bundle, frozenset(differing(old, bundle)), None)

    def _written(self, target: Target) -> Target:
        name, bundle = target.built.name, target.built.bundle
        if bundle is None:
            return target
        try:
            facts = target.built.facts
            if facts is not None and not self.wanted.force:
                folder, project = self.wanted.folder(name), self.wanted.project
                check_place(folder, project, facts.project.base, facts.origins())
            written = self._folder(name).write(bundle, is_forced=self.wanted.force)
        except OutputError as error:
            return replace(target, refused=error.diagnostics)
        return replace(target, written=written)


def _is_of_sheets(changes: Changes) -> bool:
    """Tell whether nothing is different but the text of sheets that a tool compiles."""
    is_edit = bool(changes.files) and not changes.folders and not changes.is_moved
    return is_edit and all(PurePosixPath(name).suffix in LANGUAGES for name in changes.files)
