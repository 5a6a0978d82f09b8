"""A file of the project and what becomes of it on a target, side by side, with the reason for each change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher

from miniport.analyze.app import AppFacts, File
from miniport.diagnostics import Diagnostic
from miniport.dialect import FileKind
from miniport.field import replace
from miniport.frozen import frozen
from miniport.pipeline import Built
from miniport.posix import PurePosixPath
from miniport.report.usage import told_of, uses_of
from miniport.report.words import word
from miniport.source import Source
from miniport.targets.pack import TargetPack
from miniport.transform.layout import layout
from miniport.transform.port import changes
from miniport.transform.project_file import keeps_project_file
from miniport.web.definitions import definitions
from miniport.web.rebase import rebased
from miniport.web.sheet import sheet


@frozen(slots=True)
class Row:
    """A line on either side, numbered from 1; 0 where that side has none. `same`: both say the same."""

    left: int
    right: int
    same: bool


@frozen(slots=True)
class Reason:
    """Why a line of the source comes out otherwise; line 0 is the file as a whole."""

    line: int
    en: str
    zh: str


@frozen(slots=True)
class Side:
    """One emitted form of a file: its path in the bundle, both texts as lines, how they meet, and why."""

    path: PurePosixPath
    source: tuple[str, ...]
    emitted: tuple[str, ...]
    rows: tuple[Row, ...]
    reasons: tuple[Reason, ...]


def sides(built: Built, path: PurePosixPath) -> tuple[Side, ...]:
    """Return every form in which a bundle holds a file, which is given by its path in the project."""
    assert built.facts is not None
    assert built.pack is not None
    facts, pack = built.facts, built.pack
    file = next((each for each in facts.files.values() if each.origin == path), None)
    if file is None or file.source is None:
        return ()
    reasons = tuple(sorted(set(_reasons(file, built)), key=lambda each: (each.line, each.en)))
    forms = _printed if pack.family == "dialect" else _compiled
    return tuple(
        Side(place, lines, emitted, rows, reasons)
        for place, lines, emitted, rows in forms(file, facts, pack, built)
    )


_Form = tuple[PurePosixPath, tuple[str, ...], tuple[str, ...], tuple[Row, ...]]


def _printed(file: File, facts: AppFacts, pack: TargetPack, built: Built) -> Iterator[_Form]:
    """Yield a file as a dialect target has it: text of the same language, compared line by line."""
    assert file.source is not None
    places = layout(facts, pack.dialect, keeps_project_file=keeps_project_file(facts, pack))
    lines = _lines(file.source.original.text)
    for place in places.every(file.path):
        content = (built.bundle or {}).get(place)
        if content is not None:
            emitted = _lines(content.decode("utf-8-sig"))
            yield place, lines, emitted, tuple(_compared(lines, emitted))


def _compared(lines: tuple[str, ...], emitted: tuple[str, ...]) -> Iterator[Row]:
    for kind, left, left_end, right, right_end in SequenceMatcher(None, lines, emitted, False).get_opcodes():
        for step in range(max(left_end - left, right_end - right)):
            one = left + step + 1 if left + step < left_end else 0
            other = right + step + 1 if right + step < right_end else 0
            yield Row(one, other, kind == "equal")


def _compiled(file: File, facts: AppFacts, pack: TargetPack, built: Built) -> Iterator[_Form]:
    """Yield a file as a web target has it: compiled, and led back line by line."""
    assert file.source is not None
    # Only with maps do templates lead back to their source.
    settings = replace(facts.project.settings, source_maps="file")
    own = rebased(replace(facts, project=replace(facts.project, settings=settings)))
    lines = _lines(file.source.original.text)
    styles = sheet(own)
    modules = definitions(own, pack, has_marks=styles.has_marks).parts
    parts = [(PurePosixPath("app.js"), part) for part in modules]
    parts += [(PurePosixPath("app.css"), piece) for piece in styles.pieces]
    for name, part in parts:
        if part.written is not None and part.original.path == file.origin:
            yield pack.web_root / name, lines, _lines(part.text), tuple(_led_back(part, lines))


def _led_back(part: Source, lines: tuple[str, ...]) -> Iterator[Row]:
    """Yield rows in the order of both: a line stands beside the one it comes from where the order allows."""
    emitted = _lines(part.text)
    origins, offset = [], 0
    for text in emitted:
        origins.append(_origin_line(part, offset, len(text)))
        offset += len(text) + 1
    kept = _rising(origins)
    left, right = 0, 0
    for number in (*kept, len(emitted)):
        line = origins[number] if number < len(emitted) else len(lines) + 1
        yield from _between(left, line, right, number + 1, lines, emitted)
        if number < len(emitted):
            yield Row(line, number + 1, lines[line - 1].strip() == emitted[number].strip())
        left, right = line, number + 1


def _between(
    left: int, line: int, right: int, number: int, lines: tuple[str, ...], emitted: tuple[str, ...]
) -> Iterator[Row]:
    """Yield the rows between two that belong together; empty lines meet each other."""
    ours, others = list(range(left + 1, line)), list(range(right + 1, number))
    while others:
        other = others.pop(0)
        is_empty = not emitted[other - 1].strip()
        if is_empty and ours and not lines[ours[0] - 1].strip():
            yield Row(ours.pop(0), other, same=True)
        else:
            yield Row(0, other, same=False)
    yield from (Row(one, 0, same=False) for one in ours)


def _rising(numbers: list[int]) -> list[int]:
    """Return the indexes of the longest rising run of numbers that are not 0."""
    ends: list[int] = []
    at: list[int] = []
    before: dict[int, int] = {}
    for index, number in enumerate(numbers):
        if not number:
            continue
        place = bisect_left(ends, number)
        if ends[place : place + 1] == [number]:
            continue
        ends[place : place + 1] = [number]
        at[place : place + 1] = [index]
        if place:
            before[index] = at[place - 1]
    found = at[-1:]
    while found and found[-1] in before:
        found.append(before[found[-1]])
    return found[::-1]


def _origin_line(part: Source, offset: int, length: int) -> int:
    """Return the first line of the file that a line of the emitted text has a sign of, else 0."""
    own = part.original.path
    found = (part.exact_origin(at) for at in range(offset, offset + length))
    return next((each[0].position(each[1])[0] for each in found if each and each[0].path == own), 0)


def _lines(text: str) -> tuple[str, ...]:
    lines = text.replace("\r\n", "\n").split("\n")
    return tuple(lines[:-1] if lines and not lines[-1] else lines)


def _reasons(file: File, built: Built) -> Iterator[Reason]:
    assert built.facts is not None
    assert built.pack is not None
    assert file.source is not None
    facts, pack = built.facts, built.pack
    if pack.family == "web" and file.kind in _OF_KIND:
        yield _reason(0, _OF_KIND[file.kind], target=pack.name)
    if pack.family == "dialect" and file.kind is not FileKind.CONFIG:
        places = layout(facts, pack.dialect, keeps_project_file=keeps_project_file(facts, pack))
        for edit in changes(file, facts, pack, places):
            line, _ = file.source.position(edit.span.start)
            yield _reason(line, f"by-{edit.reason}", target=pack.name)
    # What a finding says of a name need not be said twice.
    found = {
        (each.place.line, each.arguments.get("name", "").rpartition(".")[2])
        for each in _findings(file, built)
    }
    for use, how, note in told_of(uses_of(file, facts), facts, pack):
        line, _ = file.source.position(use.span.start)
        name = use.written or use.name
        if how != "native" and (line, name.rpartition(".")[2]) not in found:
            yield _fate(line, name, how, (note.en, note.zh))
    for each in _findings(file, built):
        code = each.rule.code
        yield Reason(each.place.line, f"{code}: {each.message('en')}", f"{code}: {each.message('zh')}")


_OF_KIND = {
    FileKind.TEMPLATE: "side-template",
    FileKind.SCRIPT: "side-script",
    FileKind.MODULE: "side-script",
    FileKind.STYLE: "side-style",
}


def _findings(file: File, built: Built) -> tuple[Diagnostic, ...]:
    return tuple(each for each in built.diagnostics if each.place.path == file.origin and each.place.line)


def _reason(line: int, key: str, **arguments: object) -> Reason:
    return Reason(line, word("en", key, **arguments), word("zh", key, **arguments))


def _fate(line: int, name: str, how: str, note: tuple[str, str]) -> Reason:
    key = f"how-{how}"
    ends = [f": {text}" if text else "" for text in note]
    return Reason(line, word("en", key, name=name) + ends[0], word("zh", key, name=name) + ends[1])
