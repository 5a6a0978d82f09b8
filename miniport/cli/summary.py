"""What changed since earlier archives, and a whole run as Markdown for a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from miniport.archive.compare import Changes, compared
from miniport.archive.manifest import Manifest
from miniport.archive.read import ArchiveError, manifest_of
from miniport.archive.render import changes_markdown, changes_text, rendered
from miniport.cli import system
from miniport.cli.order import Order
from miniport.cli.tell import tell
from miniport.diagnostics import Diagnostic, Severity
from miniport.facts import Json
from miniport.frozen import frozen
from miniport.project.find import absolute
from miniport.record import encode
from miniport.report.cause import Cause, causes
from miniport.report.cells import tame
from miniport.report.outcome import Report, Summary
from miniport.report.text import spot, tally
from miniport.report.words import word

_MOST = 20
"""Findings that a comment lists, the worst first."""


@frozen
class Bases:
    """The manifests to compare with, by target, and why one could not be read."""

    manifests: dict[str, Manifest]
    wrong: tuple[Diagnostic, ...]


@frozen
class _Target:
    name: str
    outcome: str
    pages: int
    files: int
    size: int
    findings: str


@frozen
class _Finding:
    code: str
    place: str
    message: str
    more: int


def bases(archives: Iterable[Path]) -> Bases:
    """Read the manifests of earlier archives."""
    found: dict[str, Manifest] = {}
    wrong = []
    for archive in archives:
        try:
            manifest = manifest_of(archive)
        except ArchiveError as error:
            wrong.append(error.diagnostic)
        else:
            found[manifest.target.name] = manifest
    return Bases(found, tuple(wrong))


def changes_since(earlier: Bases, manifests: Iterable[Manifest]) -> tuple[Changes, ...]:
    """Return what changed for each target that there is an earlier archive of."""
    pairs = ((earlier.manifests.get(manifest.target.name), manifest) for manifest in manifests)
    return tuple(compared(before, after) for before, after in pairs if before is not None)


def as_json(changes: Iterable[Changes]) -> tuple[Json, ...]:
    """Return changes for a report."""
    return tuple(cast(Json, encode(each)) for each in changes)


def tell_release(report: Report, changes: tuple[Changes, ...], order: Order, language: str) -> None:
    """Write a report and what changed to standard output."""
    if order.format == "markdown":
        system.emit(markdown(report, changes, order.project, language), system.out())
        return
    tell(report, order, language)
    if order.format == "text":
        for each in changes:
            system.emit(f"\n{changes_text(each, language)}", system.out())


def markdown(report: Report, changes: tuple[Changes, ...], project: Path, language: str) -> str:
    """Return a run of a project as Markdown, with no path of the machine it ran on."""
    found = [cause for cause in causes(report.found()) if cause.severity is not Severity.NOTE]
    found.sort(key=lambda cause: cause.severity is not Severity.ERROR)
    return rendered(
        "release/summary.md",
        zh=language == "zh",
        targets=[_target(target, project, language) for target in report.targets],
        findings=list(_findings(found[:_MOST], language)),
        left=max(0, len(found) - _MOST),
        changes=[changes_markdown(each, language) for each in changes],
    )


def _target(target: Summary, project: Path, language: str) -> _Target:
    out = _out(target.out, project)
    outcome = word(language, target.status.value, out=tame(out)).removeprefix("-> ")
    tallied = tally(target.diagnostics, language)
    return _Target(target.name, outcome, target.pages, target.files, target.size, tallied)


def _out(out: str, project: Path) -> str:
    """Return a path as it was told, or where that is a whole one, from the project's folder on."""
    if not out or not Path(out).is_absolute():
        return out
    path, top = absolute(Path(out)), absolute(project)
    return path.relative_to(top).as_posix() if path.is_relative_to(top) else path.name


def _findings(found: Iterable[Cause], language: str) -> Iterator[_Finding]:
    for cause in found:
        first = cause.first
        place = spot(first.diagnostic.place)
        message = tame(first.message(language)).replace("<", "&lt;")
        yield _Finding(first.diagnostic.rule.code, f"`{place}`", message, cause.count - 1)
