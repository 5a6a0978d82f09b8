"""A report as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from miniport.diagnostics import SEVERITIES, Diagnostic, Place, Severity
from miniport.report.cause import Cause, Merged, causes, counts, merge
from miniport.report.cells import pad, tame, width
from miniport.report.fixes import is_mendable
from miniport.report.fold import NAMED, Shown, folded, named
from miniport.report.frame import frame
from miniport.report.health import weighed
from miniport.report.lead import lead_lines
from miniport.report.line import Line, Piece, Role
from miniport.report.outcome import FailOn, Report, Status, Summary
from miniport.report.words import word

MOST_CAUSES = 50
"""Findings that are shown without -v; the worst come first."""
ALSO = 3
"""Further places of one cause that are named without -v."""

ROLES: dict[Severity, Role] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}


def report_lines(
    report: Report, language: str, verbosity: int, columns: int | None = None
) -> tuple[Line, ...]:
    """Return the whole report. `verbosity`: -1 what fails alone, 0 the usual, 1 everything.

    `columns`: how wide the terminal is that shows it, where there is one.
    """
    found, pages = _ordered(report)
    lines = [] if verbosity < 0 else list(lead_lines(report, language))
    for shown in _shown(found, verbosity, report.fail_on):
        lines.extend(_cause(shown.cause, language, verbosity, columns, pages.get(id(shown.cause), 0)))
        lines.extend(_alike(shown, language))
        lines.append(())
    if verbosity < 0:
        return tuple(lines)
    if report.targets:
        lines.extend(_table(report.targets, language))
    lines.extend(_after(report, found, language, verbosity))
    return tuple(lines)


def diagnostic_lines(diagnostics: Iterable[Diagnostic], language: str) -> tuple[Line, ...]:
    """Return findings alone, all of them, without places beyond the first few of each cause."""
    return tuple(line for cause in causes(diagnostics) for line in _cause(cause, language, 0))


def headlines(diagnostics: Iterable[Diagnostic], language: str) -> tuple[Line, ...]:
    """Return one line for each cause of findings."""
    return tuple(_headline(cause, language, 0) for cause in causes(diagnostics))


def worst_lines(diagnostics: Iterable[Diagnostic], language: str) -> tuple[tuple[Line, ...], int]:
    """Return findings alone, as many as a build shows, errors first; and how many more there are."""
    found = sorted(causes(diagnostics), key=lambda cause: SEVERITIES.index(cause.severity))
    kept = _shown(tuple(found), 0)
    lines = (line for each in kept for line in (*_cause(each.cause, language, 0), *_alike(each, language)))
    return tuple(lines), len(found) - len(kept)


def _ordered(report: Report) -> tuple[tuple[Cause, ...], dict[int, int]]:
    """Return the causes, by weight where a check has weighed them, else by place; the pages of each by id."""
    found = causes(report.found())
    of = report.pages_of()
    if of is None:
        return found, {}
    ordered = weighed(found, of)
    return tuple(each.cause for each in ordered), {id(each.cause): len(each.pages) for each in ordered}


def _shown(found: tuple[Cause, ...], verbosity: int, fail_on: FailOn = "error") -> tuple[Shown, ...]:
    if verbosity > 0:
        return tuple(map(Shown, found))
    # What ends a command with 1 is told, however little is asked for.
    is_wide = verbosity == 0 or fail_on == "warning"
    levels = (Severity.ERROR, Severity.WARNING) if is_wide else (Severity.ERROR,)
    few = folded(cause for cause in found if cause.severity in levels)
    by_weight = [shown for level in levels for shown in few if shown.cause.severity is level]
    kept = {id(shown) for shown in by_weight[:MOST_CAUSES]}
    return tuple(shown for shown in few if id(shown) in kept)


def _cause(
    cause: Cause, language: str, verbosity: int, columns: int | None = None, pages: int = 0
) -> Iterator[Line]:
    first = cause.first
    yield _headline(cause, language, pages)
    yield from frame(first.diagnostic.place, columns)
    cure = first.help(language)
    if cure:
        yield Piece(f"   {word(language, 'help')}: ", "help"), Piece(tame(cure))
    for related in first.diagnostic.related:
        sentence = related.zh if language == "zh" else related.en
        yield (
            Piece(f"   {word(language, 'see')}: ", "dim"),
            Piece(spot(related.place), "path"),
            Piece(f": {tame(sentence)}"),
        )
    yield from _also(cause, language, verbosity)


def _headline(cause: Cause, language: str, pages: int) -> Line:
    first, rule = cause.first, cause.first.diagnostic.rule
    level = f"{word(language, cause.severity.value)} {rule.code}"
    message = f": {tame(first.message(language))}{_concerning(first)}"
    numbers = [word(language, "in-places", count=cause.count)] if cause.count > 1 else []
    numbers += [word(language, "on-pages", count=pages)] if pages else []
    count = word(language, "brackets", text=word(language, "comma").join(numbers)) if numbers else ""
    return (
        Piece(spot(first.diagnostic.place), "path"),
        Piece(": "),
        Piece(level, ROLES[cause.severity]),
        Piece(message),
        Piece(count, "dim"),
    )


def _concerning(merged: Merged) -> str:
    """Return the targets in brackets where the message does not name them itself."""
    if not merged.targets or "target" in merged.diagnostic.arguments:
        return ""
    return f" [{', '.join(merged.targets)}]"


def _also(cause: Cause, language: str, verbosity: int) -> Iterator[Line]:
    others = cause.places[1:]
    shown = others if verbosity > 0 else others[:ALSO]
    label = f"   {word(language, 'also')} "
    if verbosity > 0:
        for merged in shown:
            yield Piece(label, "dim"), Piece(spot(merged.diagnostic.place), "path")
    elif shown:
        comma = word(language, "comma")
        text = comma.join(spot(merged.diagnostic.place) for merged in shown)
        left = sum(merged.diagnostic.count for merged in others[ALSO:])
        more = f" {word(language, 'more', count=left)}" if left else ""
        yield Piece(label, "dim"), Piece(text, "path"), Piece(more, "dim")


def _alike(shown: Shown, language: str) -> Iterator[Line]:
    if not shown.alike:
        return
    text = word(language, "comma").join(map(tame, named(shown.alike)))
    left = len(shown.alike) - NAMED
    more = f" {word(language, 'more-alike', count=left)}" if left > 0 else ""
    label = f"   {word(language, 'alike', code=shown.cause.first.diagnostic.rule.code)} "
    yield Piece(label, "dim"), Piece(text, "path"), Piece(more, "dim")


def spot(place: Place) -> str:
    """Return a place as `path:line:column`, or the path alone for a whole file."""
    path = tame(str(place.path))
    return f"{path}:{place.line}:{place.column}" if place.line else path


def _table(targets: tuple[Summary, ...], language: str) -> Iterator[Line]:
    rows = [_row(target, language) for target in targets]
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    for target, row in zip(targets, rows, strict=True):
        name, *cells = (pad(cell, cells) for cell, cells in zip(row, widths, strict=True))
        yield (
            Piece(name, "name"),
            Piece("  " + "  ".join(cells) + "  "),
            Piece(word(language, target.status.value, out=tame(target.out)), _STATUSROLES[target.status]),
        )


# A check does not make texts smaller than it must to know that they are small enough.
_AT_MOST = {Status.CHECKED: "≤ "}

_STATUSROLES: dict[Status, Role] = {
    Status.WRITTEN: "good",
    Status.UNCHANGED: "good",
    Status.BLOCKED: "error",
    Status.REFUSED: "error",
    Status.CHECKED: "good",
    Status.BROKEN: "error",
}


def _row(target: Summary, language: str) -> tuple[str, ...]:
    return (
        target.name,
        word(language, "pages", count=target.pages),
        word(language, "components", count=target.components),
        word(language, "files", count=target.files),
        f"{_AT_MOST.get(target.status, '')}{target.size / 1024:.1f} KB",
        f"{target.seconds:.2f} s",
        tally(target.diagnostics, language),
    )


def _errors(target: Summary, language: str) -> str:
    return word(language, "errors", count=counts(target.diagnostics)[Severity.ERROR])


def tally(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """Return how many errors and warnings there are, in words; notes are not counted."""
    found = counts(diagnostics)
    parts = [
        word(language, f"{level}s", count=found[level])
        for level in (Severity.ERROR, Severity.WARNING)
        if found[level]
    ]
    return word(language, "comma").join(parts) or word(language, "clean")


_MADE = (Status.WRITTEN, Status.UNCHANGED)


def _after(report: Report, found: tuple[Cause, ...], language: str, verbosity: int) -> Iterator[Line]:
    blocked = [target for target in report.targets if target.status is Status.BLOCKED]
    if blocked:
        told = (f"{each.name}{word(language, 'brackets', text=_errors(each, language))}" for each in blocked)
        names = word(language, "comma").join(told)
        yield (Piece(word(language, f"no-{report.made}", targets=names), "dim"),)
    if report.fixed:
        files = word(language, "files", count=len(report.fixed))
        count = sum(number for _, number in report.fixed)
        yield (Piece(word(language, "fixed", count=count, files=files), "good"),)
    fixable = sum(is_mendable(merged.diagnostic) for cause in found for merged in cause.places)
    if fixable:
        yield (Piece(word(language, "fixable", count=fixable), "dim"),)
    for key, hidden in (("suppressed", report.all_suppressed()), ("known", report.all_known())):
        count = len(merge(hidden))
        if count:
            yield (Piece(word(language, key, count=count), "dim"),)
    if report.baseline is not None:
        key = "baseline-named" if report.baseline.setting else "baseline-read"
        name, setting = tame(report.baseline.path), tame(report.baseline.setting)
        yield (Piece(word(language, key, name=name, setting=setting), "good"),)
    if report.made == "bundle" and any(each.status in _MADE for each in report.targets):
        yield (Piece(word(language, "looks-further"), "dim"),)
    if verbosity > 0:
        return
    notes = sum(cause.severity is Severity.NOTE for cause in found)
    others = len(found) - notes - len(_shown(found, verbosity))
    if others:
        yield (Piece(word(language, "causes-hidden", count=others), "dim"),)
    if notes:
        yield (Piece(word(language, "notes-hidden", count=notes), "dim"),)
