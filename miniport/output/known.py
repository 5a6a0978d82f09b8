"""An output folder that this process wrote last: only what differs is looked at, unless others came."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from miniport.bundle import Bundle, differing
from miniport.field import field
from miniport.frozen import mutable
from miniport.output import manifest
from miniport.output.error import refusing
from miniport.output.journal import commit, quiet, stage
from miniport.output.lock import locked
from miniport.output.manifest import Entry
from miniport.output.plan import Plan
from miniport.output.write import Written, write
from miniport.posix import PurePosixPath
from miniport.project.outputs import JOURNAL, MANIFEST, STAGING

_Stamp = tuple[int, int, int, int]


@mutable
class KnownFolder:
    """A folder, the bundle that was written there last, and what its files looked like right after."""

    folder: Path
    _bundle: Bundle = field(default_factory=dict)
    _entries: dict[PurePosixPath, Entry] = field(default_factory=dict)
    _stamps: dict[str, _Stamp | None] = field(default_factory=dict)
    _names: dict[PurePosixPath, str] = field(default_factory=dict)

    def write(self, bundle: Bundle, *, is_forced: bool = False) -> Written:
        """Make the folder hold a bundle. Raises OutputError, as `write` does."""
        if list(bundle) != list(self._bundle) or not self._is_as_left():
            return self._write_whole(bundle, is_forced=is_forced)
        changed = differing(self._bundle, bundle)
        if changed:
            self._write_some(bundle, changed)
        self._bundle = bundle
        return Written(len(changed), 0, len(bundle) - len(changed))

    def _write_whole(self, bundle: Bundle, *, is_forced: bool) -> Written:
        self._bundle, self._stamps = {}, {}
        done = write(bundle, self.folder, is_forced=is_forced)
        top = str(self.folder)
        self._names = {path: os.path.join(top, *path.parts) for path in bundle}
        listed = os.path.join(top, MANIFEST)
        self._stamps = {name: _stamp(name) for name in (*self._names.values(), listed)}
        self._entries = {path: Entry.of(content) for path, content in bundle.items()}
        self._bundle = bundle
        return done

    def _write_some(self, bundle: Bundle, changed: tuple[PurePosixPath, ...]) -> None:
        self._entries |= {path: Entry.of(bundle[path]) for path in changed}
        with refusing(self.folder), locked(self.folder):
            # A machine that loses power in the middle of a session is helped by the next build, as ever.
            plan = Plan(changed, (), self._entries, ())
            commit(self.folder, stage(self.folder, plan, bundle, quiet, is_flushed=False), quiet)
        names = (*(self._names[path] for path in changed), os.path.join(str(self.folder), MANIFEST))
        self._stamps |= {name: _stamp(name) for name in names}

    def _is_as_left(self) -> bool:
        top = str(self.folder)
        if not self._stamps or any(os.path.lexists(os.path.join(top, name)) for name in (JOURNAL, STAGING)):
            return False
        look = os.lstat
        try:
            # A loop of its own: a bundle has a thousand files, and each save looks at all of them.
            for name, stamp in self._stamps.items():
                found = look(name)
                if stamp != (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino):
                    return False
        except OSError:
            return False
        return True


def write_over(bundle: Bundle, folder: Path, changed: Mapping[PurePosixPath, str]) -> Written | None:
    """Write some files of a bundle into a folder that is known to hold all the others and no more.

    `changed`: their paths with the SHA-256 of each, in hex.
    None where its manifest is gone or does not list one of them: then nothing is known. Raises OutputError.
    """
    if changed and not (folder / MANIFEST).exists():
        return None
    if changed:
        with refusing(folder), locked(folder):
            entries = {path: Entry(sha256, len(bundle[path])) for path, sha256 in changed.items()}
            listed = _listed(folder, entries)
            if listed is None:
                return None
            # As after a save in `dev`: to wait for the disk takes longer than all that was built.
            planned = Plan(tuple(changed), (), entries, (), listed)
            commit(folder, stage(folder, planned, bundle, quiet, is_flushed=False), quiet)
    return Written(len(changed), 0, len(bundle) - len(changed))


def _listed(folder: Path, entries: manifest.Entries) -> bytes | None:
    """Return the manifest of a folder with other entries; None where it is gone or lists one of these not."""
    try:
        content = (folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        # Between the look and the write anybody may take it away.
        return None
    return manifest.patched(content, entries)


def _stamp(name: str) -> _Stamp | None:
    try:
        found = os.lstat(name)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
