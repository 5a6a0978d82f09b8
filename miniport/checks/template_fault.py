"""What templates say that nothing answers: values of slots, properties of components, places of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import File, Unit
from miniport.analyze.did_you_mean import NOT_NEAR, near_words
from miniport.checks.blank import padded_property
from miniport.checks.components_known import Known, known_of
from miniport.checks.element_fault import element_faults
from miniport.checks.scene import Scene
from miniport.checks.value_kind import TYPE_WORDS
from miniport.diagnostics import Diagnostic, Finding
from miniport.dialect import Directive
from miniport.facts import Kind
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.expression_tree import Literal, Member, Name, walk_expression
from miniport.syntax.markup_tree import Attribute, Element, Event, Markup, Mustache, Property, Text, walk
from miniport.targets.pack import TargetPack

_NOTHING_ITSELF = frozenset(("block", "template"))
# What may stand anywhere: it is nothing itself, or nobody knows what it draws.
_ANYWHERE = frozenset(("block", "template", "slot", "include", "import", "import-sjs", "wxs"))
# Attributes that are not a component's to read.
_OF_ALL = frozenset(("class", "style", "id", "hidden", "key", "slot", "ref", "is", "name", "class-name"))
_PICTURE = regex(r"/[\w./@-]+\.(?:png|jpe?g|gif|svg|webp)", re.IGNORECASE)


def template_faults(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what is wrong in the project's own templates, file by file."""
    components = known_of(scene)
    for path, units in scene.drawn_by.items():
        own = scene.own(path, Markup)
        if own is None:
            continue
        file, tree = own
        reader = scene.facts.project.reader_of(path)
        custom = scene.facts.custom_tags.get(path, frozenset())
        found = [*_twice(file), *_places(tree, reader, custom)]
        found += element_faults(tree, file.dialect, reader, custom)
        for element in walk(tree):
            found += _slotted(element, reader)
            found += _pictures(element, scene)
            known = [components.get(place) for unit in units if (place := _component(element, unit, scene))]
            if known and len(known) == len(units) and all(each is not None for each in known):
                all_known = [each for each in known if each is not None]
                found += _properties(element, all_known)
                found += _events(element, all_known)
                found += _types(element, all_known)
                found += _slot_values(element, all_known)
        for finding in found:
            yield scene.placed(file, finding)


def _component(element: Element, unit: Unit, scene: Scene) -> PurePosixPath | None:
    return unit.components.get(element.name) or scene.facts.app.components.get(element.name)


def _twice(file: File) -> Iterator[Finding]:
    mentions = file.described.mentions if file.described is not None else None
    seen: set[str] = set()
    for each in mentions.defined if mentions is not None else ():
        if each.name in seen:
            yield rules.TEMPLATE_TWICE.at(each.span, name=each.name)
        seen.add(each.name)


def _slotted(element: Element, reader: TargetPack) -> Iterator[Finding]:
    slot = element.directive(Directive.SLOT)
    if slot is not None and element.tag in _NOTHING_ITSELF and not reader.language.has_slot_on_block:
        yield rules.SLOT_ON_BLOCK.at(element.name_span, tag=element.tag)


def _places(markup: Markup, reader: TargetPack, custom: frozenset[str]) -> Iterator[Finding]:
    """Yield each element that stands where its platform draws nothing of it."""
    held = {tag: holds for tag in reader.names(Kind.COMPONENT) if (holds := _holds(tag, reader))}
    if not held:
        return
    holders = {child: tag for tag, child in held.items()}
    free = _ANYWHERE | {tag.lower() for tag in custom}
    pending: list[tuple[Element, str]] = [
        (node, "") for node in reversed(markup.nodes) if isinstance(node, Element)
    ]
    while pending:
        element, parent = pending.pop()
        tag = element.tag
        wanted, holder = held.get(parent), holders.get(tag)
        if wanted is not None and tag != wanted and tag not in free:
            what = {"what_en": f"that holds only <{wanted}>", "what_zh": f"其中只能放 <{wanted}>"}
            said = {"tag": tag, "parent": parent, "instead": wanted}
            yield rules.ELEMENT_OUT_OF_PLACE.at(element.name_span, **said, **what)
        elif holder is not None and parent not in ("", holder) and parent not in free:
            what = {"what_en": f"only <{holder}> shows it", "what_zh": f"只有 <{holder}> 会显示它"}
            said = {"tag": tag, "parent": parent, "instead": holder}
            yield rules.ELEMENT_OUT_OF_PLACE.at(element.name_span, **said, **what)
        # A block is nothing itself: what it holds stands where it does.
        around = parent if tag == "block" else tag
        pending += [(node, around) for node in reversed(element.children) if isinstance(node, Element)]


def _holds(tag: str, reader: TargetPack) -> str:
    fact = reader.index.get((Kind.COMPONENT, "", tag))
    return str(fact[0].get("holds") or "") if fact is not None and fact[0] else ""


def _properties(element: Element, known: list[Known]) -> Iterator[Finding]:
    for attribute in element.attributes:
        if not isinstance(attribute.role, Property) or attribute.name in _OF_ALL:
            continue
        if not any(each.speaks_of(attribute.name) for each in known):
            names = {name for each in known for name in each.properties}
            said = {"tag": element.name, "name": attribute.name}
            yield rules.PROPERTY_UNKNOWN.at(attribute.name_span, **said, **near_words(attribute.name, names))


def _events(element: Element, known: list[Known]) -> Iterator[Finding]:
    """Yield each event that the component never tells of."""
    for attribute in element.attributes:
        if isinstance(attribute.role, Event) and not any(each.calls(attribute.name) for each in known):
            names = {name for each in known for name in each.properties}
            said = {"tag": element.name, "name": attribute.name}
            yield rules.EVENT_NOT_CALLED.at(attribute.name_span, **said, **near_words(attribute.name, names))


def _types(element: Element, known: list[Known]) -> Iterator[Finding]:
    """Yield each plain text for a property that is of another type, and means another thing as a text."""
    for attribute in element.attributes:
        value, at = attribute.static, attribute.value_span
        if not isinstance(attribute.role, Property) or value == "" or at is None:
            continue
        types = {each.defaults.get(attribute.name) for each in known}
        kind = types.pop() if len(types) == 1 else None
        if value is None:
            padded = padded_property(attribute, kind)
            if padded is not None:
                yield padded
            continue
        if kind is None or (kind == "boolean" and value == "true"):
            continue
        english, chinese = TYPE_WORDS[kind]
        said = {"tag": element.name, "name": attribute.name, "value": value}
        said |= _value(value, english, chinese)
        yield rules.PROPERTY_TYPE.at(at, **said, wanted_en=english, wanted_zh=chinese)


_LITERAL = regex(r"true|false|null|-?\d+(?:\.\d+)?|\[[^{}]*\]")


def _value(text: str, english: str, chinese: str) -> dict[str, str]:
    """Return how a text is written as a value: itself where it is one, else a gap for one."""
    if _LITERAL.fullmatch(text):
        return {"written": text, "more_en": "", "more_zh": ""}
    return {"written": "…", "more_en": f", with {english}", "more_zh": f"，其中为{chinese}"}


def _slot_values(element: Element, known: list[Known]) -> Iterator[Finding]:
    for child in element.children:
        scope = child.directive(Directive.SLOT_SCOPE) if isinstance(child, Element) else None
        if not isinstance(child, Element) or scope is None or not scope.static:
            continue
        slot = child.directive(Directive.SLOT)
        name = slot.static if slot is not None else ""
        given = [each.slots.get(name) if name is not None else None for each in known]
        if any(values is None for values in given):
            continue
        values = frozenset[str]().union(*(each for each in given if each is not None))
        for member, at in _members(child, scope.static):
            if member not in values:
                said = {"tag": element.name, "name": member, **near_words(member, values)}
                yield rules.SLOT_VALUE_MISSING.at(at, **said)


def _members(element: Element, name: str) -> Iterator[tuple[str, Span]]:
    """Yield the members that an element's expressions ask of a name, each with its place."""
    for mustache in _mustaches(element):
        for node in walk_expression(mustache.expression) if mustache.expression is not None else ():
            if isinstance(node, Member) and isinstance(node.object, Name) and node.object.name == name:
                yield node.name, node.span.shift(mustache.inner.start)


def _mustaches(element: Element) -> Iterator[Mustache]:
    pending: list[object] = [element]
    while pending:
        node = pending.pop()
        if isinstance(node, Element):
            pending += reversed(node.children)
            for attribute in node.attributes:
                yield from (part for part in attribute.parts if isinstance(part, Mustache))
        elif isinstance(node, Text):
            yield from (part for part in node.parts if isinstance(part, Mustache))


def _pictures(element: Element, scene: Scene) -> Iterator[Finding]:
    """Yield each picture that an expression may choose, by its whole path, and that is not there."""
    for attribute in element.attributes:
        if isinstance(attribute.role, Property) and attribute.role.name == "src":
            yield from _chosen(attribute, scene)


def _chosen(attribute: Attribute, scene: Scene) -> Iterator[Finding]:
    part = attribute.mustache
    for node in walk_expression(part.expression) if part is not None and part.expression is not None else ():
        if not isinstance(node, Literal) or part is None or node.raw[:1] not in ("'", '"'):
            continue
        request = node.raw[1:-1]
        path = scene.facts.project.base / request.lstrip("/")
        if _PICTURE.fullmatch(request) and path not in scene.facts.assets and not _is_there(path, scene):
            at = part.inner.start + node.span.start + 1
            yield rules.MISSING_ASSET.at(Span(at, at + len(request)), request=request, **NOT_NEAR)


def _is_there(path: PurePosixPath, scene: Scene) -> bool:
    files = scene.facts.project.files
    return files.entries(path.parent).get(path.name) is False
