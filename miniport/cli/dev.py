"""`miniport dev`: build, watch, build again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from miniport.cli import system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.misuse import Named
from miniport.cli.news import Told
from miniport.cli.preview import opened, serving, serving_options
from miniport.cli.words import say
from miniport.dev.rebuild import Rebuilt, Wanted, WarmProject
from miniport.report.cells import tame

if TYPE_CHECKING:
    from miniport.dev.screen import Screen


def command(language: str) -> click.Command:
    """Return the command."""

    def run(**values: object) -> int:
        return _run(values, language)

    return Command("dev", language, _params(language), run, _examples)


def _params(language: str) -> list[click.Parameter]:
    stands = Folder(language, must_stand=True)

    def option(name: str, **more: object) -> click.Option:
        return click.Option([f"--{name}"], help=say(language, f"opt.{name}"), **more)  # type: ignore[arg-type]

    mode = click.Choice(("development", "production"))
    sentence = say(language, "build.project")
    return [
        Named("project", "PROJECT", sentence, required=False, default=".", type=stands),
        option("target", multiple=True, metavar="NAME"),
        option("out", type=Folder(language, must_stand=False), metavar="DIR"),
        option("mode", type=mode, default="development", show_default=True),
        option("force", is_flag=True),
        option("root", type=stands, metavar="DIR"),
        option("no-serve", is_flag=True),
        *serving_options(language),
    ]


def _examples() -> dict[str, str]:
    from miniport.targets.pack import bundled_names

    return {"first": bundled_names()[0]}


def _run(values: dict[str, object], language: str) -> int:
    from miniport.cli.known import new_only_of
    from miniport.dev.loop import run
    from miniport.dev.watch import Watch

    order = wanted(values, language)
    system.search_cycles()
    system.answer_soon()
    watch = Watch()
    with ExitStack() as open_:
        open_.callback(watch.close)
        screen = None if values["no_serve"] else open_.enter_context(_screen(order, values, language))
        address = screen.address if screen is not None else ""
        look_around(open_, order, address, language)
        told = Told(language, address)

        def tell(rebuilt: Rebuilt) -> None:
            rebuilt = new_only_of(rebuilt, order)
            if screen is not None:
                screen.report(rebuilt)
            told.tell(rebuilt)
            if rebuilt.is_whole:
                system.settle()

        project = WarmProject(order, show=screen.show if screen is not None else None)
        run(project, watch, told.attempt, tell)
    return 0


def look_around(open_: ExitStack, order: Wanted, address: str, language: str) -> None:
    """Say to later ones that this process writes the output, and to the user where another one does."""
    from miniport.dev.running import running

    folders = [order.folder(pack.name) for pack in order.packs()]
    other = open_.enter_context(running(order.project, folders, address))
    if other is not None:
        where = say(language, "dev.at", address=tame(other.told)) if other.told else ""
        told = say(language, "dev.other", process=other.process, address=where)
        system.emit(f"{told}\n", system.err())


@contextmanager
def _screen(order: Wanted, values: dict[str, object], language: str) -> Iterator[Screen]:
    """Serve the page while the block runs."""
    from miniport.dev.screen import Screen
    from miniport.dev.server import look
    from miniport.dev.shown import blank
    from miniport.project.settings import Settings

    frames = tuple(blank(pack) for pack in order.packs())
    with opened(frames, serving(values, order.project, Settings(), language), language) as preview:
        if values["is_opened"]:
            look(preview)
        yield Screen(preview)


def wanted(values: dict[str, object], language: str) -> Wanted:
    """Return what the options of the command ask for. Raises Misuse where a target is none."""
    from miniport.cli.packs import choose
    from miniport.emit import Mode

    project, out, root, names = values["project"], values["out"], values["root"], values["target"]
    assert isinstance(project, Path) and isinstance(names, tuple)
    assert out is None or isinstance(out, Path)
    assert root is None or isinstance(root, Path)
    # A mistake on the command line ends the command; what breaks later is told and waited for.
    choose(names, language)
    return Wanted(
        project,
        lambda: choose(names, language),
        lambda target: (out or project / "dist") / target,
        root,
        Mode(str(values["mode"])),
        force=bool(values["force"]),
    )
