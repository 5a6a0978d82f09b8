"""Carry out a build: choose, read, build, write; everything that is wrong ends up in the report."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from miniport.cli import system
from miniport.cli.misuse import Misuse
from miniport.cli.order import Order
from miniport.cli.packs import choose
from miniport.cli.progress import progress
from miniport.cli.words import say
from miniport.diagnostics import Diagnostic
from miniport.emit import Mode
from miniport.output import OutputError, check_folder, recover, write
from miniport.pipeline import BuildRequest, Built, build
from miniport.project.facts_files import overlaid
from miniport.project.files import DiskFiles, workspace_root
from miniport.project.find import absolute, lies_in
from miniport.project.outputs import skipped
from miniport.project.read_settings import read_settings
from miniport.report.outcome import Report, Status, Summary
from miniport.targets.pack import bundled_names


def carry_out(order: Order, language: str) -> Report:
    """Build what was ordered and return what there is to tell.

    Raises Misuse where the command line itself is at fault.
    """
    started = time.perf_counter()
    return replace(_report(order, language), seconds=time.perf_counter() - started)


def _report(order: Order, language: str) -> Report:
    packs = choose(order.target, language)
    root = _root(order, language)
    told = read_settings(order.project, (*bundled_names(), *(pack.name for pack in packs)))
    if told.diagnostics:
        return Report(order.mode, (), told.diagnostics, order.fail_on)
    folders = [order.folder(pack.name) for pack in packs]
    files = DiskFiles(root, order.project, skipped(order.project, folders))
    laid = [overlaid(pack, told.settings.target(pack.name).facts_files, files) for pack in packs]
    wrong = (*(found for _, wrong in laid for found in wrong), *_refused(folders, order.project))
    if wrong:
        return Report(order.mode, (), wrong, order.fail_on)
    request = BuildRequest(
        files, told.settings, tuple(pack for pack, _ in laid), Mode(order.mode), order.keep_going
    )
    with progress(system.err(), language, is_wanted=not order.quiet) as tell:
        outcome = build(request, tell)
    targets = tuple(_written(built, order) for built in outcome.targets)
    return Report(order.mode, targets, outcome.diagnostics, order.fail_on)


def _root(order: Order, language: str) -> Path:
    if order.root is None:
        return workspace_root(absolute(order.project))
    if not lies_in(order.project, order.root):
        raise Misuse(say(language, "not-in-root", project=order.project, root=order.root))
    return order.root


def _refused(folders: list[Path], project: Path) -> Iterator[Diagnostic]:
    """Complete what an earlier command began; yield why a folder cannot be written, before building."""
    for folder in folders:
        try:
            check_folder(folder, project)
            recover(folder)
        except OutputError as error:
            yield from error.diagnostics


def _written(built: Built, order: Order) -> Summary:
    folder = order.folder(built.name)
    summary = Summary(
        name=built.name,
        status=Status.BLOCKED,
        out=folder.as_posix(),
        pages=built.pages,
        components=built.components,
        files=len(built.bundle or ()),
        size=sum(map(len, (built.bundle or {}).values())),
        seconds=built.seconds,
        diagnostics=tuple(replace(found, target=built.name) for found in built.diagnostics),
    )
    if built.bundle is None:
        return summary
    try:
        done = write(built.bundle, folder, is_forced=order.force)
    except OutputError as error:
        refused = tuple(replace(found, target=built.name) for found in error.diagnostics)
        return replace(summary, status=Status.REFUSED, diagnostics=(*summary.diagnostics, *refused))
    status = Status.WRITTEN if done.written or done.removed else Status.UNCHANGED
    return replace(summary, status=status, written=done.written, removed=done.removed)
