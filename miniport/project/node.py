"""A tool of the project's own packages, in one Node process for all texts."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_DRIVER = Path(__file__).with_name("driver.cjs")


class ToolAbsentError(Exception):
    """A tool cannot be started: `needs` is what is not there, `cure` the command that brings it."""

    def __init__(self, needs: str, cure: str) -> None:
        super().__init__(needs)
        self.needs = needs
        self.cure = cure


class ToolEndedError(Exception):
    """A tool's process ended without an answer."""


class NodeProcess:
    """A package, `module` its folder on disk, driven line by line."""

    def __init__(self, tool: str, module: Path) -> None:
        # Nearly no build starts a tool.
        import shutil
        import subprocess

        node = shutil.which("node")
        if node is None:
            raise ToolAbsentError("Node", "https://nodejs.org")
        environment = {name: value for name, value in os.environ.items() if name != "NODE_OPTIONS"}
        self._process = subprocess.Popen(
            [node, str(_DRIVER), tool, str(module)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )

    def send(self, message: Mapping[str, object]) -> dict[str, object]:
        """Return the tool's answer. Raises ToolEndedError."""
        assert self._process.stdin is not None and self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(message).encode() + b"\n")
            self._process.stdin.flush()
            answer = json.loads(self._process.stdout.readline())
        except (BrokenPipeError, ValueError) as error:
            raise ToolEndedError from error
        return answer if isinstance(answer, dict) else {}

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()
