"""`miniport init`: a new project from a template."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from miniport.cli import system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.misuse import Misuse, Named
from miniport.cli.words import say

FIRST = "blank"


def command(language: str) -> click.Command:
    """Return the command."""
    from miniport.project.scaffold import templates

    folder = Folder(language, must_stand=False)
    name = Named("name", "NAME", say(language, "init.name"), type=folder)
    names = sorted(templates(), key=lambda each: each != FIRST)
    template = click.Option(
        ["--template"],
        type=click.Choice(names),
        default=FIRST,
        show_default=True,
        help=say(language, "init.template"),
    )
    force = click.Option(["--force"], is_flag=True, help=say(language, "init.force"))

    def run(name: Path, template: str, *, force: bool) -> int:
        return _run(name, template, language, is_forced=force)

    return Command("init", language, [name, template, force], run)


def _run(folder: Path, template: str, language: str, *, is_forced: bool) -> int:
    from miniport.project.find import absolute
    from miniport.project.scaffold import Occupied, scaffold, write_scaffold

    files = scaffold(template, {"name": absolute(folder).name})
    try:
        write_scaffold(folder, files, is_forced=is_forced)
    except Occupied as found:
        message = say(language, "init.taken", path=found.path.as_posix())
        raise Misuse(message, say(language, "init.taken.cure")) from found
    told = say(language, "init.done", folder=quote(folder.as_posix()), files=len(files))
    system.emit(told + "\n", system.out())
    return 0
