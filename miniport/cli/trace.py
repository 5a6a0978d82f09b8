"""`miniport trace`: a production stack with the places of the source."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from miniport.cli import params, system
from miniport.cli.command import Command
from miniport.cli.misuse import Misuse, Named
from miniport.cli.words import say

if TYPE_CHECKING:
    from miniport.archive.trace import Frame

_REFUSED = 2
_NOTHING = 1


def command(language: str) -> click.Command:
    """Return the command."""
    file = click.Path(path_type=Path, allow_dash=True)
    stack = Named("stack", "STACK", say(language, "trace.stack"), type=file)
    archive = click.Option(
        ["--archive"],
        required=True,
        type=click.Path(path_type=Path),
        metavar="ARCHIVE",
        help=say(language, "trace.archive"),
    )
    how = params.choice(language, "format", "text", "json")

    def run(stack: Path, archive: Path, format: str) -> int:  # noqa: A002 - the option's name
        return _run(_read(stack, language), archive, language, is_json=format == "json")

    return Command("trace", language, [stack, archive, how], run)


def _read(stack: Path, language: str) -> str:
    from miniport.archive.read import content_of
    from miniport.project.files import CAUSES, cause_of

    try:
        content = sys.stdin.buffer.read() if str(stack) == "-" else content_of(stack)
    except OSError as error:
        en, zh = CAUSES[cause_of(error)]
        cause = zh if language == "zh" else en
        raise Misuse(say(language, "no-file", value=stack, cause=cause)) from error
    return content.decode("utf-8", "replace")


def _run(stack: str, archive: Path, language: str, *, is_json: bool) -> int:
    from miniport.archive.read import ArchiveError
    from miniport.archive.trace import maps_of, retold
    from miniport.cli.show import show
    from miniport.report.text import diagnostic_lines

    try:
        frames = tuple(maps_of(archive).frames(stack))
    except ArchiveError as error:
        show(diagnostic_lines((error.diagnostic,), language), system.out())
        return _REFUSED
    known = [frame for frame in frames if frame.place is not None]
    if is_json:
        value = {"schema": 1, "frames": [_json(frame) for frame in frames]}
        system.emit(
            json.dumps(value, ensure_ascii=not system.is_utf8(system.out()), indent=2) + "\n", system.out()
        )
    else:
        system.emit(retold(stack, frames).rstrip("\n") + "\n", system.out())
        _show_first(known)
    if not known:
        system.emit(say(language, "trace.none", archive=archive.name) + "\n", system.err())
    return 0 if known else _NOTHING


def _show_first(known: list[Frame]) -> None:
    from miniport.cli.show import show
    from miniport.report.frame import frame

    if known and known[0].place is not None and known[0].place.frame:
        system.emit("\n", system.out())
        show(tuple(frame(known[0].place)), system.out())


def _json(frame: Frame) -> dict[str, object]:
    told: dict[str, object] = {"file": frame.file, "line": frame.line, "column": frame.column, "source": None}
    place = frame.place
    if place is not None:
        text = {"line": place.line, "column": place.column, "text": place.frame}
        told["source"] = {"path": str(place.path), **text}
    return told
