"""One way a project can be wrong, and the strange things that can stand where a file is expected."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Place = Callable[[Path], None]
"""Puts something at a path whose folder stands."""

Content = str | bytes | None | Place
"""What a row puts at a path; None takes away what is there."""


@dataclass(frozen=True)
class Row:
    """A sound project with some files replaced.

    `name` is its folder in tests/fixtures/bad, `what` says in words what is wrong. `exit`: the code that the
    build ends with. `left`: what then lies in the output folders of both targets, `old` (untouched) or
    `new` (whole). What it says is in the fixture.
    """

    name: str
    what: str
    files: Mapping[str, Content]
    exit: int
    left: str = "old"
    options: tuple[str, ...] = ()


def builds(name: str, what: str, files: Mapping[str, Content]) -> Row:
    """Return a row that is built: with nothing to tell, or with warnings."""
    return Row(name, what, files, 0, "new")


def found(name: str, what: str, files: Mapping[str, Content]) -> Row:
    """Return a row that is written and has errors to tell."""
    return Row(name, what, files, 1, "new")


def blocked(name: str, what: str, files: Mapping[str, Content]) -> Row:
    """Return a row of which nothing is written, since something of the app is missing."""
    return Row(name, what, files, 1)


def refused(name: str, what: str, files: Mapping[str, Content], options: tuple[str, ...] = ()) -> Row:
    """Return a row that nothing can be made of."""
    return Row(name, what, files, 2, options=options)


def folder(path: Path) -> None:
    """Put an empty folder there."""
    path.mkdir()


def pipe(path: Path) -> None:
    """Put a named pipe there, which nobody ever writes to."""
    os.mkfifo(path)


def link(to: str) -> Place:
    """Return what puts a symbolic link there."""
    return lambda path: path.symlink_to(to)


def closed(content: str | bytes) -> Place:
    """Return what puts a file there that its owner may not read."""

    def place(path: Path) -> None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        path.chmod(0)

    return place


def mode(bits: int) -> Place:
    """Return what changes the permissions of what is there."""
    return lambda path: path.chmod(bits)


def put(project: Path, files: Mapping[str, Content]) -> None:
    """Replace files of a project, in the order given."""
    for name, content in files.items():
        path = project / name
        if callable(content):
            path.parent.mkdir(parents=True, exist_ok=True)
            if content.__qualname__.startswith("mode"):
                content(path)
                continue
            _take(path)
            content(path)
        elif content is None:
            _take(path)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())


def _take(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        for inner in path.iterdir():
            _take(inner)
        path.rmdir()
    else:
        path.unlink(missing_ok=True)
