"""What the file system says of a path without reading it, and when that can be believed."""

from __future__ import annotations

import os
import time
from hashlib import sha256

from miniport.named import NamedTuple

SLACK = 2_000_000_000
"""Nanoseconds. File systems count in steps of up to two seconds: what changed less long before it was
looked at may have changed once more since, and look the same."""


SHORT = 40
"""Signs of a digest that contents are compared by."""


class Stamp(NamedTuple):
    """Size, nanoseconds of the last change of content and of anything, and which file it is."""

    size: int
    modified: int
    changed: int
    inode: int
    device: int


def stamp(name: str) -> Stamp | None:
    """Return the stamp of what stands at a path, links followed; None where nothing does."""
    try:
        found = os.stat(name)
    except (OSError, ValueError):
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)


def is_settled(found: Stamp | None, now: int) -> bool:
    """Tell whether a later change is sure to show in the stamp taken at `now`."""
    return found is None or max(found.modified, found.changed) < now - SLACK


def now() -> int:
    """Return the time of the clock that file systems go by, in nanoseconds."""
    return time.time_ns()


def digest(content: bytes) -> str:
    """Return the hash by which contents are compared."""
    return whole_digest(content)[:SHORT]


def whole_digest(content: bytes) -> str:
    """Return the SHA-256 of a content in hex, of which `digest` is the beginning."""
    return sha256(content).hexdigest()
