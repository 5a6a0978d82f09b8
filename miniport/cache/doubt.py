"""What may have changed, looked at once more: equal content under another stamp is no change."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from miniport.cache.inputs import Seen, seen
from miniport.cache.looked import AROUND, EDITED, MARK, Looked, bases, later_of
from miniport.cache.packed import Columns, join, numbers, pack_columns, place_of, rows_apart, texts
from miniport.cache.recorded import RecordedFiles
from miniport.cache.secret import secret
from miniport.cache.stamp import digest, stamp
from miniport.cache.store import Store, Unfit
from miniport.posix import PurePosixPath


def unlike(
    project: str,
    kept: Looked,
    doubted: list[list[int]],
    environ: Mapping[str, str],
    folder: str,
    key: str,
) -> frozenset[int]:
    """Return the numbers of the tables in which a row in doubt holds something else than it held.

    Where none does, the new stamps are kept under the key.
    """
    found: set[int] = set()
    root, *skipped = texts(kept.parts[AROUND][-1])
    files = RecordedFiles(Path(root), Path(project), frozenset(map(PurePosixPath, skipped)))
    looks = (files.look_at_file, files.look_at_folder, look_at_other)
    for at, (rows, look, table, base) in enumerate(
        zip(doubted, looks, kept.tables, bases(project), strict=True)
    ):
        fresh = {row: look(place_of(base, table, row)) for row in rows}
        if any(looked.digest != table[3][row] for row, looked in fresh.items()):
            found.add(at)
        else:
            _restamp(table, fresh)
    if not found:
        told, edited = kept.parts[:2], kept.parts[EDITED]
        apart = since(kept.parts, told, [*map(rows_apart, kept.tables)], edited)
        if apart is not None:
            _keep(folder, environ, {later_of(key): apart})
        else:
            packed = [*map(pack_columns, kept.tables)]
            _keep(folder, environ, {key: whole(told, packed, kept.parts[AROUND], edited)})
    return frozenset(found)


def _restamp(table: Columns, fresh: Mapping[int, Seen]) -> None:
    _, stamps, sure, _, apart = table
    for row, looked in fresh.items():
        sure[row] = looked.is_sure
        for column, number in zip(stamps, numbers(looked.stamp), strict=True):
            column[row] = number
    apart[:] = {*apart, *fresh}


def whole(told: Sequence[bytes], tables: Sequence[bytes], around: Sequence[bytes], edited: bytes) -> bytes:
    """Return a build as it is kept: what it told, what it depends on, a mark that no other one has."""
    return join((*told, *tables, *around, edited, os.urandom(16)))


def since(
    before: Sequence[bytes], told: Sequence[bytes], rows: Sequence[bytes | None], edited: bytes
) -> bytes | None:
    """Return how a build differs from the one that was kept; None where too many rows do."""
    few = [each for each in rows if each is not None]
    return join((before[MARK], *told, *few, edited)) if len(few) == len(rows) else None


def look_at_other(name: str) -> Seen:
    """Return what stands at a place outside of the project's files."""
    told = stamp(name)
    try:
        with open(name, "rb") as file:
            return seen(told, digest(file.read()))
    except OSError as error:
        return seen(told, f"!{type(error).__name__}")


def _keep(folder: str, environ: Mapping[str, str], values: Mapping[str, bytes]) -> None:
    signed = secret(environ, is_made=False)
    if signed is None:
        return
    try:
        store = Store(folder, signed, wait=0.5)
    except (Unfit, OSError):
        # A cache that cannot be written: the next build looks at the same files again.
        return
    store.put(values, is_flushed=False)
    store.close()
