"""How an output folder of ours is told from any other folder."""

from __future__ import annotations

from pathlib import Path

MANIFEST = ".miniport.json"
JOURNAL = ".miniport.journal"
STAGING = ".miniport.new"
LOCK = ".miniport.lock"
STATE = frozenset((MANIFEST, JOURNAL, STAGING, LOCK))
"""The names miniport keeps for itself in an output folder; no bundle may hold them."""


def is_output(folder: Path) -> bool:
    """Tell whether miniport wrote a folder, or was about to."""
    return any((folder / name).exists() for name in (MANIFEST, JOURNAL, STAGING))
