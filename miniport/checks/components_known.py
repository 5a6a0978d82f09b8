"""What the components of an app take: their properties, and the values their slots hand over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from miniport.analyze.app import File, Unit
from miniport.analyze.closure import drawn, is_whole
from miniport.checks.scene import Scene
from miniport.checks.script_closure import scripts
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.syntax.attribute import camel
from miniport.syntax.markup import Markup, Property, walk
from miniport.syntax.options import Option
from miniport.syntax.script import Script

# `const { a, b } = this.props` names what it takes.
_PICKS = re.compile(r"\{[^{}.]*\}\s*=\s*this\.props\b")
_TAKES_ALL = re.compile(r"\.props\s*(?:[,;)}\]]|\n|$)|\.\.\.\s*this\.props|this\.props\s*\[")


@frozen
class Known:
    """A component: the properties that it declares, the texts it is made of, and its slots.

    `slots` maps a slot's name to the values it hands over; None where not all are known. `defaults` says of
    which type the default of a property is, where that is a literal.
    """

    properties: frozenset[str]
    defaults: Mapping[str, str]
    texts: tuple[str, ...]
    slots: Mapping[str, frozenset[str] | None]

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for text in self.texts for word in re.findall(r"[\w$-]+", text))

    def speaks_of(self, name: str) -> bool:
        """Tell whether a component declares a property, or names it anywhere in its texts."""
        return bool({name, camel(name)} & (self.properties | self._words))


def known_of(scene: Scene) -> Mapping[PurePosixPath, Known]:
    """Return what is known of each component all of whose texts could be read."""
    found = ((unit.path, _known(unit, scene)) for unit in scene.facts.components)
    return {path: known for path, known in found if known is not None}


def _known(unit: Unit, scene: Scene) -> Known | None:
    script = scene.facts.file(unit.script)
    tree = script.tree if script is not None else None
    if script is None or not isinstance(tree, Script) or len(tree.registrations) != 1:
        return None
    options = tree.registrations[0].options
    props = options.entry("props") if options is not None else None
    if (
        options is None
        or options.is_open
        or (props is not None and (props.options is None or props.options.is_open))
    ):
        return None
    # Somebody who takes all of its props may read any of them.
    if _TAKES_ALL.search(_PICKS.sub("", tree.text)):
        return None
    templates = drawn(unit, scene.facts.files)
    if not templates or not all(is_whole(file) for file in templates):
        return None
    names = (
        frozenset(entry.name for entry in props.options.entries) if props and props.options else frozenset()
    )
    read = (*scripts(script, scene.facts.files), *templates)
    texts = tuple(file.source.text for file in read if file.source is not None)
    held = props.options.entries if props and props.options else ()
    defaults = {entry.name: kind for entry in held if (kind := _kind(entry, tree.text))}
    return Known(names, defaults, texts, _slots(templates))


def _kind(entry: Option, text: str) -> str:
    """Return of which type a value is, as far as its text tells."""
    written = text[entry.value.start : entry.value.end]
    if written in ("true", "false"):
        return "boolean"
    if entry.options is not None:
        return "object"
    if written.startswith("[") and written.endswith("]"):
        return "list"
    return "number" if re.fullmatch(r"-?\d[\d.]*", written) else ""


def _slots(templates: tuple[File, ...]) -> Mapping[str, frozenset[str] | None]:
    found: dict[str, frozenset[str] | None] = {}
    for file in templates:
        tree = file.tree
        for element in walk(tree) if isinstance(tree, Markup) else ():
            if element.tag != "slot":
                continue
            name = element.property("name")
            if name is not None and name.static is None:
                return {}
            key = (name.static or "") if name is not None else ""
            written = {each.name for each in element.attributes if isinstance(each.role, Property)} - {"name"}
            values = written | {camel(each) for each in written}
            before = found.get(key, frozenset())
            found[key] = before | values if before is not None else None
    return found
