"""Build, wait for a change, build again, for ever."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from miniport.cache.inputs import Changes
from miniport.dev.rebuild import Rebuilt, WarmProject
from miniport.dev.watch import Watch

Tell = Callable[[Rebuilt], None]
Attempt = Callable[[Callable[[], Rebuilt]], Rebuilt | None]
"""Calls a rebuild; what it raises is told, not passed on, and then there is no outcome."""


def run(project: WarmProject, watch: Watch, attempt: Attempt, tell: Tell) -> None:
    """Build a project, and build it again whenever it changes, until the process is interrupted."""
    changes: Changes | None = Changes()
    while True:
        while changes is not None:
            rebuilt = attempt(partial(project.rebuild, changes))
            if rebuilt is not None:
                tell(rebuilt)
            changes = None
            if rebuilt is None or rebuilt.is_whole:
                watch.follow(project.folders(), project.above())
                # What changed before its folder was watched woke nobody.
                changes = project.changes() or None
        watch.wait()
        changes = project.changes() or None
