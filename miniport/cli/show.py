"""Show lines of a report: in colour on a terminal, plain everywhere else."""

from __future__ import annotations

from typing import TextIO

from miniport.cli import system
from miniport.report.line import Line, Role, plain

_STYLES: dict[Role, str] = {
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "path": "bold",
    "gutter": "blue",
    "caret": "bold red",
    "help": "green",
    "name": "bold",
    "good": "green",
    "dim": "dim",
}


def show(lines: tuple[Line, ...], stream: TextIO) -> None:
    """Write lines to a stream."""
    system.emit(painted(lines, stream), stream)


def painted(lines: tuple[Line, ...], stream: TextIO) -> str:
    """Return lines as a stream is to show them."""
    paint = coloured if system.is_coloured(stream, system.environment()) else plain
    return paint(lines)


def coloured(lines: tuple[Line, ...]) -> str:
    """Return lines with the colours of a terminal."""
    import io

    from rich.console import Console
    from rich.text import Text

    # The caller has looked at NO_COLOR; rich need not look again.
    console = Console(
        file=io.StringIO(),
        force_terminal=True,
        color_system="standard",
        no_color=False,
        highlight=False,
        markup=False,
    )
    for line in lines:
        text = Text(no_wrap=True)
        for piece in line:
            text.append(piece.text, _STYLES.get(piece.role))
        console.print(text, soft_wrap=True)
    written = console.file
    assert isinstance(written, io.StringIO)
    return written.getvalue()
