"""The baseline of a project: which file it is, read and written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from miniport import rules
from miniport.cli.order import CheckOrder, PackOrder
from miniport.cli.words import say
from miniport.diagnostics import Diagnostic, Place
from miniport.field import replace
from miniport.output.replace import read_or_none, replace_files
from miniport.pipeline import Outcome
from miniport.posix import PurePosixPath
from miniport.project.settings import Settings
from miniport.report.baseline import BaselineError, Entry, parse, stale, without, written
from miniport.report.outcome import BaselineFile, Report, Status, Summary

if TYPE_CHECKING:
    from miniport.dev.rebuild import Rebuilt, Wanted

NAME = "miniport-baseline.json"


def against_baseline(report: Report, order: CheckOrder, settings: Settings, language: str) -> Report:
    """Return the report without what its baseline lists; write that first where it was asked for.

    Raises Misuse where the file that was named is not there.
    """
    path = baseline_of(order, settings)
    if path is None:
        return report
    if order.update_baseline:
        content = read_or_none(path)
        updated = _updated(report, path, _entries(content) if content is not None else ())
        return replace(updated, baseline=_written_as(path, order, settings))
    place = Place(PurePosixPath(path.as_posix()))
    entries = _read(path, place, language)
    if isinstance(entries, Diagnostic):
        return Report(order.mode, (), (entries,), order.fail_on)
    return _compared(report, entries, place)


def unknown(
    outcome: Outcome, order: PackOrder, settings: Settings, language: str
) -> tuple[Outcome, Report] | Diagnostic:
    """Return an outcome without what the project's baseline lists, and a report that says what that was.

    Returns why the baseline cannot be read. Raises Misuse where the file that was named is not there.
    """
    found = tuple(Summary.of(built, Status.CHECKED, "") for built in outcome.targets)
    report = Report(order.mode, found, outcome.diagnostics, order.fail_on)
    path = order.baseline or _of_settings(order.project, settings)
    if path is None:
        return outcome, report
    place = Place(PurePosixPath(path.as_posix()))
    entries = _read(path, place, language)
    if isinstance(entries, Diagnostic):
        return entries
    report = _compared(report, entries, place)
    targets = tuple(
        replace(built, diagnostics=target.diagnostics)
        for built, target in zip(outcome.targets, report.targets, strict=True)
    )
    return replace(outcome, targets=targets, diagnostics=report.diagnostics), report


def new_only(report: Report, project: Path, settings: Settings) -> Report:
    """Return the report of a build without what the baseline of the project's settings lists.

    A build does not look at everything, so nothing is told of entries that it has no need of, nor of a
    baseline that is not there: both are for a check to tell.
    """
    path = _of_settings(project, settings)
    content = read_or_none(path) if path is not None else None
    if path is None or content is None:
        return report
    try:
        return without(report, parse(content.decode("utf-8")))[0]
    except (BaselineError, UnicodeDecodeError) as error:
        told = _unreadable(error, Place(PurePosixPath(path.as_posix())))
        return replace(report, diagnostics=(*report.diagnostics, told))


def new_only_of(rebuilt: Rebuilt, wanted: Wanted) -> Rebuilt:
    """Return what a rebuild tells without what the baseline of the project's settings lists."""
    found = tuple(Summary.of(target.built, Status.WRITTEN, "") for target in rebuilt.targets.values())
    report = Report(wanted.mode.value, found, rebuilt.diagnostics, "never")
    report = new_only(report, wanted.project, rebuilt.settings)
    told = {target.name: target.diagnostics for target in report.targets}
    targets = {
        name: replace(target, built=replace(target.built, diagnostics=told[name]))
        for name, target in rebuilt.targets.items()
    }
    return replace(rebuilt, targets=targets, diagnostics=report.diagnostics)


def baseline_of(order: CheckOrder, settings: Settings) -> Path | None:
    """Return which file holds what is known, if there is one: that of a name of its own is read unasked."""
    path = order.baseline or _of_settings(order.project, settings)
    return order.project / NAME if path is None and order.update_baseline else path


def baseline_place(settings: Settings) -> PurePosixPath:
    """Return where in a project the baseline stands that counts unasked, or would stand."""
    return settings.check.baseline or PurePosixPath(NAME)


def _of_settings(project: Path, settings: Settings) -> Path | None:
    path = project / baseline_place(settings)
    # One that is named has to be there; that of the usual name may be.
    return path if settings.check.baseline is not None or read_or_none(path) is not None else None


def _read(path: Path, place: Place, language: str) -> tuple[Entry, ...] | Diagnostic:
    content = read_or_none(path)
    if content is None:
        # A build that goes on from kept state needs this module, and no command line.
        from miniport.cli.misuse import Misuse

        cure = say(language, "no-baseline.cure")
        raise Misuse(say(language, "no-baseline", name=path.as_posix()), cure)
    try:
        return parse(content.decode("utf-8"))
    except (BaselineError, UnicodeDecodeError) as error:
        return _unreadable(error, place)


def _entries(content: bytes) -> tuple[Entry, ...]:
    """Return what a baseline lists that is written anew: nothing where it cannot be read."""
    try:
        return parse(content.decode("utf-8"))
    except (BaselineError, UnicodeDecodeError):
        return ()


def _updated(report: Report, path: Path, before: tuple[Entry, ...]) -> Report:
    text = written(report, before)
    content = text.encode("utf-8")
    if read_or_none(path) != content:
        replace_files({path: content})
    return without(report, parse(text))[0]


def _written_as(path: Path, order: CheckOrder, settings: Settings) -> BaselineFile:
    """Return which file was written, and the line of settings without which it counts only where named."""
    if path.absolute() == (order.project / baseline_place(settings)).absolute():
        return BaselineFile(path.as_posix())
    whole, project = path.absolute(), order.project.absolute()
    setting = whole.relative_to(project) if whole.is_relative_to(project) else whole
    return BaselineFile(path.as_posix(), setting.as_posix())


def _compared(report: Report, entries: tuple[Entry, ...], place: Place) -> Report:
    compared, gone = without(report, entries)
    if not gone:
        return compared
    return replace(compared, diagnostics=(*compared.diagnostics, stale(gone, place)))


def _unreadable(error: BaselineError | UnicodeDecodeError, place: Place) -> Diagnostic:
    en, zh = (error.en, error.zh) if isinstance(error, BaselineError) else ("it is no UTF-8", "不是 UTF-8")
    arguments = {"file": str(place.path), "found_en": en, "found_zh": zh}
    return Diagnostic(rules.BASELINE_UNREADABLE, arguments, place)
