"""What is put into a slot that the component does not have."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import Unit
from miniport.analyze.closure import drawn, is_whole
from miniport.analyze.did_you_mean import near_words
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic
from miniport.posix import PurePosixPath

# What the slot without a name is called where all of them are listed ($slots.$default).
_DEFAULT = "$default"


def slots(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each slot asked for that the component's templates do not draw."""
    known = _SlotsOf(scene)
    for path, units in scene.drawn_by.items():
        file = scene.facts.files[path]
        mentions = file.described.mentions if file.described is not None else None
        if mentions is None or not scene.is_own(path):
            continue
        for given in mentions.given:
            had = [known[place] for unit in units if (place := _component(given.member, unit, scene))]
            name = "" if given.name == _DEFAULT else given.name
            if had and all(names is not None and name not in names for names in had):
                near = near_words(given.name, {name for names in had if names for name in names})
                finding = rules.SLOT_NOT_THERE.at(given.span, tag=given.member, slot=given.name, **near)
                yield scene.placed(file, finding)


def _component(tag: str, unit: Unit, scene: Scene) -> PurePosixPath | None:
    return unit.components.get(tag) or scene.facts.app.components.get(tag)


class _SlotsOf(dict[PurePosixPath, frozenset[str] | None]):
    """The names of components' slots, each worked out when it is asked for."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene

    def __missing__(self, path: PurePosixPath) -> frozenset[str] | None:
        unit = self._scene.ground.components.get(path)
        found = self[path] = _slots(unit, self._scene) if unit is not None else None
        return found


def _slots(unit: Unit, scene: Scene) -> frozenset[str] | None:
    """Return the names of a component's slots; None where not all of them are known."""
    files = drawn(unit, scene.facts.files)
    if not files or files[0].path != unit.template:
        return None
    names: set[str] = set()
    for file in files:
        mentions = file.described.mentions if file.described is not None else None
        if mentions is None or mentions.has_open_slot or not is_whole(file):
            return None
        names.update(mentions.slots)
    return frozenset(names)
