"""Put every fault of the list into its project, one at a time, and say how many are found, and where.

.venv/bin/python -m tests.seeded.run --corpus DIR
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from fnmatch import fnmatch
from itertools import groupby
from pathlib import Path

from miniport.cli.examine import examine
from miniport.cli.order import CheckOrder
from miniport.diagnostics import Diagnostic
from tests.seeded.inject import LIST, Fault, Place, copied, folder_of, inject, load, restore

TARGETS = ("weibo", "alipay")
ORDER = CheckOrder(
    project=Path(),
    target=TARGETS,
    mode="production",
    fail_on="never",
    format="json",
    root=None,
    quiet=True,
    verbose=False,
    select=(),
    ignore=(),
    baseline=None,
    update_baseline=False,
    fix=False,
    diff=False,
    cache_dir=None,
    no_cache=True,
)


class Verdict(IntEnum):
    """How well a fault is found, worst first."""

    MISSED = 0
    ELSEWHERE = 1
    LINE = 2
    PLACE = 3


WORDS = {
    Verdict.PLACE: "right place",
    Verdict.LINE: "right line only",
    Verdict.ELSEWHERE: "elsewhere",
    Verdict.MISSED: "missed",
}


@dataclass(frozen=True)
class Found:
    """A finding as far as it is compared."""

    target: str
    code: str
    message: str
    file: str
    line: int
    column: int
    text: str


@dataclass(frozen=True)
class Result:
    """What became of one fault: the verdict of the target that found it worst, and what is new."""

    fault: Fault
    verdict: Verdict
    codes: tuple[str, ...]
    new: tuple[Found, ...]


def findings(project: Path) -> tuple[Found, ...]:
    """Return what `miniport check` finds in a project; what belongs to no target is told of each."""
    report = examine(replace(ORDER, project=project, root=project), "en").report
    return tuple(
        _found(item, target)
        for item in report.found()
        for target in ((item.target,) if item.target else TARGETS)
    )


def fresh(clean: Iterable[Found], faulty: Iterable[Found]) -> tuple[Found, ...]:
    """Return the findings that a fault brought: lines may have moved, so a finding is known by its text."""
    left = Counter(_moved(item) for item in clean)
    unmatched: list[Found] = []
    for item in faulty:
        left[_moved(item)] -= 1
        if left[_moved(item)] < 0:
            unmatched.append(item)
    # On a line that the edit changed, what was there before is still no new finding.
    spare = Counter((key[:4]) for key, count in left.items() for _ in range(max(0, count)))
    new: list[Found] = []
    for item in unmatched:
        spare[_moved(item)[:4]] -= 1
        if spare[_moved(item)[:4]] < 0:
            new.append(item)
    return tuple(new)


def judged(fault: Fault, places: tuple[Place, ...], new: tuple[Found, ...]) -> Result:
    """Return how well a fault is found by what is new."""
    best: dict[str, Verdict] = {}
    codes: dict[str, None] = {}
    for target in fault.targets:
        rated = [(_rate(item, places), item.code) for item in new if item.target == target]
        best[target] = max((verdict for verdict, _ in rated), default=Verdict.MISSED)
        codes.update({code: None for verdict, code in rated if verdict == best[target]})
    return Result(fault, min(best.values()), tuple(codes), new)


def results(faults: Iterable[Fault], corpus: Path | None, skipped: Counter[str]) -> Iterator[Result]:
    """Yield the result of each fault, project by project; count what is skipped for want of its project."""
    with tempfile.TemporaryDirectory() as scratch:
        ordered = sorted(faults, key=lambda fault: fault.project)
        for name, group in groupby(ordered, key=lambda fault: fault.project):
            project = folder_of(name, corpus)
            if project is None:
                skipped[name] += sum(1 for _ in group)
                continue
            yield from _of_project(project, copied(project, Path(scratch)), group)


def table(done: Iterable[Result]) -> Iterator[str]:
    """Yield the table by kind, in Markdown."""
    rows: dict[str, list[Result]] = {}
    for result in done:
        rows.setdefault(result.fault.kind, []).append(result)
    yield "| kind | faults | right place | right line only | elsewhere | missed | codes at the best place |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for kind, of_kind in sorted(rows.items()):
        yield _row(kind, of_kind, ", ".join(sorted({code for each in of_kind for code in each.codes})))
    yield _row("all", [result for of_kind in rows.values() for result in of_kind], "")


def main() -> int:
    """Print what became of each fault, and the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="the folder of the projects that are not examples")
    parser.add_argument("--list", default=LIST.name, help="the folder of the faults, next to this module")
    parser.add_argument("--kind", default="*", help="a pattern of the kinds to run")
    parser.add_argument("--id", default="*", help="a pattern of the faults to run")
    parser.add_argument("--new", action="store_true", help="print every new finding of each fault")
    given = parser.parse_args()
    faults = load(LIST.parent / given.list)
    chosen = [each for each in faults if fnmatch(each.kind, given.kind) and fnmatch(each.id, given.id)]
    skipped: Counter[str] = Counter()
    done: list[Result] = []
    for result in results(chosen, given.corpus, skipped):
        done.append(result)
        _say(_line(result))
        for item in result.new if given.new else ():
            _say(f"    {item.target} {item.code} {item.file}:{item.line}:{item.column} {item.message}")
    _say("", *table(done))
    for name, count in sorted(skipped.items()):
        _say(f"skipped: {count} faults of {name}, which is not in --corpus")
    return 0


def _of_project(project: Path, folder: Path, faults: Iterable[Fault]) -> Iterator[Result]:
    clean = findings(folder)
    for fault in faults:
        places = inject(fault, folder)
        yield judged(fault, places, fresh(clean, findings(folder)))
        restore(fault, folder, project)


def _rate(item: Found, places: tuple[Place, ...]) -> Verdict:
    here = [place for place in places if place.file == item.file]
    if any(place.line is None for place in here):
        return Verdict.PLACE
    on_line = [place for place in here if place.line == item.line]
    if any(place.first <= item.column <= place.last for place in on_line):
        return Verdict.PLACE
    return Verdict.LINE if on_line else Verdict.ELSEWHERE


def _found(item: Diagnostic, target: str) -> Found:
    place = item.place
    return Found(
        target, item.rule.code, item.message(), str(place.path), place.line, place.column, place.frame
    )


def _moved(item: Found) -> tuple[str, str, str, str, str]:
    return (item.target, item.code, item.message, item.file, item.text.strip())


def _row(kind: str, of_kind: list[Result], codes: str) -> str:
    counts = Counter(result.verdict for result in of_kind)
    numbers = " | ".join(str(counts[verdict]) for verdict in WORDS)
    return f"| {kind} | {len(of_kind)} | {numbers} | {codes} |"


def _line(result: Result) -> str:
    return f"{result.fault.id}: {WORDS[result.verdict]} {', '.join(result.codes)}"


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
