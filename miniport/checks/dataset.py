"""What handlers read of `dataset` that no element which calls them has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.analyze.app import Unit
from miniport.analyze.closure import drawn, is_whole
from miniport.analyze.did_you_mean import near_words
from miniport.checks.reading import Reading, function_around
from miniport.checks.scene import Scene
from miniport.diagnostics import Finding
from miniport.dialect import Directive
from miniport.field import field
from miniport.frozen import mutable
from miniport.likeness import closest
from miniport.source import Span
from miniport.syntax.attribute import camel, kebab
from miniport.syntax.markup_tree import DirectiveRole, Element, Event, Markup, walk
from miniport.syntax.options import Option
from miniport.syntax.tree import span


@mutable
class Given:
    """The data of the elements that call one method; `is_open` where others may call it, too."""

    keys: set[str] = field(default_factory=set)
    is_open: bool = False


def datasets(reading: Reading, scene: Scene, unit: Unit, methods: Mapping[int, Option]) -> Iterator[Finding]:
    """Yield each key that a method reads of its event's dataset and that no element gives."""
    reads = list(_reads(reading, methods)) if reading.of("dataset") else []
    given = given_data(unit, scene) if reads else None
    for method, node_span, key in reads:
        found = given.get(method) if given is not None else None
        if found is None or found.is_open or key in found.keys or key.lower() in found.keys:
            continue
        like = closest(key, found.keys)
        near = near_words(f"data-{kebab(key)}", {f"data-{kebab(like)}"} if like is not None else ())
        said = {"method": method, "key": key, "attribute": f"data-{kebab(key)}"}
        yield rules.DATASET_NOT_GIVEN.at(node_span, **said, **near)


def _reads(reading: Reading, methods: Mapping[int, Option]) -> Iterator[tuple[str, Span, str]]:
    """Yield (method, place, key) of each `event.currentTarget.dataset.key` in a method."""
    for node in reading.of("dataset"):
        whole = node.parent
        around = function_around(node)
        outer = whole.parent if whole is not None else None
        if whole is None or around is None or around.start_byte not in methods or outer is None:
            continue
        target = reading.text(whole.child_by_field_name("object"))
        parameters = reading.text(around.child_by_field_name("parameters")).strip("() ")
        event = parameters.partition(",")[0].strip()
        if not event.isidentifier() or target not in (f"{event}.currentTarget", f"{event}.target"):
            continue
        method = methods[around.start_byte].name
        if outer.type == "member_expression" and outer.child_by_field_name("object") == whole:
            at = outer.child_by_field_name("property")
            if at is not None:
                yield method, Span(node.start_byte, at.end_byte), reading.text(at)
        elif outer.type == "variable_declarator" and outer.child_by_field_name("value") == whole:
            pattern = outer.child_by_field_name("name")
            for entry in pattern.named_children if pattern is not None else ():
                key = entry.child_by_field_name("key") if entry.type == "pair_pattern" else entry
                if key is not None and key.type in (
                    "property_identifier",
                    "shorthand_property_identifier_pattern",
                ):
                    yield method, span(key), reading.text(key)


def given_data(unit: Unit, scene: Scene) -> dict[str, Given] | None:
    """Return what the templates of a unit give its methods; None where not all is known."""
    found: dict[str, Given] = {}
    for file in drawn(unit, scene.facts.files):
        tree = file.tree
        if not isinstance(tree, Markup) or not is_whole(file):
            return None
        custom = scene.facts.custom_tags.get(file.path, frozenset())
        for element in walk(tree):
            for attribute in element.attributes:
                if isinstance(attribute.role, Event):
                    if attribute.static is None:
                        return None
                    entry = found.setdefault(attribute.static.strip(), Given())
                    # A component passes what it likes.
                    entry.is_open = entry.is_open or element.name in custom or element.tag in custom
                    entry.keys |= set(_data(element))
    return found


def _data(element: Element) -> Iterator[str]:
    for attribute in element.attributes:
        role = attribute.role
        if isinstance(role, DirectiveRole) and role.directive is Directive.DATA:
            yield camel(role.argument)
            yield role.argument.lower()
