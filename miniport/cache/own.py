"""Which miniport this is: its own files and what is installed beside."""

from __future__ import annotations

import os
import sys

from miniport import __version__
from miniport.blake import blake2b

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_LEFT_OUT = frozenset({"__pycache__", "node_modules", "test", "tests"})


def own() -> str:
    """Return a digest of miniport's own files, of Python's version and of what is installed for it.

    An installed wheel lists its files with their hashes, so that two machines agree; in a checkout the files'
    stamps have to do.
    """
    digest = blake2b(f"{__version__}\0{sys.version}\0".encode(), digest_size=20)
    try:
        with open(os.path.join(f"{_PACKAGE}-{__version__}.dist-info", "RECORD"), "rb") as file:
            digest.update(file.read())
    except OSError:
        found: list[str] = []
        for top in (_PACKAGE, os.path.join(os.path.dirname(_PACKAGE), "templates")):
            _stamps(top, found)
        digest.update("\n".join(found).encode("utf-8", "surrogateescape"))
    digest.update("\n".join(_installed()).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _installed() -> list[str]:
    """Return name and version of everything installed, as the folders say that tell of it."""
    found: set[str] = set()
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")):
            try:
                found.update(name for name in os.listdir(folder) if name.endswith(".dist-info"))
            except OSError:
                continue
    return sorted(found)


def _stamps(folder: str, found: list[str]) -> None:
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _LEFT_OUT:
                _stamps(entry.path, found)
        else:
            told = entry.stat()
            found.append(f"{entry.path}\0{told.st_size}\0{told.st_mtime_ns}")
