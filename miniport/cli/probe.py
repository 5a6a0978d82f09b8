"""`miniport probe`: a project that finds out on a device what is not known of a platform."""

from __future__ import annotations

from pathlib import Path

import click

from miniport.cli import system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.misuse import Misuse, Named
from miniport.cli.packs import find
from miniport.cli.words import say
from miniport.diagnostics import Diagnostic
from miniport.facts import Json

REFUSED = 2


def command(language: str) -> click.Command:
    """Return the command."""
    stands = Folder(language, must_stand=True)
    project = Named(
        "project", "PROJECT", say(language, "probe.project"), required=False, default=".", type=stands
    )
    target = click.Option(["--target"], required=True, metavar="NAME", help=say(language, "probe.target"))
    folder = Folder(language, must_stand=False)
    out = click.Option(["--out"], type=folder, metavar="DIR", help=say(language, "probe.out"))
    force = click.Option(["--force"], is_flag=True, help=say(language, "opt.force"))

    def run(project: Path, target: str, out: Path | None, *, force: bool) -> int:
        return _run(project, target, out, language, is_forced=force)

    return Command("probe", language, [project, target, out, force], run)


def _run(project: Path, name: str, out: Path | None, language: str, *, is_forced: bool) -> int:
    from miniport.output import OutputError, check_folder, recover, write
    from miniport.project.read_settings import read_settings
    from miniport.targets.pack import bundled, bundled_names
    from miniport.web.probe import probe_project

    pack = find(name, language)
    if not pack.probe_files:
        able = ", ".join(each.name for each in bundled().values() if each.probe_files)
        raise Misuse(say(language, "no-probe", name=pack.name), say(language, "choices", choices=able))
    told = read_settings(project, (*bundled_names(), pack.name))
    if told.diagnostics:
        return _refuse(told.diagnostics, language)
    app_id = told.settings.target(pack.name).app_id
    settings: dict[str, Json] = {"appId": app_id} if app_id else {}
    folder = out or project / "dist" / f"{pack.name}-probe"
    bundle = probe_project(pack, settings)
    try:
        check_folder(folder, project)
        recover(folder)
        write(bundle, folder, is_forced=is_forced)
    except OutputError as error:
        return _refuse(error.diagnostics, language)
    text = say(language, "probe.done", folder=folder.as_posix(), files=len(bundle), target=pack.name)
    system.emit(text + "\n", system.out())
    return 0


def _refuse(found: tuple[Diagnostic, ...], language: str) -> int:
    from miniport.cli.show import show
    from miniport.report.text import diagnostic_lines

    show(diagnostic_lines(found, language), system.out())
    return REFUSED
