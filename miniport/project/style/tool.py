"""What a tool for a style language is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from miniport.frozen import frozen
from miniport.project.compiled import Compiled, Fault


@frozen
class Imported:
    """A file that a style sheet asks for: its path and text; or `absent` says why there is none."""

    path: str = ""
    text: str = ""
    absent: str = ""


Ask = Callable[[str, str], Imported]
"""(request as written, path of the file that asks) -> the file. The tool reads nothing by itself."""


class Tool(Protocol):
    """One process that compiles one sheet after the other."""

    def compile(self, path: str, text: str, ask: Ask) -> Compiled | Fault:
        """Return a sheet as plain style, or what is wrong with it."""

    def close(self) -> None:
        """End the process."""
