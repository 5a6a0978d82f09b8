"""The way from the modules of a frame's script to the files that the user wrote."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from miniport.analyze.app import AppFacts
from miniport.analyze.place import places
from miniport.field import field
from miniport.frozen import frozen
from miniport.pipeline import BuildRequest, build
from miniport.project.files import DiskFiles, workspace_root
from miniport.project.find import absolute
from miniport.project.settings import Settings
from miniport.targets.pack import TargetPack
from miniport.transform.layout import layout
from miniport.transform.project_file import keeps_project_file

Names = Mapping[str, str]


@frozen
class WayBack:
    """The user's files by what a frame calls them: a module's id without its slash, and a source's path."""

    by_module: Names = field(default_factory=dict)
    by_source: Names = field(default_factory=dict)


def way_back(facts: AppFacts, pack: TargetPack, simulated: AppFacts | None) -> WayBack:
    """Return the way back of a frame; `simulated` are the facts of a bundle that was compiled once more."""
    if simulated is None:
        return WayBack(by_module=_at_the_root(facts, {}))
    emitted = _emitted(facts, pack)
    return WayBack(_at_the_root(simulated, emitted), emitted)


def found_again(project: Path, settings: Settings, pack: TargetPack, simulated: AppFacts | None) -> WayBack:
    """Return the way back of a bundle that was built before, by what its project is now."""
    files = DiskFiles(workspace_root(absolute(project)), absolute(project))
    made = build(BuildRequest(files, settings, (pack,))).targets
    facts = made[0].facts if made else None
    return way_back(facts, pack, simulated) if facts is not None else WayBack()


def _at_the_root(facts: AppFacts, known: Names) -> Names:
    at = places(facts, facts.project.base)
    own = ((at.place(file.path), str(file.origin)) for file in facts.files.values())
    return {str(place): known.get(path, path) for place, path in own}


def _emitted(facts: AppFacts, pack: TargetPack) -> Names:
    at = layout(facts, pack.dialect, keeps_project_file=keeps_project_file(facts, pack))
    return {str(place): str(file.origin) for file in facts.files.values() for place in at.every(file.path)}
