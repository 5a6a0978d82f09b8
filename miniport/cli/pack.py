"""`miniport pack`: archives for release, each with a record of what is in it."""

from __future__ import annotations

from pathlib import Path

import click

from miniport.cli import params, system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.order import PackOrder
from miniport.cli.words import say

_REFUSED = 2


def command(language: str) -> click.Command:
    """Return the command."""

    def run(verify: Path | None, run_upload: str | None, *, rebuild: bool, **values: object) -> int:
        order = PackOrder(mode="production", **values)  # type: ignore[arg-type]
        with system.uncollected():
            return (
                _run(order, language, run_upload)
                if verify is None
                else _verify(verify, order, language, is_built=rebuild)
            )

    return Command("pack", language, _params(language), run, params.examples)


def _run(order: PackOrder, language: str, upload: str | None) -> int:
    from miniport.cli.packing import carry_out
    from miniport.cli.summary import tell_release

    work = carry_out(order, language)
    tell_release(work.report, work.changes, order, language)
    code = int(work.report.exit_code)
    if upload is None or code == _REFUSED:
        return code
    from miniport.cli.uploading import hand_over_all

    return max(code, hand_over_all(list(work.uploads), language, is_dry=upload == "dry"))


def _verify(archive: Path, order: PackOrder, language: str, *, is_built: bool) -> int:
    from miniport.cli.tell import tell
    from miniport.cli.verifying import verified

    report = verified(archive, order, language, is_built=is_built)
    tell(report, order, language)
    if order.format == "text" and not report.exit_code:
        system.emit(say(language, "pack.same", archive=archive.as_posix()) + "\n", system.out())
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
        params.option(language, "baseline", type=click.Path(path_type=Path), metavar="FILE"),
        params.choice(language, "format", *params.FORMATS, "markdown"),
        click.Option(
            ["--since"],
            multiple=True,
            type=click.Path(path_type=Path),
            metavar="ARCHIVE",
            help=say(language, "pack.since"),
        ),
        click.Option(
            ["--verify"],
            type=click.Path(path_type=Path),
            metavar="ARCHIVE",
            help=say(language, "pack.verify"),
        ),
        click.Option(
            ["--run-upload"],
            type=click.Choice(("dry", "run")),
            is_flag=False,
            flag_value="dry",
            help=say(language, "pack.run-upload"),
        ),
        click.Option(["--rebuild"], is_flag=True, help=say(language, "pack.rebuild")),
        click.Option(["--force"], is_flag=True, help=say(language, "pack.force")),
        params.root(language),
        *params.verbosity(language),
    ]
