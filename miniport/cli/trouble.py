"""Telling what stopped a command: a mistake of the user's, of the system, or of ours."""

from __future__ import annotations

import click

from miniport import __version__
from miniport.cli import system
from miniport.cli.language import Language
from miniport.cli.misuse import Misuse, told
from miniport.cli.words import say

REFUSED, BUG = 2, 3


def complain(error: Exception, language: str) -> None:
    """Tell what stopped a command that goes on: a mistake of the user's, of the system or of ours."""
    spoken: Language = "zh" if language == "zh" else "en"
    if isinstance(error, click.UsageError):
        refuse(told(error, spoken), spoken)
    elif isinstance(error, OSError):
        tell(say(language, "error", text=say(language, "io", reason=error)))
    else:
        unexpected(error, spoken, is_verbose=False)


def unexpected(error: Exception, language: Language, *, is_verbose: bool) -> int:
    """Tell of an exception that nobody expected, and return the exit code."""
    # Whoever raised it has loaded this module already; everything else need not.
    from miniport.resources import RuntimeMissing

    if isinstance(error, RuntimeMissing):
        message = say(language, "no-runtime", found=error.found)
        refuse(Misuse(message, say(language, "run", command=error.command)), language)
        return REFUSED
    _plead(error, language, is_verbose=is_verbose)
    return BUG


def refuse(error: Misuse, language: Language) -> None:
    """Tell what is wrong with the command line, and the cure."""
    path = error.ctx.command_path if error.ctx else "miniport"
    cure = error.cure or say(language, "see-help", command=path)
    tell(say(language, "error", text=error.message))
    tell(say(language, "help", text=cure))


def _plead(error: Exception, language: Language, *, is_verbose: bool) -> None:
    import traceback

    if is_verbose:
        tell("".join(traceback.format_exception(error)).rstrip())
    tell(say(language, "error", text=say(language, "bug", error=_in_short(error))))
    tell(f"   {say(language, 'bug.where', place=_place(error))}")
    tell(say(language, "help", text=say(language, "bug.plea", version=__version__)))


def _in_short(error: Exception) -> str:
    text = f"{type(error).__name__}: {error}".rstrip(": ")
    return " ".join(text.split())[:300]


def _place(error: Exception) -> str:
    """Return the innermost line of ours, as a path inside the package."""
    import traceback
    from pathlib import PurePath

    package = PurePath(__file__).parent.parent
    places = []
    for frame in traceback.extract_tb(error.__traceback__):
        path = PurePath(frame.filename)
        if path.is_relative_to(package):
            places.append(f"{path.relative_to(package.parent).as_posix()}:{frame.lineno}")
    return places[-1] if places else "?"


def tell(text: str) -> None:
    """Write a line that is no part of a report."""
    system.emit(text + "\n", system.err())
