"""`miniport report`: a page about what works where."""

from __future__ import annotations

from pathlib import Path

import click

from miniport.cli import params, system
from miniport.cli.command import Command
from miniport.cli.misuse import Misuse
from miniport.cli.order import ReportOrder
from miniport.cli.words import say


def command(language: str) -> click.Command:
    """Return the command."""

    def run(**values: object) -> int:
        with system.uncollected():
            return _run(ReportOrder(**values, **_UNASKED), language)  # type: ignore[arg-type]

    return Command("report", language, _params(language), run)


_UNASKED = {"fail_on": "never", "format": "text"}
"""A report tells what there is; nothing found makes it fail."""


def _run(order: ReportOrder, language: str) -> int:
    for path in order.pages:
        if path.suffix not in (".html", ".json"):
            message = say(language, "report.suffix", name=path.as_posix())
            raise Misuse(message, say(language, "report.suffix.cure"))
    from miniport.cli.surveying import write_survey

    return write_survey(order, language)


def _params(language: str) -> list[click.Parameter]:
    out = click.Option(
        ["--out"],
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=say(language, "report.out"),
    )
    return [
        params.project(language),
        params.target(language),
        out,
        params.choice(language, "mode", "production", "development"),
        params.root(language),
        *params.verbosity(language, "opt.errors-only"),
    ]
