"""Folders that we make in a project and that git is to leave alone."""

from __future__ import annotations

import os

IGNORED, _ALL = ".gitignore", "*\n"


def make_ignored(folder: str) -> None:
    """Make a folder where there is none, and what is around it; git is to ignore one that we made."""
    try:
        os.makedirs(folder)
    except FileExistsError:
        # Somebody else's folder: what git ignores there is not ours to say.
        return
    with open(os.path.join(folder, IGNORED), "x", encoding="utf-8") as file:
        file.write(_ALL)
