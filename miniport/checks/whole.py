"""What is worth its time in `check` and `pack` only."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.checks.asset import unused_assets
from miniport.checks.condition import conditions
from miniport.checks.modern import modern
from miniport.checks.module import modules
from miniport.checks.scene import Scene
from miniport.checks.set_data import data_changes
from miniport.diagnostics import Diagnostic


def whole(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what the expensive checks find."""
    for look in (unused_assets, data_changes, modern, modules, conditions):
        yield from look(scene)
