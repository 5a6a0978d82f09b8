"""Parts of one large value of a cache; it is read when the first of them is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from miniport.cache.secret import secret
from miniport.cache.store import Store, Unfit


class Apart:
    """A value of the cache in a folder."""

    def __init__(self, folder: str, key: str, environ: Mapping[str, str]) -> None:
        self._folder, self._key, self._environ = folder, key, environ

    def fetch(self, start: int, length: int) -> bytes:
        """Return bytes of the value, fewer where it ends before; nobody has looked whether they are ours."""
        return self._whole[start : start + length]

    # A place far inside of a value is no sooner found than all of it is read: sqlite goes page by page.
    @cached_property
    def _whole(self) -> bytes:
        signed = secret(self._environ, is_made=False)
        if signed is None:
            return b""
        try:
            store = Store(self._folder, signed, is_written=False, wait=0.5)
        except (Unfit, OSError):
            return b""
        try:
            return store.unsigned(self._key)
        finally:
            store.close()
