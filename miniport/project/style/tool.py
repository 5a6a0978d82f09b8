"""What a tool for a style language is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Imported:
    """A file that a style sheet asks for: its path and text; or `absent` says why there is none."""

    path: str = ""
    text: str = ""
    absent: str = ""


Ask = Callable[[str, str], Imported]
"""(request as written, path of the file that asks) -> the file. The tool reads nothing by itself."""


@dataclass(frozen=True)
class Compiled:
    """The plain style sheet, and the source map's text."""

    css: str
    map: str


@dataclass(frozen=True)
class Fault:
    """What a tool finds wrong: 1-based line and 0-based column in a file, line 0 where it tells none."""

    message: str
    path: str
    line: int = 0
    column: int = 0


class Tool(Protocol):
    """One process that compiles one sheet after the other."""

    def compile(self, path: str, text: str, ask: Ask) -> Compiled | Fault:
        """Return a sheet as plain style, or what is wrong with it."""

    def close(self) -> None:
        """End the process."""


class ToolAbsentError(Exception):
    """A tool cannot be started: `needs` is what is not there, `cure` the command that brings it."""

    def __init__(self, needs: str, cure: str) -> None:
        super().__init__(needs)
        self.needs = needs
        self.cure = cure
