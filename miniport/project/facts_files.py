"""A project's own facts, laid over a target's pack."""

from __future__ import annotations

from miniport import rules
from miniport.diagnostics import Diagnostic, Place
from miniport.posix import PurePosixPath
from miniport.project.encoding import not_text
from miniport.project.files import CAUSES, Files, Unreadable
from miniport.project.settings import SETTINGS_FILE
from miniport.record import Problem, RecordError
from miniport.source import DecodeError, Source, Span, decode
from miniport.targets.overrides import with_overrides
from miniport.targets.pack import TargetPack


def overlaid(
    pack: TargetPack, paths: tuple[PurePosixPath, ...], files: Files
) -> tuple[TargetPack, tuple[Diagnostic, ...]]:
    """Return a pack with the facts of some files laid over it, in order, and what is wrong in them."""
    found: list[Diagnostic] = []
    for path in paths:
        try:
            source = decode(path, files.read(path))
            pack = with_overrides(pack, source.text, str(path))
        except Unreadable as error:
            found.append(_unreadable(path, CAUSES[error.cause], pack.name))
        except DecodeError as error:
            found.append(_unreadable(path, not_text(error), pack.name))
        except RecordError as error:
            found.extend(_wrong(source, problem, pack.name) for problem in error.problems)
    return pack, tuple(found)


def _unreadable(path: PurePosixPath, cause: tuple[str, str], target: str) -> Diagnostic:
    arguments = {"file": str(path), "found_en": cause[0], "found_zh": cause[1]}
    return Diagnostic(rules.FACTS_UNREADABLE, arguments, Place(PurePosixPath(SETTINGS_FILE)), target=target)


def _wrong(source: Source, problem: Problem, target: str) -> Diagnostic:
    arguments = {
        "key": f'"{problem.key}": ' if problem.key and not problem.is_key else "",
        "found_en": problem.en,
        "found_zh": problem.zh,
        "cure_en": problem.help_en,
        "cure_zh": problem.help_zh,
    }
    span = Span(*problem.span) if problem.span else Span(0, 0)
    return Diagnostic(rules.FACTS_WRONG, arguments, Place.of(source, span), target=target)
