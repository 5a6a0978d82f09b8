"""Run a command line from its arguments to its exit code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

import click

from miniport import __version__
from miniport.cli import system
from miniport.cli.language import Language, choose
from miniport.cli.misuse import Misuse, told
from miniport.cli.program import program
from miniport.cli.words import say

CLEAN, REFUSED, BUG, INTERRUPTED = 0, 2, 3, 130
_PACKAGE = PurePath(__file__).parent.parent


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; no exception leaves this function."""
    for stream in (system.out(), system.err()):
        system.prepare(stream)
    language = choose(arguments, system.environment(), system.out())
    try:
        code = program(language).main(list(arguments), prog_name="miniport", standalone_mode=False)
        return code if isinstance(code, int) else CLEAN
    except click.UsageError as error:
        _complain(told(error, language), language)
        return REFUSED
    except (KeyboardInterrupt, click.Abort):
        _tell(say(language, "interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        system.silence(system.out())
        return CLEAN
    except OSError as error:
        _tell(say(language, "error", text=say(language, "io", reason=error)))
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last net: nothing may leave as a bare traceback
        return _unexpected(error, language, is_verbose=bool({"-v", "--verbose"} & set(arguments)))


def _unexpected(error: Exception, language: Language, *, is_verbose: bool) -> int:
    # Whoever raised it has loaded this module already; everything else need not.
    from miniport.resources import RuntimeMissing

    if isinstance(error, RuntimeMissing):
        message = say(language, "no-runtime", found=error.found)
        _complain(Misuse(message, say(language, "run", command=error.command)), language)
        return REFUSED
    _plead(error, language, is_verbose=is_verbose)
    return BUG


def _complain(error: Misuse, language: Language) -> None:
    path = error.ctx.command_path if error.ctx else "miniport"
    cure = error.cure or say(language, "see-help", command=path)
    _tell(say(language, "error", text=error.message))
    _tell(say(language, "help", text=cure))


def _plead(error: Exception, language: Language, *, is_verbose: bool) -> None:
    import traceback

    if is_verbose:
        _tell("".join(traceback.format_exception(error)).rstrip())
    _tell(say(language, "error", text=say(language, "bug", error=_in_short(error))))
    _tell(f"   {say(language, 'bug.where', place=_place(error))}")
    _tell(say(language, "help", text=say(language, "bug.plea", version=__version__)))


def _in_short(error: Exception) -> str:
    text = f"{type(error).__name__}: {error}".rstrip(": ")
    return " ".join(text.split())[:300]


def _place(error: Exception) -> str:
    """Return the innermost line of ours, as a path inside the package."""
    import traceback

    places = []
    for frame in traceback.extract_tb(error.__traceback__):
        path = PurePath(frame.filename)
        if path.is_relative_to(_PACKAGE):
            places.append(f"{path.relative_to(_PACKAGE.parent).as_posix()}:{frame.lineno}")
    return places[-1] if places else "?"


def _tell(text: str) -> None:
    system.emit(text + "\n", system.err())
