"""`miniport check`: what will not work, told before anything is built."""

from __future__ import annotations

from pathlib import Path

import click

from miniport.cli import params, system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.order import CheckOrder
from miniport.cli.words import say


def command(language: str) -> click.Command:
    """Return the command."""

    def run(**values: object) -> int:
        with system.uncollected():
            return _run(CheckOrder(**values), language)  # type: ignore[arg-type]

    return Command("check", language, _params(language), run, params.examples)


def _run(order: CheckOrder, language: str) -> int:
    from miniport.cli.examine import examine
    from miniport.cli.tell import tell
    from miniport.report.outcome import Exit

    work = examine(order, language)
    report = work.report
    if report.difference is not None and report.exit_code is not Exit.REFUSED:
        system.emit(report.difference, system.out())
        if not report.difference:
            # The difference is for programs, which take nothing as nothing.
            system.emit(say(language, "diff-nothing") + "\n", system.err())
        return int(Exit.FOUND if report.difference and not order.fix else Exit.CLEAN)
    tell(report, order, language)
    if work.done is not None:
        from miniport.cli.keep import keep

        keep(click.get_current_context().find_root().obj, order, work, language)
    return int(report.exit_code)


def _params(language: str) -> list[click.Parameter]:
    return [
        params.project(language),
        params.target(language),
        params.choice(language, "mode", "production", "development"),
        params.choice(language, "fail-on", "error", "warning", "never"),
        params.choice(language, "format", *params.FORMATS),
        params.option(language, "select", multiple=True, metavar="CODES"),
        params.option(language, "ignore", multiple=True, metavar="CODES"),
        params.option(language, "baseline", type=click.Path(path_type=Path), metavar="FILE"),
        params.option(language, "update-baseline", is_flag=True),
        params.option(language, "fix", is_flag=True),
        params.option(language, "diff", is_flag=True),
        params.option(language, "cache-dir", type=Folder(language, must_stand=False), metavar="DIR"),
        params.option(language, "no-cache", is_flag=True),
        params.root(language),
        *params.verbosity(language),
    ]
