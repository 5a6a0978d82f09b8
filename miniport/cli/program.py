"""The program `miniport`: its commands, none of them loaded yet."""

from __future__ import annotations

import click

from miniport import __version__
from miniport.cli import system
from miniport.cli.command import Group
from miniport.cli.words import say


def program(language: str) -> Group:
    """Return the program in a language."""
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_version,
        help=say(language, "opt.version"),
    )
    loaders = {
        "init": _init,
        "build": _build,
        "dev": _dev,
        "clean": _clean,
        "check": _check,
        "pack": _pack,
        "ci": _ci,
        "trace": _trace,
        "links": _links,
        "preview": _preview,
        "report": _report,
        "explain": _explain,
        "diff": _diff,
        "targets": _targets,
        "probe": _probe,
        "schema": _schema,
        "completion": _completion,
    }
    return Group("miniport", language, [version], loaders)


def _version(ctx: click.Context, param: click.Parameter, is_asked: bool) -> None:  # noqa: FBT001 - click's way
    if is_asked and not ctx.resilient_parsing:
        system.emit(f"miniport {__version__}\n", system.out())
        ctx.exit()


def _init(language: str) -> click.Command:
    from miniport.cli.init import command

    return command(language)


def _build(language: str) -> click.Command:
    from miniport.cli.build import command

    return command(language)


def _clean(language: str) -> click.Command:
    from miniport.cli.clean import command

    return command(language)


def _dev(language: str) -> click.Command:
    from miniport.cli.dev import command

    return command(language)


def _check(language: str) -> click.Command:
    from miniport.cli.check import command

    return command(language)


def _pack(language: str) -> click.Command:
    from miniport.cli.pack import command

    return command(language)


def _preview(language: str) -> click.Command:
    from miniport.cli.preview import command

    return command(language)


def _ci(language: str) -> click.Command:
    from miniport.cli.ci import command

    return command(language)


def _trace(language: str) -> click.Command:
    from miniport.cli.trace import command

    return command(language)


def _report(language: str) -> click.Command:
    from miniport.cli.report import command

    return command(language)


def _links(language: str) -> click.Command:
    from miniport.cli.links import command

    return command(language)


def _explain(language: str) -> click.Command:
    from miniport.cli.explain import command

    return command(language)


def _diff(language: str) -> click.Command:
    from miniport.cli.diff import command

    return command(language)


def _targets(language: str) -> click.Command:
    from miniport.cli.targets import command

    return command(language)


def _probe(language: str) -> click.Command:
    from miniport.cli.probe import command

    return command(language)


def _schema(language: str) -> click.Command:
    from miniport.cli.schema import command

    return command(language)


def _completion(language: str) -> click.Command:
    from miniport.cli.completion import command

    return command(language)
