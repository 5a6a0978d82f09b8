"""A report as JSON: a contract, described in docs/cli.md."""

from __future__ import annotations

import json

from miniport import __version__
from miniport.diagnostics import Cure, Place, Related, Severity
from miniport.facts import Json
from miniport.report.cause import Merged, counts, merge
from miniport.report.health import Health
from miniport.report.outcome import Report, Summary

SCHEMA = 1


def report_json(report: Report, language: str, *, is_ascii: bool = False) -> str:
    """Return the whole report. `is_ascii` escapes what a stream could not take."""
    value: Json = {
        "schema": SCHEMA,
        "tool": {"name": "miniport", "version": __version__},
        "exitCode": int(report.exit_code),
        "mode": report.mode,
        "seconds": round(report.seconds, 3),
        "fixed": [{"path": str(path), "count": count} for path, count in report.fixed],
        "suppressed": len(merge(report.all_suppressed())),
        "known": len(merge(report.all_known())),
        "targets": [_target(target) for target in report.targets],
        "diagnostics": [diagnostic_json(merged, language) for merged in merge(report.found())],
        **({"changes": list(report.changes)} if report.changes else {}),
    }
    return json.dumps(value, ensure_ascii=is_ascii, indent=2) + "\n"


def _target(target: Summary) -> Json:
    found = counts(target.diagnostics)
    return {
        "name": target.name,
        "status": target.status.value,
        "out": target.out,
        "pages": target.pages,
        "components": target.components,
        "files": target.files,
        "bytes": target.size,
        "seconds": round(target.seconds, 3),
        "written": target.written,
        "removed": target.removed,
        "findings": {severity.value: found[severity] for severity in Severity},
        **({"health": _health(target.health)} if target.health is not None else {}),
    }


def _health(health: Health) -> Json:
    return {
        "whole": health.whole,
        "blocked": list[Json](sorted(health.blocked)),
        "causes": health.by,
        "untried": list[Json](sorted(health.untried)),
    }


def diagnostic_json(merged: Merged, language: str) -> dict[str, Json]:
    """Return one finding."""
    found = merged.diagnostic
    return {
        "code": found.rule.code,
        "name": found.rule.name,
        "severity": found.severity.value,
        "isBlocking": found.rule.is_blocking,
        "message": merged.message(language),
        "help": merged.help(language),
        "place": _place(found.place),
        "targets": list(merged.targets),
        "count": found.count,
        "arguments": dict(found.arguments),
        "related": [_related(related, language) for related in found.related],
        **({"fix": _fix(found.cure)} if found.cure is not None else {}),
    }


def _fix(cure: Cure) -> Json:
    changes: list[Json] = [
        {"place": _place(change.place), "new": change.edit.new, "reason": change.edit.reason}
        for change in cure.changes
    ]
    return {"isSafe": cure.is_safe, "changes": changes}


def _place(place: Place) -> Json:
    if not place.line:
        return {"path": str(place.path)}
    return {
        "path": str(place.path),
        "line": place.line,
        "column": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "text": place.frame,
    }


def _related(related: Related, language: str) -> Json:
    return {"place": _place(related.place), "message": related.zh if language == "zh" else related.en}
