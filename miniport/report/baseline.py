"""A baseline: the findings of an old project that are known, so that only new ones count.

A finding is known by its fingerprint, which stays when lines move, on each target as often as it was counted.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from miniport import rules
from miniport.diagnostics import Diagnostic, Place, Severity
from miniport.facts import Json
from miniport.field import replace
from miniport.frozen import frozen
from miniport.report.fingerprint import fingerprint
from miniport.report.outcome import Report, Summary

SCHEMA = 1
GENERAL = "*"
"""Stands for the target of findings that belong to none."""


class BaselineError(Exception):
    """A text that is no baseline, with what was found, in both languages."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.en = en
        self.zh = zh


@frozen(slots=True)
class Entry:
    """One known finding: what it is, for people, and how often each target has it."""

    fingerprint: str
    code: str
    path: str
    text: str
    targets: Mapping[str, int]


def parse(text: str) -> tuple[Entry, ...]:
    """Return the entries of a baseline. Raises BaselineError."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise BaselineError(f"it is no JSON ({error})", f"不是 JSON（{error}）") from error
    if not isinstance(value, dict) or value.get("schema") != SCHEMA:
        raise BaselineError(f"its schema is not {SCHEMA}", f"其 schema 不是 {SCHEMA}")
    try:
        return tuple(_entry(row) for row in value["findings"])
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BaselineError("an entry has another shape", "有条目的格式不对") from error


def _entry(row: Mapping[str, object]) -> Entry:
    targets = row["targets"]
    assert isinstance(targets, dict)
    counts = {str(name): int(count) for name, count in targets.items()}
    return Entry(str(row["fingerprint"]), str(row["code"]), str(row["path"]), str(row["text"]), counts)


def without(report: Report, entries: Iterable[Entry]) -> tuple[Report, int]:
    """Return the report with known findings moved to `known`, and how many entries' findings are gone."""
    left = Counter({(name, each.fingerprint): n for each in entries for name, n in each.targets.items()})
    targets = tuple(_target(target, left) for target in report.targets)
    general, known = _sifted(report.diagnostics, GENERAL, left)
    names = {GENERAL, *(target.name for target in targets)}
    stale = sum(count for (name, _), count in left.items() if name in names)
    return replace(report, targets=targets, diagnostics=general, known=known), stale


def _target(target: Summary, left: Counter[tuple[str, str]]) -> Summary:
    kept, known = _sifted(target.diagnostics, target.name, left)
    return replace(target, diagnostics=kept, known=known)


def _sifted(
    found: Iterable[Diagnostic], name: str, left: Counter[tuple[str, str]]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    kept, known = [], []
    for each in found:
        key = (name, fingerprint(each))
        if left[key] > 0 and not _is_never_known(each):
            left[key] -= 1
            known.append(each)
        else:
            kept.append(each)
    return tuple(kept), tuple(known)


def _is_never_known(found: Diagnostic) -> bool:
    return found.rule.is_blocking or found.rule.is_refusal or found.severity is Severity.NOTE


def written(report: Report, before: Iterable[Entry] = ()) -> str:
    """Return the text of a baseline of everything found, in an order of its own.

    Of `before` what it says of other targets stays.
    """
    names = {GENERAL, *(target.name for target in report.targets)}
    rows: dict[str, Entry] = {}
    for each in before:
        others = {name: count for name, count in each.targets.items() if name not in names}
        if others:
            rows[each.fingerprint] = replace(each, targets=others)
    for name, found in ((GENERAL, report.diagnostics), *((t.name, t.diagnostics) for t in report.targets)):
        for diagnostic in found:
            if not _is_never_known(diagnostic):
                _count(rows, diagnostic, name)
    ordered = sorted(rows.values(), key=lambda each: (each.path, each.code, each.text, each.fingerprint))
    value: Json = {"schema": SCHEMA, "findings": [_row(each) for each in ordered]}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _count(rows: dict[str, Entry], found: Diagnostic, name: str) -> None:
    key = fingerprint(found)
    text = found.place.frame.strip() or found.message()
    old = rows.get(key) or Entry(key, found.rule.code, str(found.place.path), text, {})
    rows[key] = replace(old, targets={**old.targets, name: old.targets.get(name, 0) + 1})


def _row(entry: Entry) -> Json:
    return {
        "code": entry.code,
        "path": entry.path,
        "text": entry.text,
        "targets": dict(sorted(entry.targets.items())),
        "fingerprint": entry.fingerprint,
    }


def stale(number: int, place: Place) -> Diagnostic:
    """Return the note that entries of a baseline are no longer needed."""
    return Diagnostic(rules.BASELINE_STALE, {"number": str(number)}, place)
