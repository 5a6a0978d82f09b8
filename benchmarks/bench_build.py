"""What a cold build of a large project costs: antd-mini 3.4.3 with a page for each component, two targets.

Fetches antd-mini with npm, which reads the npm registry.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.antd_project import make
from benchmarks.usage import measured

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3


def main() -> None:
    """Print the medians of cold builds into an empty folder."""
    with tempfile.TemporaryDirectory() as scratch:
        top = Path(scratch)
        subprocess.run(
            [
                "npm",
                "install",
                "--prefix",
                str(top),
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
                "antd-mini@3.4.3",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        files = make(top / "node_modules", top / "app")
        build = [sys.executable, "-m", "miniport", "build", str(top / "app"), "--fail-on", "never"]
        runs = [measured([*build, "--out", str(top / f"out{run}")], ROOT) for run in range(RUNS)]
    print(f"cold build of {files} files for two targets, median of {RUNS} runs")
    print(f"CPU {statistics.median(run.cpu for run in runs):.2f} s")
    print(f"wall {statistics.median(run.wall for run in runs):.2f} s")
    print(f"memory {max(run.megabytes for run in runs):.0f} MB")


if __name__ == "__main__":
    main()
