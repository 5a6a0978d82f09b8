"""A kept build, as those see it who ask what of it still holds."""

from __future__ import annotations

import os

from miniport.cache.packed import Columns

PARTS = 13
AROUND, EDITED, MARK = slice(5, 11), 11, 12
"""Which parts of a kept build say what it depends on beside the tables, what was edited since its state was
kept, and tell it from all others."""

NOTHING: frozenset[int] = frozenset()
FILES = frozenset({0})
"""What is different, by the tables of a kept build: read, listed, written."""


class Looked:
    """A kept build, looked at: `changed` are the numbers of the tables in which something is different now.

    `parts`: all that was kept of it; `tables`: what it read, listed and wrote.
    `doubted`: for each of them the names of which the file system does not say for sure that nothing is.
    """

    __slots__ = ("changed", "doubted", "parts", "started", "tables")

    def __init__(self, parts: list[bytes], started: float) -> None:
        self.parts, self.started = parts, started
        self.tables: list[Columns] = []
        self.changed: frozenset[int] = NOTHING
        self.doubted: tuple[tuple[str, ...], ...] = ()


def later_of(key: str) -> str:
    """Return under what is kept how a kept build is different since."""
    return f"since {key}"


def bases(project: str) -> tuple[str, str, str]:
    """Return below what the names of the three tables stand: read, listed, written."""
    return f"{project}{os.sep}", f"{project}{os.sep}", ""
