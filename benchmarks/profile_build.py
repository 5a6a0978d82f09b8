"""Where the CPU seconds of a cold build go, stage by stage: python -m benchmarks.profile_build PROJECT."""

from __future__ import annotations

import functools
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable

Words = str | Callable[..., str]


class Stages:
    """CPU seconds of each stage, those of the stages inside it left out."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    def time(self, owner: object, name: str, stage: Words) -> None:
        """Time every call of a function, under a stage's name or what makes the name from the arguments."""
        function = getattr(owner, name)

        @functools.wraps(function)
        def timed(*arguments: object, **named: object) -> object:
            started = time.process_time()
            self._inside.append(0.0)
            try:
                return function(*arguments, **named)
            finally:
                took = time.process_time() - started
                label = stage if isinstance(stage, str) else stage(*arguments)
                self.seconds[label] += took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        setattr(owner, name, timed)


def watch(stages: Stages) -> None:
    """Time the stages of a build."""
    from miniport import pipeline
    from miniport.analyze import describe
    from miniport.analyze.describe import Parses
    from miniport.cli import work
    from miniport.project.files import DiskFiles
    from miniport.project.resolve import Resolver

    for name in ("read", "entries", "real"):
        stages.time(DiskFiles, name, "read")
    for name in ("parse_markup", "parse_script", "parse_style", "parse_json"):
        stages.time(describe, name, name.replace("parse_", "parse: "))
    stages.time(Parses, "described", "describe")
    stages.time(Resolver, "resolve", "resolve")
    stages.time(work, "choose", "load packs")
    stages.time(pipeline, "load", "load")
    stages.time(pipeline, "analyze", "walk")
    stages.time(pipeline, "check", "check")
    stages.time(pipeline, "emit", lambda facts, pack, mode: f"emit {pack.name}")
    stages.time(work, "write", "write")


def main(project: str) -> None:
    """Build a project for the default targets into an empty folder and print the stages, dearest first."""
    from miniport.cli.run import run

    stages = Stages()
    watch(stages)
    started = time.process_time()
    with tempfile.TemporaryDirectory() as out:
        shown = os.dup(1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        run(["build", project, "--out", out, "--fail-on", "never"])
        os.dup2(shown, 1)
    total = time.process_time()
    stages.seconds["start, imports"] = started
    stages.seconds["report"] = total - sum(stages.seconds.values())
    for stage, seconds in sorted(stages.seconds.items(), key=lambda item: -item[1]):
        print(f"{stage:<20}{seconds:>8.3f} s{seconds / total:>8.1%}")
    print(f"{'all':<20}{total:>8.3f} s")


if __name__ == "__main__":
    main(sys.argv[1])
