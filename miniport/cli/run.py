"""Run a command line from its arguments to its exit code."""

from __future__ import annotations

from collections.abc import Sequence

import click

from miniport.cli import system
from miniport.cli.language import choose
from miniport.cli.misuse import told
from miniport.cli.program import program
from miniport.cli.trouble import REFUSED, refuse, tell, unexpected
from miniport.cli.words import say

CLEAN, INTERRUPTED = 0, 130


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; no exception leaves this function."""
    for stream in (system.out(), system.err()):
        system.prepare(stream)
    language = choose(arguments, system.environment(), system.out())
    try:
        code = program(language).main(
            list(arguments), prog_name="miniport", standalone_mode=False, obj=tuple(arguments)
        )
        return code if isinstance(code, int) else CLEAN
    except click.UsageError as error:
        refuse(told(error, language), language)
        return REFUSED
    except (KeyboardInterrupt, click.Abort):
        tell(say(language, "interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        system.silence(system.out())
        return CLEAN
    except OSError as error:
        tell(say(language, "error", text=say(language, "io", reason=error)))
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last net: nothing may leave as a bare traceback
        return unexpected(error, language, is_verbose=bool({"-v", "--verbose"} & set(arguments)))
