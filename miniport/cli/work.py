"""Carry out a build: ask, build, write; everything that is wrong ends up in the report."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from miniport.bundle import Bundle
from miniport.cache.recorded import RecordedFiles
from miniport.cache.remember import Done
from miniport.cache.stamp import now
from miniport.cli import system
from miniport.cli.ask import ask
from miniport.cli.known import new_only
from miniport.cli.order import BuildOrder
from miniport.cli.packs import is_folder
from miniport.cli.progress import progress
from miniport.clock import STOPPED, Clock
from miniport.diagnostics import Diagnostic
from miniport.frozen import frozen
from miniport.output import OutputError, Written, check_folder, recover, write
from miniport.pipeline import BuildRequest, Built, Outcome, Warm, build
from miniport.report.outcome import Report, Status, Summary


@frozen
class Left:
    """What a build leaves to one in a later process: what was asked for, and all that was made for it."""

    order: BuildOrder
    request: BuildRequest
    warm: Warm


@frozen
class Work:
    """What there is to tell of a build; `done`, what it depended on, where it came as far as building.

    `left` is for later builds, None where there is nothing that they could use.
    """

    report: Report
    done: Done | None = None
    left: Left | None = None


def carry_out(order: BuildOrder, language: str, clock: Clock = STOPPED) -> Work:
    """Build what was ordered and return what there is to tell.

    Raises Misuse where the command line itself is at fault.
    """
    started = time.perf_counter()
    work = _work(order, language, clock)
    return replace(work, report=replace(work.report, seconds=time.perf_counter() - started))


def _work(order: BuildOrder, language: str, clock: Clock) -> Work:
    began = now()
    left_out = () if order.no_cache else (order.cache_folder,)
    with clock.stage("settings and packs"):
        asked = ask(
            order,
            language,
            _refused,
            keep_going=order.keep_going,
            left_out=left_out,
            is_recorded=not order.no_cache,
        )
    if asked.request is None:
        return Work(asked.report(order))
    with progress(system.err(), language, is_wanted=not order.quiet) as tell, clock.stage("build"):
        warm = None if order.no_cache else Warm()
        request = replace(asked.request, clock=clock) if clock is not STOPPED else asked.request
        outcome = build(request, tell, warm)
    if warm is not None:
        warm.close()
    targets = []
    for built in outcome.targets:
        with clock.stage("write", built.name):
            targets.append(written(built, order, partial(write, is_forced=order.force)))
    report = report_of(outcome, tuple(targets), order, asked.request)
    if asked.files is None:
        return Work(report)
    left = Left(order, asked.request, warm) if warm is not None and clock is STOPPED else None
    return Work(report, done_of(outcome, order, asked.request, asked.files, began), left)


def report_of(
    outcome: Outcome, targets: tuple[Summary, ...], order: BuildOrder, request: BuildRequest
) -> Report:
    """Return what there is to tell of an outcome, once its targets are written."""
    found = Report(order.mode, targets, outcome.diagnostics, order.fail_on, suppressed=outcome.suppressed)
    return new_only(found, order.project, request.settings)


def done_of(
    outcome: Outcome, order: BuildOrder, request: BuildRequest, files: RecordedFiles, began: int
) -> Done:
    """Return what a build did and depended on."""
    baseline = request.settings.check.baseline
    if baseline is not None:
        # What it lists decides what is told, so a build that has nothing to do depends on it, too.
        files.note(baseline)
    folders = tuple(order.folder(pack.name) for pack in request.packs)
    bundles = {order.folder(built.name): built.bundle for built in outcome.targets if built.bundle}
    packs = tuple(Path(name) for name in order.target if is_folder(name))
    return Done(files, order.root is not None, folders, bundles, packs, began)


def _refused(folders: list[Path], project: Path) -> Iterator[Diagnostic]:
    """Complete what an earlier command began; yield why a folder cannot be written, before building."""
    for folder in folders:
        try:
            check_folder(folder, project)
            recover(folder)
        except OutputError as error:
            yield from error.diagnostics


def written(built: Built, order: BuildOrder, write_into: Callable[[Bundle, Path], Written]) -> Summary:
    """Write one target's bundle, where it has one, and return what became of it."""
    folder = order.folder(built.name)
    summary = Summary.of(built, Status.BLOCKED, folder.as_posix())
    if built.bundle is None:
        return summary
    try:
        done = write_into(built.bundle, folder)
    except OutputError as error:
        refused = tuple(replace(found, target=built.name) for found in error.diagnostics)
        return replace(summary, status=Status.REFUSED, diagnostics=(*summary.diagnostics, *refused))
    status = Status.WRITTEN if done.written or done.removed else Status.UNCHANGED
    return replace(summary, status=status, written=done.written, removed=done.removed)
