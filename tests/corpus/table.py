"""The corpus table: what is known of a project's builds and pages, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from tests.corpus.measure import Measured
from tests.corpus.trace import Problem
from tests.corpus.visit import Visit

COLUMNS = (
    *("project", "exit", "lines", "files", "KB", "CPU s", "MB", "pages", "blank", "failed images", "taps"),
    "exceptions, unexplained",
)
KNOWN = Path(__file__).with_name("known.yaml")


@dataclass(frozen=True)
class Row:
    """One project: its build, and by target what its pages showed."""

    name: str
    build: Measured
    visits: Mapping[str, tuple[Visit, ...]]


@dataclass(frozen=True)
class Known:
    """Something that was looked into: where it is met, the words it is known by, and why it is so."""

    project: str
    page: str
    text: str
    why: str

    def explains(self, project: str, page: str, text: str) -> bool:
        """Tell whether this explains a complaint, or (with text "nothing visible") an empty page."""
        return project == self.project and self.page in ("*", page) and self.text in text


def known(path: Path = KNOWN) -> tuple[Known, ...]:
    """Return what was looked into before."""
    return tuple(Known(**each) for each in yaml.safe_load(path.read_text("utf-8")) or ())


def why(explained: Sequence[Known], project: str, page: str, text: str) -> str | None:
    """Return the explanation of a complaint or of an empty page, if there is one."""
    return next((each.why for each in explained if each.explains(project, page, text)), None)


def summary(rows: Sequence[Row], explained: Sequence[Known]) -> Iterator[str]:
    """Yield a line per project."""
    yield f"| {' | '.join(COLUMNS)} |"
    yield "| --- " * len(COLUMNS) + "|"
    for row in rows:
        yield _line(row, explained)


def _line(row: Row, explained: Sequence[Known]) -> str:
    build, all_visits = row.build, [visit for visits in row.visits.values() for visit in visits]
    numbers = [[len(visits) for visits in row.visits.values()]]
    blank = [sum(not visit.visible for visit in visits) for visits in row.visits.values()]
    images = [sum(len(visit.failed_images) for visit in visits) for visits in row.visits.values()]
    thrown = [{problem for visit in visits for problem in visit.problems} for visits in row.visits.values()]
    new = sum(1 for _ in unexplained(row, explained))
    cells = (
        row.name,
        build.exit_code,
        build.lines,
        _pair(build.files.values()),
        _pair(round(each) for each in build.kilobytes.values()),
        f"{build.cost.cpu:.2f}",
        f"{build.cost.megabytes:.0f}",
        _pair(numbers[0]),
        _pair(blank),
        _pair(images),
        sum(visit.taps for visit in all_visits),
        f"{_pair(len(each) for each in thrown)}, {new}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def _pair(values: Iterator[object] | Sequence[object]) -> str:
    return " / ".join(map(str, values))


def unexplained(row: Row, explained: Sequence[Known]) -> Iterator[tuple[str, str, str]]:
    """Yield (target, page, text) of each complaint and empty page that nobody has looked into."""
    for target, visits in row.visits.items():
        for visit in visits:
            texts = [f"{each.text} [{each.place}]" for each in visit.problems]
            texts += [] if visit.visible else ["nothing visible"]
            for text in texts:
                if why(explained, row.name, visit.page, text) is None:
                    yield target, visit.page, text


def details(row: Row, explained: Sequence[Known]) -> Iterator[str]:
    """Yield what stands behind a project's line: findings, pages, complaints."""
    found = ", ".join(f"{code} {number}" for code, number in row.build.findings.items())
    yield from ("", f"## {row.name}", "", f"Findings: {found or 'none'}.", "")
    yield from (f"- blocking: {message}" for message in row.build.messages)
    yield "| page | target | visible | characters | failed images | taps | exceptions |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for target, visits in row.visits.items():
        for each in visits:
            images = ", ".join(each.failed_images) or "none"
            counts = f"{each.visible} | {each.characters} | {images} | {each.taps} | {len(each.problems)}"
            yield f"| {each.page} | {target} | {counts} |"
    yield ""
    yield from _said(row, explained)


def _said(row: Row, explained: Sequence[Known]) -> Iterator[str]:
    pages: dict[tuple[str, str, bool, str], list[str]] = {}
    for target, visits in row.visits.items():
        for visit in visits:
            empty = () if visit.visible else (Problem("nothing visible", "", False),)
            for each in (*empty, *visit.problems):
                reason = (
                    why(explained, row.name, visit.page, f"{each.text} [{each.place}]") or "NOT EXPLAINED"
                )
                key = (each.text, each.place, each.is_ours, reason)
                pages.setdefault(key, []).append(f"{target} {visit.page}")
    for (text, place, is_ours, reason), where in pages.items():
        owner = "in ours" if is_ours else "in the app's"
        more = f" and {len(where) - 2} more" if len(where) > 2 else ""
        yield f"- `{text}` {owner}: {place} ({', '.join(where[:2])}{more}): {reason}"


def write(rows: Sequence[Row], out: Path) -> None:
    """Write corpus.md and corpus.json."""
    explained = known()
    lines = [*summary(rows, explained), *(line for row in rows for line in details(row, explained))]
    (out / "corpus.md").write_text("\n".join(lines) + "\n", "utf-8")
    text = json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2)
    (out / "corpus.json").write_text(text + "\n", "utf-8")
