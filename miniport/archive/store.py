"""Write the files of a release into a folder: each whole under its name, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from miniport import rules
from miniport.output.error import OutputError, refusal, refusing
from miniport.output.journal import Step, discard, quiet
from miniport.output.lock import locked
from miniport.output.paths import Standing, standing
from miniport.project.outputs import STAGING, make_around


def store(files: Mapping[str, bytes], folder: Path, *, is_forced: bool = False, step: Step = quiet) -> int:
    """Put files into a folder and return how many were written; what is there with the same bytes stays.

    New bytes are first written aside and flushed, then moved into place, in the order given: where that is
    cut off, each name holds all of its old bytes or all of its new ones, and the next call goes on.
    A name that holds other bytes is refused unless `is_forced`. Raises OutputError; then nothing was moved.
    """
    with refusing(folder):
        if standing(folder) is Standing.LINK:
            raise OutputError(refusal(rules.OUTPUT_LINK, folder))
        make_around(folder)
        folder.mkdir(exist_ok=True)
        with locked(folder):
            discard(folder)
            wanted = {name: content for name, content in files.items() if _differs(folder / name, content)}
            _demand_free(wanted, folder, is_forced=is_forced)
            if wanted:
                with _discarding(folder):
                    _stage(wanted, folder, step)
                    for name in wanted:
                        step(f"place {name}")
                        (folder / STAGING / name).replace(folder / name)
    return len(wanted)


def append(text: str, place: Path) -> None:
    """Write a text behind what a file holds. Raises OutputError."""
    with refusing(place), place.open("a", encoding="utf-8", newline="") as file:
        file.write(text)


def _differs(place: Path, content: bytes) -> bool:
    match standing(place):
        case Standing.NOTHING:
            return True
        case Standing.FILE:
            return place.stat().st_size != len(content) or place.read_bytes() != content
        case Standing.LINK:
            raise OutputError(refusal(rules.OUTPUT_LINK, place))
    raise OutputError(refusal(rules.OUTPUT_OBSTRUCTED, place))


def _demand_free(wanted: Mapping[str, bytes], folder: Path, *, is_forced: bool) -> None:
    taken = [name for name in wanted if standing(folder / name) is not Standing.NOTHING]
    if taken and not is_forced:
        raise OutputError(*(refusal(rules.ARCHIVE_OTHER, folder / name) for name in taken))


def _stage(wanted: Mapping[str, bytes], folder: Path, step: Step) -> None:
    (folder / STAGING).mkdir()
    for name, content in wanted.items():
        step(f"stage {name}")
        with (folder / STAGING / name).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


@contextmanager
def _discarding(folder: Path) -> Iterator[None]:
    try:
        yield
    finally:
        discard(folder)
