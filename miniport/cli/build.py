"""`miniport build`: from options to a report."""

from __future__ import annotations

import click

from miniport.cli import params, system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.order import BuildOrder


def command(language: str) -> click.Command:
    """Return the command."""

    def run(**values: object) -> int:
        with system.uncollected():
            return _run(BuildOrder(**values), language)  # type: ignore[arg-type]

    return Command("build", language, _params(language), run, params.examples)


def _run(order: BuildOrder, language: str) -> int:
    # Everything that builds is imported here, so that --help and a typing mistake cost nothing.
    from miniport.cli.tell import tell
    from miniport.cli.work import carry_out
    from miniport.clock import STOPPED, Clock

    clock = Clock() if order.timings else STOPPED
    work = carry_out(order, language, clock)
    with clock.stage("report"):
        tell(work.report, order, language)
    if order.timings:
        from miniport.cli.timings import tell_timings

        tell_timings(clock.stages, order, language)
    if work.done is not None and not order.no_cache:
        from miniport.cli.keep import keep

        arguments = click.get_current_context().find_root().obj
        keep(arguments, order, work, language)
    return int(work.report.exit_code)


def _params(language: str) -> list[click.Parameter]:
    return [
        params.project(language),
        params.target(language),
        params.option(language, "out", type=Folder(language, must_stand=False), metavar="DIR"),
        params.choice(language, "mode", "development", "production"),
        params.choice(language, "fail-on", "error", "warning", "never"),
        params.choice(language, "format", *params.FORMATS),
        params.option(language, "keep-going", is_flag=True),
        params.option(language, "force", is_flag=True),
        params.option(language, "cache-dir", type=Folder(language, must_stand=False), metavar="DIR"),
        params.option(language, "no-cache", is_flag=True),
        params.option(language, "timings", is_flag=True),
        params.root(language),
        *params.verbosity(language),
    ]
