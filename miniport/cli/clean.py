"""`miniport clean`: without the cache."""

from __future__ import annotations

from pathlib import Path

import click

from miniport.cli import params, system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.words import say


def command(language: str) -> click.Command:
    """Return the command."""

    def run(project: Path, cache_dir: Path | None) -> int:
        from miniport.cache.recall import FOLDER
        from miniport.cache.store import FILE, remove

        folder = cache_dir or project / FOLDER
        key = "clean.done" if remove(str(folder)) else "clean.nothing"
        system.emit(say(language, key, file=(folder / FILE).as_posix()) + "\n", system.out())
        return 0

    given = params.option(language, "cache-dir", type=Folder(language, must_stand=False), metavar="DIR")
    return Command("clean", language, [params.project(language), given], run)
