"""Packs that are killed at any moment: no half file lies under a final name, and the next pack goes on.

python -m tests.pack.signals [MOMENTS]

A moment is a call of a function, so that each can be met again. Half of them lie anywhere in a pack, half
where archives are written.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from miniport.cli.run import run
from miniport.project.outputs import LOCK, STAGING
from tests.bad.row import put
from tests.fixture_folder import read_files
from tests.pack.conftest import PROJECT

TARGETS = ("--target", "alipay", "--target", "weibo")


def pack(home: Path, out: str) -> int:
    """Pack the project of a folder; the report goes nowhere."""
    return run(["pack", str(home / "app"), *TARGETS, "--out", str(home / out), "-q"])


def forked(work: Callable[[], int]) -> int:
    """Run in a process of its own and return how it ended: its exit code, or minus the signal."""
    pid = os.fork()
    if pid == 0:
        os._exit(work())
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def counted(home: Path) -> tuple[int, range]:
    """Return how many calls a pack makes, and those in which archives are written."""
    log = home / "calls"

    def work() -> int:
        calls, writing = 0, []

        def count(frame: FrameType, event: str, argument: object) -> None:
            nonlocal calls
            if event in ("call", "c_call"):
                calls += 1
                is_there = frame.f_globals.get("__name__") == "miniport.archive.store"
                if is_there and frame.f_code.co_name != "<module>":
                    writing.append(calls)

        sys.setprofile(count)
        code = pack(home, "counted")
        sys.setprofile(None)
        log.write_text(f"{calls} {writing[0]} {writing[-1]}")
        return code

    assert forked(work) == 0
    total, first, last = map(int, log.read_text().split())
    return total, range(first, last)


def killed(home: Path, moment: int) -> tuple[int, str]:
    """Kill a pack at a moment, look, and pack again. Returns (how it ended, what lay there)."""
    whole = read_files(home / "whole")

    def work() -> int:
        calls = 0

        def count(frame: FrameType, event: str, argument: object) -> None:
            nonlocal calls
            if event in ("call", "c_call"):
                calls += 1
                if calls == moment:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(count)
        return pack(home, "hit")

    code = forked(work)
    there = read_files(home / "hit")
    final = {path: text for path, text in there.items() if STAGING not in path.parts and path.name != LOCK}
    wrong = [str(path) for path, text in final.items() if whole.get(path) != text]
    assert not wrong, wrong
    assert forked(lambda: pack(home, "hit")) == 0
    assert read_files(home / "hit") == whole
    shutil.rmtree(home / "hit")
    return code, "nothing" if not final else "all" if final == whole else "some files, each whole"


def moments(total: int, writing: range, count: int, seed: int = 1) -> tuple[int, ...]:
    """Return moments in any place of a pack, and as many where it writes."""
    chosen = random.Random(seed)
    anywhere = [chosen.randrange(1, total) for _ in range(count - count // 2)]
    return (*anywhere, *(chosen.choice(writing) for _ in range(count // 2)))


def main(count: int) -> None:
    """Print how often what was found."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        put(home / "app", PROJECT)
        assert forked(lambda: pack(home, "whole")) == 0
        total, writing = counted(home)
        sys.stdout.write(f"{total} calls, {len(writing)} of them in writing\n")
        found = Counter(killed(home, moment) for moment in moments(total, writing, count))
        for (code, what), times in sorted(found.items()):
            sys.stdout.write(f"exit {code}, then {what}: {times}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
