"""What the page shows of a project that is built again and again."""

from __future__ import annotations

from miniport.dev.reach import reached
from miniport.dev.rebuild import Rebuilt, Target
from miniport.dev.server import Preview
from miniport.dev.shown import shown
from miniport.dev.simulator import Simulator


class Screen:
    """A running preview that follows the rebuilds of a project."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._simulator = Simulator()

    def show(self, rebuilt: Rebuilt) -> None:
        """Show what a rebuild made, and what it found.

        What is shown as it was written comes first; the others have to be compiled for the simulator.
        """
        preview = self._preview
        is_good = bool(rebuilt.targets) and all(each.built.bundle for each in rebuilt.targets.values())
        preview.report(tuple(rebuilt.found()), is_good=is_good, seconds=rebuilt.seconds["total"])
        preview.use_hosts(reached(rebuilt.settings))
        for name, target in sorted(rebuilt.targets.items(), key=lambda item: _is_compiled(rebuilt, item[0])):
            if target.built.bundle and target.changed:
                self._show(name, target, rebuilt)

    def _show(self, name: str, target: Target, rebuilt: Rebuilt) -> None:
        compiled = self._simulator.preview
        found = shown(target.bundle, rebuilt.settings, rebuilt.packs[name], target.built.facts, compiled)
        if found is not None:
            self._preview.show(found, rebuilt.seconds["total"])


def _is_compiled(rebuilt: Rebuilt, name: str) -> bool:
    return rebuilt.packs[name].family != "web"
