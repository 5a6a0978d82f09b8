"""Write the JSON twin of each pack: it loads in a hundredth of the time that YAML takes."""

from __future__ import annotations

import json
from pathlib import Path

from miniport.targets.folder import PACK_FILE, TWIN_FILE
from miniport.targets.raw import checked, digest_of

TARGETS = Path(__file__).resolve().parent


def write_twins(folder: Path = TARGETS) -> tuple[Path, ...]:
    """Write pack.json beside every pack.yaml below a folder, where it is not current; return their paths.

    Raises RecordError where a pack is malformed.
    """
    twins = []
    for source in sorted(folder.glob(f"*/{PACK_FILE}")):
        twin = source.with_name(TWIN_FILE)
        content = twin_of(source.read_bytes(), str(source))
        if not twin.is_file() or twin.read_bytes() != content:
            twin.write_bytes(content)
        twins.append(twin)
    return tuple(twins)


def twin_of(content: bytes, at: str) -> bytes:
    """Return the twin of a pack.yaml: its hash and its plain value, in the order of the file."""
    value = {"digest": digest_of(content), "pack": checked(content, at)}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
