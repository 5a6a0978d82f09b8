"""Write a Bundle into a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from miniport import rules
from miniport.bundle import Bundle
from miniport.frozen import frozen
from miniport.output import manifest
from miniport.output.error import OutputError, refusal, refusing
from miniport.output.journal import Step, commit, discard, finish, quiet, stage
from miniport.output.lock import locked
from miniport.output.paths import Standing, collisions, is_allowed, standing
from miniport.output.plan import Plan, plan
from miniport.posix import PurePosixPath
from miniport.project.outputs import JOURNAL, LOCK, MANIFEST, STAGING, inside, is_output, make_around


@frozen(slots=True)
class Written:
    """How many files a write wrote, removed, and left as they were."""

    written: int
    removed: int
    unchanged: int


def check_folder(folder: Path, project: Path) -> None:
    """Raise OutputError where a folder cannot be the output of a project, before any work is done."""
    with refusing(folder):
        real, inside = folder.resolve(), project.resolve()
        if real == inside or real in inside.parents:
            raise OutputError(refusal(rules.OUTPUT_IS_PROJECT, folder, folder=folder))
        _demand_ours(folder)


def check_place(folder: Path, project: Path, base: PurePosixPath, sources: Iterable[PurePosixPath]) -> None:
    """Raise OutputError where a new output folder would lie beside the app's own files, or among them.

    `sources` are their paths in the project, `base` that of the app. An output that is there stays there.
    """
    within = inside(project, folder.parent)
    if within is None or not within.is_relative_to(base) or is_output(folder):
        return
    if any(path.is_relative_to(within) for path in sources):
        raise OutputError(refusal(rules.BUNDLE_AMONG_SOURCES, folder.parent, folder=folder.parent))


def recover(folder: Path, step: Step = quiet) -> None:
    """Finish or discard a write that was cut off. Does nothing where there was none."""
    with refusing(folder):
        if (folder / JOURNAL).exists() or standing(folder / STAGING) is not Standing.NOTHING:
            with locked(folder):
                finish(folder, step)


def write(bundle: Bundle, folder: Path, *, is_forced: bool = False, step: Step = quiet) -> Written:
    """Make a folder hold the bundle: only what differs is written, stale files of ours are removed.

    Files that miniport did not write stay. `is_forced` overwrites what others changed or put there.
    Raises OutputError; the folder then holds what it held, or the next command completes the write.
    """
    _demand_sound(bundle, folder)
    with refusing(folder):
        _demand_ours(folder)
        make_around(folder)
        folder.mkdir(exist_ok=True)
        with locked(folder):
            finish(folder, step)
            _demand_ours(folder)
            old = manifest.read(folder) or {}
            planned = plan(folder, bundle, old)
            _demand_allowed(planned, is_forced)
            if not _is_done(folder, planned):
                with _discarding(folder):
                    journal = stage(folder, planned, bundle, step)
                commit(folder, journal, step)
    return Written(len(planned.writes), len(planned.removes), len(bundle) - len(planned.writes))


def _demand_sound(bundle: Bundle, folder: Path) -> None:
    found = [
        refusal(rules.OUTPUT_UNWRITABLE, folder / path, found="no bundle may hold this path")
        for path in sorted(bundle, key=str)
        if not is_allowed(path)
    ]
    found.extend(collisions(bundle, folder))
    if found:
        raise OutputError(*found)


def _demand_ours(folder: Path) -> None:
    match standing(folder):
        case Standing.NOTHING:
            return
        case Standing.LINK:
            raise OutputError(refusal(rules.OUTPUT_LINK, folder))
        case Standing.FILE | Standing.OTHER:
            raise OutputError(refusal(rules.OUTPUT_OBSTRUCTED, folder))
    names = {entry.name for entry in folder.iterdir()}
    if names - {LOCK} and not is_output(folder):
        raise OutputError(refusal(rules.OUTPUT_NOT_OURS, folder, folder=folder))


def _demand_allowed(planned: Plan, is_forced: bool) -> None:
    can_be_forced = (rules.OUTPUT_EDITED, rules.OUTPUT_FOREIGN) if is_forced else ()
    found = [refused for refused in planned.refusals if refused.rule not in can_be_forced]
    if found:
        raise OutputError(*found)


def _is_done(folder: Path, planned: Plan) -> bool:
    if planned.writes or planned.removes:
        return False
    return (folder / MANIFEST).is_file() and (folder / MANIFEST).read_bytes() == planned.manifest


@contextmanager
def _discarding(folder: Path) -> Iterator[None]:
    """Take away what was staged when staging is stopped, also by Ctrl-C."""
    try:
        yield
    except BaseException:
        if not (folder / JOURNAL).exists():
            discard(folder)
        raise
