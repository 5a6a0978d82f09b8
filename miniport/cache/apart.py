"""Parts of one large value of a cache, read as they are asked for."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.cache.secret import secret
from miniport.cache.store import Store, Unfit


class Apart:
    """A value of the cache in a folder. Close it in the end."""

    def __init__(self, folder: str, key: str, environ: Mapping[str, str]) -> None:
        self._folder, self._key, self._environ = folder, key, environ
        self._store: Store | None = None

    def fetch(self, start: int, length: int) -> bytes:
        """Return bytes of the value, b"" where it has none there; nobody has looked whether they are ours."""
        store = self._store = self._store or self._opened()
        return store.part(self._key, start, length) if store is not None else b""

    def _opened(self) -> Store | None:
        signed = secret(self._environ, is_made=False)
        try:
            return Store(self._folder, signed, is_written=False, wait=0.5) if signed is not None else None
        except (Unfit, OSError):
            return None

    def close(self) -> None:
        """Close the cache, if it was opened."""
        if self._store is not None:
            self._store.close()
