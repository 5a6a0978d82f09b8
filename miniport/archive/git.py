"""Where the source of an archive stands in git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from miniport.archive.manifest import Commit
from miniport.posix import PurePosixPath

_QUIET = ("--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")


def commit_of(project: Path, skipped: Iterable[PurePosixPath]) -> Commit | None:
    """Return the commit of a project's folder; None where it is in no repository or git does not answer.

    `skipped`: folders of the project that do not count as changes: what was built.
    """
    head = _ask(project, "rev-parse", "--verify", "HEAD")
    if head is None:
        return None
    left_out = [f":(exclude,literal){path}" for path in skipped]
    changes = _ask(project, "status", "--porcelain", "--untracked-files=normal", "--", ".", *left_out)
    return None if changes is None else Commit(head, bool(changes))


def _ask(folder: Path, *command: str) -> str | None:
    # A variable that names another repository would make git answer for that one.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", *_QUIET, "-C", str(folder), *command],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            stdin=subprocess.DEVNULL,
            env={**kept, "LC_ALL": "C"},
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
