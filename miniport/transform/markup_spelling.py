"""A template in another dialect, as edits of the text it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.dialect import Dialect, Directive
from miniport.edit import Edit
from miniport.field import field
from miniport.frozen import frozen
from miniport.source import Span
from miniport.syntax.attribute import camel, classified
from miniport.syntax.expression_tree import Member, Name
from miniport.syntax.markup_tree import Attribute, DirectiveRole, Element, Event, Markup, Property, walk
from miniport.transform.markup_repair import repairs
from miniport.transform.markup_words import directive_name, event_name

_REASON = "markup"


@frozen
class Words:
    """What a text's own facts add to the two dialects.

    `words` maps the start of a name (tag, property, event) to the target's word for it. `custom_tags` are the
    tags, as written, that name components of the app.
    """

    words: Mapping[int, str] = field(default_factory=dict)
    custom_tags: frozenset[str] = frozenset()


NO_WORDS = Words()


def markup_edits(
    markup: Markup, text: str, dialects: tuple[Dialect, Dialect], words: Words = NO_WORDS
) -> Iterator[Edit]:
    """Respell a template of the first dialect in the second; nothing where both spell it the same.

    What the second has no spelling for stays as written. Requests for other files are left alone.
    """
    home, target = dialects
    speller = _Speller(text, home, target, words)
    keys: set[Span] = set()
    for element in walk(markup):
        yield from speller.element(element)
        if (edit := speller.key(element)) is not None:
            keys.add(edit.span)
            yield edit
    if home != target:
        tags = {element.name_span.start: speller.tag(element) for element in walk(markup)}
        yield from repairs(markup, text, tags, keys)


@frozen
class _Speller:
    text: str
    home: Dialect
    target: Dialect
    words: Words

    def tag(self, element: Element) -> str:
        """Return the tag of an element in the target."""
        if self._is_module(element):
            return self.target.module_tag.tag
        word = self.words.words.get(element.name_span.start, element.tag)
        return element.name if word == element.tag else word

    def element(self, element: Element) -> Iterator[Edit]:
        """Yield the edits of an element's own tags."""
        name = self.tag(element)
        if name != element.name:
            yield Edit(element.name_span, name, _REASON)
            if element.close_span is not None:
                start = element.close_span.start + len("</")
                yield Edit(Span(start, start + len(element.name)), name, _REASON)
        for attribute in self._lasting(element):
            written = self._attribute(attribute, element)
            if written is not None and written != attribute.name:
                yield Edit(attribute.name_span, written, _REASON)

    def key(self, element: Element) -> Edit | None:
        """Return the edit that turns `key="{{item.id}}"` into the directive that names a property."""
        attribute = element.directive(Directive.KEY_EXPRESSION)
        name = directive_name(DirectiveRole(Directive.KEY), self.target)
        if attribute is None or attribute.mustache is None or name is None or self._has_role(attribute):
            return None
        item = element.directive(Directive.FOR_ITEM)
        item_name = item.static if item is not None else "item"
        match attribute.mustache.expression:
            case Member(object=Name(name=found), name=key) if found == item_name:
                return Edit(attribute.span, f'{name}="{key}"', _REASON)
            case Name(name=found) if found == item_name:
                return Edit(attribute.span, f'{name}="*this"', _REASON)
        return None

    def _lasting(self, element: Element) -> Iterator[Attribute]:
        """Yield the attributes that stay: in another dialect the first of each name."""
        seen: set[str] = set()
        for attribute in element.attributes:
            if attribute.name not in seen or self.home == self.target:
                yield attribute
            seen.add(attribute.name)

    def _is_module(self, element: Element) -> bool:
        home, target = self.home.module_tag, self.target.module_tag
        # A body needs a file of its own where the target takes no inline modules.
        has_place = target.is_inline or not element.children
        return element.tag == home.tag and home != target and has_place

    def _attribute(self, attribute: Attribute, element: Element) -> str | None:
        word = self.words.words.get(attribute.name_span.start)
        match attribute.role:
            case Event(name=name) as role:
                is_same = word in (None, name) and self.home.events == self.target.events
                return None if is_same else event_name(role.listen, word or name, self.target)
            case DirectiveRole() as role:
                return None if self._has_role(attribute) else directive_name(role, self.target)
            case Property(name=name):
                if self._is_module(element):
                    home, target = self.home.module_tag, self.target.module_tag
                    return {home.source: target.source, home.name: target.name}.get(attribute.name)
                if element.name in self.words.custom_tags:
                    return self._component_property(attribute.name)
                return None if word == name else word

    def _has_role(self, attribute: Attribute) -> bool:
        return self.home == self.target or classified(attribute.name, self.target) == attribute.role

    def _component_property(self, name: str) -> str | None:
        # Not every dialect folds `my-prop` into `myProp`; all take the latter. Names of external classes are
        # no properties and stay.
        if self.home == self.target or name.startswith("aria-") or name.endswith("class"):
            return None
        return camel(name)
