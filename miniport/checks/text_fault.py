"""Texts of templates that are shown as they stand, and were meant as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from miniport import rules
from miniport.analyze.app import File, Unit
from miniport.checks.declaration import declared_in
from miniport.checks.drawn_fault import data_of
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.dialect import Directive
from miniport.facts import Kind, Link
from miniport.frozen import frozen
from miniport.likeness import closest
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.expression_tree import Assign, Update, walk_expression
from miniport.syntax.markup_tree import Attribute, Element, Markup, Mustache, Plain, Property, Text, walk
from miniport.syntax.script_tree import Script
from miniport.syntax.style_tree import PartKind, Style
from miniport.targets.pack import TargetPack

_SINGLE = regex(r"(?<![{$])\{\s*([A-Za-z_$][\w$]*)(?:\s*\.\s*[\w$]+|\[\w+\])*\s*\}(?!\})")
_ENTITY = regex(r"&(?:nbsp|ensp|emsp|lt|gt|amp|quot|apos|copy|#\d+);")
_WORD = regex(r"[\w-]+")
_ALIKE = 0.85
_LINKS = {"import": Link.TEMPLATE, "include": Link.INCLUDE}


def text_faults(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what is wrong with the texts of the project's own templates, file by file."""
    classes = _Classes(scene)
    for path, units in scene.drawn_by.items():
        own = scene.own(path, Markup)
        if own is None:
            continue
        file, tree = own
        known = _data(units, scene)
        for element in walk(tree):
            found = [*_texts(element, known), *_attributes(element), *_linked(element, file, scene)]
            found += classes.slips(element, units)
            for finding in found:
                yield scene.placed(file, finding)
    custom = frozenset(tag for tags in scene.facts.custom_tags.values() for tag in tags)
    for file in scene.own_files():
        if isinstance(file.tree, Style):
            reader = scene.facts.project.reader_of(file.path)
            for finding in classes.selectors(file.tree, reader, custom):
                yield scene.placed(file, finding)


def _data(units: tuple[Unit, ...], scene: Scene) -> frozenset[str]:
    groups = (data_of(unit, scene, group) for unit in units for group in ("data", "props"))
    return frozenset(name for group in groups if group is not None for name in group)


def _texts(element: Element, known: frozenset[str]) -> Iterator[Finding]:
    """Yield single braces around a name of the data, and signs that only some texts resolve."""
    is_decoding = element.property("decode") is not None
    parts = [part for child in element.children if isinstance(child, Text) for part in child.parts]
    for part in parts:
        if not isinstance(part, Plain):
            continue
        yield from _braces(part, known)
        for match in () if is_decoding else _ENTITY.finditer(part.text):
            yield rules.ENTITY_AS_TEXT.at(Span(*match.span()).shift(part.span.start), found=match[0])
    for attribute in element.attributes:
        for each in attribute.parts:
            if isinstance(each, Plain) and isinstance(attribute.role, Property):
                yield from _braces(each, known)


def _braces(part: Plain, known: frozenset[str]) -> Iterator[Finding]:
    for match in _SINGLE.finditer(part.text):
        if match[1] in known:
            at = Span(*match.span()).shift(part.span.start)
            yield rules.SINGLE_BRACES.at(at, found=match[0])


def _attributes(element: Element) -> Iterator[Finding]:
    for attribute in element.attributes:
        for part in attribute.parts:
            if isinstance(part, Mustache) and part.expression is not None:
                yield from _assigned(part)
    style = element.property("style")
    if style is not None and style.static and style.value_span is not None:
        yield from declared_in(style.static, style.value_span.start)
    for child in element.children:
        for part in child.parts if isinstance(child, Text) else ():
            if isinstance(part, Mustache) and part.expression is not None:
                yield from _assigned(part)
    data = element.property("data") if element.tag == "template" else None
    if data is not None and data.static and data.value_span is not None:
        yield rules.DATA_AS_TEXT.at(data.value_span, value=data.static)
    choice = element.directive(Directive.ELSE)
    if choice is not None and choice.value_span is not None and choice.mustache is not None:
        yield rules.ELSE_WITH_CONDITION.at(choice.value_span, name=choice.name)


def _assigned(part: Mustache) -> Iterator[Finding]:
    for node in walk_expression(part.expression) if part.expression is not None else ():
        if isinstance(node, Assign | Update):
            yield rules.ASSIGNS_IN_TEMPLATE.at(node.span.shift(part.inner.start))


def _linked(element: Element, file: File, scene: Scene) -> Iterator[Finding]:
    """Yield an import of a file without templates, and an include of one that draws nothing."""
    link, source = _LINKS.get(element.tag), element.property("src")
    if link is None or source is None or not source.static or source.value_span is None:
        return
    path = file.resolved.get((link, source.static))
    target = scene.facts.files.get(path) if path is not None else None
    tree = target.tree if target is not None else None
    mentions = target.described.mentions if target is not None and target.described is not None else None
    if path is None or not isinstance(tree, Markup) or mentions is None or tree.findings:
        return
    if link is Link.TEMPLATE and not mentions.defined:
        yield rules.IMPORTS_NOTHING.at(source.value_span, file=str(path))
    elif link is Link.INCLUDE and mentions.defined and not any(map(_is_drawn, tree.nodes)):
        yield rules.INCLUDES_NOTHING.at(source.value_span, file=str(path))


def _is_drawn(node: object) -> bool:
    if isinstance(node, Element):
        return not (node.tag in ("import", "import-sjs") or node.property("name") is not None)
    return isinstance(node, Text) and not node.is_blank


@frozen
class _Classes:
    """The classes that sheets define, and what speaks of them; each worked out when it is asked for."""

    scene: Scene

    @cached_property
    def _by_sheet(self) -> Mapping[PurePosixPath, frozenset[str]]:
        files = self.scene.facts.files.values()
        return {file.path: frozenset(_classes(file.tree)) for file in files if isinstance(file.tree, Style)}

    @cached_property
    def _defined(self) -> frozenset[str]:
        return frozenset(name for names in self._by_sheet.values() for name in names)

    @cached_property
    def _spoken(self) -> frozenset[str]:
        files = self.scene.facts.files.values()
        texts = (file.source.text for file in files if isinstance(file.tree, Script | Markup) and file.source)
        return frozenset(word for text in texts for word in _WORD.findall(text))

    @cached_property
    def _used(self) -> frozenset[str]:
        trees = [file.tree for file in self.scene.facts.files.values() if isinstance(file.tree, Markup)]
        given = [element.property("class") for tree in trees for element in walk(tree)]
        return frozenset(name for each in given if each is not None for name, _ in _tokens(each))

    def selectors(self, style: Style, reader: TargetPack, custom: frozenset[str]) -> Iterator[Finding]:
        """Yield each selector of an element that does not exist, where templates have a class of its name."""
        for rule in style.rules:
            for selector in rule.selectors:
                for part in (part for compound in selector.compounds for part in compound.parts):
                    is_open = part.kind is PartKind.TAG and not part.depth and part.name not in custom
                    if not is_open or part.name == "page" or reader.fact(Kind.COMPONENT, part.name):
                        continue
                    if part.name in self._used:
                        yield rules.DOT_MISSING.at(part.span, name=part.name)

    def slips(self, element: Element, units: tuple[Unit, ...]) -> Iterator[Finding]:
        """Yield each class of an element that no sheet has, where its own has one like it in vain."""
        attribute = element.property("class")
        style = units[0].style if len(units) == 1 else None
        sheet = self._by_sheet.get(style) if style is not None else None
        if attribute is None or not sheet:
            return
        for name, at in _tokens(attribute):
            near = _slip_of(name, sheet) if name not in self._defined else ""
            if near and near not in self._spoken:
                yield rules.CLASS_SLIP.at(at, name=name, near=near)


@lru_cache(maxsize=512)
def _slip_of(name: str, known: frozenset[str]) -> str:
    """Return the class that a name is a slip of the hand for: names of classes are families."""
    near = closest(name, known)
    if near is None or near.startswith(name):
        return ""
    # Imported where there is something to tell, which is rare.
    from difflib import SequenceMatcher

    return near if SequenceMatcher(None, name, near).ratio() > _ALIKE else ""


def _tokens(attribute: Attribute) -> Iterator[tuple[str, Span]]:
    """Yield each class that stands in plain text, and touches no expression."""
    for part in attribute.parts:
        if isinstance(part, Plain):
            for match in re.finditer(r"\S+", part.text):
                at = Span(*match.span()).shift(part.span.start)
                is_first = match.start() == 0 and part is not attribute.parts[0]
                is_last = match.end() == len(part.text) and part is not attribute.parts[-1]
                if not is_first and not is_last:
                    yield match[0], at


def _classes(style: Style) -> Iterator[str]:
    for rule in style.rules:
        for selector in rule.selectors:
            for compound in selector.compounds:
                yield from (part.name for part in compound.parts if part.kind is PartKind.CLASS)
