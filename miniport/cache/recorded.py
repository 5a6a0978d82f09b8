"""Files on disk that remember what they were asked for, and can be asked again after something changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from miniport.cache.inputs import Changes, Inputs, Seen, changes, listing, seen
from miniport.cache.stamp import digest, stamp
from miniport.project.files import DiskFiles, Unreadable


class RecordedFiles(DiskFiles):
    """Files under a workspace root; `inputs` is all that was looked at."""

    def __init__(self, root: Path, project: Path, skipped: frozenset[PurePosixPath] = frozenset()) -> None:
        super().__init__(root, project, skipped)
        self.inputs = Inputs()
        self._paths: dict[str, PurePosixPath] = {}
        # The folders that hold output folders come with the first build and mean nothing: what else is in
        # them is looked at, so that their names need not count.
        self._between = frozenset(above for path in skipped for above in path.parents[:-1])
        for folder in self._between:
            self.entries(folder)

    def read(self, path: PurePosixPath) -> bytes:
        """Return a file's content. Raises Unreadable."""
        name = self.name(path)
        told = stamp(name)
        try:
            content = super().read(path)
        except Unreadable as error:
            self.inputs.files[name] = seen(told, f"!{error.cause}")
            raise
        self.inputs.files[name] = seen(told, digest(content))
        return content

    def entries(self, folder: PurePosixPath) -> Mapping[str, bool]:
        """Return the names in a folder, each with whether it is a folder; empty where there is none."""
        known = self._listings.get(folder)
        return self._list_anew(folder) if known is None else known

    def name(self, path: PurePosixPath) -> str:
        """Return where a path stands on disk."""
        name = os.path.join(self._project, *path.parts)
        self._paths[name] = path
        return name

    def paths(self, names: Iterable[str]) -> frozenset[PurePosixPath]:
        """Return the paths of what was read or listed at some places on disk."""
        return frozenset(self._paths[name] for name in names)

    def changes(self) -> Changes:
        """Return what is different from when it was read or listed; from now on the newer state is known."""
        return changes(self.inputs, self._look_at_file, self._look_at_folder)

    def _list_anew(self, folder: PurePosixPath) -> Mapping[str, bool]:
        name = self.name(folder)
        told = stamp(name)
        names = self._listings[folder] = super()._list(folder)
        links = tuple(link for link in self._links.get(folder, ()) if link in names)
        counted = {entry: names[entry] for entry in names if folder / entry not in self._between}
        self.inputs.folders[name] = seen(told, listing(counted, links))
        self.inputs.links.update((os.path.join(name, link), names[link]) for link in links)
        real = self._realpath(name)
        if real != name or os.path.dirname(name) not in self.inputs.folders:
            self.inputs.reals[name] = real
        return names

    def _look_at_file(self, name: str) -> Seen:
        with suppress(Unreadable):
            self.read(self._paths[name])
        return self.inputs.files[name]

    def _look_at_folder(self, name: str) -> Seen:
        folder = self._paths[name]
        self._real.clear()
        self._closed.discard(folder)
        for link in self._links.pop(folder, ()):
            self.inputs.links.pop(os.path.join(name, link), None)
        self._list_anew(folder)
        return self.inputs.folders[name]
