"""`miniport preview`: bundles in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from miniport.cli import system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.misuse import Misuse, Named
from miniport.cli.number import Number
from miniport.cli.words import say

if TYPE_CHECKING:
    from miniport.dev.server import Preview, Serving
    from miniport.dev.shown import Shown
    from miniport.diagnostics import Diagnostic
    from miniport.facts import Json
    from miniport.project.settings import Settings
    from miniport.report.cause import Merged


def command(language: str) -> click.Command:
    """Return the command."""
    stands = Folder(language, must_stand=True)
    dist = Named("dist", "DIST", say(language, "preview.dist"), required=False, default="dist", type=stands)
    project = click.Option(["--project"], type=stands, metavar="DIR", help=say(language, "opt.project"))

    def run(dist: Path, project: Path | None, **values: object) -> int:
        return _run(dist, project, language, values)

    return Command("preview", language, [dist, project, *serving_options(language)], run)


def serving_options(language: str) -> list[click.Option]:
    """Return the options of every command that serves a preview."""
    port = Number(language, 0, 65535)
    return [
        click.Option(["--port"], type=port, metavar="PORT", help=say(language, "opt.port")),
        click.Option(["--host"], default="127.0.0.1", metavar="HOST", help=say(language, "opt.host")),
        click.Option(["--open", "is_opened"], is_flag=True, help=say(language, "opt.open")),
        click.Option(["--editor"], metavar="COMMAND", help=say(language, "opt.editor")),
    ]


def serving(values: dict[str, object], project: Path | None, settings: Settings, language: str) -> Serving:
    """Return how to serve a preview, from the options of a command."""
    from miniport.dev.reach import reached
    from miniport.dev.server import Serving
    from miniport.dev.server_editor import command_of

    port, editor = values.get("port"), values.get("editor")
    return Serving(
        told,
        language=language,
        host=str(values.get("host") or "127.0.0.1"),
        port=port if isinstance(port, int) else None,
        project=project,
        hosts=reached(settings),
        editor=command_of(str(editor) if editor else None),
        heard=lambda found: _tell(found, language),
    )


def _tell(found: Diagnostic, language: str) -> None:
    """Tell in the terminal what a running app causes."""
    from miniport.cli.show import show
    from miniport.report.text import diagnostic_lines

    show(diagnostic_lines([found], language), system.out())


def told(found: tuple[Diagnostic, ...], language: str) -> list[Json]:
    """Return findings as the page shows them: as in a report as JSON, and `said` in each language."""
    from miniport.report.as_json import diagnostic_json
    from miniport.report.cause import merge

    return [
        {**diagnostic_json(merged, language), "said": {each: _said(merged, each) for each in ("en", "zh")}}
        for merged in merge(found)
    ]


def _said(merged: Merged, language: str) -> Json:
    return {"message": merged.message(language), "help": merged.help(language)}


def opened(frames: tuple[Shown, ...], how: Serving, language: str) -> Preview:
    """Start a preview and say where it is."""
    from miniport.dev.server import Preview
    from miniport.dev.server_door import LOOPBACK

    try:
        preview = Preview(frames, how)
    except OSError as error:
        problem = say(language, "port-taken", port=how.port, reason=error.strerror or error)
        raise Misuse(problem, say(language, "port-taken.cure")) from error
    if how.host not in LOOPBACK | {"::1"}:
        system.emit(say(language, "serving.wide", host=how.host) + "\n", system.err())
    system.emit(say(language, "serving", address=preview.address) + "\n", system.out())
    preview.follow_mocks()
    return preview


def _run(dist: Path, project: Path | None, language: str, values: dict[str, object]) -> int:
    from miniport.dev.server import stay
    from miniport.dev.shown import shown_in
    from miniport.project.read_settings import read_settings
    from miniport.targets.pack import bundled_names

    system.search_cycles()
    home = project or dist.parent
    settings = read_settings(home, bundled_names()).settings
    frames = tuple(shown_in(dist, settings, home))
    if not frames:
        raise Misuse(say(language, "no-bundle", folder=dist), say(language, "no-bundle.cure"))
    with opened(frames, serving(values, home, settings, language), language) as preview:
        stay(preview, is_opened=bool(values.get("is_opened")))
    return 0
