"""The trace of a build, beside the cache."""

from __future__ import annotations

import os

from miniport.project.ignored import make_ignored

FILE = "timings.json"


def write_trace(folder: str, text: str) -> str:
    """Write a trace into the cache's folder and return where it is. Raises OSError."""
    make_ignored(folder)
    name = os.path.join(folder, FILE)
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)
    return name
