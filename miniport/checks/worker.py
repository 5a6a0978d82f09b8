"""Workers that a script makes, and those that app.json lists."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.did_you_mean import near_words
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.script_tree import Script

_MAKER = "createWorker"
_NAMED = regex(r"""\s*\(\s*(["'])([^"'\\\n]+)\1""")


def workers(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each worker that is made by a name which app.json does not list."""
    base = scene.facts.project.base
    known = frozenset(str(path.relative_to(base)) for path in scene.facts.workers)
    for file in scene.own_files():
        tree = file.tree
        if not isinstance(tree, Script):
            continue
        for place in _named(tree):
            name = tree.text[place.start : place.end]
            if name not in known:
                near = near_words(name, known)
                yield scene.placed(file, rules.WORKER_NOT_LISTED.at(place, worker=name, **near))


def _named(script: Script) -> Iterator[Span]:
    """Yield where a script writes the name of a worker that it makes."""
    for use in script.uses:
        found = _NAMED.match(script.text, use.span.end) if use.path == _MAKER else None
        if found is not None:
            yield Span(found.start(2), found.end(2))
