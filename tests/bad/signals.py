"""Builds that are ended at any moment: the next command finds the old output whole, or the new one.

python -m tests.bad.signals [MOMENTS]

A moment is a call of a function, so that each can be met again and nobody has to wait for it. Half of the
moments lie anywhere in a build, half where it writes.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from miniport.cli.run import run
from miniport.project.outputs import LOCK
from tests.bad.row import put
from tests.bad.stage import SOUND, TARGETS, Ended, build, give, in_user, warm
from tests.fixture_folder import read_files

CHANGED = {
    "part.axml": "<view>another part</view>\n",
    "util.js": "export function greet(name) {\n  return 'good day ' + name;\n}\n",
    "img/a.png": None,
    "img/b.png": "png",
    "pages/a/a.axml": '<image src="../../img/b.png" /><include src="../../part.axml" />\n',
}
BROKEN = {"app.json": "{"}
"""What lets the next command end what was begun, and write nothing of its own."""

OUTPUT = dict[str, dict[str, bytes]]


@dataclass(frozen=True)
class Stage:
    """Projects to copy: built as `old`, built as `new` from it; and the calls of the build in between.

    `calls`: how many there are; `writing`: those in which bundles are written.
    """

    home: Path
    old: OUTPUT
    new: OUTPUT
    calls: int
    writing: range


@contextmanager
def stage() -> Iterator[Stage]:
    """Build a project twice, and count the calls of the second time."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        home = Path(name)
        home.chmod(0o755)
        warm(home / "warm")
        project = home / "sound" / "app"
        put(project, SOUND)
        give(home)
        assert build(project).code == 0
        old = output(project)
        shutil.copytree(home / "sound", home / "changed")
        changed = home / "changed" / "app"
        put(changed, CHANGED)
        give(home)
        assert build(_copy(home, "dry")).code == 0
        log = home / "calls"
        log.touch()
        give(home)
        assert in_user(_copy(home, "counted"), lambda: _counting(log)).code == 0
        total, first, last = map(int, log.read_text().split())
        yield Stage(home, old, output(home / "dry" / "app"), total, range(first, last))


def _copy(home: Path, name: str) -> Path:
    shutil.copytree(home / "changed", home / name)
    give(home / name)
    return home / name / "app"


def output(project: Path) -> OUTPUT:
    """Return what lies in the output folder of each target, the lock of a process that is gone aside."""
    return {target: dict(_files(project / "dist" / target)) for target in TARGETS}


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path, content in read_files(folder).items():
        if path.name != LOCK:
            yield str(path), content


def _build() -> int:
    return run(["build", *(f"--target={name}" for name in TARGETS)])


def _counting(log: Path) -> int:
    calls, writing = 0, []

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        if event in ("call", "c_call"):
            calls += 1
            if frame.f_globals.get("__name__") == "miniport.output.journal":
                writing.append(calls)

    sys.setprofile(count)
    code = _build()
    sys.setprofile(None)
    log.write_text(f"{calls} {writing[0]} {writing[-1]}")
    return code


def _ending(moment: int, number: signal.Signals) -> Callable[[], int]:
    def ended() -> int:
        calls = 0

        def count(frame: FrameType, event: str, argument: object) -> None:
            nonlocal calls
            if event in ("call", "c_call"):
                calls += 1
                if calls == moment:
                    os.kill(os.getpid(), number)

        # A shell starts what runs in its background with Ctrl-C ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.setprofile(count)
        try:
            return _build()
        finally:
            sys.setprofile(None)

    return ended


@dataclass(frozen=True)
class Hit:
    """What one signal did. `found`: the output after the next command, `old`, `new` or a mixture."""

    ended: Ended
    found: str


def hit(stage: Stage, number: signal.Signals, moment: int) -> Hit:
    """End a build at a moment, run another command that writes nothing, and look."""
    project = _copy(stage.home, "hit")
    ended = in_user(project, _ending(moment, number))
    kept = (project / "app.json").read_bytes()
    put(project, BROKEN)
    give(project)
    assert build(project).code == 2
    after = output(project)
    put(project, {"app.json": kept})
    give(project)
    again = build(project)
    assert (again.code, output(project)) == (0, stage.new), again
    shutil.rmtree(project.parent)
    return Hit(ended, ", ".join(_state(after[name], stage.old[name], stage.new[name]) for name in TARGETS))


def _state(found: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> str:
    return "old" if found == old else "new" if found == new else "MIXED"


def moments(stage: Stage, count: int, seed: int = 1) -> tuple[int, ...]:
    """Return moments in any place of the build, and as many where it writes."""
    chosen = random.Random(seed)
    anywhere = [chosen.randrange(1, stage.calls) for _ in range(count - count // 2)]
    return (*anywhere, *(chosen.choice(stage.writing) for _ in range(count // 2)))


def main(count: int) -> None:
    """Print how often what was found."""
    with stage() as ready:
        sys.stdout.write(f"{ready.calls} calls, {len(ready.writing)} of them in writing\n")
        for number in (signal.SIGINT, signal.SIGKILL):
            hits = [hit(ready, number, moment) for moment in moments(ready, count)]
            for kind, times in sorted(Counter((each.ended.code, each.found) for each in hits).items()):
                sys.stdout.write(f"{number.name}: exit {kind[0]}, then {kind[1]}: {times}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
