"""`miniport targets`: the platforms there are, and what is known of one."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from miniport.cli import system
from miniport.cli.command import Command
from miniport.cli.misuse import Named
from miniport.cli.words import say
from miniport.facts import Json, Kind
from miniport.report.cells import pad, width
from miniport.report.line import Line, Piece
from miniport.targets.pack import TargetPack, bundled


def command(language: str) -> click.Command:
    """Return the command."""
    name = Named("name", "NAME", say(language, "targets.name"), required=False)
    form = click.Option(
        ["--format"],
        type=click.Choice(("text", "json")),
        default="text",
        show_default=True,
        help=say(language, "opt.format"),
    )

    def run(name: str | None, format: str) -> int:  # noqa: A002 - click passes it by the option's name
        return _run(name, format, language)

    return Command("targets", language, [name, form], run)


def _run(name: str | None, form: str, language: str) -> int:
    from miniport.cli.packs import find
    from miniport.cli.show import show

    packs = (find(name, language),) if name else tuple(bundled().values())
    if form == "json":
        value = [target_json(pack) for pack in packs]
        text = json.dumps(value, ensure_ascii=not system.is_utf8(system.out()), indent=2)
        system.emit(text + "\n", system.out())
    else:
        show(tuple(_details(packs[0], language) if name else _table(packs, language)), system.out())
    return 0


def _table(packs: tuple[TargetPack, ...], language: str) -> Iterator[Line]:
    rows = [_row(pack, language) for pack in packs if pack.is_target]
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        name, *cells = (pad(cell, cells) for cell, cells in zip(row, widths, strict=True))
        yield Piece(name, "name"), Piece("  " + "  ".join(cells))


def _row(pack: TargetPack, language: str) -> tuple[str, ...]:
    notes = [
        say(language, key)
        for key, holds in (("is-default", pack.is_default), ("is-reader", pack.is_reader))
        if holds
    ]
    return (
        pack.name,
        _title(pack, language),
        say(language, f"family.{pack.family}"),
        ("、" if language == "zh" else ", ").join(notes),
    )


def _title(pack: TargetPack, language: str) -> str:
    return pack.title_zh if language == "zh" else pack.title_en


def _details(pack: TargetPack, language: str) -> Iterator[Line]:
    yield Piece(pack.name, "name"), Piece(f"  {_title(pack, language)}")
    fields = {
        "family": say(language, f"family.{pack.family}"),
        "namespace": pack.dialect.namespace,
        "suffixes": " ".join(suffix for each in pack.dialect.suffixes.values() for suffix in each[:1]),
        "constants": " ".join(pack.constants),
        "files": " ".join(str(file.path) for file in pack.project_files),
        "known": say(language, "known", **_counts(pack)),
    }
    labels = {key: say(language, f"field.{key}") for key, text in fields.items() if text}
    left = max(map(width, labels.values()))
    for key, label in labels.items():
        yield Piece(f"  {pad(label, left)}  ", "dim"), Piece(fields[key])
    label = say(language, "field.limits")
    for name, row in pack.limits.items():
        yield Piece(f"  {pad(label, left)}  ", "dim"), Piece(f"{name} {row.value:g} {row.unit}")
        label = ""


def _counts(pack: TargetPack) -> dict[str, int]:
    return {
        "components": len(pack.names(Kind.COMPONENT)),
        "apis": len(pack.names(Kind.API)),
        "config": sum(kind is Kind.CONFIG for kind, _, _ in pack.index),
    }


def target_json(pack: TargetPack) -> Json:
    """Return a target as JSON."""
    counts: dict[str, Json] = dict(_counts(pack))
    return {
        "name": pack.name,
        "title": {"en": pack.title_en, "zh": pack.title_zh},
        "family": pack.family,
        "isTarget": pack.is_target,
        "isDefault": pack.is_default,
        "isReader": pack.is_reader,
        "namespace": pack.dialect.namespace,
        "constants": list(pack.constants),
        "known": counts,
    }
