"""What is worth its time in `check` and `pack` only."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.analyze.app import AppFacts
from miniport.diagnostics import Diagnostic
from miniport.targets.pack import TargetPack


def whole(facts: AppFacts, pack: TargetPack) -> Iterator[Diagnostic]:
    """Yield what the expensive checks find."""
    yield from ()
