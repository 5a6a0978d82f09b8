"""Folders on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from miniport.cli.misuse import Misuse
from miniport.cli.words import say


class Folder(click.Path):
    """A folder; with `must_stand` one that is there."""

    def __init__(self, language: str, *, must_stand: bool) -> None:
        super().__init__(file_okay=False)
        self.language = language
        self.must_stand = must_stand

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path as it was written, or complain."""
        from miniport.project.find import stands

        path = Path(str(value))
        found = stands(path)
        if found == "other":
            raise Misuse(say(self.language, "not-a-folder", value=value), "", ctx)
        if found == "nothing" and self.must_stand:
            raise Misuse(say(self.language, "no-folder", value=value), "", ctx)
        return path
