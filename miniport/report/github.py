"""A report as annotations of a GitHub job: one line a cause, the heaviest first.

A step shows ten errors, ten warnings and ten notices, a job fifty; what is more is in the log alone.
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands, looked at 2026-11-27.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.diagnostics import Severity
from miniport.report.cause import Cause, causes
from miniport.report.health import weighed
from miniport.report.outcome import Report, Summary
from miniport.report.path import from_top
from miniport.report.text import tally
from miniport.report.words import word

LIMIT = 10
"""Annotations of one level that a step shows."""
_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def report_github(report: Report, language: str) -> str:
    """Return the annotations, then a line a target; the log of a step holds both."""
    found = [each.cause for each in weighed(causes(report.found()), report.pages_of() or {})]
    lines = [_annotation(cause, report, language) for cause in found]
    lines.extend(_more(found, language))
    lines.extend(f"{target.name}: {_told(target, language)}" for target in report.targets)
    return "".join(f"{line}\n" for line in lines)


def _annotation(cause: Cause, report: Report, language: str) -> str:
    merged = cause.first
    found, place = merged.diagnostic, merged.diagnostic.place
    properties = {"file": from_top(place.path, report.base)}
    if place.line:
        properties |= {"line": str(place.line), "endLine": str(place.end_line)}
        # GitHub refuses columns that span lines.
        if place.end_line == place.line:
            properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = f"{found.rule.code} {found.rule.name}"
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[cause.severity]} {told}::{_data(_text(cause, language))}"


def _text(cause: Cause, language: str) -> str:
    merged = cause.first
    lines = [merged.message(language)]
    if "target" not in merged.diagnostic.arguments and merged.targets:
        lines[0] += f" [{', '.join(merged.targets)}]"
    if cure := merged.help(language):
        lines.append(f"{word(language, 'help')}: {cure}")
    if cause.count > 1:
        lines.append(word(language, "in-places", count=cause.count))
    return "\n".join(lines)


def _more(found: list[Cause], language: str) -> Iterator[str]:
    for severity in Severity:
        number = sum(cause.severity is severity for cause in found)
        if number > LIMIT:
            key = f"{severity.value}s"
            told = word(language, key, count=number)
            yield word(language, "annotations-hidden", limit=LIMIT, told=told)


def _told(target: Summary, language: str) -> str:
    return tally(target.diagnostics, language)


def _data(text: str) -> str:
    """Return a text as it stands behind the second `::`."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return a text as it stands as the value of a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
