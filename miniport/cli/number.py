"""Numbers on the command line."""

from __future__ import annotations

import click

from miniport.cli.misuse import Misuse
from miniport.cli.words import say


class Number(click.IntRange):
    """A whole number in a range, both ends of it included."""

    def __init__(self, language: str, least: int, most: int) -> None:
        super().__init__(least, most)
        self.language = language

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or complain."""
        try:
            return int(super().convert(value, param, ctx))  # type: ignore[arg-type]
        except click.BadParameter as error:
            name = max(param.opts, key=len) if param is not None else "?"
            limits = {"least": self.min, "most": self.max}
            message = say(self.language, "no-number", value=value, name=name, **limits)
            raise Misuse(message, "", ctx) from error
