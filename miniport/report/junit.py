"""A report as JUnit XML: a suite a target, a case a file, a failure where findings fail the command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from miniport.diagnostics import SEVERITIES, Diagnostic, Severity
from miniport.regex import regex
from miniport.report.cause import Merged, merge
from miniport.report.outcome import Report
from miniport.report.text import spot
from miniport.report.words import word

# What XML 1.0 cannot hold, not even as a reference.
_FORBIDDEN = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report_junit(report: Report, language: str) -> str:
    """Return the XML. Equal findings of several targets stand in the suite of each of these."""
    suites = ET.Element("testsuites", name="miniport")
    if report.diagnostics:
        suites.append(_suite(report, "miniport", (), report.diagnostics, language))
    for target in report.targets:
        files = target.health.files if target.health is not None else ()
        names = tuple(str(path) for path in files)
        suite = _suite(report, target.name, names, target.diagnostics, language)
        suite.set("time", f"{target.seconds:.3f}")
        suites.append(suite)
    for key in ("tests", "failures", "errors"):
        suites.set(key, str(sum(int(suite.get(key, "0")) for suite in suites)))
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, "unicode") + "\n"


def _suite(
    report: Report, name: str, files: Iterable[str], diagnostics: Iterable[Diagnostic], language: str
) -> ET.Element:
    found: dict[str, list[Merged]] = {path: [] for path in files}
    for merged in merge(diagnostics):
        found.setdefault(str(merged.diagnostic.place.path), []).append(merged)
    suite = ET.Element("testsuite", name=f"miniport {name}" if name != "miniport" else name)
    cases = [_case(report, name, path, merged, language) for path, merged in sorted(found.items())]
    suite.extend(cases)
    failures = sum(case.find("failure") is not None for case in cases)
    counts = {"tests": len(cases), "failures": failures, "errors": 0, "skipped": 0}
    for key, value in counts.items():
        suite.set(key, str(value))
    return suite


def _case(report: Report, suite: str, path: str, found: list[Merged], language: str) -> ET.Element:
    case = ET.Element("testcase", classname=f"miniport.{suite}", name=_clean(path), time="0")
    failing = [merged for merged in found if _fails(report, merged)]
    others = [merged for merged in found if not _fails(report, merged)]
    if failing:
        rules = dict.fromkeys(merged.diagnostic.rule.code for merged in failing)
        first = _clean(failing[0].message(language))
        failure = ET.SubElement(case, "failure", message=first, type=", ".join(rules))
        failure.text = _clean("\n".join(_lines(failing, language)))
    if others:
        ET.SubElement(case, "system-out").text = _clean("\n".join(_lines(others, language)))
    return case


def _fails(report: Report, merged: Merged) -> bool:
    rule = merged.diagnostic.rule
    if rule.is_blocking or rule.is_refusal:
        return True
    if report.fail_on == "never":
        return False
    return SEVERITIES.index(rule.severity) <= SEVERITIES.index(Severity(report.fail_on))


def _lines(found: Iterable[Merged], language: str) -> Iterator[str]:
    for merged in found:
        rule = merged.diagnostic.rule
        level = word(language, rule.severity.value)
        yield f"{spot(merged.diagnostic.place)}: {level} {rule.code}: {merged.message(language)}"
        if cure := merged.help(language):
            yield f"   {word(language, 'help')}: {cure}"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
