"""`miniport pack`: archives for release, each with a record of what is in it."""

from __future__ import annotations

import click

from miniport.cli import params, system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.order import PackOrder
from miniport.cli.words import say


def command(language: str) -> click.Command:
    """Return the command."""

    def run(**values: object) -> int:
        with system.uncollected():
            return _run(PackOrder(mode="production", **values), language)  # type: ignore[arg-type]

    return Command("pack", language, _params(language), run, params.examples)


def _run(order: PackOrder, language: str) -> int:
    from miniport.cli.packing import carry_out
    from miniport.cli.tell import tell

    report = carry_out(order, language)
    tell(report, order, language)
    return int(report.exit_code)


def _params(language: str) -> list[click.Parameter]:
    return [
        params.project(language),
        params.target(language),
        click.Option(
            ["--out"], type=Folder(language, must_stand=False), metavar="DIR", help=say(language, "pack.out")
        ),
        click.Option(["--name"], metavar="NAME", help=say(language, "pack.name")),
        click.Option(["--app-version"], metavar="VERSION", help=say(language, "pack.app-version")),
        params.choice(language, "fail-on", "error", "warning", "never"),
        params.choice(language, "format", *params.FORMATS),
        click.Option(["--force"], is_flag=True, help=say(language, "pack.force")),
        params.root(language),
        *params.verbosity(language),
    ]
