"""Opening a file of the project in the user's editor, at a line."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import threading
from pathlib import Path

EDITORS = {
    "code": "code -g {file}:{line}:{column}",
    "cursor": "cursor -g {file}:{line}:{column}",
    "codium": "codium -g {file}:{line}:{column}",
    "zed": "zed {file}:{line}:{column}",
    "subl": "subl {file}:{line}:{column}",
    "idea": "idea --line {line} {file}",
    "webstorm": "webstorm --line {line} {file}",
    "gvim": "gvim +{line} {file}",
    "emacsclient": "emacsclient -n +{line}:{column} {file}",
}
"""Editors with a window of their own, and how each is told of a place."""


def command_of(wanted: str | None) -> str | None:
    """Return the command of an editor: as it was given, by its name, or the first one that is installed."""
    if wanted:
        return EDITORS.get(wanted, wanted if "{file}" in wanted else f"{wanted} {{file}}")
    named = Path(os.environ.get("VISUAL", "")).name
    names = (named, *EDITORS) if named in EDITORS else tuple(EDITORS)
    return next((EDITORS[name] for name in names if shutil.which(name)), None)


def open_at(command: str, file: Path, line: int, column: int) -> None:
    """Start the editor and do not wait for it. Raises OSError where it cannot be started."""
    # Split first, so that a file's name stays one word whatever it holds.
    words = [
        word.replace("{file}", str(file)).replace("{line}", str(line)).replace("{column}", str(column))
        for word in shlex.split(command)
    ]
    started = subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    # Somebody has to take note of its end.
    threading.Thread(target=started.wait, daemon=True).start()
