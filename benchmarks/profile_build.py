"""Where the CPU seconds of a cold build go, part by part: python -m benchmarks.profile_build PROJECT.

The stack is looked at each few milliseconds of CPU time. What is found counts for the innermost part of
miniport on it: a package, or a module that is in none.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import FrameType

_EACH = 0.002
_HOME = Path(__file__).parents[1] / "miniport"
_IMPORTS = "<frozen importlib"


def part_of(frame: FrameType | None) -> str:
    """Return the part that is at work: one of miniport's, `imports`, or `start and end` outside of all."""
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith(_IMPORTS) or code.co_name == "<module>":
            return "imports"
        if (place := Path(code.co_filename)).is_relative_to(_HOME):
            return place.relative_to(_HOME).parts[0].removesuffix(".py")
        frame = frame.f_back
    return "start and end"


def main(project: str) -> None:
    """Build a project for the default targets into an empty folder and print the parts, dearest first."""
    seen: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _, frame: seen.update((part_of(frame),)))
    signal.setitimer(signal.ITIMER_PROF, _EACH, _EACH)
    with tempfile.TemporaryDirectory() as out:
        shown = os.dup(1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        # Imported with the clock running: imports are a part, too.
        from miniport.cli.run import run

        run(["build", project, "--no-cache", "--out", f"{out}/out", "--fail-on", "never"])
        signal.setitimer(signal.ITIMER_PROF, 0)
        os.dup2(shown, 1)
    total = time.process_time()
    for part, count in seen.most_common():
        share = count / seen.total()
        print(f"{part:<20}{share * total:>8.3f} s{share:>8.1%}")
    print(f"{'all':<20}{total:>8.3f} s")


if __name__ == "__main__":
    main(sys.argv[1])
