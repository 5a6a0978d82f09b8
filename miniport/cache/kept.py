"""The project's cache, opened; what is damaged is made anew, what belongs to others is left alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

from miniport.cache.secret import secret
from miniport.cache.store import FILE, Store, Unfit
from miniport.frozen import frozen


@frozen
class Opened:
    """A store, None where there can be none; `trouble` says what was wrong with the `file` that was there."""

    store: Store | None
    file: str
    trouble: str = ""


def opened(folder: str, environ: Mapping[str, str]) -> Opened:
    """Open the store of a folder for writing, and make it where it is not there."""
    file = os.path.join(folder, FILE)
    signed = secret(environ, is_made=True)
    if signed is None:
        return Opened(None, file)
    try:
        return Opened(Store(folder, signed), file)
    except Unfit as error:
        if not error.is_ours:
            return Opened(None, file, str(error))
        trouble = str(error)
    except OSError:
        return Opened(None, file)
    with suppress(OSError):
        os.unlink(file)
    try:
        return Opened(Store(folder, signed), file, trouble)
    except (Unfit, OSError):
        return Opened(None, file, trouble)
