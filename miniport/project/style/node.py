"""Less and Stylus by the project's own packages."""

from __future__ import annotations

from pathlib import Path

from miniport.project.compiled import Compiled, Fault, outcome
from miniport.project.node import NodeProcess, ToolEndedError
from miniport.project.style.tool import Ask


class NodeTool:
    """A language's package, `module` its folder on disk."""

    def __init__(self, language: str, module: Path) -> None:
        self._language = language
        self._process = NodeProcess(language, module)

    def compile(self, path: str, text: str, ask: Ask) -> Compiled | Fault:
        """Return a sheet as plain style, or what is wrong with it."""
        try:
            answer = self._process.send({"path": path, "text": text})
            while "ask" in answer:
                found = ask(str(answer["ask"]), str(answer["from"]))
                answer = self._process.send({"path": found.path, "text": found.text, "absent": found.absent})
        except ToolEndedError:
            return Fault(f"{self._language} ended without an answer", path)
        return outcome(answer, path)

    def close(self) -> None:
        """End the process."""
        self._process.close()
