"""Seed each fault into a copy of the checkout, play what must go red, write the table: `make faults`."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.examples.apps import APPS
from tests.faults.seeded import ROOT, RUNTIME_TESTS, Fault, faults

PAGE = Path(__file__).with_name("caught.md")
START, END = "<!-- faults: written by make faults -->", "<!-- faults: end -->"
RUNTIME = "miniport/runtime"
PLAY = ("-m", "tests.examples.play")
LONGEST = 150
LONGEST_RUN = 600
"""Seconds."""


def copied(scratch: Path) -> None:
    """Copy the files that git holds or would hold, and the npm packages."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (scratch / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, scratch / name)
    shutil.copytree(ROOT / RUNTIME / "node_modules", scratch / RUNTIME / "node_modules", symlinks=True)


def ran(scratch: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the copy, so that Python imports the copy's modules."""
    environment = {**os.environ, "PYTHONPATH": str(scratch), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.run(
            command,
            cwd=scratch,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_RUN,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, f"not ok 0 - no end after {LONGEST_RUN} s", "")


def python(scratch: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy."""
    return ran(scratch, sys.executable, *arguments)


def first_red(scratch: Path, fault: Fault) -> str:
    """Return the first thing that does not hold, or nothing.

    What the comparison alone must catch, and the steps catch too, counts as not caught.
    """
    if fault.red not in APPS:
        return _of_a_test(scratch, fault.red)
    if fault.part == "comparison" and python(scratch, *PLAY, fault.red, "--no-comparison").returncode != 0:
        return ""
    done = python(scratch, *PLAY, fault.red, "--first")
    lines = done.stdout.splitlines() or done.stderr.splitlines()[-1:]
    return lines[0] if done.returncode != 0 and lines else ""


def _of_a_test(scratch: Path, path: str) -> str:
    if (scratch / "tests" / path).is_file():
        done = python(scratch, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"tests/{path}")
        found = re.search(r"^(?:FAILED|ERROR) tests/(.*?)(?: - .*)?$", done.stdout, re.MULTILINE)
    else:
        done = ran(scratch, "node", "--test", "--test-reporter=tap", f"{RUNTIME_TESTS}/{path}")
        found = re.search(r"^not ok \d+ - (.*)$", done.stdout, re.MULTILINE)
    return f"{path}: {found[1].removeprefix(f'{path}::')}" if done.returncode != 0 and found else ""


def caught(scratch: Path, fault: Fault) -> str:
    """Return what a fault turns red first; the copy is as it was afterwards."""
    path = scratch / fault.file
    text = path.read_text("utf-8")
    path.write_text(fault.seeded(text), "utf-8")
    try:
        done = python(scratch, "scripts/build_runtime.py")
        return f"the build: {done.stderr.strip()}" if done.returncode != 0 else first_red(scratch, fault)
    finally:
        path.write_text(text, "utf-8")


def table(results: Iterable[tuple[Fault, str]]) -> str:
    """Return the results as a table."""
    rows = (
        f"| {fault.part} | {fault.name} | `{Path(fault.file).name}` | {_cell(red)} |"
        for fault, red in results
    )
    return "\n".join(
        ("| part | fault | file | the first thing that did not hold |", "| --- | --- | --- | --- |", *rows)
    )


def _cell(red: str) -> str:
    if not red:
        return "**nothing**"
    short = red if len(red) <= LONGEST else f"{red[:LONGEST]}…"
    return f"`{short.replace('|', '/').replace('`', '')}`"


def played(chosen: Sequence[Fault]) -> Iterator[tuple[Fault, str]]:
    """Yield each fault with what it turned red, and say so."""
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        scratch = Path(folder)
        copied(scratch)
        for fault in chosen:
            red = caught(scratch, fault)
            sys.stdout.write(f"{'red ' if red else 'GREEN'} {fault.part}: {fault.name}\n      {red}\n")
            sys.stdout.flush()
            yield fault, red


def write(results: Sequence[tuple[Fault, str]]) -> None:
    """Put the results into the table; faults that were not played now keep the row they have."""
    before, _, rest = PAGE.read_text("utf-8").partition(START)
    old, _, after = rest.partition(END)
    rows = {_named(line): line for line in (*old.splitlines(), *table(results).splitlines())}
    kept = [rows[name] for one in faults() if (name := _named(f"| {one.part} | {one.name} |")) in rows]
    text = "\n".join((START, *table(()).splitlines(), *kept, END))
    PAGE.write_text(f"{before}{text}{after}", "utf-8")


def _named(line: str) -> str:
    """Return what tells one row of the table from the others."""
    return "|".join(line.split("|")[:3])


def main() -> int:
    """Return 0 where every fault was caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only faults whose part or name has one of these words")
    words = parser.parse_args().words
    chosen = [one for one in faults() if not words or any(word in f"{one.part} {one.name}" for word in words)]
    results = list(played(chosen))
    write(results)
    missed = [fault.name for fault, red in results if not red]
    sys.stdout.write(f"{len(results) - len(missed)} of {len(results)} faults caught\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
