"""How long the stages of a run take, one inside the other."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

from miniport.field import field
from miniport.frozen import frozen, mutable


@frozen(slots=True)
class Stage:
    """A stretch of work: nanoseconds from the start of the run, and how many stages it lies in.

    `of` says of what: a target, a file.
    """

    name: str
    of: str
    start: int
    end: int
    depth: int

    @property
    def milliseconds(self) -> float:
        """Return how long it took."""
        return (self.end - self.start) / 1e6


@mutable(eq=False)
class Clock:
    """Takes down stages in the order in which they end."""

    stages: list[Stage] = field(default_factory=list)
    _began: int = field(default_factory=time.perf_counter_ns)
    _depth: int = 0

    @contextmanager
    def stage(self, name: str, of: str = "") -> Iterator[None]:
        """Take down how long the block takes."""
        start = time.perf_counter_ns() - self._began
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            self.stages.append(Stage(name, of, start, time.perf_counter_ns() - self._began, self._depth))


class Stopped(Clock):
    """Takes down nothing."""

    @contextmanager
    def stage(self, name: str, of: str = "") -> Iterator[None]:
        """Do the block."""
        yield


STOPPED = Stopped()


def chrome_trace(stages: list[Stage]) -> str:
    """Return stages in the form that chrome://tracing and Perfetto read: complete events, in microseconds.

    Source: Trace Event Format, https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
    """
    events = [
        {
            "name": f"{stage.name} {stage.of}".rstrip(),
            "cat": stage.name,
            "ph": "X",
            "ts": stage.start / 1000,
            "dur": (stage.end - stage.start) / 1000,
            "pid": 1,
            "tid": 1,
        }
        for stage in sorted(stages, key=lambda stage: (stage.start, -stage.end))
    ]
    return json.dumps({"traceEvents": events, "displayTimeUnit": "ms"}, ensure_ascii=False) + "\n"
