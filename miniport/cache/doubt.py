"""What may have changed, looked at once more: equal content under another stamp is no change."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from miniport.cache.inputs import Seen, seen
from miniport.cache.packed import join, split, texts, unpack
from miniport.cache.recorded import RecordedFiles
from miniport.cache.secret import secret
from miniport.cache.stamp import digest, stamp
from miniport.cache.store import Store, Unfit
from miniport.cache.table import Table
from miniport.posix import PurePosixPath


def unlike(
    project: str,
    value: bytes,
    doubted: list[list[int]],
    environ: Mapping[str, str],
    folder: str,
    key: str,
) -> frozenset[int]:
    """Return the numbers of the tables in which a row in doubt holds something else than it held.

    Where none does, the new stamps are kept under the key.
    """
    found: set[int] = set()
    alike: dict[int, Table] = {}
    parts = split(value)
    root, *skipped = texts(parts[10])
    files = RecordedFiles(Path(root), Path(project), frozenset(map(PurePosixPath, skipped)))
    looks = (files.look_at_file, files.look_at_folder, look_at_other)
    for at, (rows, look) in enumerate(zip(doubted, looks, strict=True), 2):
        if not rows:
            continue
        table = Table(unpack(parts[at]), "" if at == 4 else f"{project}{os.sep}")
        names = [*table]
        fresh = {names[row]: look(names[row]) for row in rows}
        if any(looked.digest != table.digest(name) for name, looked in fresh.items()):
            found.add(at - 2)
        else:
            table.update(fresh)
            alike[at] = table
    if not found:
        for at, same in alike.items():
            parts[at] = same.packed()
        _keep(folder, environ, key, join(parts))
    return frozenset(found)


def look_at_other(name: str) -> Seen:
    """Return what stands at a place outside of the project's files."""
    told = stamp(name)
    try:
        with open(name, "rb") as file:
            return seen(told, digest(file.read()))
    except OSError as error:
        return seen(told, f"!{type(error).__name__}")


def _keep(folder: str, environ: Mapping[str, str], key: str, value: bytes) -> None:
    signed = secret(environ, is_made=False)
    if signed is None:
        return
    try:
        store = Store(folder, signed, wait=0.5)
    except (Unfit, OSError):
        # A cache that cannot be written: the next build looks at the same files again.
        return
    store.put({key: value}, is_flushed=False)
    store.close()
