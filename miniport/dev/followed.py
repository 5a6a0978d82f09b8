"""A folder that is looked at now and whenever something in it may have changed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from miniport.dev.watch import Watch


class Followed:
    """Calls `look` in a thread of its own until it is closed; the folder need not be there yet."""

    def __init__(self, folder: Path, look: Callable[[], object]) -> None:
        self._folder = folder
        self._look = look
        self._is_closed = False
        self._watch = Watch()
        self._watch.follow((folder,), self._alone())
        # What is wrong at the start is told before anything else is done.
        look()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End watching."""
        self._is_closed = True
        self._watch.wake()
        self._thread.join()
        self._watch.close()

    def _run(self) -> None:
        while True:
            self._watch.wait()
            if self._is_closed:
                return
            # A folder may go while it is read; that wakes us again.
            with suppress(OSError):
                self._watch.follow((self._folder,), self._alone())
                self._look()

    def _alone(self) -> frozenset[Path]:
        # Where the folder is not there, the one above it is watched, and not all that lies in that.
        return frozenset({self._folder.parent.resolve()})
