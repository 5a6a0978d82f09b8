"""What signs the cache: a secret of the user's, kept away from the cache."""

from __future__ import annotations

import os
from collections.abc import Mapping

from miniport.blake import blake2b

VARIABLE = "MINIPORT_CACHE_KEY"
"""Holds the secret where there is no home to keep one in, or several machines share a cache."""


def secret(environ: Mapping[str, str], *, is_made: bool) -> bytes | None:
    """Return the secret, None where there is none; `is_made`: make one then, if that is possible."""
    told = environ.get(VARIABLE)
    if told:
        return blake2b(told.encode("utf-8", "surrogateescape"), digest_size=32).digest()
    file = _place(environ)
    if file is None:
        return None
    found = _read(file)
    if found is None and is_made:
        _write(file)
        found = _read(file)
    return found


def _place(environ: Mapping[str, str]) -> str | None:
    if os.name == "nt":
        home = environ.get("LOCALAPPDATA")
        return os.path.join(home, "miniport", "cache-key") if home else None
    home = environ.get("HOME")
    state = environ.get("XDG_STATE_HOME") or (os.path.join(home, ".local", "state") if home else "")
    return os.path.join(state, "miniport", "cache-key") if os.path.isabs(state) else None


def _read(file: str) -> bytes | None:
    try:
        with open(file, "rb") as opened:
            content = opened.read(33)
            found = os.fstat(opened.fileno())
    except OSError:
        return None
    is_own = os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & 0o077)
    return content if is_own and len(content) == 32 else None


def _write(file: str) -> None:
    """Make a secret; of two processes that do, the first one counts."""
    aside = f"{file}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
        handle = os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as opened:
            opened.write(os.urandom(32))
        try:
            os.link(aside, file)
        finally:
            os.unlink(aside)
    except OSError:
        return
