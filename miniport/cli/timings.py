"""Tell how long the stages of a build took."""

from __future__ import annotations

from collections.abc import Iterable

from miniport.cache.trace import write_trace
from miniport.cli import system
from miniport.cli.order import BuildOrder
from miniport.cli.words import say
from miniport.clock import Stage, chrome_trace
from miniport.frozen import mutable


@mutable
class Row:
    """All stages of one name, of one target: how often, and for how many milliseconds."""

    depth: int
    count: int = 0
    milliseconds: float = 0.0


def tell_timings(stages: list[Stage], order: BuildOrder, language: str) -> None:
    """Write a table to standard error, and a trace beside the cache."""
    for (name, of), row in rows(stages).items():
        label = f"{'  ' * row.depth}{name} {of}".rstrip()
        count = f" x {row.count}" if row.count > 1 else ""
        took = say(language, "timings.ms", value=row.milliseconds)
        system.emit(f"{label:<32}{took}{count}\n", system.err())
    file = write_trace(str(order.cache_folder), chrome_trace(stages))
    system.emit(say(language, "timings.trace", file=file) + "\n", system.err())


def rows(stages: Iterable[Stage]) -> dict[tuple[str, str], Row]:
    """Return the stages of a table, in the order in which they began; many of a kind are one row."""
    found: dict[tuple[str, str], Row] = {}
    for stage in sorted(stages, key=lambda stage: (stage.start, -stage.end)):
        of = "" if stage.name.startswith("parse ") else stage.of
        row = found.setdefault((stage.name, of), Row(stage.depth))
        row.count += 1
        row.milliseconds += stage.milliseconds
    return found
