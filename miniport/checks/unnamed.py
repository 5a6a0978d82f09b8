"""Components that are there, in files of their own, and that nobody names for the tag they are used by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.checks.scene import Scene
from miniport.dialect import FileKind
from miniport.posix import PurePosixPath
from miniport.project.files import Unreadable

_INDEX = "index"


def components_by_name(scene: Scene) -> Mapping[str, str]:
    """Return the app's components by what they are called, each as usingComponents names it.

    A name that several have is left out; what nothing uses is there, too.
    """
    found: dict[str, set[str]] = {}
    base = scene.facts.project.base
    for path in _components(scene):
        if path.is_relative_to(base):
            name = path.parent.name if path.name == _INDEX else path.name
            found.setdefault(name, set()).add(f"/{path.relative_to(base)}")
    return {name: paths.pop() for name, paths in found.items() if len(paths) == 1}


def registers(script: PurePosixPath, word: str, scene: Scene) -> bool:
    """Tell whether a script that nothing reaches registers a `page` or a `component`."""
    function = scene.facts.project.reader.dialect.registrations.get(word, "")
    try:
        return bool(function) and f"{function}(".encode() in scene.facts.project.files.read(script)
    except Unreadable:
        return False


def _components(scene: Scene) -> Iterator[PurePosixPath]:
    """Yield the paths of the components that are used, and of what looks like one that is not."""
    yield from (unit.path for unit in scene.facts.components)
    dialect, left = scene.facts.project.reader.dialect, frozenset(scene.facts.unreached)
    template, script = dialect.suffix(FileKind.TEMPLATE), dialect.suffix(FileKind.SCRIPT)
    for path in left:
        unit = path.with_name(path.name.removesuffix(template))
        beside = unit.with_name(unit.name + script)
        if unit != path and beside in left and registers(beside, "component", scene):
            yield unit
