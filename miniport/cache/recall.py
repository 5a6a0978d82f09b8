"""A build that has nothing to do: what the last one told, where nothing has changed since.

This is the whole of such a run, so that nothing is imported that it can do without: no table of rules, no
grammar, no command line.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress

from miniport.blake import blake2b
from miniport.cache.looked import EDITED, MARK, NOTHING, PARTS, Looked, bases, later_of
from miniport.cache.own import own
from miniport.cache.packed import join, lay_over, place_of, split, suspects, texts, unpack
from miniport.cache.real import real
from miniport.cache.secret import secret
from miniport.cache.store import Store, Unfit
from miniport.project.output_names import JOURNAL, MANIFEST, STAGING

FOLDER = ".miniport"
"""The cache's folder in a project, unless another one is asked for."""

SECONDS = 86399.875
"""Stands in a remembered report for the time that this run takes."""


def key(arguments: list[str], view: str) -> str:
    """Return under what the outcome of a command line is kept. `view`: what else its report depends on."""
    version = own()
    told = join(
        part.encode("utf-8", "surrogateescape") for part in (*arguments, "", os.getcwd(), view, version)
    )
    return f"again {version} {blake2b(told, digest_size=20).hexdigest()}"


def version_of(key: str) -> str:
    """Return which miniport keeps something under a key."""
    return key.split(" ")[1]


def _wait() -> None:
    """Begin nothing."""


def look(
    folder: str, found: str, environ: Mapping[str, str], project: str, begin: Callable[[], None] = _wait
) -> Looked | None:
    """Return what was kept of a build and what is different now, None where either cannot be told.

    `begin` is called as soon as something may be different, before it is looked at.
    """
    started = time.perf_counter()
    value, later = kept(folder, environ, found, later_of(found))
    if value is None:
        return None
    try:
        looked = Looked(split(value), started)
    except ValueError:
        return None
    return looked if _is_told(looked, later, folder, found, environ, project, begin) else None


def recall(looked: Looked) -> tuple[str, int] | None:
    """Return the report and the exit code of a build, where it would do nothing and say the same again.

    None wherever that is not sure: then the build is done, and says what is wrong with the cache.
    """
    if looked.changed != NOTHING:
        return None
    code, text = looked.parts[:2]
    took = f"{time.perf_counter() - looked.started:.3f}"
    return text.decode("utf-8", "surrogateescape").replace(str(SECONDS), took), int(code)


def kept(folder: str, environ: Mapping[str, str], *found: str) -> list[bytes | None]:
    """Return what the cache of a folder holds under keys, None where it holds nothing that we signed."""
    nothing: list[bytes | None] = [None] * len(found)
    signed = secret(environ, is_made=False)
    if signed is None:
        return nothing
    try:
        store = Store(folder, signed, is_written=False, wait=0.5)
    except (Unfit, OSError):
        return nothing
    try:
        values, is_due = [*map(store.get, found)], store.is_due(found[0])
    finally:
        store.close()
    if values[0] is not None and is_due:
        with suppress(Unfit, OSError):
            store = Store(folder, signed, wait=0.5)
            store.touch(found[0])
            store.close()
    return values


def _is_told(
    looked: Looked,
    later: bytes | None,
    folder: str,
    found: str,
    environ: Mapping[str, str],
    project: str,
    begin: Callable[[], None],
) -> bool:
    """Find out what of a kept build is different now; return whether that can be told."""
    try:
        parts = looked.parts
        if len(parts) != PARTS:
            return False
        top = os.path.realpath(project)
        tables = looked.tables = [unpack(part) for part in parts[2:5]]
        _follow(looked, later)
        if not _stand(top, [texts(part) for part in parts[5:10]]):
            return False
        pairs = list(zip(bases(top), tables, strict=True))
        doubted = [suspects(base, table) for base, table in pairs]
        if not any(doubted):
            return True
        begin()
        looked.doubted = tuple(
            tuple(place_of(base, table, row) for row in rows)
            for (base, table), rows in zip(pairs, doubted, strict=True)
        )
        from miniport.cache.doubt import unlike

        looked.changed = unlike(top, looked, doubted, environ, folder, found)
        return True
    except (ValueError, IndexError, OSError):
        return False


def _follow(looked: Looked, later: bytes | None) -> None:
    """Take in how a kept build is different since, if that was kept for just this one."""
    mark, *told = split(later or b"") or [b""]
    if mark != looked.parts[MARK]:
        return
    looked.parts[0], looked.parts[1], *rows, looked.parts[EDITED] = told
    for table, apart in zip(looked.tables, rows, strict=True):
        lay_over(table, apart)


def _stand(project: str, told: list[list[str]]) -> bool:
    """Tell whether links, roots and the neighbours of the output are as they were."""
    links, reals, absent, present, beside = told
    base = f"{project}{os.sep}"
    if any(os.path.isdir(base + link[1:]) is not (link[0] == "/") for link in links):
        return False
    pairs, known = zip(reals[::2], reals[1::2], strict=True), dict[str, str]()
    if any(real(base + name, known) != _from(project, there) for name, there in pairs):
        return False
    if any(os.path.lexists(name) for name in absent) or not all(map(os.path.exists, present)):
        return False
    return outputs_beside(beside[0].split("\n") if beside[0] else []) == beside[1:]


def _from(project: str, name: str) -> str:
    return name if os.path.isabs(name) else os.path.normpath(os.path.join(project, name))


def outputs_beside(folders: list[str]) -> list[str]:
    """Return every folder beside some output folders that miniport wrote, too: no source is in it."""
    found = []
    for above in sorted({os.path.dirname(folder) for folder in folders}):
        try:
            names = sorted(os.listdir(above))
        except OSError:
            continue
        places = (os.path.join(above, name) for name in names)
        marks = (MANIFEST, JOURNAL, STAGING)
        found += [place for place in places if any(os.path.lexists(os.path.join(place, n)) for n in marks)]
    return found
