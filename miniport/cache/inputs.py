"""The files and folders that a build looked at, and which of them are different now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, MutableMapping

from miniport.cache.real import real
from miniport.cache.stamp import Stamp, is_settled, now, stamp
from miniport.field import field
from miniport.frozen import frozen, mutable
from miniport.named import NamedTuple


class Seen(NamedTuple):
    """What stood at a path: its stamp, a digest of what was read or why nothing could be.

    `is_sure`: nothing can have changed since without a trace in the stamp.
    """

    stamp: Stamp | None
    digest: str
    is_sure: bool


@mutable
class Inputs:
    """All that a build was told by the disk, by absolute path.

    `files` were read, also in vain. `folders` were listed, also where there was none. `links` are entries of
    them that are links: whether each leads to a folder. `reals`: folders reached through links -> where.
    """

    files: MutableMapping[str, Seen] = field(default_factory=dict)
    folders: MutableMapping[str, Seen] = field(default_factory=dict)
    links: dict[str, bool] = field(default_factory=dict)
    reals: dict[str, str] = field(default_factory=dict)


@frozen
class Changes:
    """The paths that hold something else than before; `is_moved`: links lead elsewhere."""

    files: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    is_moved: bool = False

    def __bool__(self) -> bool:
        return bool(self.files or self.folders or self.is_moved)


Look = Callable[[str], Seen]
"""Reads a file or lists a folder once more."""


def changes(inputs: Inputs, look_at_file: Look, look_at_folder: Look) -> Changes:
    """Return what is different now; `inputs` then hold the newer stamps.

    What has the same stamp is not read; what has another one, or might have changed unseen, is compared.
    """
    return Changes(
        _changed(inputs.files, look_at_file),
        _changed(inputs.folders, look_at_folder),
        _are_moved(inputs),
    )


def _changed(known: MutableMapping[str, Seen], look: Look) -> frozenset[str]:
    found = []
    # Most paths are as they were: this loop is the whole of what a save costs before anything is built.
    at = os.stat
    for name, seen in known.items():
        there, _, is_sure = seen
        if not is_sure or there is None:
            found.append((name, seen))
            continue
        try:
            now = at(name)
        except (OSError, ValueError):
            found.append((name, seen))
            continue
        told = (now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino, now.st_dev)
        if told != there:
            found.append((name, seen))
    return changed(known, look, (name for name, _ in found))


def changed(known: MutableMapping[str, Seen], look: Look, names: Iterable[str]) -> frozenset[str]:
    """Return those of some names at which something else is found; the newer stamps are known then."""
    found = set()
    for name in names:
        seen = known[name]
        if seen.is_sure and stamp(name) == seen.stamp:
            continue
        fresh = known[name] = look(name)
        if fresh.digest != seen.digest:
            found.add(name)
    return frozenset(found)


def _are_moved(inputs: Inputs) -> bool:
    if any(os.path.isdir(name) is not leads for name, leads in inputs.links.items()):
        return True
    known: dict[str, str] = {}
    return any(real(name, known) != there for name, there in inputs.reals.items())


def seen(told: Stamp | None, found: str) -> Seen:
    """Return what was found at a path whose stamp was taken before anything was read."""
    return Seen(told, found, is_settled(told, now()))


def listing(names: Mapping[str, bool], links: Iterable[str]) -> str:
    """Return a text that is different for different listings."""
    linked = frozenset(links)
    told = (
        f"{name}{'/' if is_folder else ''}{'@' if name in linked else ''}"
        for name, is_folder in names.items()
    )
    return "\n".join(sorted(told))
