"""A progress bar on a terminal, for what takes longer than a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from miniport.cli import system
from miniport.cli.words import say

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0
"""Seconds before the bar shows; rich is not loaded for anything quicker."""

Tell = Callable[[str, int, int], None]


@contextmanager
def progress(stream: TextIO, language: str, *, is_wanted: bool, label: str = "building") -> Iterator[Tell]:
    """Yield what the pipeline calls with (stage, done, total). The bar is gone when the block ends."""
    shown = _Shown(stream, say(language, label))
    wanted = is_wanted and system.is_watched(stream, system.environment())
    try:
        yield shown.tell if wanted else _nothing
    finally:
        shown.stop()


def _nothing(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


class _Shown:
    """The bar, once it is there."""

    def __init__(self, stream: TextIO, label: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.stream = stream
        self.label = label
        self.clock = clock
        self.started = clock()
        self.bar: Bar | None = None

    def tell(self, stage: str, done: int, total: int) -> None:
        """Show how far the build is."""
        if self.clock() - self.started < PATIENCE:
            return
        if self.bar is None:
            self.bar = self._start()
        self.bar.update(
            self.bar.task_ids[0], description=f"{self.label} {stage}", completed=done, total=total
        )

    def stop(self) -> None:
        """Take the bar away."""
        if self.bar is not None:
            self.bar.stop()

    def _start(self) -> Bar:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(file=self.stream),
            transient=True,
        )
        bar.add_task(self.label)
        bar.start()
        return bar
