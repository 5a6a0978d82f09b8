"""How an output folder of ours is told from any other folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

MANIFEST = ".miniport.json"
JOURNAL = ".miniport.journal"
STAGING = ".miniport.new"
LOCK = ".miniport.lock"
STATE = frozenset((MANIFEST, JOURNAL, STAGING, LOCK))
"""The names miniport keeps for itself in an output folder; no bundle may hold them."""


def is_output(folder: Path) -> bool:
    """Tell whether miniport wrote a folder, or was about to."""
    return any((folder / name).exists() for name in (MANIFEST, JOURNAL, STAGING))


def inside(project: Path, folder: Path) -> PurePosixPath | None:
    """Return a folder's path relative to the project; None where it lies elsewhere."""
    try:
        relative = folder.resolve().relative_to(project.resolve())
    except ValueError:
        return None
    return PurePosixPath(relative.as_posix())


def skipped(project: Path, folders: Iterable[Path]) -> frozenset[PurePosixPath]:
    """Return the output folders that lie in the project, and their neighbours that are output as well.

    What was built must not be taken for source.
    """
    found = set()
    for folder in folders:
        around = folder.parent.iterdir() if folder.parent.is_dir() else ()
        for each in (folder, *(other for other in around if is_output(other))):
            path = inside(project, each)
            if path is not None and path.parts:
                found.add(path)
    return frozenset(found)
