"""Builds that go on from what an earlier process made, each held against one from the beginning.

Over real projects: python -m tests.cache.resumed FOLDER... --steps 60 --seeds 3 [--calm] [--check]
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from miniport.cli.again import again, before
from miniport.cli.resume import resume
from miniport.cli.run import run
from tests.dev.sequences import TARGETS, Sequence, copied

_OF_A_RUN = frozenset(("seconds", "written", "removed", "status", "out"))
"""What two builds that come to the same may tell differently."""


@dataclass
class Step:
    """A step: what was done, where the outcome differs from a clean build's, and how it was come by."""

    said: list[str]
    differences: list[str]
    way: str


def built(arguments: list[str]) -> tuple[str, int, object]:
    """Run a build as the command does; return which way it took, its exit code and its report."""
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(io.StringIO()):
        for name, way in (("again", _again), ("resumed", _resumed), ("whole", run)):
            code = way(arguments)
            if code is not None:
                return name, code, json.loads(told.getvalue()) if told.getvalue() else None
    raise AssertionError("a build ends with an exit code")


def _again(arguments: list[str]) -> int | None:
    left = before(arguments)
    return again(left) if left is not None else None


def _resumed(arguments: list[str]) -> int | None:
    left = before(arguments)
    return resume(arguments, left) if left is not None else None


def steps(
    project: Path, clean: Path, seed: int, count: int, *, is_calm: bool = False, command: str = "build"
) -> Iterator[Step]:
    """Change a project step by step; build or check it with its cache and, builds elsewhere, without."""
    targets = [word for name in TARGETS for word in ("--target", name)]
    arguments = [command, str(project), *targets, "--format", "json", "--fail-on", "warning"]
    elsewhere = ["--out", str(clean)] if command == "build" else []
    sequence = Sequence(project, seed, is_calm=is_calm)
    built(arguments)
    for _ in range(count):
        said = len(sequence.said)
        sequence.step()
        way, code, report = built(arguments)
        shutil.rmtree(clean, ignore_errors=True)
        _, expected, wanted = built([*arguments, "--no-cache", *elsewhere])
        found = [f"exit code {code}, not {expected}"] if code != expected else []
        found += differences(plain(report), plain(wanted))
        found += [f for name in TARGETS for f in on_disk(project / "dist" / name, clean / name)]
        yield Step(sequence.said[said:], found, way)


def plain(value: object) -> object:
    """Return a report without what tells of the run itself."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if key not in _OF_A_RUN}
    return [plain(each) for each in value] if isinstance(value, list) else value


def differences(actual: object, expected: object, at: str = "report") -> list[str]:
    """Return where two reports differ."""
    if isinstance(actual, dict) and isinstance(expected, dict):
        keys = sorted({*actual, *expected})
        return [f for key in keys for f in differences(actual.get(key), expected.get(key), f"{at}.{key}")]
    if isinstance(actual, list) and isinstance(expected, list) and len(actual) == len(expected):
        pairs = enumerate(zip(actual, expected, strict=True))
        return [found for n, pair in pairs for found in differences(*pair, f"{at}[{n}]")]
    return [] if actual == expected else [f"{at}: {actual!r:.200} instead of {expected!r:.200}"]


def on_disk(actual: Path, expected: Path) -> list[str]:
    """Return the files that differ; a target that is not written keeps what it had."""
    if not expected.is_dir():
        return []
    one, other = (
        {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}
        for top in (actual, expected)
    )
    return [f"{actual.name}/{name}" for name in sorted({*one, *other}) if one.get(name) != other.get(name)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("projects", nargs="+", type=Path)
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--calm", action="store_true", help="only edit, break and mend")
    parser.add_argument("--check", action="store_true", help="check instead of build")
    given = parser.parse_args()
    wrong = 0
    for project in given.projects:
        for seed in range(given.seeds):
            with tempfile.TemporaryDirectory() as scratch:
                app, clean = copied(project, Path(scratch, "app")), Path(scratch, "clean")
                counts = Counter[str]()
                command = "check" if given.check else "build"
                made = steps(app, clean, seed, given.steps, is_calm=given.calm, command=command)
                for number, step in enumerate(made):
                    counts[step.way] += 1
                    if step.differences:
                        wrong += 1
                        lines = "".join(f"   {line[:300]}\n" for line in step.differences[:6])
                        sys.stdout.write(
                            f"{project.name} {seed} step {number} {step.way}: {step.said}\n{lines}"
                        )
            sys.stdout.write(f"{project.name} seed {seed}: {dict(counts)}; wrong so far: {wrong}\n")
            sys.stdout.flush()
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
