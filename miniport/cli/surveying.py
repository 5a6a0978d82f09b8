"""Carry out a report: ask, build in memory, describe, write the page."""

from __future__ import annotations

import json
from pathlib import Path

from miniport.checks.check import Depth
from miniport.cli import system
from miniport.cli.ask import ask
from miniport.cli.order import ReportOrder
from miniport.cli.progress import progress
from miniport.cli.tell import tell as tell_report
from miniport.cli.words import say
from miniport.field import replace
from miniport.output.replace import read_or_none, replace_files
from miniport.pipeline import Outcome, build
from miniport.project.find import absolute
from miniport.record import encode
from miniport.report.outcome import Report
from miniport.report.page import page
from miniport.report.survey import survey
from miniport.report.survey_form import Survey


def write_survey(order: ReportOrder, language: str) -> int:
    """Write what was ordered and return the exit code."""
    asked = ask(order, language, lambda folders, project: ())
    if asked.request is None:
        return _refused(asked.report(order), order, language)
    with progress(system.err(), language, is_wanted=not order.quiet, label="checking") as tell:
        outcome = build(replace(asked.request, depth=Depth.WHOLE), tell)
    if not outcome.targets:
        return _refused(Report(order.mode, (), outcome.diagnostics, order.fail_on), order, language)
    made = survey(outcome, _name(order, outcome), order.mode)
    contents = {path: _written(made, path, language) for path in order.pages}
    replace_files({path: content for path, content in contents.items() if read_or_none(path) != content})
    if not order.quiet:
        _tell(made, order, language)
    return 0


def _refused(report: Report, order: ReportOrder, language: str) -> int:
    tell_report(report, order, language)
    return int(report.exit_code)


def _name(order: ReportOrder, outcome: Outcome) -> str:
    facts = outcome.targets[0].facts
    told = facts.project.settings.name if facts is not None else None
    return told or absolute(order.project).name


def _written(made: Survey, path: Path, language: str) -> bytes:
    if path.suffix == ".json":
        return (json.dumps(encode(made), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    return page(made, language).encode("utf-8")


def _tell(made: Survey, order: ReportOrder, language: str) -> None:
    for target in made.targets:
        whole = sum(not page.errors for page in target.pages)
        untried = sum(page.is_untried and not page.errors for page in target.pages)
        numbers = {"score": target.score, "whole": whole, "pages": len(target.pages)}
        told = say(language, "report.done", target=target.name, **numbers)
        if untried:
            told += say(language, "report.untried", untried=untried)
        system.emit(told + "\n", system.out())
    for path in order.pages:
        system.emit(f"-> {path.as_posix()}\n", system.out())
