"""Files on disk that remember what they were asked for, and can be asked again after something changed."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from miniport.cache.inputs import Changes, Inputs, Seen, changed, changes, listing, seen
from miniport.cache.packed import Columns
from miniport.cache.stamp import digest, stamp
from miniport.cache.table import Table
from miniport.field import replace
from miniport.posix import PurePosixPath
from miniport.project.files import DiskFiles, Unreadable, names_in
from miniport.project.style.language import LANGUAGES

_LOOKS, _MOMENT = 4, 0.005
"""How often, and after how many seconds, a file is read again that held something and holds nothing."""


class RecordedFiles(DiskFiles):
    """Files under a workspace root; `inputs` is all that was looked at.

    `tools` are the folders of what was started from the project's packages; `runs_code`: a sheet brings code
    of its own, which may look at anything.
    """

    def __init__(self, root: Path, project: Path, skipped: frozenset[PurePosixPath] = frozenset()) -> None:
        super().__init__(root, project, skipped)
        self.inputs = Inputs()
        self._paths: dict[str, PurePosixPath] = {}
        self.tools: set[Path] = set()
        self.runs_code = False
        self._looks_again = False
        # The folders that hold output folders come with the first build and mean nothing: what else is in
        # them is looked at, so that their names need not count.
        self._between = frozenset(above for path in skipped for above in path.parents[:-1])
        for folder in self._between:
            self.entries(folder)

    def __getstate__(self) -> Mapping[str, object]:
        # These are found again by the few who ask, sooner than they are read by everybody. What was read and
        # listed is kept with what was told (see `recall`).
        inputs = replace(self.inputs, files={}, folders={})
        return {**vars(self), "_paths": {}, "_real": {}, "inputs": inputs}

    def take_over(self, read: Columns, listed: Columns) -> None:
        """Know what an earlier process read and listed, from what it kept with its report."""
        below = f"{self._project}{os.sep}"
        self.inputs.files, self.inputs.folders = Table(read, below), Table(listed, below)

    def read(self, path: PurePosixPath) -> bytes:
        """Return a file's content. Raises Unreadable."""
        name = self.name(path)
        told = stamp(name)
        try:
            content = super().read(path)
            for _ in range(_LOOKS if self._is_emptied(name, content) else 0):
                # An editor that writes in place has emptied it, and writes it just now.
                time.sleep(_MOMENT)
                told = stamp(name)
                content = super().read(path)
                if content:
                    break
        except Unreadable as error:
            self._saw(name, seen(told, f"!{error.cause}"))
            raise
        self._saw(name, seen(told, digest(content)))
        if path.suffix in LANGUAGES and (b"@plugin" in content or b"use(" in content):
            self.runs_code = True
        return content

    def _is_emptied(self, name: str, content: bytes) -> bool:
        known = self.inputs.files.get(name)
        if content or known is None or known.digest.startswith("!"):
            return False
        return known.digest != digest(content)

    def _saw(self, name: str, found: Seen) -> None:
        known = self.inputs.files.get(name)
        if known is not None and known.digest != found.digest and not self._looks_again:
            # Who asked before was told something else: whatever is there later, it counts as changed.
            found = Seen(found.stamp, "two contents in one build", False)
        self.inputs.files[name] = found

    def note(self, path: PurePosixPath) -> None:
        """Take down a file that is read past us, and whether it stands in its folder at all."""
        self.entries(path.parent)
        with suppress(Unreadable):
            self.read(path)

    def entries(self, folder: PurePosixPath) -> Mapping[str, bool]:
        """Return the names in a folder, each with whether it is a folder; empty where there is none."""
        known = self._listings.get(folder)
        return self._list_anew(folder) if known is None else known

    def on_disk(self, folder: PurePosixPath) -> Path:
        """Return where a folder stands on disk, for a tool that is started from there."""
        place = super().on_disk(folder)
        self.tools.add(place)
        return place

    def _path(self, name: str) -> PurePosixPath:
        known = self._paths.get(name)
        if known is None:
            known = PurePosixPath(name.removeprefix(self._project).lstrip(os.sep).replace(os.sep, "/"))
        return known

    def name(self, path: PurePosixPath) -> str:
        """Return where a path stands on disk."""
        name = self._name(path)
        self._paths[name] = path
        return name

    def paths(self, names: Iterable[str]) -> frozenset[PurePosixPath]:
        """Return the paths of what was read or listed at some places on disk."""
        return frozenset(self._path(name) for name in names)

    def changes(self) -> Changes:
        """Return what is different from when it was read or listed; from now on the newer state is known."""
        return changes(self.inputs, self.look_at_file, self.look_at_folder)

    def changes_among(self, files: Collection[str], folders: Collection[str]) -> Changes | None:
        """Return what of some files and folders is different; None where one of them was never looked at."""
        inputs = self.inputs
        if not inputs.files.keys() >= set(files) or not inputs.folders.keys() >= set(folders):
            return None
        return Changes(
            changed(inputs.files, self.look_at_file, files),
            changed(inputs.folders, self.look_at_folder, folders),
        )

    def _list_anew(self, folder: PurePosixPath) -> Mapping[str, bool]:
        name = self.name(folder)
        told = stamp(name)
        names = self._listings[folder] = super()._list(folder)
        links = tuple(link for link in self._links.get(folder, ()) if link in names)
        between = names_in(self._between, folder)
        counted = {entry: names[entry] for entry in names if entry not in between}
        self.inputs.folders[name] = seen(told, listing(counted, links))
        self.inputs.links.update((os.path.join(name, link), names[link]) for link in links)
        real = self._realpath(name)
        if real != name or os.path.dirname(name) not in self.inputs.folders:
            self.inputs.reals[name] = real
        return names

    @property
    def root(self) -> str:
        """Return the workspace root, links followed."""
        return self._root

    @property
    def project(self) -> str:
        """Return the project's folder, links followed."""
        return self._project

    @property
    def skipped(self) -> frozenset[PurePosixPath]:
        """Return the folders that count as absent."""
        return self._skipped

    def look_at_file(self, name: str) -> Seen:
        """Read a file once more, or try to."""
        path = self._path(name)
        self._looks_again = True
        with suppress(Unreadable):
            self.read(path)
        self._looks_again = False
        return self.inputs.files[self.name(path)]

    def look_at_folder(self, name: str) -> Seen:
        """List a folder once more."""
        folder = self._path(name)
        self._real.clear()
        self._closed.discard(folder)
        for link in self._links.pop(folder, ()):
            self.inputs.links.pop(os.path.join(name, link), None)
        self._list_anew(folder)
        return self.inputs.folders[self.name(folder)]
