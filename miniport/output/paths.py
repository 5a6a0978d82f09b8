"""Which paths a bundle may hold, and what stands at one of them in the output folder."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from miniport import rules
from miniport.diagnostics import Diagnostic
from miniport.enumeration import Enum
from miniport.output.error import OutputError, refusal
from miniport.posix import PurePosixPath
from miniport.project.outputs import STATE


class Standing(Enum):
    """What a place in the output folder holds."""

    NOTHING = "nothing"
    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


def is_allowed(path: PurePosixPath) -> bool:
    """Tell whether a bundle may hold a path: inside the folder, and no name miniport keeps for itself."""
    parts = path.parts
    if not parts or path.is_absolute() or ".." in parts or folded(parts[0]) in STATE:
        return False
    return not any("\0" in part or "\\" in part for part in parts)


def folded(name: str) -> str:
    """Return a name as systems compare it that ignore case and how an accent is composed."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", name.casefold())


def collisions(paths: Iterable[PurePosixPath], folder: Path) -> Iterator[Diagnostic]:
    """Yield the pairs of paths that cannot both be written everywhere."""
    files: dict[str, PurePosixPath] = {}
    for path in sorted(paths, key=str):
        same = files.setdefault(folded(str(path)), path)
        if same != path:
            yield _collision(folder, same, path)
    inside = {path.parent: path for path in files.values()}
    for folder_inside, path in inside.items():
        for parent in (folder_inside, *folder_inside.parents):
            file = files.get(folded(str(parent)))
            if file is not None:
                yield _collision(folder, file, path)


def _collision(folder: Path, first: PurePosixPath, second: PurePosixPath) -> Diagnostic:
    return refusal(rules.OUTPUT_COLLISION, folder / second, first=first, second=second)


class Tree:
    """The output folder as it is, each place looked at once. Raises OutputError at a link."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[PurePosixPath, Standing] = {}
        self._obstacles: dict[PurePosixPath, PurePosixPath | None] = {}

    def standing(self, path: PurePosixPath) -> Standing:
        """Return what a path holds; NOTHING also where a file stands above it."""
        known = self._known.get(path)
        if known is None:
            known = self._known[path] = self._look(path)
        return known

    def obstacle(self, path: PurePosixPath) -> PurePosixPath | None:
        """Return the nearest thing above a path that is no folder."""
        folder = path.parent
        if folder not in self._obstacles:
            self._obstacles[folder] = self._above(path)
        return self._obstacles[folder]

    def _above(self, path: PurePosixPath) -> PurePosixPath | None:
        for parent in reversed(path.parents[:-1]):
            if self.standing(parent) not in (Standing.FOLDER, Standing.NOTHING):
                return parent
        return None

    def _look(self, path: PurePosixPath) -> Standing:
        above = path.parent
        if above.name and self.standing(above) is not Standing.FOLDER:
            return Standing.NOTHING
        found = standing(f"{self._folder}/{path}")
        if found is Standing.LINK:
            raise OutputError(refusal(rules.OUTPUT_LINK, self._folder / path))
        return found


def standing(place: Path | str) -> Standing:
    """Return what a place on disk holds; a link is not followed."""
    try:
        mode = os.lstat(place).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return Standing.NOTHING
    if stat.S_ISREG(mode):
        return Standing.FILE
    if stat.S_ISDIR(mode):
        return Standing.FOLDER
    return Standing.LINK if stat.S_ISLNK(mode) else Standing.OTHER
