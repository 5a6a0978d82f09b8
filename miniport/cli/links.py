"""`miniport links`: links to a page of the app on each target, as text, JSON and QR codes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from miniport.cli import params, system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.misuse import Misuse
from miniport.cli.order import Order
from miniport.cli.words import say
from miniport.diagnostics import Diagnostic, Severity
from miniport.frozen import frozen
from miniport.project.outputs import own_folder

if TYPE_CHECKING:
    from miniport.archive.link import Link

_SOME, _REFUSED = 1, 2


@frozen
class LinksOrder(Order):
    """What `miniport links` is asked for."""

    page: str
    query: tuple[str, ...]
    base: str
    qr: Literal["none", "terminal", "png", "svg"]
    out: Path | None

    def folder(self, target: str) -> Path:
        """Return the folder of the pictures."""
        return self.out or own_folder(self.project, "links")


def command(language: str) -> click.Command:
    """Return the command."""

    def run(**values: object) -> int:
        with system.uncollected():
            order = LinksOrder(mode="development", fail_on="error", quiet=True, verbose=False, **values)  # type: ignore[arg-type]
            return _run(order, language)

    return Command("links", language, _params(language), run, params.examples)


def _params(language: str) -> list[click.Parameter]:
    def text(name: str, metavar: str, *, is_many: bool = False) -> click.Option:
        told = say(language, f"links.{name}")
        return click.Option(
            [f"--{name}"], metavar=metavar, help=told, default=None if is_many else "", multiple=is_many
        )

    kinds = click.Choice(("none", "terminal", "png", "svg"))
    return [
        params.project(language),
        params.target(language),
        text("page", "PAGE"),
        text("query", "NAME=VALUE", is_many=True),
        text("base", "ADDRESS"),
        click.Option(["--qr"], type=kinds, default="none", show_default=True, help=say(language, "links.qr")),
        click.Option(
            ["--out"], type=Folder(language, must_stand=False), metavar="DIR", help=say(language, "links.out")
        ),
        params.choice(language, "format", "text", "json"),
        params.root(language),
    ]


def _run(order: LinksOrder, language: str) -> int:
    from miniport.archive.link import Wanted, links
    from miniport.cli.ask import ask
    from miniport.pipeline import build

    wanted = Wanted(order.page, tuple(_pairs(order.query, language)), order.base)
    asked = ask(order, language, lambda folders, project: ())
    if asked.request is None:
        return _refuse(asked.refused, language)
    outcome = build(asked.request)
    made: list[Link] = []
    told = [found for found in outcome.diagnostics if found.rule.is_refusal]
    for built in outcome.targets:
        if built.facts is not None and built.pack is not None:
            linked = links(wanted, built.facts, built.pack)
            made.extend(linked.links)
            told.extend(linked.found)
    if made:
        _tell(made, order, language)
    code = _pictures(made, order, language)
    _show(told, language)
    if code or not any(found.severity is Severity.ERROR for found in told):
        return code
    return _SOME if made else _REFUSED


def _pairs(given: tuple[str, ...], language: str) -> Iterator[tuple[str, str]]:
    for text in given:
        name, is_pair, value = text.partition("=")
        if not name or not is_pair:
            raise Misuse(say(language, "links.no-pair", value=text))
        yield name, value


def _tell(made: list[Link], order: LinksOrder, language: str) -> None:
    if order.format == "json":
        value = {"schema": 1, "links": [_json(link, language) for link in made]}
        text = json.dumps(value, ensure_ascii=not system.is_utf8(system.out()), indent=2)
        system.emit(f"{text}\n", system.out())
        return
    from miniport.archive.link import drawn

    for link in made:
        title = link.title.zh if language == "zh" else link.title.en
        system.emit(f"{link.target}: {title}\n  {link.address}\n", system.out())
        if link.note is not None:
            note = link.note.zh if language == "zh" else link.note.en
            system.emit(f"  {say(language, 'links.note', note=note)}\n", system.out())
        if order.qr == "terminal":
            system.emit(f"{drawn(link.address)}\n", system.out())


def _json(link: Link, language: str) -> dict[str, object]:
    is_zh = language == "zh"
    return {
        "target": link.target,
        "kind": link.name,
        "title": link.title.zh if is_zh else link.title.en,
        "url": link.address,
        "note": (link.note.zh if is_zh else link.note.en) if link.note is not None else None,
    }


def _pictures(made: list[Link], order: LinksOrder, language: str) -> int:
    if not made or order.qr not in ("png", "svg"):
        return 0
    from miniport.archive.link import picture
    from miniport.archive.store import store
    from miniport.output import OutputError

    files = {f"{link.target}-{link.name}.{order.qr}": picture(link.address, order.qr) for link in made}
    folder = order.folder("")
    try:
        store(files, folder, is_forced=True)
    except OutputError as error:
        return _refuse(error.diagnostics, language)
    if order.format == "text":
        for name in files:
            system.emit(f"-> {(folder / name).as_posix()}\n", system.out())
    return 0


def _refuse(found: Sequence[Diagnostic], language: str) -> int:
    _show(found, language)
    return _REFUSED


def _show(found: Sequence[Diagnostic], language: str) -> None:
    from miniport.cli.show import show
    from miniport.report.text import diagnostic_lines

    if found:
        show(diagnostic_lines(tuple(found), language), system.err())
