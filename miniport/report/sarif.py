"""A report as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from miniport import __version__
from miniport.diagnostics import Cure, Place, Rule, Severity
from miniport.facts import Json
from miniport.report.cause import Merged, merge
from miniport.report.fingerprint import fingerprint
from miniport.report.outcome import Exit, Report
from miniport.report.path import from_top, uri
from miniport.report.words import word
from miniport.rules.catalogue import in_general

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}
_TOP = "SRCROOT"


def report_sarif(report: Report, language: str, *, is_ascii: bool = False) -> str:
    """Return one run. Paths count from the top of the repository; columns count code points."""
    groups = (
        (report.found(), ""),
        (report.all_suppressed(), "inSource"),
        (report.all_known(), "external"),
    )
    results = [(merged, kind) for diagnostics, kind in groups for merged in merge(diagnostics)]
    found = [merged for merged, _ in results]
    rules = {merged.diagnostic.rule.code: merged.diagnostic.rule for merged in found}
    ordered = tuple(rules[code] for code in sorted(rules))
    at = {rule.code: number for number, rule in enumerate(ordered)}
    value: Json = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(ordered, language)},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_TOP: {"description": {"text": "the top of the repository"}}},
                "invocations": [{"executionSuccessful": report.exit_code is not Exit.REFUSED}],
                "results": [
                    _result(merged, at, report, language)
                    | ({"suppressions": [{"kind": kind}]} if kind else {})
                    for merged, kind in results
                ],
            }
        ],
    }
    return json.dumps(value, ensure_ascii=is_ascii, indent=2) + "\n"


def _driver(rules: Iterable[Rule], language: str) -> Json:
    return {
        "name": "miniport",
        "semanticVersion": __version__,
        "language": "zh-CN" if language == "zh" else "en",
        "rules": [_rule(rule, language) for rule in rules],
    }


def _rule(rule: Rule, language: str) -> Json:
    words = rule.zh if language == "zh" else rule.en
    return {
        "id": rule.code,
        "name": "".join(part.title() for part in rule.name.split("-")),
        "shortDescription": {"text": in_general(words.message, language)},
        "help": {"text": in_general(words.help or words.message, language)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"isBlocking": rule.is_blocking},
    }


def _result(merged: Merged, at: Mapping[str, int], report: Report, language: str) -> dict[str, Json]:
    found = merged.diagnostic
    cure = merged.help(language)
    result: dict[str, Json] = {
        "ruleId": found.rule.code,
        "ruleIndex": at[found.rule.code],
        "level": _LEVELS[found.severity],
        "message": {"text": merged.message(language) + (f"\n{cure}" if cure else "")},
        "locations": [_location(found.place, report)],
        "partialFingerprints": {"miniport/v1": fingerprint(found)},
        "properties": {"targets": list(merged.targets)},
    }
    if found.cure is not None:
        result["fixes"] = [_fix(found.cure, found.place, report, language)]
    if found.related:
        result["relatedLocations"] = [
            {
                **_location(each.place, report),
                "message": {"text": each.zh if language == "zh" else each.en},
            }
            for each in found.related
        ]
    return result


def _fix(cure: Cure, place: Place, report: Report, language: str) -> Json:
    said = "fix" if cure.is_safe else "fix-to-read"
    replacements: list[Json] = [
        {"deletedRegion": _region(change.place), "insertedContent": {"text": change.edit.new}}
        for change in cure.changes
    ]
    artifact = {"artifactLocation": _artifact(place, report), "replacements": replacements}
    return {"description": {"text": word(language, said)}, "artifactChanges": [artifact]}


def _location(place: Place, report: Report) -> dict[str, Json]:
    physical: dict[str, Json] = {"artifactLocation": _artifact(place, report)}
    if place.line:
        physical["region"] = _region(place)
    return {"physicalLocation": physical}


def _artifact(place: Place, report: Report) -> Json:
    return {"uri": uri(from_top(place.path, report.base)), "uriBaseId": _TOP}


def _region(place: Place) -> Json:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
