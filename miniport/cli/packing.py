"""Carry out a pack: ask, build for release, describe, write the archives."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from miniport import rules
from miniport.archive.contents import contents
from miniport.archive.describe import Made, Told, described, uses
from miniport.archive.git import commit_of
from miniport.archive.manifest import Commit, Findings, Named
from miniport.archive.release import Release, released
from miniport.archive.store import store
from miniport.checks.check import Depth
from miniport.cli import system
from miniport.cli.ask import ask
from miniport.cli.order import PackOrder
from miniport.cli.progress import progress
from miniport.diagnostics import Diagnostic, Place, Severity
from miniport.output import OutputError
from miniport.pipeline import BuildRequest, Built, build
from miniport.project.find import absolute, repository_base
from miniport.project.outputs import skipped
from miniport.project.settings import SETTINGS_FILE, Settings
from miniport.report.cause import causes
from miniport.report.outcome import Report, Status, Summary

_EXAMPLES = {"name": "my-app", "version": '"1.0.0"'}
_OPTIONS = {"name": "--name", "version": "--app-version"}


@dataclass(frozen=True)
class Packed:
    """One target's outcome: what to tell, and the release where there is one."""

    summary: Summary
    release: Release | None = None


@dataclass(frozen=True)
class Label:
    """What all archives of one run share."""

    project: Named
    git: Commit | None


def carry_out(order: PackOrder, language: str) -> Report:
    """Pack what was ordered and return what there is to tell.

    Raises Misuse where the command line itself is at fault.
    """
    started = time.perf_counter()
    report = replace(_report(order, language), base=repository_base(absolute(order.project)))
    return replace(report, seconds=time.perf_counter() - started)


def _report(order: PackOrder, language: str) -> Report:
    asked = ask(order, language, lambda folders, project: ())
    if asked.request is None:
        return asked.report(order)
    request = for_release(asked.request, order)
    wrong = tuple(unnamed(request.settings))
    if wrong:
        return Report(order.mode, (), wrong, order.fail_on)
    with progress(system.err(), language, is_wanted=not order.quiet) as tell:
        outcome = build(request, tell)
    label = label_of(request.settings, order)
    packed = [pack_one(built, label, order) for built in outcome.targets]
    return Report(order.mode, tuple(each.summary for each in packed), outcome.diagnostics, order.fail_on)


def for_release(request: BuildRequest, order: PackOrder) -> BuildRequest:
    """Return the request of a release: everything is looked at, and each script has its map."""
    settings = replace(
        request.settings,
        name=order.name or request.settings.name,
        version=order.app_version or request.settings.version,
        source_maps="file",
    )
    return replace(request, settings=settings, depth=Depth.WHOLE)


def unnamed(settings: Settings) -> Iterator[Diagnostic]:
    """Yield what a release must be called by and is not."""
    place = Place(PurePosixPath(SETTINGS_FILE))
    for key, value in {"name": settings.name, "version": settings.version}.items():
        if not value:
            arguments = {"key": key, "example": _EXAMPLES[key], "option": _OPTIONS[key]}
            yield Diagnostic(rules.ARCHIVE_UNNAMED, arguments, place)


def label_of(settings: Settings, order: PackOrder) -> Label:
    """Return what the archives are called, and where their source stands in git."""
    folders = skipped(order.project, [order.folder("")])
    project = Named(settings.name or "", settings.version or "")
    return Label(project, commit_of(absolute(order.project), sorted(folders)))


def pack_one(built: Built, label: Label, order: PackOrder) -> Packed:
    """Write the archives of one target; none where there is an error, whatever --fail-on says."""
    summary = Summary.of(built, Status.BLOCKED, "")
    if built.bundle is None or built.facts is None or built.pack is None or _has_error(summary):
        return Packed(summary)
    inside = contents(built.bundle)
    made = Made(built.facts, built.pack, inside)
    manifest = described(
        made, Told(label.project, label.git, findings(built.diagnostics), (), uses(made.facts))
    )
    release = released(inside, manifest, {})
    folder = order.folder(built.name)
    out = (folder / release.archive).as_posix()
    counted = replace(summary, out=out, files=len(inside.files), size=manifest.size)
    try:
        written = store(release.files, folder, is_forced=order.force)
    except OutputError as error:
        refused = tuple(replace(found, target=built.name) for found in error.diagnostics)
        return Packed(replace(counted, status=Status.REFUSED, diagnostics=(*summary.diagnostics, *refused)))
    status = Status.WRITTEN if written else Status.UNCHANGED
    return Packed(replace(counted, status=status, written=written), release)


def findings(diagnostics: Sequence[Diagnostic]) -> Findings:
    """Return how many causes there are, by severity and by code."""
    found = causes(diagnostics)
    levels = Counter(cause.severity for cause in found)
    codes = Counter(cause.first.diagnostic.rule.code for cause in found)
    return Findings(
        levels[Severity.ERROR], levels[Severity.WARNING], levels[Severity.NOTE], dict(sorted(codes.items()))
    )


def _has_error(summary: Summary) -> bool:
    return any(found.severity is Severity.ERROR for found in summary.diagnostics)
