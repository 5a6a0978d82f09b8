"""One sqlite file of signed values.

A cache may lie where others can write: on the volume of a CI, in an archive somebody sent. So each value
carries a signature over its key and its bytes, made with a secret that lies elsewhere (see `secret`); what
does not carry ours is as good as absent. Nothing read from the file names a place to write to or is run.
"""

from __future__ import annotations

# What `sqlite3` wraps, without its conversions of dates, which load more than all else here.
import _sqlite3 as sqlite3
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType

from miniport.blake import blake2b
from miniport.project.ignored import IGNORED, make_ignored

FILE = "cache.sqlite"
APPLICATION = 0x6D70_7274
SCHEMA = "CREATE TABLE entry (key TEXT PRIMARY KEY, used INTEGER NOT NULL, value BLOB NOT NULL)"
LARGEST = 256 * 2**20
"""Bytes of all values; the longest unused go first."""

LARGE = 2**20
"""Bytes of a value from which on its digest is signed."""

PAGE = 2**14
PART = 2**16
"""Bytes of a part: a place inside of a large value is found by going through all that is before it."""

Buffer = bytes | bytearray
_NONE: Mapping[str, Buffer] = MappingProxyType({})
_HEADER = b"SQLite format 3\0"
_SIGNATURE = 32
_HOUR = 3600
_DAY = 24 * _HOUR


class Unfit(Exception):  # noqa: N818 - it names what was found
    """The file is not a cache of ours. `is_ours`: it is a damaged one, which may be taken away."""

    def __init__(self, reason: str, *, is_ours: bool) -> None:
        super().__init__(reason)
        self.is_ours = is_ours


class Store:
    """Values by key. Whatever goes wrong with the file is a value that is not there."""

    def __init__(self, folder: str, secret: bytes, *, is_written: bool = True, wait: float = 5.0) -> None:
        """Open the store of a folder. Raises Unfit; OSError where there is none and none can be made."""
        self.file = os.path.join(folder, FILE)
        self._secret = secret
        if is_written and not os.path.lexists(self.file):
            make_ignored(folder)
        elif not os.path.isfile(self.file) or os.path.islink(self.file) or os.path.islink(folder):
            raise Unfit("it is a link or no file", is_ours=False)
        is_short = _is_short(self.file)
        mode = "rwc" if is_written else "ro"
        try:
            self._base = sqlite3.connect(f"file:{_quoted(self.file)}?mode={mode}", uri=True, timeout=wait)
            self._base.execute("PRAGMA trusted_schema=OFF")
            self._base.execute("PRAGMA cell_size_check=ON")
            _look_at_schema(self._base, is_written=is_written)
        except sqlite3.OperationalError as error:
            raise OSError(str(error)) from error
        except sqlite3.DatabaseError as error:
            raise Unfit("it was cut off" if is_short else str(error), is_ours=True) from error

    def get(self, key: str) -> bytes | None:
        """Return the value of a key, if there is one that we signed."""
        try:
            row = self._base.execute("SELECT rowid FROM entry WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            # Read where it lies: a row of this size is put together and copied twice before it is here.
            with self._base.blobopen("entry", "value", row[0], readonly=True) as blob:
                signature, value = blob.read(_SIGNATURE), blob.read()
        except sqlite3.Error:
            return None
        return value if signature == self._signature(key, value) else None

    def part(self, key: str, number: int) -> bytes:
        """Return a part of a value whoever wrote it, b"" where there is none: the caller has to know it."""
        try:
            row = self._base.execute(
                "SELECT value FROM entry WHERE key = ?", (_part(key, number),)
            ).fetchone()
        except sqlite3.Error:
            return b""
        return row[0] if row is not None and isinstance(row[0], bytes) else b""

    def put(
        self, values: Mapping[str, bytes], parts: Mapping[str, Buffer] = _NONE, *, is_flushed: bool = True
    ) -> bool:
        """Keep values, and large ones in parts that nobody signs, or nothing; return whether it was done.

        `is_flushed`: that holds for a machine that loses power, too. It has to where several values have to
        fit each other; to wait for the disk takes longer than to write one.
        """
        try:
            self._base.execute(f"PRAGMA synchronous={'FULL' if is_flushed else 'OFF'}")
            with self._base:
                for key, content in parts.items():
                    self._put_parts(key, content)
                for key, value in values.items():
                    self._put(key, value)
                self._evict()
        except sqlite3.OperationalError:
            # Locked for too long, no room, no right to write.
            return False
        except sqlite3.DatabaseError:
            # Damaged where only writing looks: the next build makes it anew.
            with suppress(OSError):
                os.unlink(self.file)
            return False
        return True

    def _put(self, key: str, value: bytes) -> None:
        signature = self._signature(key, value)
        row = key, int(time.time()), len(signature) + len(value)
        put = self._base.execute("INSERT OR REPLACE INTO entry VALUES (?, ?, zeroblob(?))", row)
        # Written in place, in the last column: what a build leaves is large, and each copy is memory.
        with self._base.blobopen("entry", "value", put.lastrowid or 0) as blob:
            blob.write(signature)
            blob.write(value)

    def _put_parts(self, key: str, content: Buffer) -> None:
        self._base.execute("DELETE FROM entry WHERE key GLOB ?", (f"{key} [0-9]*",))
        now, whole = int(time.time()), memoryview(content)
        rows = (
            (_part(key, number), now, whole[start : start + PART])
            for number, start in enumerate(range(0, len(whole), PART))
        )
        self._base.executemany("INSERT INTO entry VALUES (?, ?, ?)", rows)

    def drop(self, besides: str) -> None:
        """Drop what was of no use for a day, unless its key holds a text."""
        unused = int(time.time()) - _DAY - _HOUR
        with suppress(sqlite3.Error), self._base:
            self._base.execute("DELETE FROM entry WHERE used < ? AND instr(key, ?) = 0", (unused, besides))

    def is_due(self, key: str) -> bool:
        """Tell whether it is time to note again that a value is of use: once an hour is enough."""
        with suppress(sqlite3.Error):
            row = self._base.execute("SELECT used FROM entry WHERE key = ?", (key,)).fetchone()
            return row is not None and row[0] < time.time() - _HOUR
        return False

    def touch(self, key: str) -> None:
        """Note that a value was of use, and all whose key holds its key."""
        with suppress(sqlite3.Error), self._base:
            self._base.execute("UPDATE entry SET used = ? WHERE instr(key, ?) > 0", (int(time.time()), key))

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def _signature(self, key: str, value: bytes | memoryview) -> bytes:
        if len(value) < LARGE:
            signed = blake2b(f"{len(key)}:{key}".encode(), key=self._secret, digest_size=_SIGNATURE)
            signed.update(value)
            return signed.digest()
        # Processors have instructions for this hash, but OpenSSL has to be loaded for it.
        from hashlib import sha256

        told = f"{len(key)}:{key}".encode() + sha256(value).digest()
        return blake2b(told, key=self._secret, digest_size=_SIGNATURE, person=b"digest").digest()

    def _evict(self) -> None:
        (pages,), (size,) = self._base.execute("PRAGMA page_count"), self._base.execute("PRAGMA page_size")
        if pages[0] * size[0] <= LARGEST:
            # To look at each value takes longer than to write one.
            return
        rows = self._base.execute(
            "SELECT key, length(value) FROM entry ORDER BY used DESC, rowid DESC"
        ).fetchall()
        size, gone = 0, []
        for key, length in rows:
            size += length
            if size > LARGEST:
                gone.append((key,))
        self._base.executemany("DELETE FROM entry WHERE key = ?", gone)


def _part(key: str, number: int) -> str:
    return f"{key} {number}"


def remove(folder: str) -> bool:
    """Remove a store of ours and the folder, if nothing else is in it; return whether there was one."""
    there = False
    for name in (FILE, f"{FILE}-journal", "timings.json"):
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(folder, name))
            there = True
    with suppress(OSError):
        if os.listdir(folder) == [IGNORED]:
            os.unlink(os.path.join(folder, IGNORED))
            os.rmdir(folder)
    return there


def _is_short(file: str) -> bool:
    """Tell whether a file is shorter than it says: it was cut off, or is being written. Raises Unfit."""
    try:
        with open(file, "rb") as opened:
            header = opened.read(100)
    except FileNotFoundError:
        return False
    if not header:
        return False
    if not header.startswith(_HEADER) or len(header) < 100:
        raise Unfit("it is no sqlite file", is_ours=True)
    if int.from_bytes(header[68:72], "big") != APPLICATION:
        raise Unfit("it belongs to another program", is_ours=False)
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return pages * (page if page > 1 else 65_536) > os.stat(file).st_size


def _look_at_schema(base: sqlite3.Connection, *, is_written: bool) -> None:
    found = [row[0] for row in base.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    if not found and is_written:
        # A large value is a chain of pages.
        base.execute(f"PRAGMA page_size={PAGE}")
        with base:
            base.execute(f"PRAGMA application_id={APPLICATION}")
            base.execute(SCHEMA.replace("TABLE", "TABLE IF NOT EXISTS", 1))
    elif found != [SCHEMA]:
        raise Unfit("its table is another one", is_ours=True)


def _quoted(file: str) -> str:
    # The module for this costs as much as the whole of our own work here.
    name = os.path.abspath(file)
    for sign in "%?#":
        name = name.replace(sign, f"%{ord(sign):02x}")
    return name
