"""One writer per output folder: a lock file that names its process."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from miniport import rules
from miniport.frozen import frozen
from miniport.output.error import OutputError, refusal
from miniport.project.outputs import LOCK

STALE_AFTER = 600.0
"""Seconds after which the lock of another machine counts as left behind. A write takes seconds."""

NAMELESS_AFTER = 5.0
"""Seconds after which a lock that names no process counts as left behind."""


@frozen
class Holder:
    """The process that holds a lock, and what it says of itself there."""

    process: int
    told: str


@contextmanager
def claimed(lock: Path, told: str) -> Iterator[Holder | None]:
    """Hold a lock while the block runs; yield who else holds it, who then keeps it.

    Where no file can be written nobody holds it.
    """
    mine, is_mine = _owner(told), False
    with suppress(OSError):
        for _ in range(2):
            if is_mine := _create(lock, mine):
                break
            _break_stale(lock)
    try:
        yield None if is_mine else _holder(lock)
    finally:
        if is_mine and _content(lock) == mine:
            with suppress(OSError):
                lock.unlink()


def _holder(lock: Path) -> Holder | None:
    owner = _parse(_content(lock) or b"") or {}
    process, told = owner.get("process"), owner.get("told")
    return Holder(process, str(told or "")) if isinstance(process, int) else None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. Raises OutputError where another process holds it."""
    lock = folder / LOCK
    mine = _owner()
    for _ in range(2):
        if _create(lock, mine):
            break
        _break_stale(lock)
    else:
        raise OutputError(
            refusal(rules.OUTPUT_BUSY, folder, folder=folder, process=_process(lock), lock=lock)
        )
    try:
        yield
    finally:
        with suppress(FileNotFoundError):
            lock.unlink()


def _create(lock: Path, content: bytes) -> bool:
    try:
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except OSError:
        # On a full disk the name is made and the content is not: left there, it would keep others out.
        lock.unlink(missing_ok=True)
        raise
    return True


def _break_stale(lock: Path) -> None:
    """Take a lock away whose process is gone."""
    seen = _content(lock)
    if seen is None or not _is_stale(lock, seen):
        return
    aside = lock.with_name(f"{LOCK}.{os.getpid()}")
    with suppress(FileNotFoundError):
        lock.replace(aside)
        if _content(aside) != seen:
            # Another process broke the stale lock first, and this one is its own: give it back.
            aside.replace(lock)
        else:
            aside.unlink()


def _is_stale(lock: Path, content: bytes) -> bool:
    owner = _parse(content)
    if owner is None:
        return _age(lock) > NAMELESS_AFTER
    if owner.get("host") != _host():
        return _age(lock) > STALE_AFTER
    pid = owner.get("process")
    return not isinstance(pid, int) or not _is_alive(pid) or owner.get("born") != _born(pid)


def _age(lock: Path) -> float:
    try:
        return time.time() - lock.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _owner(told: str = "") -> bytes:
    pid = os.getpid()
    more = {"told": told} if told else {}
    return json.dumps({"process": pid, "host": _host(), "born": _born(pid), **more}).encode()


def _host() -> str:
    if sys.platform != "win32":
        return os.uname().nodename
    import socket

    return socket.gethostname()


def _process(lock: Path) -> object:
    owner = _parse(_content(lock) or b"")
    return owner.get("process", "?") if owner else "?"


def _content(lock: Path) -> bytes | None:
    try:
        return lock.read_bytes()
    except FileNotFoundError:
        return None


def _parse(content: bytes) -> dict[str, object] | None:
    try:
        value = json.loads(content)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _born(pid: int) -> str:
    """Return when a process started, where the system says so: a number can be given out again."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
    except OSError:
        return ""
    return text.rpartition(")")[2].split()[19]


if sys.platform == "win32":

    def _is_alive(pid: int) -> bool:
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x1000, False, pid)
        if handle:
            kernel.CloseHandle(handle)
        return bool(handle)

else:

    def _is_alive(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True
