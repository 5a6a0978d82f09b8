"""Read the list of seeded faults, and put one of them into a copy of its project."""

from __future__ import annotations

import random
import shutil
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

LIST = Path(__file__).parent / "faults"
REPOSITORY = Path(__file__).parents[2]
EXAMPLES = REPOSITORY / "examples"
OPEN, CLOSE = "⟦", "⟧"
NOT_COPIED = shutil.ignore_patterns(".git", "dist", "out")


class MismatchError(Exception):
    """A fault does not fit the project it is meant for."""


@dataclass(frozen=True)
class Edit:
    """One replacement in one file; `nth` counts the occurrences of `find` from 1."""

    file: str
    find: str
    replace: str
    nth: int | None = None


@dataclass(frozen=True)
class Marker:
    """A place as text to search in the changed file; an empty text is the file as a whole."""

    file: str
    text: str
    nth: int | None = None


@dataclass(frozen=True)
class Place:
    """A line and the columns in which a finding there may start, 1-based, in code points.

    Without a line it is the file as a whole.
    """

    file: str
    line: int | None = None
    first: int = 0
    last: int = 0


@dataclass(frozen=True)
class Fault:
    """One fault: what is done to which project, and where which targets must report it."""

    id: str
    kind: str
    project: str
    wrong: str
    targets: tuple[str, ...]
    at: tuple[Marker, ...]
    edits: tuple[Edit, ...] = ()
    add: tuple[tuple[str, str | int], ...] = ()
    remove: tuple[str, ...] = ()
    rename: tuple[tuple[str, str], ...] = ()
    crlf: tuple[str, ...] = ()


def load(folder: Path = LIST) -> tuple[Fault, ...]:
    """Return the faults of every list in a folder, in the order they are written."""
    return tuple(
        _fault(entry)
        for path in sorted(folder.glob("*.yaml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    )


def folder_of(project: str, corpus: Path | None) -> Path | None:
    """Return where a project lies, or None where it is not on this machine."""
    roots = (EXAMPLES, corpus) if corpus else (EXAMPLES,)
    return next((root / project for root in roots if (root / project).is_dir()), None)


def touched(fault: Fault) -> frozenset[str]:
    """Return the files that a fault changes or points at, whether they are there yet or not."""
    edited = (edit.file for edit in fault.edits)
    marked = (marker.file for marker in fault.at)
    return frozenset({*edited, *marked, *fault.remove, *dict(fault.rename), *fault.crlf})


def copied(project: Path, into: Path) -> Path:
    """Copy a project into a new folder below `into`, and return that."""
    folder = into / project.name
    shutil.copytree(project, folder, ignore=NOT_COPIED, symlinks=True)
    return folder


def restore(fault: Fault, folder: Path, project: Path) -> None:
    """Undo a fault in a copy of its project, as far as it was done."""
    for file in (*dict(fault.add), *dict(fault.rename).values()):
        (folder / file).unlink(missing_ok=True)
    for file in touched(fault):
        if (project / file).is_file():
            shutil.copyfile(project / file, folder / file)


def inject(fault: Fault, folder: Path) -> tuple[Place, ...]:
    """Put a fault into a copy of its project, and return where it is to be found.

    Raises MismatchError where a text does not occur once, or a file is not there.
    """
    starts: dict[str, int] = {}
    for edit in fault.edits:
        _change(fault, edit, folder, starts)
    for path, content in fault.add:
        _add(fault, folder / path, content)
    for path in fault.remove:
        _standing(fault, folder / path).unlink()
    for old, new in fault.rename:
        (folder / new).parent.mkdir(parents=True, exist_ok=True)
        _standing(fault, folder / old).rename(folder / new)
    places = tuple(_place(fault, marker, folder, starts) for marker in fault.at)
    for path in fault.crlf:
        (folder / path).write_bytes((folder / path).read_bytes().replace(b"\n", b"\r\n"))
    return places


def picture(size: int) -> bytes:
    """Return a PNG of one pixel that is `size` bytes long and cannot be compressed."""
    head = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    tail = _chunk(b"IDAT", zlib.compress(b"\0\0")) + _chunk(b"IEND", b"")
    noise = random.Random(size).randbytes(size - len(head) - len(tail) - 12)
    return head + _chunk(b"seEd", noise) + tail


def _fault(entry: dict[str, Any]) -> Fault:
    added = entry.get("add", {}).items()
    return Fault(
        id=entry["id"],
        kind=entry["kind"],
        project=entry["project"],
        wrong=entry["wrong"],
        targets=tuple(entry["targets"]),
        at=tuple(Marker(**row) for row in entry["at"]),
        edits=tuple(Edit(**row) for row in entry.get("edits", ())),
        add=tuple((path, text["size"] if isinstance(text, dict) else text) for path, text in added),
        remove=tuple(entry.get("remove", ())),
        rename=tuple(entry.get("rename", {}).items()),
        crlf=tuple(entry.get("crlf", ())),
    )


def _change(fault: Fault, edit: Edit, folder: Path, starts: dict[str, int]) -> None:
    path = _standing(fault, folder / edit.file)
    text = _text(path)
    count = text.count(edit.find)
    if count == 0 or (edit.nth is None and count != 1) or (edit.nth or 1) > count:
        raise MismatchError(f"{fault.id}: {edit.file} holds {edit.find!r} {count} times")
    start = _nth(text, edit.find, edit.nth or 1)
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(text[:start] + edit.replace + text[start + len(edit.find) :])
    starts.setdefault(edit.file, start)


def _add(fault: Fault, path: Path, content: str | int) -> None:
    if path.exists():
        raise MismatchError(f"{fault.id}: {path.name} is there already")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture(content) if isinstance(content, int) else content.encode())


def _place(fault: Fault, marker: Marker, folder: Path, starts: dict[str, int]) -> Place:
    if not marker.text:
        return Place(marker.file)
    text = _text(_standing(fault, folder / marker.file))
    searched = marker.text.replace(OPEN, "").replace(CLOSE, "")
    if marker.nth is not None:
        found = _nth(text, searched, marker.nth)
    else:
        # The edit may begin in the middle of what is searched, so its whole line counts.
        begin = text.rfind("\n", 0, starts.get(marker.file, 0)) + 1
        found = text.find(searched, begin)
        found = text.find(searched) if found < 0 else found
    if found < 0:
        raise MismatchError(f"{fault.id}: {marker.file} does not hold {searched!r}")
    first = found + max(0, marker.text.find(OPEN))
    meant = marker.text.partition(OPEN)[2].partition(CLOSE)[0] or searched
    column = first - text.rfind("\n", 0, first)
    return Place(marker.file, text.count("\n", 0, first) + 1, column, column + len(meant) - 1)


def _nth(text: str, searched: str, nth: int) -> int:
    found = -1
    for _ in range(nth):
        found = text.find(searched, found + 1)
    return found


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _standing(fault: Fault, path: Path) -> Path:
    if not path.is_file():
        raise MismatchError(f"{fault.id}: there is no file {path.name}")
    return path


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
