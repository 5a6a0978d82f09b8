"""Paths as programs outside of a project count them."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

from miniport.posix import PurePosixPath


def from_top(path: PurePosixPath, base: str) -> str:
    """Return a path of the project from the top of the repository on; `base` leads from there to it."""
    return posixpath.normpath(posixpath.join(base, str(path)))


def uri(path: str) -> str:
    """Return a relative path as the reference of a URI."""
    return quote(path, safe="/@!$&'()*+,;=~-._")
