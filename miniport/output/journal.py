"""The journal: what a write is about to do, so that the next command can finish or discard it.

A staging folder without a journal is a write that was cut off before anything was changed. A journal is
complete as soon as it exists: it is written aside, flushed to disk and renamed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from miniport import rules
from miniport.bundle import Bundle
from miniport.frozen import frozen
from miniport.output.error import OutputError, refusal
from miniport.output.manifest import Entry
from miniport.output.paths import Standing, folded, is_allowed, standing
from miniport.output.plan import Plan
from miniport.posix import PurePosixPath
from miniport.project.outputs import JOURNAL, MANIFEST, STAGING

SCHEMA = 1

Step = Callable[[str], None]
"""Called before each change on disk with its name; tests stop the write there."""


def quiet(step: str) -> None:
    """Do nothing at a step."""


@frozen
class Journal:
    """What is to be done: (path, SHA-256) by the number of the staged file, then the paths to remove."""

    writes: tuple[tuple[PurePosixPath, str], ...]
    removes: tuple[PurePosixPath, ...]


def stage(folder: Path, plan: Plan, bundle: Bundle, step: Step, *, is_flushed: bool = True) -> Journal:
    """Write the new bytes aside, then the journal. Nothing that was there is changed.

    `is_flushed`: the journal is on the disk itself before anything is moved.
    """
    staging = folder / STAGING
    step("make staging")
    staging.mkdir()
    for number, path in enumerate(plan.writes):
        step(f"stage {path}")
        _create(f"{staging}/{number}", bundle[path])
    step("stage manifest")
    (staging / "manifest").write_bytes(plan.manifest)
    journal = Journal(tuple((path, plan.entries[path].sha256) for path in plan.writes), plan.removes)
    step("write journal")
    with (staging / "journal").open("wb") as file:
        file.write(_encode(journal))
        file.flush()
        if is_flushed:
            os.fsync(file.fileno())
    step("complete journal")
    (staging / "journal").replace(folder / JOURNAL)
    if is_flushed:
        _flush_folder(folder)
    return journal


def _create(place: str, content: bytes) -> None:
    # As a file object does it, without what it costs to make one for each of a thousand small files.
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def _encode(journal: Journal) -> bytes:
    value = {
        "schema": SCHEMA,
        "writes": [[str(path), sha256] for path, sha256 in journal.writes],
        "removes": [str(path) for path in journal.removes],
    }
    return json.dumps(value, ensure_ascii=False).encode("utf-8")


def finish(folder: Path, step: Step) -> bool:
    """Do what a complete journal says, as often as needed; discard a write that has none.

    Returns whether there was a complete journal.
    """
    journal = _read(folder)
    if journal is None or not _is_whole(folder, journal):
        discard(folder)
        return False
    commit(folder, journal, step)
    return True


def commit(folder: Path, journal: Journal, step: Step) -> None:
    """Make the changes of a journal, from wherever an earlier try was cut off; then end the journal."""
    changes = _Changes(folder, journal, step)
    changes.clear_the_way()
    changes.place()
    changes.remove_stale()
    step("place manifest")
    _move(folder / STAGING / "manifest", folder / MANIFEST)
    step("end journal")
    discard(folder)


def discard(folder: Path) -> None:
    """Remove the journal and what is staged. Raises OutputError where the staging folder is a link."""
    with suppress(FileNotFoundError):
        (folder / JOURNAL).unlink()
    staging = folder / STAGING
    match standing(staging):
        case Standing.FOLDER:
            _take_away(staging)
        case Standing.NOTHING:
            pass
        case _:
            raise OutputError(refusal(rules.OUTPUT_LINK, staging))


def _take_away(staging: Path) -> None:
    """Remove the staging folder, which is empty after a write that came to its end."""
    try:
        staging.rmdir()
    except OSError:
        # It brings all that unpacks archives.
        import shutil

        shutil.rmtree(staging)


class _Changes:
    """The changes of one journal. Each can be made again after it was made."""

    def __init__(self, folder: Path, journal: Journal, step: Step) -> None:
        self.folder = folder
        self.journal = journal
        self.step = step
        self.standing: set[PurePosixPath] = {PurePosixPath()}

    # A first build, which removes nothing, need not know these two.
    @cached_property
    def places(self) -> dict[str, int]:
        """The number of each staged file by its place, as systems compare it that ignore case."""
        return {folded(str(path)): number for number, (path, _) in enumerate(self.journal.writes)}

    @cached_property
    def parents(self) -> set[PurePosixPath]:
        """The folders above these places."""
        folders = {PurePosixPath(name).parent for name in self.places}
        return {above for folder in folders for above in (folder, *folder.parents)}

    def clear_the_way(self) -> None:
        """Remove stale files that stand where a new file or its folder goes."""
        for path in self.journal.removes:
            key = PurePosixPath(folded(str(path)))
            number = self.places.get(str(key))
            is_same_but_case = number is not None and self._staged(number).exists()
            is_above_or_below = key in self.parents or any(str(up) in self.places for up in key.parents)
            if is_same_but_case or is_above_or_below:
                self._remove(path)

    def place(self) -> None:
        """Move the staged files to their places."""
        staging = self.folder / STAGING
        # Looked at once: a try after a cut finds some of them in their places already.
        staged = set(os.listdir(staging)) if staging.is_dir() else set()
        for number, (path, _) in enumerate(self.journal.writes):
            self.step(f"place {path}")
            if str(number) in staged:
                self._make_folder(path.parent)
                # Names, as path objects cost as much as the move.
                os.replace(f"{staging}/{number}", f"{self.folder}/{path}")

    def remove_stale(self) -> None:
        """Remove the files that the bundle no longer has, and the folders this leaves empty."""
        for path in self.journal.removes:
            if folded(str(path)) not in self.places:
                self._remove(path)

    def _staged(self, number: int) -> Path:
        return self.folder / STAGING / str(number)

    def _remove(self, path: PurePosixPath) -> None:
        if not self._is_reached(path) or standing(self.folder / path) is not Standing.FILE:
            return
        self.step(f"remove {path}")
        (self.folder / path).unlink()
        for parent in path.parents[:-1]:
            try:
                (self.folder / parent).rmdir()
            except OSError:
                return

    def _is_reached(self, path: PurePosixPath) -> bool:
        """Tell whether every folder above a path is a real folder."""
        return all(standing(self.folder / parent) is Standing.FOLDER for parent in path.parents)

    def _make_folder(self, path: PurePosixPath) -> None:
        if path in self.standing:
            return
        self._make_folder(path.parent)
        place = f"{self.folder}/{path}"
        match standing(place):
            case Standing.NOTHING:
                os.mkdir(place)
            case Standing.LINK:
                raise OutputError(refusal(rules.OUTPUT_LINK, self.folder / path))
        self.standing.add(path)


def _read(folder: Path) -> Journal | None:
    try:
        value = json.loads((folder / JOURNAL).read_bytes())
        writes = tuple((_path(name), str(sha256)) for name, sha256 in value["writes"])
        removes = tuple(_path(name) for name in value["removes"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, RecursionError):
        # Not what `stage` writes, so nobody's work is lost with it.
        return None
    return Journal(writes, removes) if value.get("schema") == SCHEMA else None


def _path(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if not is_allowed(path):
        raise ValueError(name)
    return path


def _is_whole(folder: Path, journal: Journal) -> bool:
    """Tell whether every file still staged has the bytes the journal names.

    A machine that loses power may keep the journal and lose what was not flushed.
    """
    for number, (_, sha256) in enumerate(journal.writes):
        try:
            content = (folder / STAGING / str(number)).read_bytes()
        except FileNotFoundError:
            continue
        if Entry.of(content).sha256 != sha256:
            return False
    return True


def _move(source: Path, place: Path) -> None:
    with suppress(FileNotFoundError):
        source.replace(place)


def _flush_folder(folder: Path) -> None:
    # Not every system can open a folder; where it cannot, the rename itself is all there is.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
