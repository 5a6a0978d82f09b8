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
from miniport.regex import regex
from miniport.syntax.attribute import camel
from miniport.syntax.expression_tree import names as names_in
from miniport.syntax.markup_tree import Markup, Property, mustaches, walk
from miniport.syntax.options import Option
from miniport.syntax.script_tree import Script

# `const { a, b } = this.props` names what it takes.
_PICKS = regex(r"\{[^{}.]*\}\s*=\s*this\.props\b")
_WORD = regex(r"[\w$]+")
_OF_PROPS = regex(r"\bprops\s*\??\.\s*([\w$]+)")
_TAKES_ALL = regex(r"\.props\s*(?:[,;)}\]]|\n|$)|\.\.\.\s*this\.props|this\.props\s*\[")


@frozen
class Known:
    """A component: the properties that it declares, the texts it is made of, and its slots.

    `slots` maps a slot's name to the values it hands over; None where not all are known. `defaults` says of
    which type the default of a property is, where that is a literal. `called`: the words of its scripts and
    of the expressions in its templates.
    """

    properties: frozenset[str]
    defaults: Mapping[str, str]
    called: frozenset[str]
    texts: tuple[str, ...]
    slots: Mapping[str, frozenset[str] | None]

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for text in self.texts for word in re.findall(r"[\w$-]+", text))

    def calls(self, name: str) -> bool:
        """Tell whether a component may call what its owner gives it under a name.

        An attribute of that name in its own template is another matter: it listens to an element there.
        """
        return name in self.properties or name in self.called

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
    group = options.entry("methods")
    own = frozenset(entry.name for entry in group.options.entries) if group and group.options else frozenset()
    called = _called(script, templates, scene, own)
    return Known(names, defaults, called, texts, _slots(templates))


def _called(script: File, templates: tuple[File, ...], scene: Scene, own: frozenset[str]) -> frozenset[str]:
    """Return the words of scripts and of expressions; of its own methods those asked of its props alone."""
    texts = [file.source.text for file in scripts(script, scene.facts.files) if file.source is not None]
    words = {word for text in texts for word in _WORD.findall(text)} - own
    for text in texts:
        words.update(_OF_PROPS.findall(text))
        words.update(word for picked in _PICKS.findall(text) for word in _WORD.findall(picked))
    for file in templates:
        for mustache in mustaches(file.tree) if isinstance(file.tree, Markup) else ():
            words.update(names_in(mustache.expression) if mustache.expression is not None else ())
    return frozenset(words)


def _kind(entry: Option, text: str) -> str:
    """Return of which type a value is, as far as its text tells."""
    written = text[entry.value.start : entry.value.end]
    if written in ("true", "false"):
        return "boolean"
    if entry.options is not None:
        # With a type it is meant as another dialect declares properties (MP758), and tells no default.
        return "object" if entry.options.entry("type") is None else ""
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
