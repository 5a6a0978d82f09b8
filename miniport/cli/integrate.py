"""Carry out a run for continuous integration: one build, and everything that is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from miniport.archive.contents import contents
from miniport.archive.store import append, store
from miniport.cli import packing, system
from miniport.cli.order import CiOrder, PackOrder
from miniport.cli.packing import Label, Packed, Work, pack_one
from miniport.cli.summary import markdown
from miniport.diagnostics import Diagnostic
from miniport.field import replace
from miniport.output import OutputError, check_folder, check_place, recover, write
from miniport.pipeline import Built
from miniport.report.as_json import report_json
from miniport.report.health import health
from miniport.report.junit import report_junit
from miniport.report.outcome import Report, Status
from miniport.report.sarif import report_sarif

_STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable in which GitHub Actions names the file that it shows below a run."""


def carry_out(order: CiOrder, language: str) -> Work:
    """Check, build and pack what was ordered, write the reports, and return what there is to tell.

    Raises Misuse where the command line itself is at fault.
    """
    return _reported(packing.carry_out(order, language, _with_bundle), order, language)


def _with_bundle(built: Built, label: Label, order: PackOrder) -> Packed:
    """Write the archives and the bundle of one target, and weigh its findings as a check does."""
    packed = pack_one(built, label, order)
    summary = packed.summary
    if built.facts is not None:
        summary = replace(summary, health=health(built.facts, built.diagnostics))
    if built.bundle is None:
        return replace(packed, summary=summary)
    folder = order.made_folder / built.name
    try:
        check_folder(folder, order.project)
        recover(folder)
        if built.facts is not None and not order.force:
            check_place(folder, order.project, built.facts.project.base, built.facts.origins())
        write(contents(built.bundle).files, folder, is_forced=order.force)
    except OutputError as error:
        refused = tuple(replace(found, target=built.name) for found in error.diagnostics)
        told = replace(summary, status=Status.REFUSED, diagnostics=(*summary.diagnostics, *refused))
        return Packed(told)
    return replace(packed, summary=summary)


def _reported(work: Work, order: CiOrder, language: str) -> Work:
    """Write the reports for the programs that show them; a folder that takes none is one more finding."""
    summary = markdown(work.report, work.changes, order.project, language)
    files: Mapping[str, bytes] = {
        "report.json": report_json(work.report, language).encode("utf-8"),
        "report.sarif": report_sarif(work.report, language).encode("utf-8"),
        "junit.xml": report_junit(work.report, language).encode("utf-8"),
        "summary.md": summary.encode("utf-8"),
    }
    shown = system.environment().get(_STEP_SUMMARY)
    try:
        store(files, order.made_folder / "reports", is_forced=True)
        if shown:
            append(summary, Path(shown))
    except OutputError as error:
        return replace(work, report=_with(work.report, error.diagnostics))
    return work


def _with(report: Report, found: tuple[Diagnostic, ...]) -> Report:
    return replace(report, diagnostics=(*report.diagnostics, *found))
