"""Carry out a build: ask, build, write; everything that is wrong ends up in the report."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from miniport.cache.remember import Done
from miniport.cache.stamp import now
from miniport.cli import system
from miniport.cli.ask import ask
from miniport.cli.order import BuildOrder
from miniport.cli.packs import is_folder
from miniport.cli.progress import progress
from miniport.clock import STOPPED, Clock
from miniport.diagnostics import Diagnostic
from miniport.frozen import frozen
from miniport.output import OutputError, check_folder, recover, write
from miniport.pipeline import Built, build
from miniport.report.outcome import Report, Status, Summary


@frozen
class Work:
    """What there is to tell of a build; `done`, what it depended on, where it came as far as building."""

    report: Report
    done: Done | None = None


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
        asked = ask(order, language, _refused, keep_going=order.keep_going, left_out=left_out)
    if asked.request is None:
        return Work(asked.report(order))
    with progress(system.err(), language, is_wanted=not order.quiet) as tell, clock.stage("build"):
        outcome = build(replace(asked.request, clock=clock) if clock is not STOPPED else asked.request, tell)
    targets = []
    for built in outcome.targets:
        with clock.stage("write", built.name):
            targets.append(_written(built, order))
    report = Report(
        order.mode, tuple(targets), outcome.diagnostics, order.fail_on, suppressed=outcome.suppressed
    )
    if asked.files is None:
        return Work(report)
    folders = tuple(order.folder(pack.name) for pack in asked.request.packs)
    bundles = {order.folder(built.name): built.bundle for built in outcome.targets if built.bundle}
    packs = tuple(Path(name) for name in order.target if is_folder(name))
    return Work(report, Done(asked.files, order.root is not None, folders, bundles, packs, began))


def _refused(folders: list[Path], project: Path) -> Iterator[Diagnostic]:
    """Complete what an earlier command began; yield why a folder cannot be written, before building."""
    for folder in folders:
        try:
            check_folder(folder, project)
            recover(folder)
        except OutputError as error:
            yield from error.diagnostics


def _written(built: Built, order: BuildOrder) -> Summary:
    folder = order.folder(built.name)
    summary = Summary.of(built, Status.BLOCKED, folder.as_posix())
    if built.bundle is None:
        return summary
    try:
        done = write(built.bundle, folder, is_forced=order.force)
    except OutputError as error:
        refused = tuple(replace(found, target=built.name) for found in error.diagnostics)
        return replace(summary, status=Status.REFUSED, diagnostics=(*summary.diagnostics, *refused))
    status = Status.WRITTEN if done.written or done.removed else Status.UNCHANGED
    return replace(summary, status=status, written=done.written, removed=done.removed)
