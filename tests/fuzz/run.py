"""Fuzz one language, guided by coverage: never raises, covers its text, takes linear time.

python -m tests.fuzz.run SUBJECT PROJECTS MINUTES

MINUTES are those of the processor, of all runs together: an interrupted run goes on where it stopped.

Texts of the projects are the seeds. What is found stays in out/fuzz/SUBJECT: `corpus/`, inputs that broke
something as `crash-*`, and `counts.json`, which later runs add to.
"""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["miniport"], enable_loader_override=False):
    from tests.fuzz.linear import slowdown
    from tests.fuzz.seeds import write_seeds, write_words
    from tests.fuzz.subjects import SUBJECTS

OUT = Path(__file__).parents[2] / "out" / "fuzz"
TIMED = 64
"""One text of so many is also repeated and timed."""


class Counted:
    """A subject that counts what it is given."""

    def __init__(self, subject: str, path: Path, minutes: int) -> None:
        self._check = SUBJECTS[subject]
        self._path = path
        self._counts = json.loads(path.read_text()) if path.exists() else {}
        self._cpu = time.process_time()
        self._next = 0.0
        self._most = minutes * 60

    def __call__(self, content: bytes) -> None:
        text = content.decode("utf-8", "replace")
        self._add("executions", 1)
        if time.monotonic() > self._next:
            self._save()
        self._check(text)
        # By content, so that an input that was found slow is found slow again.
        if text and zlib.crc32(content) % TIMED == 0:
            self._add("timed", 1)
            slow = slowdown(self._check, text)
            assert slow is None, slow

    def _add(self, name: str, number: float) -> None:
        self._counts[name] = self._counts.get(name, 0) + number

    def _save(self) -> None:
        cpu, self._next = time.process_time(), time.monotonic() + 5
        self._add("cpu_seconds", round(cpu - self._cpu, 2))
        self._cpu = cpu
        self._path.write_text(json.dumps(self._counts) + "\n")
        if self._counts["cpu_seconds"] >= self._most:
            # libFuzzer takes an ordinary exit for a fault of the subject.
            os._exit(0)


def main(subject: str, projects: str, minutes: str) -> None:
    """Fuzz until the minutes are used up or something breaks."""
    folder = OUT / subject
    seeds = folder / "seeds"
    write_seeds(subject, Path(projects), seeds)
    write_words(subject, folder / "words.dict")
    (folder / "corpus").mkdir(exist_ok=True)
    options = [
        f"-dict={folder / 'words.dict'}",
        f"-artifact_prefix={folder}/",
        "-max_len=1024",
        # Real seconds: on a machine that others use, little of them is ours.
        "-timeout=300",
        "-rss_limit_mb=2048",
    ]
    counted = Counted(subject, folder / "counts.json", int(minutes))
    atheris.Setup([sys.argv[0], *options, str(folder / "corpus"), str(seeds)], counted)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
