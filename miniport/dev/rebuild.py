"""The warm state of one project: built once, then again for what changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from miniport.analyze.describe import Parses
from miniport.bundle import Bundle
from miniport.cache.inputs import Changes
from miniport.cache.recorded import RecordedFiles
from miniport.diagnostics import Diagnostic, Severity
from miniport.emit import Mode
from miniport.output import OutputError, Written, check_folder, recover, write
from miniport.pipeline import BuildRequest, Built, build
from miniport.project.facts_files import overlaid
from miniport.project.files import workspace_root
from miniport.project.find import absolute
from miniport.project.outputs import skipped
from miniport.project.read_settings import read_settings
from miniport.project.settings import SETTINGS_FILE, Settings
from miniport.targets.pack import TargetPack, bundled_names


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Rebuilt:
    """The outcome of a rebuild. `diagnostics` belong to no target; without `targets` nothing could be built.

    `seconds`: stage -> how long it took, `total` last.
    """

    changes: Changes
    targets: Mapping[str, Target]
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings
    packs: Mapping[str, TargetPack]
    seconds: Mapping[str, float]

    def found(self) -> Iterator[Diagnostic]:
        """Yield every finding, those of the project first; those of a target name it."""
        yield from self.diagnostics
        for name, target in self.targets.items():
            for found in (*target.built.diagnostics, *target.refused):
                yield replace(found, target=name)

    def shown(self) -> Iterator[Diagnostic]:
        """Yield every finding that is more than a note."""
        return (found for found in self.found() if found.severity is not Severity.NOTE)


@dataclass
class WarmProject:
    """What is kept of a project between two builds. Not for use by two threads at once."""

    wanted: Wanted
    _files: RecordedFiles | None = None
    _parses: Parses = field(default_factory=Parses)
    _bundles: dict[str, Bundle] = field(default_factory=dict)

    def changes(self) -> Changes:
        """Return what is different on disk since the last build; nothing before the first."""
        return self._files.changes() if self._files is not None else Changes()

    def folders(self) -> frozenset[Path]:
        """Return every folder that the last build looked into, also those that are not there."""
        inputs = self._files.inputs if self._files is not None else None
        files = {Path(name).parent for name in inputs.files} if inputs is not None else set()
        return frozenset({*files, *map(Path, inputs.folders if inputs is not None else ())})

    def rebuild(self, changes: Changes) -> Rebuilt:
        """Build what the changes ask for and write the bundles; what is wrong is in the outcome."""
        started = time.perf_counter()
        wanted = self.wanted
        packs = wanted.packs()
        files = self._fresh(packs)
        told = read_settings(wanted.project, (*bundled_names(), *(pack.name for pack in packs)))
        names = {pack.name: pack for pack in packs}
        refused = told.diagnostics or self._refused(packs)
        laid = [overlaid(pack, told.settings.target(pack.name).facts_files, files) for pack in packs]
        refused = (*refused, *(found for _, wrong in laid for found in wrong))
        read = time.perf_counter()
        if refused:
            seconds = {"read": read - started, "total": read - started}
            return Rebuilt(changes, {}, refused, told.settings, names, seconds)
        request = BuildRequest(
            files, told.settings, tuple(pack for pack, _ in laid), wanted.mode, wanted.keep_going
        )
        outcome = build(request)
        made = time.perf_counter()
        targets = {built.name: self._target(built) for built in outcome.targets}
        done = time.perf_counter()
        seconds = {
            "read": read - started,
            "build": made - read,
            "write": done - made,
            "total": done - started,
        }
        return Rebuilt(changes, targets, outcome.diagnostics, told.settings, names, seconds)

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

    def _fresh(self, packs: tuple[TargetPack, ...]) -> RecordedFiles:
        project = self.wanted.project
        root = self.wanted.root or workspace_root(absolute(project))
        left_out = skipped(project, [self.wanted.folder(pack.name) for pack in packs])
        files = self._files = RecordedFiles(root, project, left_out)
        files.note(PurePosixPath(SETTINGS_FILE))
        return files

    def _target(self, built: Built) -> Target:
        old = self._bundles.get(built.name, {})
        if built.bundle is None:
            return Target(built, old, frozenset(), None)
        new = self._bundles[built.name] = built.bundle
        changed = frozenset(path for path in {*old, *new} if old.get(path) != new.get(path))
        try:
            written = write(new, self.wanted.folder(built.name), is_forced=self.wanted.force)
        except OutputError as error:
            return Target(built, new, changed, None, error.diagnostics)
        return Target(built, new, changed, written)
