"""A build that goes on from what an earlier process made: only what follows from edited files is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from miniport.cache.apart import Apart
from miniport.cache.looked import FILES, Looked
from miniport.cli import system
from miniport.cli.again import Before, pieces_of

if TYPE_CHECKING:
    from pathlib import Path

    from miniport.bundle import Bundle
    from miniport.cache.remember import Done
    from miniport.cache.table import Table
    from miniport.cli.done import Left, Work
    from miniport.output import Written
    from miniport.pipeline import Outcome

MOST = 50
"""Edited files that are followed up. More are another branch: a whole build costs little more."""


def resume(arguments: Sequence[str], before: Before) -> int | None:
    """Build what a command line built before, where files were edited since, and return its exit code.

    None wherever that is not possible: nothing is told then, and a whole build has to follow.
    """
    if before.looked.changed != FILES:
        return None
    apart = Apart(before.folder, pieces_of(before.key), system.environment())
    try:
        with system.uncollected():
            return _resumed(arguments, before, apart)
    finally:
        apart.close()


def _resumed(arguments: Sequence[str], earlier: Before, apart: Apart) -> int | None:
    # Everything that builds is imported here, so that a build from the beginning has not waited for it.
    from miniport.cache.piece import LostError
    from miniport.cache.state import from_bytes
    from miniport.cli.done import Left
    from miniport.cli.keep import keep
    from miniport.cli.language import choose
    from miniport.cli.tell import told
    from miniport.field import replace

    looked = earlier.looked
    language, content = choose(arguments, system.environment(), system.out()), earlier.state.found()
    if content is None:
        return None
    try:
        left, before = from_bytes(content, apart.fetch)
        work = _followed(left, looked, language) if isinstance(left, Left) else None
        if work is None or not isinstance(left, Left):
            return None
        text = told(work.report, left.order, language)
    except (ValueError, LostError):
        return None
    system.emit(text, system.out())
    keep(arguments, left.order, replace(work, before=before), language, earlier)
    return int(work.report.exit_code)


def _followed(left: Left, looked: Looked, language: str) -> Work | None:
    """Follow up what was edited since the state was kept."""
    import time

    from miniport.cache.recorded import RecordedFiles
    from miniport.cache.remember import edited
    from miniport.cache.stamp import now
    from miniport.cache.table import Table
    from miniport.cli.order import BuildOrder
    from miniport.field import replace
    from miniport.pipeline import build
    from miniport.targets.pack import take_over

    started, began = time.perf_counter(), now()
    take_over(left.packs)
    warm, files = left.warm, left.request.files
    if not isinstance(files, RecordedFiles):
        return None
    read, listed, written = looked.tables
    files.take_over(read, listed)
    files_doubted, folders_doubted, _ = looked.doubted
    changes = files.changes_among(files_doubted, folders_doubted)
    if changes is None or changes.folders:
        return None
    # What was edited before is as it was told, and not as the state says.
    since = changes.files.union(edited(looked.parts, files.project))
    paths = files.paths(since)
    if len(paths) > MOST or not warm.owns(paths):
        return None
    outcome = build(left.request, None, warm, paths)
    warm.close()
    if isinstance(left.order, BuildOrder):
        work = _built(left, outcome, Table(written), began)
    else:
        from miniport.cli.examine import examined

        work = examined(left, outcome, began, language)
    if warm.is_whole:
        # What was kept still holds for the files that it is about; only another graph makes it useless.
        warm.prune()
    # A state that is written anew holds the edits.
    since = frozenset() if warm.is_whole else since
    report = replace(work.report, seconds=time.perf_counter() - started)
    done = replace(work.done, edited=since) if work.done is not None else None
    return replace(work, report=report, done=done, left=left if warm.is_whole else None)


def _built(left: Left, outcome: Outcome, held: Table, began: int) -> Work:
    from miniport.cache.recorded import RecordedFiles
    from miniport.cli.done import Work, done_of, report_of, written
    from miniport.cli.order import BuildOrder
    from miniport.field import replace

    order, files = left.order, left.request.files
    assert isinstance(order, BuildOrder) and isinstance(files, RecordedFiles)
    done = done_of(outcome, order, left, files, began)
    write_into = partial(_write, held=held, done=done)
    targets = tuple(written(built, order, write_into) for built in outcome.targets)
    report = report_of(outcome, targets, order, left.request)
    return Work(report, replace(done, stood=held))


def _write(bundle: Bundle, folder: Path, held: Table, done: Done) -> Written:
    """Write what a folder does not hold yet; where it held other files than the bundle has, look at all."""
    from miniport.cache.remember import standing, stood_in
    from miniport.cache.stamp import SHORT
    from miniport.output import write, write_over

    places, digests = standing(folder, bundle), done.digests[folder]
    if stood_in(folder, held) != frozenset(places.values()):
        return write(bundle, folder)
    changed = {
        path: digests[path] for path, name in places.items() if held.digest(name) != digests[path][:SHORT]
    }
    return write_over(bundle, folder, changed) or write(bundle, folder)
