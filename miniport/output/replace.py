"""Replace single files of the user's, all or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from miniport.project.outputs import make_around

SUFFIX = ".miniport-new"
"""Ends the name of a file's new content, beside it, until all are there."""


class Changed(Exception):  # noqa: N818 - it names what was found
    """A file has other bytes than those that its new content was made from."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def replace_files(contents: Mapping[Path, bytes], before: Mapping[Path, bytes] | None = None) -> None:
    """Give files new contents: all are written beside their places before the first takes its place.

    Links are followed, rights kept, folders made. Raises OSError, or Changed where a file does not hold what
    `before` says; no file is touched then.
    """
    real = {path.resolve(): content for path, content in contents.items()}
    staged: list[Path] = []
    try:
        for path, content in real.items():
            aside = path.with_name(path.name + SUFFIX)
            staged.append(aside)
            make_around(aside)
            aside.write_bytes(content)
            if path.exists():
                aside.chmod(path.stat().st_mode & 0o7777)
        for path, held in (before or {}).items():
            if path.read_bytes() != held:
                raise Changed(path)
        for path in real:
            os.replace(path.with_name(path.name + SUFFIX), path)  # noqa: PTH105 - over what stands there
    finally:
        for aside in staged:
            aside.unlink(missing_ok=True)


def read_or_none(path: Path) -> bytes | None:
    """Return the content of a file, None where there is none. Raises OSError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
