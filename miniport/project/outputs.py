"""How an output folder of ours is told from any other folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from miniport.posix import PurePosixPath
from miniport.project.ignored import IGNORED, make_ignored
from miniport.project.output_names import JOURNAL, LOCK, MANIFEST, STAGING, STATE

__all__ = ["JOURNAL", "LOCK", "MANIFEST", "STAGING", "STATE"]
__all__ += ["inside", "is_output", "make_around", "own_folder", "skipped"]


OWN = "dist"
"""The folder that holds what commands make in a project, where they are told no other."""


def is_output(folder: Path) -> bool:
    """Tell whether miniport wrote a folder, or was about to."""
    try:
        return any((folder / name).exists() for name in (MANIFEST, JOURNAL, STAGING))
    except PermissionError:
        # What cannot be looked into is no source either; writing there is refused with the reason.
        return True


def inside(project: Path, folder: Path) -> PurePosixPath | None:
    """Return a folder's path relative to the project; None where it lies elsewhere."""
    try:
        relative = folder.resolve().relative_to(project.resolve())
    except ValueError:
        return None
    return PurePosixPath(relative.as_posix())


def _beside(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.parent.iterdir())
    except OSError:
        return ()


def own_folder(project: Path, name: str) -> Path:
    """Return the folder in a project in which a command puts what it makes, where it is told no other."""
    return project / OWN / name


def make_around(place: Path) -> None:
    """Make the folders around what is going to be written; git is to ignore a `dist` that is made for it."""
    for folder in place.parents:
        if folder.name == OWN:
            make_ignored(str(folder))
            break
    place.parent.mkdir(parents=True, exist_ok=True)


REPORT = "report.html"
_WITHOUT_MARK = ("archives", "ci", "links", REPORT, IGNORED)
"""What of it says nothing of who wrote it."""


def skipped(project: Path, folders: Iterable[Path]) -> frozenset[PurePosixPath]:
    """Return the output folders that lie in the project, and their neighbours that are output as well.

    What was built must not be taken for source.
    """
    ours = [own_folder(project, name) for name in _WITHOUT_MARK]
    for folder in folders:
        ours += [folder, *filter(is_output, _beside(folder))]
    paths = (inside(project, each) for each in ours)
    return frozenset(path for path in paths if path is not None and path.parts)
