"""The folders a command names: what is a folder, and what lies in what."""

from __future__ import annotations

import os
from pathlib import Path

from miniport.posix import PurePosixPath


def stands(path: Path) -> str:
    """Return `folder`, `other` or `nothing`."""
    if path.is_dir():
        return "folder"
    return "other" if path.exists() else "nothing"


def lies_in(path: Path, root: Path) -> bool:
    """Tell whether a path is a root or lies below it, links followed."""
    real, top = path.resolve(), root.resolve()
    return real == top or top in real.parents


def absolute(path: Path) -> Path:
    """Return a path from the top of the file system, links followed."""
    return path.resolve()


def repository_base(project: Path) -> str:
    """Return the way from the top of the repository that holds a project down to it, "" where they are one.

    Where there is no repository, the working directory stands for it.
    """
    for folder in (project, *project.parents):
        if (folder / ".git").exists():
            return _below(project, folder)
    here = Path.cwd()
    return _below(project, here) if lies_in(project, here) else ""


def _below(project: Path, top: Path) -> str:
    relative = project.relative_to(top.resolve()).as_posix()
    return "" if relative == "." else relative


_MARKS = ("miniport.yaml", "mini.project.json", "app.json")


def project_of(file: Path) -> Path | None:
    """Return the folder of the project that a file belongs to: the nearest above with one of its marks.

    A folder with settings goes before one with app.json alone, which may be what the settings point into.
    """
    folders = tuple(file.absolute().parents)
    for marks in (_MARKS[:2], _MARKS[2:]):
        for folder in folders:
            if any((folder / mark).is_file() for mark in marks):
                return folder
            if (folder / ".git").exists():
                break
    return None


def path_in(file: Path, project: Path) -> PurePosixPath:
    """Return a file's path relative to a project; it may begin with `..`."""
    return PurePosixPath(os.path.relpath(file.resolve(), project.resolve()).replace(os.sep, "/"))
