"""Files that were meant for one target, and whose names tell no target."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Place
from miniport.likeness import closest


def target_words(scene: Scene) -> Iterator[Diagnostic]:
    """Yield each file that nothing refers to, and that would stand for one that is there but for a slip."""
    facts = scene.facts
    known = sorted(facts.project.target_names | facts.project.file_words)
    for path in facts.unreached:
        stem, _, word = path.stem.rpartition(".")
        meant = closest(word, known) if stem and word not in known and scene.is_own(path) else None
        if meant is not None and path.with_name(stem + path.suffix) in facts.files:
            said = {"word": word, "near": meant, "name": f"{stem}.{meant}{path.suffix}"}
            yield Diagnostic(rules.TARGET_WORD_MISSPELT, said, Place(path), target=scene.pack.name)
