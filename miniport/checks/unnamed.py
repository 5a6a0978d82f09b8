"""What is known of tags that nobody names: components that are there, and files that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from miniport.analyze.app import Unit
from miniport.checks.scene import Scene
from miniport.dialect import FileKind
from miniport.posix import PurePosixPath
from miniport.project.files import Unreadable
from miniport.project.written import Written
from miniport.syntax.data import JsonDocument

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


def half_declared(scene: Scene) -> frozenset[PurePosixPath]:
    """Return the templates of which a JSON file that names components for them cannot be read."""
    facts = scene.facts
    if not any(found.rule.is_blocking for found in facts.diagnostics):
        return frozenset()
    unread = {unit.path for unit in facts.units if not _is_read(unit, scene)}
    drawn = scene.ground.drawn_by.items()
    return frozenset(path for path, units in drawn if any(unit.path in unread for unit in units))


def _is_read(unit: Unit, scene: Scene) -> bool:
    """Tell whether the names of a unit's components are known, as those of one without a JSON file are."""
    if unit.config_file is None:
        beside = scene.facts.project.files.entries(unit.path.parent)
        return f"{unit.path.name}.json" not in beside
    file = scene.facts.file(unit.config_file)
    value = file.tree.value if file is not None and isinstance(file.tree, JsonDocument) else None
    return isinstance(value, dict) and isinstance(value.get("usingComponents") or {}, dict)


def unreached_units(scene: Scene, word: str) -> Iterator[PurePosixPath]:
    """Yield the path of each template that nothing reaches beside a script that registers such a unit."""
    project, left = scene.facts.project, frozenset(scene.facts.unreached)
    dialect = project.reader.dialect
    template, script = dialect.suffix(FileKind.TEMPLATE), dialect.suffix(FileKind.SCRIPT)
    written = Written.of(reader.dialect for reader in project.readers)
    for path in sorted(path for path in left if path.suffix == template):
        unit = path.with_suffix("")
        names = written.names(unit.name + script, is_installed=False)
        if any(_registers(beside, word, scene) for name in names if (beside := unit.with_name(name)) in left):
            yield unit


def _registers(script: PurePosixPath, word: str, scene: Scene) -> bool:
    function = scene.facts.project.reader.dialect.registrations.get(word)
    try:
        text = scene.facts.project.files.read(script)
    except Unreadable:
        return False
    # With types in it a call may say of which: `Component<Props>({`.
    return function is not None and re.search(rf"\b{function}\s*[(<]".encode(), text) is not None


def _components(scene: Scene) -> Iterator[PurePosixPath]:
    """Yield the paths of the components that are used, and of what looks like one that is not."""
    yield from (unit.path for unit in scene.facts.components)
    yield from unreached_units(scene, "component")
