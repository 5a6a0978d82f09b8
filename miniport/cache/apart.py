"""Parts of one large value of a cache; each is read when something of it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from miniport.cache.secret import secret
from miniport.cache.store import PART, Store, Unfit


class Apart:
    """A value of the cache in a folder."""

    def __init__(self, folder: str, key: str, environ: Mapping[str, str]) -> None:
        self._folder, self._key, self._environ = folder, key, environ
        self._parts: dict[int, bytes] = {}

    def fetch(self, start: int, length: int) -> bytes:
        """Return bytes of the value, fewer where it ends before; nobody has looked whether they are ours."""
        first, last = start // PART, (start + length - 1) // PART
        found = b"".join(map(self._part, range(first, last + 1)))
        begin = start - first * PART
        return found[begin : begin + length]

    def _part(self, number: int) -> bytes:
        known = self._parts.get(number)
        if known is None:
            known = self._store.part(self._key, number) if self._store is not None else b""
            self._parts[number] = known
        return known

    @cached_property
    def _store(self) -> Store | None:
        signed = secret(self._environ, is_made=False)
        if signed is None:
            return None
        try:
            return Store(self._folder, signed, is_written=False, wait=0.5)
        except (Unfit, OSError):
            return None

    def close(self) -> None:
        """Read nothing more."""
        store = vars(self).pop("_store", None)
        if store is not None:
            store.close()
