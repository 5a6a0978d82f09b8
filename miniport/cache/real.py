"""Where folders stand, links followed."""

from __future__ import annotations

import os


def real(name: str, known: dict[str, str]) -> str:
    """Return where a folder stands, links followed; `known` is what was found so far, by name.

    One that is no link stands in the one above it, and that is looked at once for all that it holds.
    """
    found = known.get(name)
    if found is None:
        above, last = os.path.split(name)
        # There links are of several kinds, and one folder has several names.
        if os.name == "nt" or last in ("", ".", "..") or os.path.islink(name):
            found = os.path.realpath(name)
        else:
            found = os.path.join(real(above, known), last)
        known[name] = found
    return found
