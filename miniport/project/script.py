"""Scripts for an earlier language, and small texts, by packages of the project's own."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from miniport.project.compiled import Compiled, Fault, outcome
from miniport.project.node import NodeProcess, ToolEndedError


class ScriptTool:
    """A package that lowers or minifies, `module` its folder on disk."""

    def __init__(self, package: str, module: Path) -> None:
        self.package = package
        self._process = NodeProcess(package, module)

    def lower(self, path: str, text: str, level: str) -> Compiled | Fault:
        """Return a script at a language level, or what is wrong with it."""
        return self._send({"path": path, "text": text, "level": level, "loader": "js", "small": False})

    def small(self, text: str, loader: Literal["js", "css"], level: str) -> Compiled | Fault:
        """Return a small text, its map leading to a file of no name, or what is wrong with it."""
        return self._send({"path": NAMELESS, "text": text, "level": level, "loader": loader, "small": True})

    def close(self) -> None:
        """End the process."""
        self._process.close()

    def _send(self, message: dict[str, object]) -> Compiled | Fault:
        try:
            answer = self._process.send(message)
        except ToolEndedError:
            return Fault(f"{self.package} ended without an answer", str(message["path"]))
        return outcome(answer, str(message["path"]))


NAMELESS = "text"
