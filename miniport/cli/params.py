"""The options that several commands have."""

from __future__ import annotations

import click

from miniport.cli.folder import Folder
from miniport.cli.misuse import Named
from miniport.cli.words import say

FORMATS = ("text", "json", "sarif", "github", "junit")


def project(language: str, key: str = "build.project") -> Named:
    """Return the argument that names the project's folder."""
    stands = Folder(language, must_stand=True)
    return Named("project", "PROJECT", say(language, key), required=False, default=".", type=stands)


def target(language: str) -> click.Option:
    """Return the option that names targets."""
    return option(language, "target", multiple=True, metavar="NAME", shell_complete=_complete_target)


def root(language: str) -> click.Option:
    """Return the option that names the workspace."""
    return option(language, "root", type=Folder(language, must_stand=True), metavar="DIR")


def verbosity(language: str, quiet_word: str = "opt.quiet") -> tuple[click.Option, click.Option]:
    """Return the options that say how much to tell; those of a command that fails on nothing have a word."""
    quiet = click.Option(["-q", "--quiet"], is_flag=True, help=say(language, quiet_word))
    verbose = click.Option(["-v", "--verbose"], is_flag=True, help=say(language, "opt.verbose"))
    return quiet, verbose


def option(language: str, name: str, **more: object) -> click.Option:
    """Return an option; its sentence is the word `opt.NAME`."""
    return click.Option([f"--{name}"], help=say(language, f"opt.{name}"), **more)  # type: ignore[arg-type]


def choice(language: str, name: str, default: str, *others: str) -> click.Option:
    """Return an option of some words, the default one first."""
    words = click.Choice((default, *others))
    return option(language, name, type=words, default=default, show_default=True)


def _complete_target(ctx: click.Context, param: click.Parameter, begun: str) -> list[str]:
    from miniport.cli.packs import target_names

    return [name for name in target_names() if name.startswith(begun)]


def examples() -> dict[str, str]:
    """Return what stands in the examples of a command's help."""
    from miniport.targets.pack import bundled_names

    return {"first": bundled_names()[0]}
