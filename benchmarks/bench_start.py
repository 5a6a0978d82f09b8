"""How long miniport takes to start, beside a bare Python."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from benchmarks.usage import measured

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "python -m miniport --version": ["-m", "miniport", "--version"],
    "python -m miniport --help": ["-m", "miniport", "--help"],
    "python -m miniport targets": ["-m", "miniport", "targets"],
}


def main() -> None:
    """Print a table of medians."""
    bare = 0.0
    print(f"{'median of ' + str(RUNS) + ' runs':<32}{'CPU ms':>8}{'ratio':>8}")
    for name, arguments in COMMANDS.items():
        runs = [measured([sys.executable, *arguments], ROOT).cpu for _ in range(RUNS)]
        median = statistics.median(runs)
        bare = bare or median
        print(f"{name:<32}{median * 1000:>8.1f}{median / bare:>8.2f}")


if __name__ == "__main__":
    main()
