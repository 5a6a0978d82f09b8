"""`miniport dev`: build, watch, build again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from miniport.cli import system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.misuse import Named
from miniport.cli.preview import opened, serving, serving_options
from miniport.cli.words import say
from miniport.dev.rebuild import Rebuilt, Target, Wanted, WarmProject

if TYPE_CHECKING:
    from miniport.dev.screen import Screen
    from miniport.diagnostics import Diagnostic


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
        told = Told(language, screen.address if screen is not None else "")

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


class Told:
    """What was told so far, so that nothing is told twice. `address` is the page's, "" without one."""

    def __init__(self, language: str, address: str = "") -> None:
        self.language = language
        self.address = address
        self.known: Counter[Hashable] = Counter()
        self.is_led_further = False

    def attempt(self, rebuild: Callable[[], Rebuilt]) -> Rebuilt | None:
        """Rebuild; tell what stops it, and go on."""
        from miniport.cli.trouble import complain

        try:
            with system.uncollected():
                return rebuild()
        except Exception as error:  # noqa: BLE001 - whatever is wrong now, the next change may mend it
            complain(error, self.language)
            return None

    def tell(self, rebuilt: Rebuilt) -> None:
        """Tell what a rebuild found that was not there before, and what it wrote."""
        found = list(rebuilt.shown())
        fresh, gone = self._news(found, is_whole=rebuilt.is_good)
        if fresh:
            self._list(fresh)
        if gone or (fresh and len(fresh) < len(found)):
            known = say(self.language, "dev.known", known=len(found) - len(fresh), gone=gone)
            system.emit(f"{known}\n", system.out())
        for name, target in rebuilt.targets.items():
            system.emit(self._line(name, target, rebuilt), system.out())
        if rebuilt.is_good and not self.is_led_further:
            self.is_led_further = True
            system.emit(self._further(), system.out())
        if fresh and self.address:
            # Where it was told first has been pushed away by what was found.
            system.emit(say(self.language, "serving", address=self.address) + "\n", system.out())

    def _list(self, fresh: list[Diagnostic]) -> None:
        from miniport.cli.show import show
        from miniport.report.text import worst_lines

        lines, others = worst_lines(fresh, self.language)
        show(lines, system.out())
        if others:
            system.emit(say(self.language, "dev.others", count=others) + "\n", system.out())

    def _news(self, found: list[Diagnostic], *, is_whole: bool) -> tuple[list[Diagnostic], int]:
        """Return the findings that were not there before, and how many of those that were are gone.

        What a broken build does not find is not gone.
        """
        now = Counter(map(_said, found))
        left, fresh = self.known - now, []
        new = now - self.known
        for each in reversed(found):
            if new[_said(each)] > 0:
                new[_said(each)] -= 1
                fresh.append(each)
        self.known = now if is_whole else self.known | now
        return fresh[::-1], left.total() if is_whole else 0

    def _further(self) -> str:
        from miniport.report.words import word

        return f"{word(self.language, 'looks-further')}\n"

    def _line(self, name: str, target: Target, rebuilt: Rebuilt) -> str:
        from miniport.report.words import word

        key = "dev.blocked" if target.written is None else "dev.written" if target.changed else "dev.same"
        text = say(
            self.language,
            key,
            target=name,
            files=word(self.language, "files", count=len(target.changed)),
            milliseconds=round(rebuilt.seconds["total"] * 1000),
        )
        return f"{text}\n"


def _said(found: Diagnostic) -> Hashable:
    """Return what a finding is known by; where it stands moves with each line written above it."""
    return found.rule.code, found.place.path, found.target, tuple(sorted(found.arguments.items()))
