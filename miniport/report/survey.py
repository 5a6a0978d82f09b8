"""From what a build found out to the survey of an app."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from miniport import __version__
from miniport.analyze.reach import PagesOf
from miniport.diagnostics import Diagnostic, Severity
from miniport.pipeline import Built, Outcome
from miniport.report.cause import causes
from miniport.report.fixes import is_mendable
from miniport.report.health import Health, Weighed, health, weighed
from miniport.report.survey_form import (
    SCHEMA,
    How,
    SizedFile,
    Survey,
    Surveyed,
    SurveyedPage,
    Told,
    Trouble,
    Used,
)
from miniport.report.usage import spot, usage

LISTED = 200
_WORTH: Mapping[How, float] = {
    How.UNPROVED: 0.5,
    How.DIFFERENT: 0.5,
    How.UNKNOWN: 0,
    How.ADAPTER_ABSENT: 0,
    How.IMPOSSIBLE: 0,
}


def survey(outcome: Outcome, project: str, mode: str) -> Survey:
    """Return the survey of an app. Its causes are those that a check tells, without suppressed ones."""
    targets = tuple(_surveyed(built) for built in outcome.targets)
    return Survey(SCHEMA, __version__, project, mode, targets, _troubles(outcome.diagnostics, {}))


def _surveyed(built: Built) -> Surveyed:
    assert built.facts is not None
    assert built.pack is not None
    known = health(built.facts, built.diagnostics)
    uses = usage(built.facts, built.pack)
    files = sorted((built.bundle or {}).items())
    is_buildable = built.bundle is not None
    return Surveyed(
        name=built.name,
        title=Told(built.pack.title_en, built.pack.title_zh),
        is_buildable=is_buildable,
        score=score(known, uses) if is_buildable else 0,
        pages=tuple(_pages(known, built.diagnostics)),
        troubles=_troubles(built.diagnostics, known.pages_of),
        uses=uses,
        files=tuple(SizedFile(str(path), len(content)) for path, content in files),
        suppressed=len(built.suppressed),
    )


def score(known: Health, uses: Iterable[Used]) -> int:
    """Return 0 to 100: half for whole pages, half for uses that work. 100 only where all is well."""
    counted = tuple(uses)
    pages = known.whole / len(known.pages) if known.pages else 0.0
    total = sum(use.count for use in counted)
    working = sum(use.count * _WORTH.get(use.how, 1.0) for use in counted) / total if total else 1.0
    return int(50 * pages + 50 * working)


def _pages(known: Health, diagnostics: Iterable[Diagnostic]) -> Iterable[SurveyedPage]:
    of = weighed(causes(diagnostics), known.pages_of)
    for page in known.pages:
        concerned = [each.cause.severity for each in of if page in each.pages]
        yield SurveyedPage(
            page,
            concerned.count(Severity.ERROR),
            concerned.count(Severity.WARNING),
            is_untried=page in known.untried,
        )


def _troubles(diagnostics: Iterable[Diagnostic], of: PagesOf) -> tuple[Trouble, ...]:
    return tuple(map(_trouble, weighed(causes(diagnostics), of)))


def _trouble(each: Weighed) -> Trouble:
    first = each.cause.first.diagnostic
    return Trouble(
        code=first.rule.code,
        name=first.rule.name,
        severity=first.severity,
        is_blocking=first.rule.is_blocking,
        is_mendable=is_mendable(first),
        message=Told(first.message("en"), first.message("zh")),
        help=Told(first.help("en"), first.help("zh")),
        count=each.cause.count,
        pages=tuple(sorted(each.pages)),
        places=tuple(spot(merged.diagnostic.place) for merged in each.cause.places[:LISTED]),
    )
