"""Keep what a build told, with everything that it depends on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, MutableMapping, Sequence, Set
from pathlib import Path

from miniport.bundle import Bundle
from miniport.cache.doubt import look_at_other, since, whole
from miniport.cache.inputs import Seen, seen
from miniport.cache.looked import AROUND, EDITED, later_of
from miniport.cache.packed import Row, lines, pack, texts
from miniport.cache.recall import outputs_beside
from miniport.cache.recorded import RecordedFiles
from miniport.cache.stamp import SHORT, is_settled, now, stamp, whole_digest
from miniport.cache.table import Table
from miniport.field import field
from miniport.frozen import frozen
from miniport.memo import Memo
from miniport.posix import PurePosixPath
from miniport.project.files import root_marks
from miniport.project.outputs import JOURNAL, MANIFEST, STAGING

_LARGEST = 4 * 2**20
"""Bytes. What is larger in a tool's folder is no text of it."""

_SMALL = 2**16
"""Bytes. What is larger is hashed sooner than kept for comparison."""


@frozen
class Done:
    """What a build did. `folders`: each target's output folder, also of those that were not written.

    `bundles`: folder -> what was written there; `digests`: the whole one of each of these files; `stood`:
    what stood there when the command began, where an earlier one told. `packs` are folders that targets'
    packs were read from. `began`: when the command did, in nanoseconds. `edited`: the files that may differ
    from what the state says that is kept beside. `others`: files that were read and may lie anywhere.
    `marks`: what was looked for above the project, not found and found.
    """

    files: RecordedFiles
    is_root_given: bool
    folders: tuple[Path, ...]
    bundles: Mapping[Path, Bundle]
    packs: tuple[Path, ...]
    began: int
    digests: Mapping[Path, Mapping[PurePosixPath, str]] = field(default_factory=dict)
    stood: Table | None = None
    edited: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()
    marks: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


def remembered(
    key: str, done: Done, code: int, text: str, before: Sequence[bytes] | None = None
) -> Mapping[str, bytes]:
    """Return a build's report and exit code, with all that they depend on, by key as `recall` reads them.

    `before`: what was kept of an earlier one under the key. What is different is enough where little is.
    """
    project, inputs = done.files.project, done.files.inputs
    told = b"%d" % code, text.encode("utf-8", "surrogateescape")
    tables, around = (inputs.files, inputs.folders, _written(done)), _around(done)
    edited = lines(_below(project, name) for name in sorted(done.edited))
    if before is not None and around == list(before[AROUND]):
        apart = [table.rows_apart() if isinstance(table, Table) else None for table in tables]
        later = since(before, told, apart, edited)
        if later is not None:
            return {later_of(key): later}
    packed = [_packed(below, table) for below, table in zip((project, project, ""), tables, strict=True)]
    return {key: whole(told, packed, around, edited)}


def _around(done: Done) -> list[bytes]:
    """Return what a build depends on beside the tables."""
    files = done.files
    project, inputs = files.project, files.inputs
    folders = [os.path.abspath(folder) for folder in done.folders]
    absent = [os.path.join(folder, name) for folder in folders for name in (JOURNAL, STAGING)]
    marks_absent, marks_present = ([], []) if done.is_root_given else root_marks(Path(project))
    reals = [(_below(project, name), _relative(project, real)) for name, real in inputs.reals.items()]
    links = [f"{'/' if leads else '-'}{_below(project, name)}" for name, leads in inputs.links.items()]
    return [
        lines(links),
        lines(part for pair in reals for part in pair),
        lines((*absent, *marks_absent, *done.marks[0])),
        lines((*marks_present, *done.marks[1])),
        lines(("\n".join(folders), *outputs_beside(folders))),
        lines((files.root, *map(str, sorted(files.skipped)))),
    ]


def _packed(project: str, found: Mapping[str, Seen]) -> bytes:
    return found.packed() if isinstance(found, Table) else pack(_rows(project, found))


def _rows(project: str, found: Mapping[str, Seen]) -> Iterable[Row]:
    for name, seen_there in found.items():
        place = _below(project, name) if project else name
        yield place, seen_there.stamp, seen_there.is_sure, seen_there.digest


def _written(done: Done) -> Mapping[str, Seen]:
    """Return what stands in the outputs now, by place, and whatever else counts."""
    now_there = {
        name: done.digests[folder][path][:SHORT]
        for folder, bundle in done.bundles.items()
        for path, name in standing(folder, bundle).items()
    }
    others = {name: look_at_other(name) for name in map(_manifest, done.bundles)} | _others(done)
    stood, at = done.stood, now()
    # Rows that are as they were are not even made.
    is_same = stood is not None and stood.is_of(now_there.keys() | others.keys())
    found: MutableMapping[str, Seen] = stood if stood is not None and is_same else {}
    for name, content in now_there.items():
        if stood is not None and stood.digest(name) == content and stood.is_sure(name):
            if not is_same:
                found[name] = stood[name]
        else:
            told = stamp(name)
            found[name] = Seen(told, content, is_settled(told, at))
    found.update(others)
    return found


def _manifest(folder: Path) -> str:
    return os.path.join(os.path.abspath(folder), MANIFEST)


def hashed(bundle: Bundle, memo: Memo) -> Mapping[PurePosixPath, str]:
    """Return the whole digest of each file of a bundle."""
    # To know that a file is the same as before, the memo keeps it.
    small = {path: content for path, content in bundle.items() if len(content) <= _SMALL}
    known = memo.each("hashed", small, lambda _, content: whole_digest(content))
    large = {path: whole_digest(content) for path, content in bundle.items() if path not in small}
    return {**dict(known.items()), **large}


def standing(folder: Path, paths: Iterable[PurePosixPath]) -> Mapping[PurePosixPath, str]:
    """Return where the files of a bundle stand, as a kept build names the places."""
    top = os.path.join(os.path.abspath(folder), "")
    # A bundle has a thousand files: joining them one by one takes as long as looking at them.
    return {path: top + path.replace("/", os.sep) for path in paths}


def stood_in(folder: Path, held: Table) -> Set[str]:
    """Return the places in an output folder where something stood; nothing where it had no manifest."""
    top = os.path.join(os.path.abspath(folder), "")
    names = {name for name in held if name.startswith(top)}
    return names - {f"{top}{MANIFEST}"} if f"{top}{MANIFEST}" in names else frozenset()


def edited(parts: Sequence[bytes], project: str) -> tuple[str, ...]:
    """Return where files stand that a kept build found to differ from its state. Raises ValueError."""
    return tuple(f"{project}{os.sep}{name}" for name in texts(parts[EDITED]))


def is_lasting(done: Done) -> bool:
    """Tell whether all that a build depends on can be looked at again.

    Code in a sheet may have looked at anything; a pack from a folder may build on others. Tools are looked
    at after they were used, so they must not have been touched since.
    """
    if done.files.runs_code or done.packs:
        return False
    return all(is_settled(found.stamp, done.began) for found in _others(done).values())


def _others(done: Done) -> dict[str, Seen]:
    """Return what counts and was not read as a file of the project: the tools of its packages, and others."""
    found = {name: look_at_other(name) for name in done.others}
    for folder in map(str, sorted(done.files.tools)):
        for above, _, names in os.walk(folder):
            for name in names:
                place = os.path.join(above, name)
                told = stamp(place)
                is_large = told is not None and told.size > _LARGEST
                found[place] = seen(told, "large") if is_large else look_at_other(place)
        installed = os.path.join(os.path.dirname(folder), ".package-lock.json")
        found[installed] = look_at_other(installed)
    return found


def _below(project: str, name: str) -> str:
    return name[len(project) + 1 :]


def _relative(project: str, real: str) -> str:
    if real.startswith(project + os.sep):
        return _below(project, real)
    return os.path.relpath(real, project)
