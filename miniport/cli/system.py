"""What the command line asks of the system: its environment, its streams."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO


def environment() -> Mapping[str, str]:
    """Return the environment variables."""
    return os.environ


def prepare(stream: TextIO) -> None:
    """Make a stream write escapes for what its encoding does not have, instead of stopping."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def is_utf8(stream: TextIO) -> bool:
    """Tell whether a stream can take every character."""
    return (stream.encoding or "").lower().replace("-", "").replace("_", "") in ("utf8", "utf8sig", "cp65001")


def can_write(stream: TextIO, text: str) -> bool:
    """Tell whether a stream's encoding has every character of a text."""
    try:
        text.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def is_coloured(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Tell whether a stream is a terminal that should be shown colours (https://no-color.org)."""
    return is_terminal(stream, environ) and not environ.get("NO_COLOR")


def is_terminal(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Tell whether somebody looks at a stream, and it can move its cursor."""
    return stream.isatty() and environ.get("TERM") != "dumb"


def is_watched(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Tell whether somebody waits at a terminal; where CI is set nobody does, terminal or not."""
    return is_terminal(stream, environ) and environ.get("CI", "").lower() in ("", "0", "false")


def columns(stream: TextIO, environ: Mapping[str, str]) -> int | None:
    """Return how wide the terminal is that shows a stream, None where none does."""
    if not is_terminal(stream, environ):
        return None
    told = environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return None


def emit(text: str, stream: TextIO) -> None:
    """Write a text. A reader that has gone away (`| head`) is no error; the rest goes nowhere."""
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        silence(stream)


def silence(stream: TextIO) -> None:
    """Point a stream whose reader is gone at nothing, so that the interpreter's last flush is quiet."""
    try:
        number = stream.fileno()
    except (io.UnsupportedOperation, ValueError):
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, number)
    os.close(nothing)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the search for unreachable cycles from running meanwhile.

    A build makes trees that last until it ends and next to no cycles: the search would go through all of
    them again and again and find nothing. What is not part of a cycle is freed as ever.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def answer_soon() -> None:
    """Let threads that answer a browser take turns with a build, for which each step would wait 5 ms."""
    sys.setswitchinterval(0.0005)


def search_cycles() -> None:
    """Search for unreachable cycles from now on: the process is there to stay."""
    gc.enable()


def settle() -> None:
    """Free what is unreachable, and leave what is there now out of later searches: it is there to stay."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def out() -> TextIO:
    """Return the stream of reports."""
    return sys.stdout


def err() -> TextIO:
    """Return the stream of everything that is not the report."""
    return sys.stderr
