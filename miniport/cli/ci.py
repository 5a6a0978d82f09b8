"""`miniport ci`: check, build, pack and summary in one run."""

from __future__ import annotations

from pathlib import Path

import click

from miniport.cli import params, system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.order import CiOrder
from miniport.cli.words import say


def command(language: str) -> click.Command:
    """Return the command."""

    def run(**values: object) -> int:
        with system.uncollected():
            return _run(CiOrder(mode="production", **values), language)  # type: ignore[arg-type]

    return Command("ci", language, _params(language), run, params.examples)


def _run(order: CiOrder, language: str) -> int:
    from miniport.cli.integrate import carry_out
    from miniport.cli.summary import tell_release

    work = carry_out(order, language)
    tell_release(work.report, work.changes, order, language)
    return int(work.report.exit_code)


def _params(language: str) -> list[click.Parameter]:
    # Annotations where the runner shows them, else what people read.
    is_github = system.environment().get("GITHUB_ACTIONS") == "true"
    formats = (*params.FORMATS, "markdown")
    first = "github" if is_github else "text"
    folder = Folder(language, must_stand=False)
    archive = click.Path(path_type=Path)
    return [
        params.project(language),
        params.target(language),
        click.Option(["--out"], type=folder, metavar="DIR", help=say(language, "ci.out")),
        click.Option(["--name"], metavar="NAME", help=say(language, "pack.name")),
        click.Option(["--app-version"], metavar="VERSION", help=say(language, "pack.app-version")),
        click.Option(
            ["--since"], multiple=True, type=archive, metavar="ARCHIVE", help=say(language, "pack.since")
        ),
        params.choice(language, "fail-on", "error", "warning", "never"),
        params.option(language, "baseline", type=click.Path(path_type=Path), metavar="FILE"),
        params.choice(language, "format", first, *(each for each in formats if each != first)),
        click.Option(["--force"], is_flag=True, help=say(language, "pack.force")),
        params.root(language),
        *params.verbosity(language),
    ]
