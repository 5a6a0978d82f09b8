"""What the page shows of a project that is built again and again."""

from __future__ import annotations

from miniport.dev.reach import reached
from miniport.dev.rebuild import Made, Rebuilt, Target
from miniport.dev.server import Preview
from miniport.dev.shown import shown
from miniport.dev.simulator import Simulator


class Screen:
    """A running preview that follows the rebuilds of a project."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._simulator = Simulator()

    @property
    def address(self) -> str:
        """Return where the page is."""
        return self._preview.address

    def show(self, made: Made) -> None:
        """Show what a rebuild made."""
        self._preview.use_hosts(reached(made.settings))
        for name, target in made.targets.items():
            if target.built.bundle and target.changed:
                self._show(name, target, made)

    def report(self, rebuilt: Rebuilt) -> None:
        """Show what a rebuild found."""
        self._preview.use_hosts(reached(rebuilt.settings))
        self._preview.report(
            tuple(rebuilt.found()), is_good=rebuilt.is_good, seconds=rebuilt.seconds["total"]
        )

    def _show(self, name: str, target: Target, made: Made) -> None:
        facts = target.built.facts
        assert facts is not None
        found = shown(target.bundle, made.settings, made.packs[name], facts, self._simulator.preview)
        if found is not None:
            self._preview.show(found, made.seconds)
