"""What has to change in an output folder, and what must not be changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from miniport import rules
from miniport.bundle import Bundle
from miniport.diagnostics import Diagnostic, Rule
from miniport.frozen import frozen
from miniport.output import manifest
from miniport.output.error import refusal
from miniport.output.manifest import Entries, Entry
from miniport.output.paths import Standing, Tree, folded
from miniport.posix import PurePosixPath


@frozen
class Plan:
    """The paths to write, those to remove, and what the manifest will list. Paths are sorted.

    `listed` is the manifest where somebody made it already; then `entries` may be those of `writes` alone.
    """

    writes: tuple[PurePosixPath, ...]
    removes: tuple[PurePosixPath, ...]
    entries: Entries
    refusals: tuple[Diagnostic, ...]
    listed: bytes | None = None

    @cached_property
    def manifest(self) -> bytes:
        """Return the manifest as it will be."""
        return self.listed if self.listed is not None else manifest.encode(self.entries)


def plan(folder: Path, bundle: Bundle, old: Entries) -> Plan:
    """Compare a bundle with a folder whose manifest is `old`."""
    look = _Look(folder, bundle, old)
    removes = tuple(
        path for path in sorted(old, key=str) if path not in bundle and look.is_ours_to_remove(path)
    )
    look.removed = frozenset(removes)
    writes = tuple(path for path in sorted(bundle, key=str) if look.has_to_write(path, bundle[path]))
    entries = {path: Entry.of(content) for path, content in bundle.items()}
    return Plan(writes, removes, entries, tuple(look.refusals))


class _Look:
    """One walk over the folder; collects why the write must not happen."""

    def __init__(self, folder: Path, bundle: Bundle, old: Entries) -> None:
        self.folder = folder
        self.tree = Tree(folder)
        self.old = old
        self.stale = {folded(str(path)): entry for path, entry in old.items() if path not in bundle}
        self.removed: frozenset[PurePosixPath] = frozenset()
        self.refusals: list[Diagnostic] = []

    def is_ours_to_remove(self, path: PurePosixPath) -> bool:
        """Tell whether a file is to be removed that the bundle no longer has."""
        if self.tree.standing(path) is not Standing.FILE:
            return False
        if Entry.of((self.folder / path).read_bytes()) != self.old[path]:
            self._refuse(rules.OUTPUT_EDITED, path)
        return True

    def has_to_write(self, path: PurePosixPath, content: bytes) -> bool:
        """Tell whether the file at a path differs from the bundle's."""
        match self.tree.standing(path):
            case Standing.NOTHING:
                above = self.tree.obstacle(path)
                if above is not None and above not in self.removed:
                    self._refuse(rules.OUTPUT_OBSTRUCTED, above)
                return True
            case Standing.FILE:
                return self._differs(path, content)
            case Standing.FOLDER if self._will_be_empty(path):
                return True
        self._refuse(rules.OUTPUT_OBSTRUCTED, path)
        return True

    def _differs(self, path: PurePosixPath, content: bytes) -> bool:
        current = (self.folder / path).read_bytes()
        if current == content:
            return False
        # A system that ignores case shows the stale `A.js` also where `a.js` is asked for.
        known = (self.old.get(path), self.stale.get(folded(str(path))))
        if Entry.of(current) not in known:
            self._refuse(rules.OUTPUT_EDITED if path in self.old else rules.OUTPUT_FOREIGN, path)
        return True

    def _will_be_empty(self, path: PurePosixPath) -> bool:
        return all(found in self.removed for found in self._files(path))

    def _files(self, folder: PurePosixPath) -> Iterator[PurePosixPath]:
        for entry in (self.folder / folder).iterdir():
            path = folder / entry.name
            if self.tree.standing(path) is Standing.FOLDER:
                yield from self._files(path)
            else:
                yield path

    def _refuse(self, rule: Rule, path: PurePosixPath) -> None:
        self.refusals.append(refusal(rule, self.folder / path))
