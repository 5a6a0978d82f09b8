"""Carry out a pack: ask, build for release, describe, write the archives."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from miniport import rules
from miniport.analyze.app import AppFacts
from miniport.archive.budget import archive_over, measures, over
from miniport.archive.compare import Changes
from miniport.archive.contents import contents
from miniport.archive.describe import Made, Told, described
from miniport.archive.git import commit_of
from miniport.archive.hosts import hosts
from miniport.archive.manifest import Commit, Findings, Named
from miniport.archive.measure import parts
from miniport.archive.origin import origins
from miniport.archive.release import Release, released
from miniport.archive.render import sheet
from miniport.archive.sbom import bill
from miniport.archive.store import store
from miniport.archive.use import uses
from miniport.archive.verify import is_as_written
from miniport.bundle import Bundle
from miniport.checks.check import Depth
from miniport.cli import system
from miniport.cli.ask import ask
from miniport.cli.known import unknown
from miniport.cli.order import PackOrder
from miniport.cli.progress import progress
from miniport.cli.summary import as_json, bases, changes_since
from miniport.diagnostics import Diagnostic, Place, Severity
from miniport.field import replace
from miniport.frozen import frozen
from miniport.output import OutputError
from miniport.pipeline import BuildRequest, Built, Outcome, build
from miniport.posix import PurePosixPath
from miniport.project.find import absolute, repository_base
from miniport.project.outputs import skipped
from miniport.project.settings import SETTINGS_FILE, Settings
from miniport.report.cause import causes
from miniport.report.outcome import Report, Status, Summary
from miniport.targets.pack import TargetPack
from miniport.targets.release import UploadRow

_EXAMPLES = {"name": "my-app", "version": '"1.0.0"'}
_OPTIONS = {"name": "--name", "version": "--app-version"}


@frozen
class Packed:
    """One target's outcome: what to tell, and the release where there is one."""

    summary: Summary
    release: Release | None = None


@frozen
class Label:
    """What all archives of one run share."""

    project: Named
    git: Commit | None


@frozen
class Work:
    """A whole pack: what to tell, what changed since earlier archives, and what can be handed over.

    `uploads`: each release with the vendor's program, where one is known, and the folder of its files.
    """

    report: Report
    changes: tuple[Changes, ...] = ()
    uploads: tuple[tuple[Release, UploadRow | None, Path], ...] = ()


Pack = Callable[[Built, Label, PackOrder], Packed]
"""Makes what one target gets, and says what there is to tell of it."""


def carry_out(order: PackOrder, language: str, pack: Pack | None = None) -> Work:
    """Pack what was ordered and return what there is to tell; `pack` makes what a target gets (`pack_one`).

    Raises Misuse where the command line itself is at fault.
    """
    started = time.perf_counter()
    work = _work(order, language, pack or pack_one)
    report = replace(
        work.report,
        base=repository_base(absolute(order.project)),
        changes=as_json(work.changes),
        made="archive",
    )
    return replace(work, report=replace(report, seconds=time.perf_counter() - started))


def _work(order: PackOrder, language: str, pack: Pack) -> Work:
    asked = ask(order, language, lambda folders, project: ())
    if asked.request is None:
        return Work(asked.report(order))
    request = for_release(asked.request, order)
    earlier = bases(order.since)
    wrong = (*unnamed(request.settings), *earlier.wrong)
    if wrong:
        return Work(Report(order.mode, (), wrong, order.fail_on))
    with progress(system.err(), language, is_wanted=not order.quiet) as tell:
        outcome = build(request, tell)
    compared = unknown(outcome, order, request.settings, language)
    if isinstance(compared, Diagnostic):
        return Work(Report(order.mode, (), (compared,), order.fail_on))
    outcome, told = compared
    label = label_of(request.settings, order)
    packed = [pack(built, label, order) for built in outcome.targets]
    changes = changes_since(earlier, [each.release.manifest for each in packed if each.release is not None])
    uploads = tuple(
        (each.release, target.release.upload, order.folder(target.name))
        for each, target in zip(packed, request.packs, strict=False)
        if each.release is not None
    )
    return Work(_with_known(told, packed, outcome), changes, uploads)


def _with_known(told: Report, packed: Sequence[Packed], outcome: Outcome) -> Report:
    """Return the report of a pack; `told` is what of its findings the baseline lists."""
    targets = tuple(
        replace(each.summary, known=target.known) for each, target in zip(packed, told.targets, strict=True)
    )
    return replace(told, targets=targets, suppressed=outcome.suppressed)


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
    folders = skipped(order.project, [order.made_folder])
    project = Named(settings.name or "", settings.version or "")
    return Label(project, commit_of(absolute(order.project), sorted(folders)))


def pack_one(built: Built, label: Label, order: PackOrder) -> Packed:
    """Write the archives of one target; none where there is an error, whatever --fail-on says."""
    summary = Summary.of(built, Status.BLOCKED, "")
    if built.bundle is None or built.facts is None or built.pack is None:
        return Packed(summary)
    release, large = made_release(built.bundle, built.facts, built.pack, label, built.diagnostics)
    told = tuple(replace(found, target=built.name) for found in large)
    # What is counted is what goes into the archive, also where none is written: its maps lie beside it.
    manifest = release.manifest
    summary = replace(summary, files=len(manifest.files), size=manifest.size)
    summary = replace(summary, diagnostics=(*summary.diagnostics, *told))
    if any(found.severity is Severity.ERROR for found in summary.diagnostics):
        return Packed(summary)
    return _stored(summary, release, order)


def made_release(
    bundle: Bundle, facts: AppFacts, pack: TargetPack, label: Label, found: Sequence[Diagnostic]
) -> tuple[Release, tuple[Diagnostic, ...]]:
    """Return the release of one target, and what in it is too large."""
    inside = contents(bundle)
    made = Made(facts, pack, inside)
    budgets = facts.project.settings.target(pack.name).budgets
    sized = tuple(parts(inside.files, origins(inside.files, facts, pack), facts, pack))
    large = tuple(over(sized, pack, budgets))
    named_hosts = hosts(facts)
    manifest = described(
        made,
        Told(
            label.project,
            label.git,
            findings((*found, *large)),
            measures(sized, pack, budgets),
            uses(facts, pack, named_hosts),
        ),
    )
    beside = {
        ".sbom.json": bill(manifest).encode("utf-8"),
        ".release.md": sheet(manifest, facts, pack, named_hosts).encode("utf-8"),
    }
    release = released(inside, manifest, beside)
    too_large = archive_over(len(release.files[release.archive]), sized[0], pack)
    return release, (*large, *too_large)


def _stored(summary: Summary, release: Release, order: PackOrder) -> Packed:
    folder = order.folder(summary.name)
    out = (folder / release.archive).as_posix()
    counted = replace(summary, out=out)
    try:
        is_forced = order.force or (order.replaces_own and is_as_written(release.files, folder))
        written = store(release.files, folder, is_forced=is_forced)
    except OutputError as error:
        refused = tuple(replace(found, target=summary.name) for found in error.diagnostics)
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
