"""Carry out a build: ask, build, write; everything that is wrong ends up in the report."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from miniport.cli import system
from miniport.cli.ask import ask
from miniport.cli.order import BuildOrder
from miniport.cli.progress import progress
from miniport.diagnostics import Diagnostic
from miniport.output import OutputError, check_folder, recover, write
from miniport.pipeline import Built, build
from miniport.report.outcome import Report, Status, Summary


def carry_out(order: BuildOrder, language: str) -> Report:
    """Build what was ordered and return what there is to tell.

    Raises Misuse where the command line itself is at fault.
    """
    started = time.perf_counter()
    return replace(_report(order, language), seconds=time.perf_counter() - started)


def _report(order: BuildOrder, language: str) -> Report:
    asked = ask(order, language, _refused, keep_going=order.keep_going)
    if asked.request is None:
        return asked.report(order)
    with progress(system.err(), language, is_wanted=not order.quiet) as tell:
        outcome = build(asked.request, tell)
    targets = tuple(_written(built, order) for built in outcome.targets)
    return Report(order.mode, targets, outcome.diagnostics, order.fail_on, suppressed=outcome.suppressed)


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
