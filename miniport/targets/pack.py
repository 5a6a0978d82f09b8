"""Target packs: those that ship with miniport, and others.

A build that goes on from an earlier one takes that one's packs over, so what loads packs is not even imported
before one has to be loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from miniport.targets.target_pack import Override, TargetPack

__all__ = [
    "Override",
    "TargetPack",
    "bundled",
    "bundled_names",
    "bundled_pack",
    "load_pack",
    "take_over",
]

_KNOWN: dict[str, TargetPack] = {}


def take_over(packs: Mapping[str, TargetPack]) -> None:
    """Have `bundled` return packs that an earlier process of the same release loaded: all that ship."""
    _KNOWN.update(packs)


@lru_cache(maxsize=1)
def bundled_names() -> tuple[str, ...]:
    """Return the names of the packs that ship with miniport, in order; no pack is loaded."""
    if _KNOWN:
        return tuple(_KNOWN)
    from miniport.targets.folder import shipped_names

    return shipped_names()


@lru_cache(maxsize=64)
def bundled_pack(name: str) -> TargetPack:
    """Return one of the packs that ship with miniport.

    Raises KeyError where there is none of that name, RecordError where it is malformed.
    """
    if name not in bundled_names():
        raise KeyError(name)
    if name in _KNOWN:
        return _KNOWN[name]
    from miniport.targets.load import shipped

    return shipped(name, bundled_pack)


def bundled() -> dict[str, TargetPack]:
    """Return every pack that ships with miniport, by name, in name order.

    Raises RecordError naming file and key where a pack is malformed.
    """
    return {name: bundled_pack(name) for name in bundled_names()}


def load_pack(folder: Path) -> TargetPack:
    """Return the pack of a folder that holds a pack.yaml, or its JSON twin.

    A pack it names (`extends`, `dialect`) is looked for beside the folder, then among the bundled ones.
    Raises RecordError naming file and key where a pack is malformed or absent.
    """
    from miniport.targets.load import loaded

    return loaded(folder, bundled_pack)
