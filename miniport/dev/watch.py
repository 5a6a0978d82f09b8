"""Waking up when something in a folder may have changed; what did change is found out by looking."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

QUIET = 0.05
"""Seconds without an event after which a change counts as done: editors save in several steps."""

LONGEST = 0.3
"""Seconds after the first event when we look anyway."""

POLL = 1.0
"""Seconds between two looks where the system cannot tell us of every folder."""

MOST = 200
"""Watches, each of which costs a thread."""

# Reading a file is an event, too, and not one of these.
_EVENTS: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]

Key = tuple[str, bool]
"""A folder, and whether it is watched with all that lies below it."""


class Watch(FileSystemEventHandler):
    """Wakes whoever waits when something changes in the folders it follows."""

    def __init__(self, quiet: float = QUIET, longest: float = LONGEST) -> None:
        self._quiet = quiet
        self._longest = longest
        self._woken = threading.Event()
        self._first = 0.0
        self._last = 0.0
        self._watches: dict[Key, ObservedWatch] = {}
        self._is_blind = False
        self._observer = Observer()
        self._observer.start()

    def follow(self, folders: Iterable[Path], alone: Collection[Path]) -> None:
        """Watch these folders from now on, those that are not there by the one that would hold them."""
        wanted = keys(folders, alone)
        for key in self._watches.keys() - wanted:
            # A folder that is gone took its watch with it.
            with suppress(KeyError, OSError):
                self._observer.unschedule(self._watches.pop(key))
        self._is_blind = len(wanted) > MOST
        for folder, is_deep in sorted(wanted - self._watches.keys())[: MOST - len(self._watches)]:
            try:
                self._watches[folder, is_deep] = self._observer.schedule(
                    self, folder, recursive=is_deep, event_filter=_EVENTS
                )
            except OSError:
                # The system's limit, or a folder that has just gone.
                self._is_blind = True

    def wait(self, timeout: float | None = None) -> bool:
        """Sleep until something happened and all has been quiet for a moment; return whether it did.

        Where not every folder can be watched, also return after a second.
        """
        limit = min(POLL, timeout or POLL) if self._is_blind else timeout
        if not self._woken.wait(limit):
            return self._is_blind
        while (left := self._left()) > 0:
            time.sleep(left)
        self._woken.clear()
        self._first = 0.0
        return True

    def wake(self) -> None:
        """Wake whoever waits, as an event does."""
        moment = time.monotonic()
        self._first = self._first or moment
        self._last = moment
        self._woken.set()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake whoever waits."""
        self.wake()

    def close(self) -> None:
        """End watching."""
        self._observer.stop()
        self._observer.join()

    def _left(self) -> float:
        moment = time.monotonic()
        return min(self._last + self._quiet - moment, (self._first or moment) + self._longest - moment)


def keys(folders: Iterable[Path], alone: Collection[Path]) -> frozenset[Key]:
    """Return what has to be watched so that changes in some folders show.

    A folder that holds packages or a repository is watched by itself, so that their thousands of folders are
    left alone, and so are those named `alone`; any other one with all that lies below it.
    """
    real = {_standing(folder) for folder in folders}
    flat = {folder for folder in real if folder in alone or _is_crowded(folder)}
    deep = real - flat
    tops = {folder for folder in deep if not any(above in deep for above in folder.parents)}
    return frozenset((*((str(folder), False) for folder in flat), *((str(folder), True) for folder in tops)))


def _is_crowded(folder: Path) -> bool:
    if folder.name == "node_modules" or folder.parent.name == "node_modules" and folder.name.startswith("@"):
        return True
    return any((folder / name).exists() for name in ("node_modules", ".git"))


def _standing(folder: Path) -> Path:
    """Return a folder, or the nearest one above it that is there; links followed."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder.resolve()
