"""`miniport completion`: the script that teaches a shell to complete."""

from __future__ import annotations

import click

from miniport.cli import system
from miniport.cli.command import Command
from miniport.cli.misuse import Named
from miniport.cli.words import say

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_MINIPORT_COMPLETE"
"""click looks into this variable on each run; the script sets it."""


def command(language: str) -> click.Command:
    """Return the command."""
    shell = Named("shell", "SHELL", say(language, "completion.shell"), type=click.Choice(SHELLS))
    return Command("completion", language, [shell], _run)


def _run(shell: str) -> int:
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    program = click.get_current_context().find_root().command
    system.emit(found(program, {}, "miniport", VARIABLE).source() + "\n", system.out())
    return 0
