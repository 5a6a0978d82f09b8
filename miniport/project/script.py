"""Scripts for an earlier language by the project's own esbuild."""

from __future__ import annotations

from pathlib import Path

from miniport.project.compiled import Compiled, Fault, outcome
from miniport.project.node import NodeProcess, ToolEndedError


class ScriptTool:
    """A package that lowers scripts, `module` its folder on disk."""

    def __init__(self, package: str, module: Path) -> None:
        self.package = package
        self._process = NodeProcess(package, module)

    def lower(self, path: str, text: str, level: str) -> Compiled | Fault:
        """Return a script at a language level, or what is wrong with it."""
        try:
            answer = self._process.send({"path": path, "text": text, "level": level})
        except ToolEndedError:
            return Fault(f"{self.package} ended without an answer", path)
        return outcome(answer, path)

    def close(self) -> None:
        """End the process."""
        self._process.close()
