"""Values that a template asks for and nothing gives: asked for only, since data may come from anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import Unit
from miniport.analyze.closure import is_whole
from miniport.analyze.did_you_mean import near_words
from miniport.checks.scene import Scene
from miniport.checks.script_closure import scripts
from miniport.diagnostics import Diagnostic, Finding
from miniport.dialect import Directive
from miniport.rules.catalogue import meant
from miniport.syntax.expression import Name, walk_expression
from miniport.syntax.markup import DirectiveRole, Element, Markup, Mustache, Text
from miniport.syntax.script import Script

# What every template has: the language's own words, and what the platforms put into scope.
_GIVEN = frozenset(("undefined", "NaN", "Infinity", "Math", "JSON", "this", "$id", "$slots", "item", "index"))
_SCOPES = frozenset((Directive.FOR_ITEM, Directive.FOR_INDEX, Directive.SLOT_SCOPE))
_WORD = re.compile(r"[\w$]+")


def data_names(scene: Scene) -> Iterator[Diagnostic]:
    """Yield each name in a page's or component's own template that none of its texts speaks of."""
    wanted = scene.facts.project.settings.check.also
    if not any(rules.NOT_IN_DATA.code in meant(word) for word in wanted):
        return
    for unit in (*scene.facts.pages, *scene.facts.components):
        file = scene.facts.file(unit.template)
        tree = file.tree if file is not None else None
        if file is None or not isinstance(tree, Markup) or not scene.is_own(file.path) or not is_whole(file):
            continue
        spoken = _spoken(unit, scene)
        if spoken is not None:
            for finding in _unknown(tree, spoken):
                yield scene.placed(file, finding)


def _spoken(unit: Unit, scene: Scene) -> frozenset[str] | None:
    """Return every word of a unit's script and of what that imports; None where it is not known."""
    script = scene.facts.file(unit.script)
    tree = script.tree if script is not None else None
    if script is None or not isinstance(tree, Script) or not tree.registrations:
        return None
    texts = (file.source.text for file in scripts(script, scene.facts.files) if file.source is not None)
    return frozenset(word for text in texts for word in _WORD.findall(text))


def _unknown(markup: Markup, spoken: frozenset[str]) -> Iterator[Finding]:
    """Yield each name that stands for nothing, once."""
    told: set[str] = set()
    pending: list[tuple[object, frozenset[str]]] = [(node, _GIVEN) for node in reversed(markup.nodes)]
    modules = frozenset(name for node in markup.nodes if isinstance(node, Element) for name in _modules(node))
    while pending:
        node, scope = pending.pop()
        if isinstance(node, Element):
            # What a template holds sees only what it is given.
            if node.tag == "template" and node.property("name") is not None:
                continue
            inside = scope | _locals(node)
            pending += [(child, inside) for child in reversed(node.children)]
            parts = [part for attribute in node.attributes for part in attribute.parts]
        else:
            inside, parts = scope, list(node.parts) if isinstance(node, Text) else []
        for part in parts:
            if isinstance(part, Mustache) and part.expression is not None:
                for name in walk_expression(part.expression):
                    if isinstance(name, Name) and name.name not in inside | modules | spoken | told:
                        told.add(name.name)
                        near = near_words(name.name, spoken)
                        yield rules.NOT_IN_DATA.at(name.span.shift(part.inner.start), name=name.name, **near)


def _locals(element: Element) -> frozenset[str]:
    """Return the names that an element puts into the scope of what it holds, itself included."""
    found: set[str] = set()
    for attribute in element.attributes:
        role = attribute.role
        if isinstance(role, DirectiveRole) and role.directive in _SCOPES:
            found.update(_WORD.findall(attribute.static or ""))
    return frozenset(found)


def _modules(element: Element) -> Iterator[str]:
    name = element.property("name") or element.property("module")
    if "sjs" in element.tag or "wxs" in element.tag:
        yield from _WORD.findall((name.static or "") if name is not None else "")
