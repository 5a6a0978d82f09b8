"""What a template says of the page or component that draws it: methods, data, ids of other elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from miniport import rules
from miniport.analyze.app import File, Unit
from miniport.analyze.closure import drawn, is_whole
from miniport.analyze.did_you_mean import near_words
from miniport.analyze.method import Methods
from miniport.checks.scene import Scene, related
from miniport.diagnostics import Diagnostic, Finding, Related
from miniport.dialect import Directive
from miniport.facts import Kind
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.expression_tree import Name
from miniport.syntax.markup_tree import DirectiveRole, Element, Event, Markup, walk
from miniport.syntax.options import Option
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack

_CHOICES = frozenset((Directive.IF, Directive.ELIF, Directive.ELSE, Directive.FOR))
_NO_METHODS = frozenset(("data", "props", "methods", "mixins", "observers", "options", "events"))


def drawn_faults(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what is wrong between templates and the units that they draw, template by template."""
    for path, units in scene.drawn_by.items():
        own = scene.own(path, Markup)
        if own is None:
            continue
        file, tree = own
        yield from _references(scene, file, tree, units)
        if len(units) != 1:
            continue
        reader = scene.facts.project.reader_of(path)
        for element in walk(tree):
            for finding in (*_values(element, scene, units[0]), *_labels(element, scene, units[0], reader)):
                yield scene.placed(file, finding)
        yield from _ids(scene, file, tree, units[0])


def _references(scene: Scene, file: File, markup: Markup, units: tuple[Unit, ...]) -> Iterator[Diagnostic]:
    """Yield each `ref` that no method of the units receives."""
    had = [scene.methods[unit.path] for unit in units]
    for element in walk(markup):
        ref = element.directive(Directive.REF)
        name = (ref.static or "").strip() if ref is not None else ""
        if not name or ref is None or ref.value_span is None or any(each.may_have(name) for each in had):
            continue
        near = near_words(name, {name for each in had for name in each.names})
        finding = rules.REF_WITHOUT_METHOD.at(ref.value_span, name=name, **near)
        yield scene.placed(file, finding, *_registered(had))


def _registered(had: list[Methods]) -> Iterator[Related]:
    for each in had[:1]:
        if each.file is not None and each.at is not None:
            yield related(each.file, each.at, "the methods are registered here", "方法在此处注册")


def _values(element: Element, scene: Scene, unit: Unit) -> Iterator[Finding]:
    """Yield each event that asks data for what is the name of a method."""
    for attribute in element.attributes:
        part = attribute.mustache if isinstance(attribute.role, Event) else None
        if part is None or not isinstance(part.expression, Name) or attribute.value_span is None:
            continue
        name = part.expression.name
        had = scene.methods[unit.path]
        data = data_of(unit, scene, "data")
        is_value = data is None or name in data or name in (data_of(unit, scene, "props") or ())
        if not had.is_open and name in had.names - _NO_METHODS and not is_value:
            yield rules.HANDLER_AS_VALUE.at(attribute.value_span, event=attribute.name, name=name)


def data_of(unit: Unit, scene: Scene, group: str) -> Mapping[str, Option] | None:
    """Return the entries of an option (`data`, `props`) of a unit; None where they are not known."""
    file = scene.facts.file(unit.script)
    tree = file.tree if file is not None else None
    for registration in tree.registrations if isinstance(tree, Script) else ():
        options = registration.options
        if registration.word == unit.kind and options is not None and not options.is_open:
            held = options.entry(group)
            if held is None:
                return {}
            is_known = held.options is not None and not held.options.is_open
            return {e.name: e for e in held.options.entries} if is_known and held.options else None
    return None


def _labels(element: Element, scene: Scene, unit: Unit, reader: TargetPack) -> Iterator[Finding]:
    """Yield each list of objects of which nothing says what to show."""
    tag = reader.neutral(Kind.COMPONENT, element.tag)
    fact = reader.index.get((Kind.COMPONENT, "", tag))
    row = fact[0] if fact is not None and fact[0] else {}
    for name, label in cast(Mapping[str, str], row.get("labels") or {}).items():
        listed = element.property(name)
        part = listed.mustache if listed is not None else None
        if listed is None or part is None or element.property(label) is not None:
            continue
        word = part.expression.name if isinstance(part.expression, Name) else ""
        entry = (data_of(unit, scene, "data") or {}).get(word)
        if entry is not None and _holds_objects(entry, unit, scene) and listed.value_span is not None:
            said = {"tag": element.name, "name": listed.name, "label": label}
            yield rules.LIST_WITHOUT_LABEL.at(Span(listed.start, listed.end), **said)


def _holds_objects(entry: Option, unit: Unit, scene: Scene) -> bool:
    """Tell whether a value is a list that begins with an object, directly or by a constant's name."""
    file = scene.facts.file(unit.script)
    tree = file.tree if file is not None else None
    if not isinstance(tree, Script):
        return False
    if _OBJECTS.match(tree.text, entry.value.start, entry.value.end):
        return True
    name = tree.text[entry.value.start : entry.value.end]
    if not name.isidentifier():
        return False
    return re.search(rf"\bconst\s+{name}\s*=\s*\[\s*\{{", tree.text) is not None


_OBJECTS = regex(r"\[\s*\{")


def _ids(scene: Scene, file: File, markup: Markup, unit: Unit) -> Iterator[Diagnostic]:
    """Yield ids that stand twice where both are drawn, and labels for ids that no element has."""
    files = drawn(unit, scene.facts.files)
    trees = [each.tree for each in files]
    known: dict[str, Span] = {}
    for element, is_certain in _with_certainty(markup):
        attribute = element.property("id")
        if attribute is None or not attribute.static or attribute.value_span is None or not is_certain:
            continue
        name = attribute.static.strip()
        if name in known:
            finding = rules.ID_TWICE.at(attribute.value_span, name=name)
            yield scene.placed(file, finding, related(file, known[name], "it stands here", "首次出现于此"))
        known.setdefault(name, attribute.value_span)
    given = [each.property("id") for tree in trees if isinstance(tree, Markup) for each in walk(tree)]
    names = {each.static.strip() for each in given if each is not None and each.static}
    if any(each is not None and each.static is None for each in given) or not all(map(is_whole, files)):
        return
    for element in walk(markup):
        wanted = element.property("for") if element.tag == "label" else None
        name = (wanted.static or "").strip() if wanted is not None else ""
        if wanted is not None and name and name not in names and wanted.value_span is not None:
            finding = rules.LABEL_FOR_NOTHING.at(wanted.value_span, name=name, **near_words(name, names))
            yield scene.placed(file, finding)


def _with_certainty(markup: Markup) -> Iterator[tuple[Element, bool]]:
    """Yield every element, and whether it is drawn once whatever the data are."""
    pending = [(node, True) for node in reversed(markup.nodes) if isinstance(node, Element)]
    while pending:
        element, is_certain = pending.pop()
        steered = any(
            isinstance(each.role, DirectiveRole) and each.role.directive in _CHOICES
            for each in element.attributes
        )
        is_certain = is_certain and not steered and element.tag != "template"
        yield element, is_certain
        pending += [(node, is_certain) for node in reversed(element.children) if isinstance(node, Element)]
