"""Events that call a method which no page or component that draws the template has."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import File
from miniport.analyze.did_you_mean import near_words
from miniport.analyze.mention import Mention
from miniport.checks.scene import Scene, related
from miniport.diagnostics import Diagnostic


def handlers(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each event that nothing can answer."""
    for path, units in scene.drawn_by.items():
        file = scene.facts.files[path]
        mentions = file.described.mentions if file.described is not None else None
        if mentions is None or not scene.is_own(path):
            continue
        # What one of them lacks another may have: a shared template may name methods of either.
        had = [scene.methods[unit.path] for unit in units]
        for handler in mentions.handlers:
            if not any(each.may_have(handler.name.strip()) for each in had):
                yield _missing(scene, file, handler)


def _missing(scene: Scene, file: File, handler: Mention) -> Diagnostic:
    had = [scene.methods[unit.path] for unit in scene.drawn_by[file.path]]
    near = near_words(handler.name.strip(), {name for each in had for name in each.names})
    finding = rules.MISSING_HANDLER.at(handler.span, name=handler.name, event=handler.member, **near)
    places = [
        related(each.file, each.at, "the methods are registered here", "方法在此处注册")
        for each in had[:1]
        if each.file is not None and each.at is not None
    ]
    return scene.placed(file, finding, *places)
