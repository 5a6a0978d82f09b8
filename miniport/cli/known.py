"""The baseline of a check: which file it is, read and written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

from miniport import rules
from miniport.cli.misuse import Misuse
from miniport.cli.order import CheckOrder
from miniport.cli.words import say
from miniport.diagnostics import Diagnostic, Place
from miniport.output.replace import read_or_none, replace_files
from miniport.project.settings import Settings
from miniport.report.baseline import BaselineError, Entry, parse, stale, without, written
from miniport.report.outcome import Report

NAME = "miniport-baseline.json"


def against_baseline(report: Report, order: CheckOrder, settings: Settings, language: str) -> Report:
    """Return the report without what its baseline lists; write that first where it was asked for.

    Raises Misuse where the file that was named is not there.
    """
    path = _path(order, settings)
    if path is None:
        return report
    content = read_or_none(path)
    if content is None and not order.update_baseline:
        cure = say(language, "no-baseline.cure")
        raise Misuse(say(language, "no-baseline", name=path.as_posix()), cure)
    place = Place(PurePosixPath(path.as_posix()))
    try:
        entries = parse(content.decode("utf-8")) if content is not None else ()
    except (BaselineError, UnicodeDecodeError) as error:
        if not order.update_baseline:
            return Report(order.mode, (), (_unreadable(error, place),), order.fail_on)
        entries = ()
    return _updated(report, path, entries) if order.update_baseline else _compared(report, entries, place)


def _path(order: CheckOrder, settings: Settings) -> Path | None:
    if order.baseline is not None:
        return order.baseline
    if settings.check.baseline is not None:
        return order.project / settings.check.baseline
    return order.project / NAME if order.update_baseline else None


def _updated(report: Report, path: Path, before: tuple[Entry, ...]) -> Report:
    text = written(report, before)
    content = text.encode("utf-8")
    if read_or_none(path) != content:
        replace_files({path: content})
    return without(report, parse(text))[0]


def _compared(report: Report, entries: tuple[Entry, ...], place: Place) -> Report:
    compared, gone = without(report, entries)
    if not gone:
        return compared
    return replace(compared, diagnostics=(*compared.diagnostics, stale(gone, place)))


def _unreadable(error: BaselineError | UnicodeDecodeError, place: Place) -> Diagnostic:
    en, zh = (error.en, error.zh) if isinstance(error, BaselineError) else ("it is no UTF-8", "不是 UTF-8")
    arguments = {"file": str(place.path), "found_en": en, "found_zh": zh}
    return Diagnostic(rules.BASELINE_UNREADABLE, arguments, place)
