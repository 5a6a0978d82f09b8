"""What is worth its time in `check` and `pack` only."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.checks.asset import unused_assets
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic


def whole(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what the expensive checks find."""
    yield from unused_assets(scene)
