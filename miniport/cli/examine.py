"""Carry out a check: ask, build in memory, keep what was found."""

from __future__ import annotations

import time
from collections.abc import Iterator

from miniport.analyze.tools import ScriptTools
from miniport.cache.recorded import RecordedFiles
from miniport.cache.remember import Done
from miniport.cache.stamp import now
from miniport.checks.check import Depth
from miniport.cli import system
from miniport.cli.ask import ask
from miniport.cli.done import Left, Work, packs_from
from miniport.cli.fix import Choose, Fixed, fixed, write
from miniport.cli.known import against_baseline, baseline_place
from miniport.cli.misuse import one_of
from miniport.cli.order import CheckOrder
from miniport.cli.progress import progress
from miniport.cli.weigh import too_large
from miniport.cli.words import say
from miniport.diagnostics import Diagnostic, Rule
from miniport.emit import Mode
from miniport.field import replace
from miniport.pipeline import BuildRequest, Built, Outcome, Warm, build, made_small
from miniport.project.files import root_marks
from miniport.project.find import absolute, repository_base
from miniport.project.settings import Settings
from miniport.report.health import health
from miniport.report.outcome import Exit, Report, Status, Summary
from miniport.rules.catalogue import meant, words
from miniport.targets.pack import bundled


def examine(order: CheckOrder, language: str) -> Work:
    """Check what was ordered and return what there is to tell; nothing but a cure or a baseline is written.

    Raises Misuse where the command line itself is at fault.
    """
    started = time.perf_counter()
    work = _work(order, language)
    report = replace(work.report, base=repository_base(absolute(order.project)))
    return replace(work, report=replace(report, seconds=time.perf_counter() - started))


def examined(left: Left, outcome: Outcome, began: int, language: str) -> Work:
    """Return what there is to tell of an outcome that goes on from what an earlier check left."""
    order, request = left.order, left.request
    assert isinstance(order, CheckOrder) and isinstance(request.files, RecordedFiles)
    report = _report(outcome, request, order, language)
    base = repository_base(absolute(order.project))
    return Work(replace(report, base=base), _done(order, request, request.files, began))


def _work(order: CheckOrder, language: str) -> Work:
    began = now()
    wanted = _wanted(order, language)
    left_out = () if order.no_cache else (order.cache_folder,)
    asked = ask(order, language, lambda folders, project: (), left_out=left_out, is_recorded=order.is_kept)
    if asked.request is None:
        return Work(asked.report(order))
    request = replace(
        asked.request,
        depth=Depth.WHOLE,
        is_small=_has_minifier(asked.request),
        is_made=False,
        settings=_asking(asked.request.settings, wanted.selected),
    )
    warm = Warm() if order.is_kept else None
    with progress(system.err(), language, is_wanted=not order.quiet, label="checking") as tell:
        made = fixed(request, _mendable(request, wanted), tell) if order.fix or order.diff else None
        outcome = build(request, tell, warm) if made is None else made.outcome
    if made is not None and order.fix:
        write(made, order.project, language)
    report = _report(outcome, request, order, language, made)
    if warm is None or asked.files is None:
        return Work(report)
    warm.close()
    return Work(report, _done(order, request, asked.files, began), Left(order, request, warm))


def _report(
    outcome: Outcome, request: BuildRequest, order: CheckOrder, language: str, made: Fixed | None = None
) -> Report:
    """Return what there is to tell of an outcome, or of what was mended until it came."""
    wanted = _wanted(order, language)
    targets = tuple(_checked(built, wanted, request) for built in outcome.targets)
    kept = tuple(filter(wanted, _general(outcome, request)))
    report = Report(order.mode, targets, kept, order.fail_on, suppressed=outcome.suppressed)
    if made is not None:
        told = made.difference() if order.diff else None
        report = replace(report, fixed=made.numbers() if order.fix else (), difference=told)
    if report.exit_code is Exit.REFUSED:
        return report
    return against_baseline(report, order, request.settings, language)


def _done(order: CheckOrder, request: BuildRequest, files: RecordedFiles, began: int) -> Done:
    """Return what a check depended on, the baseline and the repository that holds the project included."""
    baseline = order.baseline or order.project / baseline_place(request.settings)
    others = (str(baseline.absolute()),)
    absent, there = root_marks(absolute(order.project), (".git",))
    folders = tuple(order.folder(pack.name) for pack in request.packs)
    marks = tuple(absent), tuple(there)
    return Done(
        files, order.root is not None, folders, {}, packs_from(order), began, others=others, marks=marks
    )


def _general(outcome: Outcome, request: BuildRequest) -> tuple[Diagnostic, ...]:
    return (*outcome.diagnostics, *(outcome.unused if _is_everything(request) else ()))


def _mendable(request: BuildRequest, wanted: _Wanted) -> Choose:
    def choose(outcome: Outcome) -> tuple[Diagnostic, ...]:
        found = [
            *_general(outcome, request),
            *(each for built in outcome.targets for each in built.diagnostics),
        ]
        return tuple(each for each in found if wanted.means(each.rule))

    return choose


def _is_everything(request: BuildRequest) -> bool:
    """Tell whether a suppression that nothing needed is needed nowhere: all targets, as for release."""
    built = {pack.name for pack in request.packs}
    by_default = {pack.name for pack in bundled().values() if pack.is_default}
    return request.mode is Mode.PRODUCTION and built >= by_default | request.settings.targets.keys()


class _Wanted:
    """Which findings were asked for. What stops a build is told whatever was asked."""

    def __init__(self, selected: frozenset[str], ignored: frozenset[str]) -> None:
        self.selected = selected
        self.ignored = ignored

    def __call__(self, found: Diagnostic) -> bool:
        return found.rule.is_blocking or found.rule.is_refusal or self.means(found.rule)

    def means(self, rule: Rule) -> bool:
        """Tell whether a rule was asked for by name."""
        return (not self.selected or rule.code in self.selected) and rule.code not in self.ignored


def _wanted(order: CheckOrder, language: str) -> _Wanted:
    return _Wanted(_codes(order.select, language), _codes(order.ignore, language))


def _codes(given: tuple[str, ...], language: str) -> frozenset[str]:
    """Return the codes that the words of an option mean; commas part them, as repeating does."""
    found: set[str] = set()
    for word in (word.strip() for text in given for word in text.split(",")):
        if word:
            codes = meant(word)
            if not codes:
                raise one_of(language, say(language, "no-rule", name=word), word, words(), None)
            found |= codes
    return frozenset(found)


def _asking(settings: Settings, selected: frozenset[str]) -> Settings:
    """Return the settings with what was selected asked for, too: some rules are told only then."""
    also = (*settings.check.also, *sorted(selected))
    return replace(settings, check=replace(settings.check, also=also))


def _has_minifier(request: BuildRequest) -> bool:
    """Tell whether the project names a tool that makes texts small, which may refuse one of them."""
    tools = request.settings.tools
    return tools.minify_script is not None or tools.minify_style is not None


def _checked(built: Built, wanted: _Wanted, request: BuildRequest) -> Summary:
    large = tuple(_too_large(built, request)) if request.mode is Mode.PRODUCTION else ()
    found = sorted((*built.diagnostics, *large), key=Diagnostic.sort_key)
    kept = replace(built, diagnostics=tuple(filter(wanted, found)))
    summary = Summary.of(kept, Status.CHECKED if built.bundle is not None else Status.BROKEN, "")
    return replace(summary, health=health(built.facts, kept.diagnostics) if built.facts is not None else None)


def _too_large(built: Built, request: BuildRequest) -> Iterator[Diagnostic]:
    """Yield what is too large for release; texts are made small only where they may be what is too large."""
    found = tuple(too_large(built))
    if not found or request.is_small:
        return iter(found)
    return too_large(made_small(built, ScriptTools()))
