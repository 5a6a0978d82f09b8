"""Less and Stylus by the project's own packages, in one Node process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from miniport.project.style.tool import Ask, Compiled, Fault, ToolAbsentError

_DRIVER = Path(__file__).with_name("driver.cjs")


class NodeTool:
    """A language's package, `module` its folder on disk, driven line by line."""

    def __init__(self, language: str, module: Path) -> None:
        node = shutil.which("node")
        if node is None:
            raise ToolAbsentError("Node", "https://nodejs.org")
        self._language = language
        environment = {name: value for name, value in os.environ.items() if name != "NODE_OPTIONS"}
        self._process = subprocess.Popen(
            [node, str(_DRIVER), language, str(module)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )

    def compile(self, path: str, text: str, ask: Ask) -> Compiled | Fault:
        """Return a sheet as plain style, or what is wrong with it."""
        try:
            answer = self._send({"path": path, "text": text})
            while "ask" in answer:
                found = ask(str(answer["ask"]), str(answer["from"]))
                answer = self._send({"path": found.path, "text": found.text, "absent": found.absent})
        except (BrokenPipeError, ValueError):
            return Fault(f"{self._language} ended without an answer", path)
        if "css" in answer:
            return Compiled(str(answer["css"]), str(answer.get("map") or ""))
        return Fault(
            str(answer.get("message")),
            str(answer.get("path") or path),
            int(str(answer.get("line") or 0)),
            int(str(answer.get("column") or 0)),
        )

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _send(self, message: dict[str, str]) -> dict[str, object]:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(message).encode() + b"\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return answer if isinstance(answer, dict) else {}
