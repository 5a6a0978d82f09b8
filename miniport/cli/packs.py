"""Which packs a command line means."""

from __future__ import annotations

from pathlib import Path

from miniport.cli.misuse import Misuse, one_of
from miniport.cli.order import is_folder
from miniport.cli.words import say
from miniport.record import Problem, RecordError
from miniport.targets.pack import TargetPack, bundled, bundled_names, bundled_pack, load_pack


def choose(names: tuple[str, ...], language: str) -> tuple[TargetPack, ...]:
    """Return the packs of the names asked for, each once; the default ones where none is.

    Raises Misuse for a name without a pack, and for two packs of one name.
    """
    if not names:
        return tuple(pack for pack in bundled().values() if pack.is_default)
    chosen: dict[str, TargetPack] = {}
    for name in names:
        pack = find(name, language)
        if not pack.is_target:
            raise Misuse(say(language, "not-a-target", name=name), say(language, "choices", choices=known()))
        if chosen.setdefault(pack.name, pack).digest != pack.digest:
            raise Misuse(say(language, "same-target", name=pack.name))
    return tuple(chosen.values())


def find(name: str, language: str) -> TargetPack:
    """Return the pack of a name, or of a folder: a word with a slash, or one that starts with a dot."""
    if not is_folder(name) and name not in bundled_names():
        raise one_of(language, say(language, "no-target", name=name), name, target_names(), None)
    try:
        return load_pack(Path(name)) if is_folder(name) else bundled_pack(name)
    except RecordError as error:
        lines = (f"{error.at}: {_told(problem, language)}" for problem in error.problems)
        raise Misuse("\n".join(lines), _cure(error, language)) from error


def known() -> str:
    """Return the names of the targets that ship with miniport, for a sentence."""
    return ", ".join(target_names())


def target_names() -> tuple[str, ...]:
    """Return the names of the packs that can be built for, in order."""
    return tuple(name for name, pack in bundled().items() if pack.is_target)


def _told(problem: Problem, language: str) -> str:
    words = problem.zh if language == "zh" else problem.en
    return f"{problem.key}: {words}" if problem.key else words


def _cure(error: RecordError, language: str) -> str:
    helps = (problem.help_zh if language == "zh" else problem.help_en for problem in error.problems)
    return next((cure for cure in helps if cure), "")
