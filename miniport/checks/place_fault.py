"""Elements that do nothing where they stand: parts of a form outside of one, fields without a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from miniport import rules
from miniport.analyze.app import UnitKind
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.facts import Kind
from miniport.syntax.markup_tree import Element, Event, Markup
from miniport.targets.pack import TargetPack

_FREE = frozenset(("block", "template", "slot", "include"))


def place_faults(scene: Scene) -> Iterator[Diagnostic]:
    """Yield each element of a page's own template that does nothing for what stands around it."""
    for unit in (*scene.facts.pages, *scene.facts.components):
        own = scene.own(unit.template, Markup)
        if own is None:
            continue
        file, tree = own
        reader = scene.facts.project.reader_of(file.path)
        custom = scene.facts.custom_tags.get(file.path, frozenset())
        is_page = unit.kind is UnitKind.PAGE
        for finding in _placed(tree, reader, custom, is_page=is_page):
            yield scene.placed(file, finding)


def _placed(
    markup: Markup, reader: TargetPack, custom: frozenset[str], *, is_page: bool
) -> Iterator[Finding]:
    pending: list[tuple[Element, tuple[Element, ...]]] = [
        (node, ()) for node in reversed(markup.nodes) if isinstance(node, Element)
    ]
    while pending:
        element, around = pending.pop()
        if element.tag == "template":
            continue
        row = _row(element, reader, custom)
        tags = [each.tag for each in around]
        # A component may stand in whatever its owner likes, and may draw what it is given anywhere.
        if is_page and not any(tag in custom for tag in tags):
            yield from _outside(element, row, tags)
            yield from _nameless(element, row, around)
        yield from _held(element, row, reader, custom)
        inside = (*around, element)
        pending += [(node, inside) for node in reversed(element.children) if isinstance(node, Element)]


def _row(element: Element, reader: TargetPack, custom: frozenset[str]) -> Mapping[str, object]:
    if element.tag in custom or element.name in custom:
        return {}
    fact = reader.index.get((Kind.COMPONENT, "", reader.neutral(Kind.COMPONENT, element.tag)))
    return fact[0] if fact is not None and fact[0] else {}


def _outside(element: Element, row: Mapping[str, object], tags: list[str]) -> Iterator[Finding]:
    """Yield an element, or an attribute of it, that wants another element around it."""
    for name, holder in cast(Mapping[str, str], row.get("inside") or {}).items():
        attribute = element.property(name) if name else None
        if holder in tags or (name and (attribute is None or not attribute.static)):
            continue
        at = attribute.name_span if attribute is not None else element.name_span
        what = attribute.name if attribute is not None else f"<{element.name}>"
        yield rules.OUTSIDE_OF_HOLDER.at(at, what=what, holder=holder)


def _nameless(element: Element, row: Mapping[str, object], around: tuple[Element, ...]) -> Iterator[Finding]:
    """Yield a field of a form whose value reaches nobody: it has no name, and nothing listens to it."""
    form = next((each for each in reversed(around) if each.tag == "form"), None)
    if form is None or not row.get("isField") or element.property("name") is not None:
        return
    listened = [each.role.name for each in form.attributes if isinstance(each.role, Event)]
    is_heard = any(isinstance(each.role, Event) for each in element.attributes)
    if "submit" in listened and not is_heard:
        yield rules.FIELD_WITHOUT_NAME.at(element.name_span, tag=element.name)


def _held(
    element: Element, row: Mapping[str, object], reader: TargetPack, custom: frozenset[str]
) -> Iterator[Finding]:
    """Yield each child of an element that draws only some."""
    if element.close_span is None:
        # Where it was never closed it holds by mistake what stands behind it; that is told.
        return
    wanted = cast(list[str], row.get("contains") or ())
    for child in element.children if wanted else ():
        is_free = isinstance(child, Element) and (child.tag in _FREE or child.tag in custom)
        if isinstance(child, Element) and child.tag not in wanted and not is_free:
            only = ", ".join(f"<{name}>" for name in wanted)
            what = {"what_en": f"that holds only texts and {only}", "what_zh": f"其中只能放文本和 {only}"}
            yield rules.ELEMENT_OUT_OF_PLACE.at(
                child.name_span, tag=child.tag, parent=element.tag, instead=wanted[0], **what
            )
