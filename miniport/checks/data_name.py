"""Values that a template asks for and nothing gives: asked for only, since data may come from anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import Unit
from miniport.analyze.closure import is_whole
from miniport.analyze.did_you_mean import meant_words, near_words
from miniport.checks.drawn_fault import data_of
from miniport.checks.free_name import free_names, module_names
from miniport.checks.scene import Scene
from miniport.checks.script_closure import scripts
from miniport.diagnostics import Diagnostic, Finding
from miniport.regex import regex
from miniport.rules.catalogue import meant
from miniport.syntax.markup_tree import Markup
from miniport.syntax.script_tree import Script

_WORD = regex(r"[\w$]+")


def data_names(scene: Scene) -> Iterator[Diagnostic]:
    """Yield each name in a page's or component's own template that none of its texts speaks of.

    Where nobody asks for all of them, only those that are nearly names of its data.
    """
    wanted = scene.facts.project.settings.check.also
    is_asked_for = any(rules.NOT_IN_DATA.code in meant(word) for word in wanted)
    for unit in (*scene.facts.pages, *scene.facts.components):
        own = scene.own(unit.template, Markup)
        if own is None or not is_whole(own[0]):
            continue
        file, tree = own
        modules = frozenset(name for name, _ in module_names(tree, file.dialect))
        found = _unknown(tree, unit, scene, modules) if is_asked_for else _slips(tree, unit, scene, modules)
        for finding in found:
            yield scene.placed(file, finding)


def _texts(unit: Unit, scene: Scene) -> tuple[str, ...]:
    """Return the text of a unit's script and of what that imports; none where it is not known."""
    script = scene.facts.file(unit.script)
    tree = script.tree if script is not None else None
    if script is None or not isinstance(tree, Script) or not tree.registrations:
        return ()
    return tuple(file.source.text for file in scripts(script, scene.facts.files) if file.source is not None)


def _slips(markup: Markup, unit: Unit, scene: Scene, modules: frozenset[str]) -> Iterator[Finding]:
    """Yield each name that is a slip of one of the data, or of what the loop around it has renamed."""
    entries = [data_of(unit, scene, group) for group in ("data", "props")]
    known = {name for each in entries if each is not None for name in each}
    is_known = all(each is not None for each in entries)
    told = set(modules | known)
    texts: tuple[str, ...] | None = None
    for each in free_names(markup.nodes):
        if each.name in told:
            continue
        if texts is None:
            texts = _texts(unit, scene)
        if not texts or any(each.name in text for text in texts):
            # Whatever a script speaks of it may give.
            told.add(each.name)
            continue
        near = meant_words(each.meant) if each.meant and is_known else near_words(each.name, known)
        if near["near_en"]:
            told.add(each.name)
            yield rules.DATA_NAME_SLIP.at(each.span, name=each.name, **near)


def _unknown(markup: Markup, unit: Unit, scene: Scene, modules: frozenset[str]) -> Iterator[Finding]:
    """Yield each name that stands for nothing, once."""
    texts = _texts(unit, scene)
    spoken = frozenset(word for text in texts for word in _WORD.findall(text))
    told: set[str] = set()
    if not texts:
        return
    for each in free_names(markup.nodes):
        if each.name not in modules | spoken | told:
            told.add(each.name)
            yield rules.NOT_IN_DATA.at(each.span, name=each.name, **near_words(each.name, spoken))
