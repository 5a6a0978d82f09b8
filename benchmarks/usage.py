"""What a command costs: CPU seconds, wall seconds and the most memory it held."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO


@dataclass(frozen=True)
class Usage:
    """The cost of one run; `megabytes` is the largest resident size."""

    cpu: float
    wall: float
    megabytes: float
    exit_code: int = 0


def measured(command: list[str], folder: Path, printed: IO[bytes] | int = subprocess.DEVNULL) -> Usage:
    """Run a command that prints into `printed`, and return what it cost. For Linux: sizes come in KiB."""
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=printed, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode not in (0, 1) and printed == subprocess.DEVNULL:
        raise SystemExit(f"{command}: exit code {process.returncode}")
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, process.returncode)
