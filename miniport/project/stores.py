"""The folders that hold packages, as seen from a file: the nearest first."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.files import Files

_Level = tuple[tuple[PurePosixPath, ...], PurePosixPath | None]
"""The folders right in one that hold packages, and the folder above it, None where that lies outside."""


@frozen
class Stores:
    """`names`: what such folders are called. Each folder is looked into once."""

    files: Files
    names: tuple[str, ...]
    _levels: dict[PurePosixPath, _Level] = field(default_factory=dict, repr=False, compare=False)

    def above(self, folder: PurePosixPath) -> Iterator[PurePosixPath]:
        """Yield the folders that hold packages for the files of a folder."""
        at: PurePosixPath | None = folder
        while at is not None:
            known = self._levels.get(at)
            if known is None:
                known = self._levels[at] = self._look(at)
            stores, at = known
            yield from stores

    def _look(self, folder: PurePosixPath) -> _Level:
        if not self.files.is_inside(folder):
            return (), None
        above = PurePosixPath(posixpath.normpath(folder / ".."))
        if folder.name in self.names:
            return (), above
        # The names in a folder of the project are known, and next to none holds packages.
        held = self.names if folder.is_outside else filter(self.files.entries(folder).get, self.names)
        return tuple(filter(self.files.entries, (folder / name for name in held))), above
