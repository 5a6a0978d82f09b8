"""Carry out a build: ask, build, write; everything that is wrong ends up in the report."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from miniport import rules
from miniport.cache.stamp import now
from miniport.cli import system
from miniport.cli.ask import ask
from miniport.cli.done import Left, Work, done_of, report_of, written
from miniport.cli.order import BuildOrder
from miniport.cli.progress import progress
from miniport.clock import STOPPED, Clock
from miniport.diagnostics import Diagnostic
from miniport.field import replace
from miniport.output import OutputError, check_folder, recover, write
from miniport.pipeline import Warm, build
from miniport.report.outcome import Report


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
    misplaced = [
        found for each in targets for found in each.diagnostics if found.rule is rules.BUNDLE_AMONG_SOURCES
    ]
    if misplaced and len(misplaced) == len(targets):
        # Whoever named a wrong folder is to see that, not what else there is to say.
        return Work(Report(order.mode, (), tuple(misplaced), order.fail_on))
    report = report_of(outcome, tuple(targets), order, asked.request)
    if asked.files is None or warm is None:
        return Work(report)
    left = Left(order, asked.request, warm)
    done = done_of(outcome, order, left, asked.files, began)
    return Work(report, done, left if clock is STOPPED else None)


def _refused(folders: list[Path], project: Path) -> Iterator[Diagnostic]:
    """Complete what an earlier command began; yield why a folder cannot be written, before building."""
    for folder in folders:
        try:
            check_folder(folder, project)
            recover(folder)
        except OutputError as error:
            yield from error.diagnostics
