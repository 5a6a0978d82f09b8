"""What a command costs: CPU seconds, wall seconds and the most memory it held."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LAUNCH = Path(__file__).with_name("launch.py")


@dataclass(frozen=True)
class Usage:
    """The cost of one run; `megabytes` is the largest resident size."""

    cpu: float
    wall: float
    megabytes: float
    exit_code: int = 0


def measured(command: list[str], folder: Path, printed: IO[bytes] | int = subprocess.DEVNULL) -> Usage:
    """Run a command that prints into `printed`, and return what it cost. For Linux: sizes come in KiB."""
    heard, told = os.pipe()
    launch = [sys.executable, "-IS", str(LAUNCH), str(told), *command]
    with subprocess.Popen(
        launch, cwd=folder, stdout=printed, stderr=subprocess.DEVNULL, pass_fds=(told,)
    ) as process:
        os.close(told)
        with os.fdopen(heard, "rb") as answer:
            used = Usage(**json.loads(answer.read()))
    if process.returncode or (used.exit_code not in (0, 1) and printed == subprocess.DEVNULL):
        raise SystemExit(f"{command}: exit code {used.exit_code}")
    return used
