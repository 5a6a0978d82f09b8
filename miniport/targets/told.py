"""What is wrong with a pack or a project's facts, as diagnostics."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from miniport import rules
from miniport.diagnostics import Diagnostic, Place
from miniport.record import Problem, RecordError
from miniport.source import Source, Span


def diagnostics_of(error: RecordError, text: str | None = None) -> tuple[Diagnostic, ...]:
    """Return the problems of a pack or facts file; with its text, each at its line and column."""
    source = Source(PurePosixPath(Path(error.at).as_posix()), text if text is not None else "")
    return tuple(_diagnostic(problem, source, text is not None) for problem in error.problems)


def _diagnostic(problem: Problem, source: Source, has_text: bool) -> Diagnostic:
    arguments = {
        "key": f"{problem.key}: " if problem.key else "",
        "found_en": problem.en,
        "found_zh": problem.zh,
        "cure_en": problem.help_en or "mend the file",
        "cure_zh": problem.help_zh or "请修正该文件",
    }
    is_placed = has_text and problem.span is not None
    place = Place.of(source, Span(*problem.span)) if is_placed and problem.span else Place(source.path)
    return Diagnostic(rules.PACK_MALFORMED, arguments, place)
