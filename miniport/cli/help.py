"""The text of --help: usage, what a command does, its options in columns, examples, exit codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from miniport.cli.misuse import Named
from miniport.cli.words import has, say
from miniport.report.cells import pad, width, wrap

MOST = 100
WIDEST = 30
"""Cells of the left column; what is longer gets a line of its own."""
_WIDEST_EXAMPLE = 46

Row = tuple[str, str]


def help_text(ctx: click.Context, language: str, cells: int, **arguments: str) -> str:
    """Return the whole text. `arguments` fill in the words of the examples."""
    command = ctx.command
    name = command.name or ""
    cells = min(cells, MOST)
    heading = say(language, "heading", title=say(language, "usage"))
    lines = [f"{heading} {usage(ctx)}", ""]
    for key in (name, f"{name}.more"):
        if has(key):
            lines.extend([*wrap(say(language, key), cells), ""])
    params = command.get_params(ctx)
    sections = (
        ("commands", list(_commands(ctx, language))),
        ("arguments", [(param.shown, param.sentence) for param in params if isinstance(param, Named)]),
        ("options", [_option(param, language) for param in params if isinstance(param, click.Option)]),
        ("examples", list(_rows(f"{name}.examples", language, **arguments))),
        ("exit", list(_rows(f"{name}.exit", language))),
    )
    for title, rows in sections:
        if rows:
            widest = _WIDEST_EXAMPLE if title == "examples" else WIDEST
            lines.extend(
                [say(language, "heading", title=say(language, title)), *_columns(rows, cells, widest), ""]
            )
    return "\n".join(lines)


def usage(ctx: click.Context) -> str:
    """Return the command with its parts: `miniport build [PROJECT] [OPTIONS]`."""
    parts = [ctx.command_path]
    for param in ctx.command.get_params(ctx):
        if isinstance(param, Named):
            parts.append(param.shown if param.required else f"[{param.shown}]")
    if isinstance(ctx.command, click.Group):
        parts.append("COMMAND")
    return " ".join([*parts, "[OPTIONS]"])


def _commands(ctx: click.Context, language: str) -> Iterator[Row]:
    if isinstance(ctx.command, click.Group):
        for name in ctx.command.list_commands(ctx):
            yield name, say(language, f"{name}.short")


def _option(option: click.Option, language: str) -> Row:
    names = ", ".join(sorted(option.opts, key=len))
    if not option.is_flag:
        values = "|".join(map(str, option.type.choices)) if isinstance(option.type, click.Choice) else ""
        names = f"{names} {values or option.metavar or ''}".rstrip()
    sentence = option.help or ""
    if option.multiple:
        sentence += f" {say(language, 'repeatable')}"
    if option.show_default and option.default is not None:
        sentence += f" {say(language, 'default', value=option.default)}"
    return names, sentence


def _rows(key: str, language: str, **arguments: str) -> Iterator[Row]:
    if has(key):
        for line in say(language, key, **arguments).split("\n"):
            left, _, right = line.partition("\t")
            yield left, right


def _columns(rows: Iterable[Row], cells: int, widest: int) -> Iterator[str]:
    rows = tuple(rows)
    left = min(widest, max(width(name) for name, _ in rows))
    for name, sentence in rows:
        lines = wrap(sentence, max(20, cells - left - 4))
        if width(name) > left:
            yield f"  {name}"
        else:
            yield f"  {pad(name, left)}  {lines.pop(0)}".rstrip()
        yield from (f"  {' ' * left}  {line}" for line in lines)
