"""A Bundle: the files of one target as a value."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.posix import PurePosixPath

Bundle = Mapping[PurePosixPath, bytes]
"""Path relative to the bundle's root -> content. Paths never start with `/` and never hold `..`."""


def differing(old: Bundle, new: Bundle) -> tuple[PurePosixPath, ...]:
    """Return the paths at which two bundles do not hold the same, those of one alone among them."""
    if list(old) != list(new):
        return tuple(path for path in {**old, **new} if old.get(path) != new.get(path))
    pairs = zip(new, old.values(), new.values(), strict=True)
    return tuple(path for path, before, after in pairs if before is not after and before != after)
