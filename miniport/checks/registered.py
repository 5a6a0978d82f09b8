"""Scripts that register nothing, and components whose JSON does not say that they are such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.analyze.app import File, Unit, UnitKind
from miniport.analyze.describe import Described
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Place
from miniport.facts import Link
from miniport.posix import PurePosixPath
from miniport.source import Span
from miniport.syntax.data import JsonDocument
from miniport.syntax.script_tree import Script

_WORDS: Mapping[UnitKind, tuple[str, ...]] = {
    UnitKind.APP: ("app",),
    # Some platforms take a page that is registered as a component.
    UnitKind.PAGE: ("page", "component"),
    UnitKind.COMPONENT: ("component",),
}


def registered(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each unit that nothing registers, and each component that is not told to be one."""
    for unit in scene.units:
        file = scene.facts.file(unit.script)
        is_read = file is not None and file.source is not None and scene.is_own(file.path)
        if file is not None and is_read and not _may_register(file, _WORDS[unit.kind], scene.facts.files):
            yield _unregistered(unit, file, scene)
        if unit.kind is UnitKind.COMPONENT and scene.is_own(unit.path):
            yield from _untold(unit, scene)


def _unregistered(unit: Unit, file: File, scene: Scene) -> Diagnostic:
    from miniport.checks.kind_words import KIND_WORDS

    english, chinese = KIND_WORDS[unit.kind]
    function = file.dialect.registrations[unit.kind.value]
    arguments = {"function": function, "kind_en": english, "kind_zh": chinese}
    return Diagnostic(rules.NOT_REGISTERED, arguments, Place(file.path), target=scene.pack.name)


def _may_register(start: File, words: tuple[str, ...], files: Mapping[PurePosixPath, File]) -> bool:
    """Tell whether a script, or one that it leads to, mentions a function that registers such a unit."""
    seen: set[PurePosixPath] = set()
    pending = [start.path]
    while pending:
        path = pending.pop()
        file = files.get(path)
        if path in seen:
            continue
        seen.add(path)
        if file is None or file.described is None or _is_open(file, file.described, words):
            return True
        pending.extend(target for (link, _), target in file.resolved.items() if link is Link.SCRIPT)
    return False


def _is_open(file: File, described: Described, words: tuple[str, ...]) -> bool:
    """Tell whether a script registers such a unit itself, or may do so where it cannot be read."""
    tree = described.tree
    if (
        not isinstance(tree, Script)
        or tree.findings
        or any(each.word in words for each in tree.registrations)
    ):
        return True
    asked = (reference for reference in described.references if reference.link is Link.SCRIPT)
    return any((reference.link, reference.request) not in file.resolved for reference in asked)


def _untold(unit: Unit, scene: Scene) -> Iterator[Diagnostic]:
    told = unit.config.get("component")
    if told is True or unit.config_file is None:
        return
    file = scene.facts.files.get(unit.config_file)
    tree = file.tree if file is not None else None
    if file is None or not isinstance(tree, JsonDocument) or tree.value is None:
        return
    if told is None or told is False:
        at = tree.span(("component",)) if tree.has(("component",)) else Span(0, 1)
        yield scene.placed(file, rules.COMPONENT_UNTOLD.at(at))
