"""Write templates/explain/examples.json: for each rule a place of a fixture that fires it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
CHECKS = ROOT / "tests" / "checks"
PAGE = ROOT / "templates" / "explain" / "examples.json"
WIDEST = 96
_LISTED = re.compile(r"^(\S+?):(\d+):(\d+): (?:error|warning|note) (MP\d{3}) ")
_SAID = re.compile(r"^(\S+?):(\d+):(\d+) (?:error|warning|note) (MP\d{3})$", re.MULTILINE)
_FRAMED = re.compile(
    r"^(\S+?):(\d+):\d+: (?:error|warning|note) (MP\d{3}): .*\n +\d+ \| (.*)\n +\| ( *)(\^+)", re.MULTILINE
)


class Example(NamedTuple):
    """A line of a fixture: `start` and `end` bound what is meant, in code points from 0."""

    code: str
    path: str
    line: int
    text: str
    start: int
    end: int


def examples() -> dict[str, Example]:
    """Return the example of each rule: of several the one with the shortest line."""
    found: dict[str, Example] = {}
    every = (*_listed(), *_framed(), *_told())
    for each in sorted(every, key=lambda each: (each.code, len(each.text), each)):
        if each.line and each.text.strip() and len(each.text) <= WIDEST:
            found.setdefault(each.code, each)
    return found


def _framed() -> Iterator[Example]:
    for path in sorted(FIXTURES.rglob("*.txt")):
        if path.name in ("en.txt", "text.en.txt"):
            for found in _FRAMED.finditer(path.read_text("utf-8")):
                name, line, code, text, before, meant = found.groups()
                # Carets count cells; a line with wide signs is left to others.
                if text.isascii():
                    yield Example(code, name, int(line), text, len(before), len(before) + len(meant))


def _listed() -> Iterator[Example]:
    for path in sorted(FIXTURES.rglob("diagnostics.txt")):
        case = path.parent.parent
        told = case / "project.txt"
        project = case / "input" / (told.read_text("utf-8").strip() if told.exists() else ".")
        for row in path.read_text("utf-8").splitlines():
            found = _LISTED.match(row)
            if found and (project / found[1]).is_file():
                yield from _at(project / found[1], found[1], int(found[2]), int(found[3]) - 1, found[4])


def _told() -> Iterator[Example]:
    """Yield those of the tables of checks: what fires, and where that is said."""
    for table in sorted(CHECKS.glob("rows/*.yaml")):
        for row in yaml.safe_load(table.read_text("utf-8")):
            said = CHECKS / "said" / f"{row['code']}-{row['about'].replace(' ', '-')}.txt"
            for found in _SAID.finditer(said.read_text("utf-8") if said.exists() else ""):
                text = row["fires"].get(found[1])
                if isinstance(text, str):
                    yield from _in(text, found[1], int(found[2]), int(found[3]) - 1, found[4])


def _at(file: Path, name: str, line: int, start: int, code: str) -> Iterator[Example]:
    yield from _in(file.read_text("utf-8-sig", errors="replace"), name, line, start, code)


def _in(whole: str, name: str, line: int, start: int, code: str) -> Iterator[Example]:
    lines = whole.split("\n")
    text = lines[line - 1].rstrip("\r") if line <= len(lines) else ""
    meant = re.compile(r"[\w$.:-]+|\S").match(text, start)
    if meant:
        yield Example(code, name, line, text, start, meant.end())


def page() -> str:
    """Return the text of the file."""
    rows = {code: {**each._asdict()} for code, each in sorted(examples().items())}
    for row in rows.values():
        del row["code"]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
