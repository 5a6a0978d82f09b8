"""The list of what miniport wrote into a folder: path -> hash and size."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from miniport import __version__, rules
from miniport.frozen import frozen
from miniport.output.error import OutputError, refusal
from miniport.output.paths import is_allowed
from miniport.posix import PurePosixPath
from miniport.project.outputs import MANIFEST

SCHEMA = 1


@frozen(slots=True)
class Entry:
    """One file's content: its SHA-256 in hex, and its size in bytes."""

    sha256: str
    size: int

    @classmethod
    def of(cls, content: bytes) -> Entry:
        """Return the entry of a content."""
        # Imported here: a build with nothing to write, or to look at, hashes nothing.
        import hashlib

        return cls(hashlib.sha256(content).hexdigest(), len(content))


Entries = Mapping[PurePosixPath, Entry]


def encode(entries: Entries) -> bytes:
    """Return a manifest as JSON, sorted by path."""
    value = {"schema": SCHEMA, "tool": f"miniport {__version__}", "files": {}}
    head, tail = json.dumps(value, ensure_ascii=False, indent=1).rsplit("{}", 1)
    named = sorted({str(path): entry for path, entry in entries.items()}.items(), key=_name)
    lines = [_line(name, entry) for name, entry in named]
    files = "{\n" + ",\n".join(lines) + "\n }" if lines else "{}"
    return f"{head}{files}{tail}\n".encode()


def patched(content: bytes, entries: Entries) -> bytes | None:
    """Return a manifest with other entries for some paths; None where it lists one of these not, or twice."""
    for path, entry in entries.items():
        # No text of JSON goes over the end of a line.
        before, start, after = content.partition(f"\n  {_as_json(str(path))}: {{\n".encode())
        if not start or start in after:
            return None
        rest = after.partition(b"}")[2]
        content = b"".join((before, b"\n", _line(str(path), entry).encode(), rest))
    return content


# The module's encoder is slow where it indents, and most of a manifest's lines stay from save to save.
@lru_cache(maxsize=10_000)
def _line(name: str, entry: Entry) -> str:
    return f'  {_as_json(name)}: {{\n   "sha256": "{entry.sha256}",\n   "size": {entry.size}\n  }}'


def _name(item: tuple[str, Entry]) -> str:
    return item[0]


_as_json = json.JSONEncoder(ensure_ascii=False).encode


def decode(content: bytes) -> Entries:
    """Return the entries of a manifest.

    Raises ValueError saying what is wrong: not JSON, another schema, a path that leaves the folder.
    """
    value = json.loads(content)
    if not isinstance(value, dict) or value.get("schema") != SCHEMA:
        raise ValueError(f"its schema is not {SCHEMA}")
    files = value.get("files")
    if not isinstance(files, dict):
        raise ValueError('it has no "files"')
    return {_path(name): _entry(name, entry) for name, entry in files.items()}


def read(folder: Path) -> Entries | None:
    """Return the manifest of a folder, None where it has none.

    Raises OutputError where it is malformed.
    """
    try:
        return decode((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        return None
    except (ValueError, RecursionError) as error:
        raise OutputError(refusal(rules.OUTPUT_MANIFEST, folder / MANIFEST, folder=folder)) from error


def _path(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if not is_allowed(path):
        raise ValueError(f'"{name}" is not a path inside the folder')
    return path


def _entry(name: str, value: object) -> Entry:
    if isinstance(value, dict):
        sha256, size = value.get("sha256"), value.get("size")
        if isinstance(sha256, str) and isinstance(size, int):
            return Entry(sha256, size)
    raise ValueError(f'the entry of "{name}" has no sha256 and size')
