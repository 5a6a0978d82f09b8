"""Names of a theme that it gives no value."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.did_you_mean import near_words
from miniport.analyze.theme import Theme, theme, theme_file, variables
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic
from miniport.syntax.data import JsonDocument


def theme_values(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each `@name` of a bar that a scheme of the app's theme lacks."""
    known = theme(scene.facts)
    if known is None:
        return
    for unit in scene.units:
        file = scene.facts.file(unit.config_file)
        tree = file.tree if file is not None else None
        if file is None or not isinstance(tree, JsonDocument):
            continue
        for pointer, name in variables(unit):
            for scheme in _lacking(known, name):
                said = {"name": name, "scheme": scheme, "file": str(theme_file(scene.facts.app.config))}
                near = near_words(name, known.values[scheme])
                yield scene.placed(file, rules.THEME_VALUE_MISSING.at(tree.span(pointer), **said, **near))


def _lacking(known: Theme, name: str) -> Iterator[str]:
    schemes = known.values if known.follows else ("light",)
    return (scheme for scheme in schemes if name not in known.values[scheme])
