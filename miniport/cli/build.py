"""`miniport build`: from options to a report."""

from __future__ import annotations

import click

from miniport.cli import system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.misuse import Named
from miniport.cli.order import Order
from miniport.cli.words import say


def command(language: str) -> click.Command:
    """Return the command."""

    def run(**values: object) -> int:
        with system.uncollected():
            return _run(Order(**values), language)  # type: ignore[arg-type]

    return Command("build", language, _params(language), run, _examples)


def _run(order: Order, language: str) -> int:
    # Everything that builds is imported here, so that --help and a typing mistake cost nothing.
    from miniport.cli.show import show
    from miniport.cli.work import carry_out
    from miniport.report.as_json import report_json
    from miniport.report.text import report_lines

    report = carry_out(order, language)
    if order.format == "json":
        is_ascii = not system.is_utf8(system.out())
        system.emit(report_json(report, language, is_ascii=is_ascii), system.out())
    else:
        columns = system.columns(system.out(), system.environment())
        show(report_lines(report, language, order.verbosity, columns), system.out())
    return int(report.exit_code)


def _examples() -> dict[str, str]:
    from miniport.targets.pack import bundled_names

    return {"first": bundled_names()[0]}


def _params(language: str) -> list[click.Parameter]:
    stands = Folder(language, must_stand=True)
    sentence = say(language, "build.project")
    return [
        Named("project", "PROJECT", sentence, required=False, default=".", type=stands),
        _option(language, "target", multiple=True, metavar="NAME", shell_complete=_complete_target),
        _option(language, "out", type=Folder(language, must_stand=False), metavar="DIR"),
        _choice(language, "mode", "development", "production"),
        _choice(language, "fail-on", "error", "warning", "never"),
        _choice(language, "format", "text", "json"),
        _option(language, "keep-going", is_flag=True),
        _option(language, "force", is_flag=True),
        _option(language, "root", type=stands, metavar="DIR"),
        click.Option(["-q", "--quiet"], is_flag=True, help=say(language, "opt.quiet")),
        click.Option(["-v", "--verbose"], is_flag=True, help=say(language, "opt.verbose")),
    ]


def _option(language: str, name: str, **more: object) -> click.Option:
    return click.Option([f"--{name}"], help=say(language, f"opt.{name}"), **more)  # type: ignore[arg-type]


def _choice(language: str, name: str, default: str, *others: str) -> click.Option:
    """Return an option of some words, the default one first."""
    choice = click.Choice((default, *others))
    return _option(language, name, type=choice, default=default, show_default=True)


def _complete_target(ctx: click.Context, param: click.Parameter, begun: str) -> list[str]:
    from miniport.cli.packs import target_names

    return [name for name in target_names() if name.startswith(begun)]
