"""The folders that hold a pack."""

from __future__ import annotations

from pathlib import Path

from miniport import resources

PACK_FILE = "pack.yaml"
TWIN_FILE = "pack.json"


def is_pack(folder: Path) -> bool:
    """Return whether a folder holds a pack or its twin."""
    return (folder / PACK_FILE).is_file() or (folder / TWIN_FILE).is_file()


def shipped_names() -> tuple[str, ...]:
    """Return the names of the packs that ship with miniport, in order."""
    folder = resources.PACKAGE / "targets"
    found = (path.parent.name for name in (PACK_FILE, TWIN_FILE) for path in folder.glob(f"*/{name}"))
    return tuple(sorted(set(found)))
