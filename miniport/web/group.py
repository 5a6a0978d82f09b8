"""What the children of an element are to a printer: texts, chains of conditions, single elements."""

from __future__ import annotations

from miniport.dialect import Directive
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.syntax.markup_tree import (
    Comment,
    DirectiveRole,
    Element,
    Event,
    Markup,
    Node,
    Part,
    Plain,
    Property,
    Text,
)

_SPACE = regex(r"[ \t\r\n]+")
_BLANKS = " \t\r\n"
_LINES = regex(r"[ \t\r]*\n[ \t\r\n]*")


@frozen
class Chain:
    """Elements of which at most one shows: if, elif, else."""

    elements: tuple[Element, ...]


@frozen
class Words:
    """A text that shows; white space is as the page shows it."""

    parts: tuple[Part, ...]


Group = Element | Chain | Words


def grouped(nodes: tuple[Node, ...]) -> list[Group]:
    """Return what shows of sibling nodes, in order.

    Comments show nothing. White space with a line break shows nothing at the edge of a text and one space
    inside it; so a text that is nothing else is left out.
    """
    groups: list[Group] = []
    is_open = False
    for node in nodes:
        match node:
            case Comment():
                continue
            case Text():
                parts = _trimmed(node.parts)
                if parts:
                    groups.append(Words(parts))
                    is_open = is_open and node.is_blank
            case Element():
                directive = condition(node)
                if directive in (Directive.ELIF, Directive.ELSE) and is_open:
                    _join(groups, node)
                else:
                    groups.append(Chain((node,)) if directive is not None else node)
                is_open = (
                    directive in (Directive.IF, Directive.ELIF) and node.directive(Directive.FOR) is None
                )
    return _without_edges(groups)


def with_breaks(groups: list[Group]) -> list[Group]:
    """Return what stands in a `text` element: there a backslash and an n of a template break the line.

    Source: the platform's own demo of the element (docs of component/text), looked at 2026-11-27.
    """
    return [
        Words(tuple(_broken(part) for part in group.parts)) if isinstance(group, Words) else group
        for group in groups
    ]


def _broken(part: Part) -> Part:
    return Plain(part.text.replace("\\n", "\n"), part.span) if isinstance(part, Plain) else part


def condition(element: Element) -> Directive | None:
    """Return the first of if, elif and else that an element has."""
    for attribute in element.attributes:
        if isinstance(attribute.role, DirectiveRole) and attribute.role.directive in _CONDITIONS:
            return attribute.role.directive
    return None


_CONDITIONS = frozenset({Directive.IF, Directive.ELIF, Directive.ELSE})


def _join(groups: list[Group], element: Element) -> None:
    """Put an elif or else to its chain; white space between them goes."""
    while not isinstance(last := groups.pop(), Chain):
        pass
    groups.append(Chain((*last.elements, element)))


def _trimmed(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    first = parts[0] if len(parts) == 1 else None
    # Most texts are what stands between the lines of two tags.
    if isinstance(first, Plain) and "\n" in first.text and not first.text.strip(_BLANKS):
        return ()
    kept: list[Part] = []
    for number, part in enumerate(parts):
        if not isinstance(part, Plain):
            kept.append(part)
            continue
        text = part.text
        if number == 0 and (found := _LINES.match(text)):
            text = text[found.end() :]
        if number == len(parts) - 1 and (stripped := text.rstrip(_BLANKS)) != text:
            text = stripped + ("" if "\n" in text[len(stripped) :] else " ")
        if text := _SPACE.sub(" ", text):
            kept.append(Plain(text, part.span))
    return tuple(kept)


def _is_space(group: Group) -> bool:
    return isinstance(group, Words) and all(
        isinstance(part, Plain) and part.text == " " for part in group.parts
    )


def _without_edges(groups: list[Group]) -> list[Group]:
    start, end = 0, len(groups)
    while start < end and _is_space(groups[start]):
        start += 1
    while end > start and _is_space(groups[end - 1]):
        end -= 1
    return groups[start:end]


def static_elements(markup: Markup, excluded: frozenset[str]) -> frozenset[int]:
    """Return the ids of the elements that look the same at every rendering, with all that is in them.

    `excluded` holds the names that are never among them: components, and tags that are no elements.
    """
    known: set[int] = set()
    # Children come after their parents in document order, so the reverse meets them first.
    for element in reversed(_elements(markup)):
        if element.name not in excluded and element.tag not in excluded and _is_static(element, known):
            known.add(id(element))
    return frozenset(known)


def _elements(markup: Markup) -> list[Element]:
    found = [node for node in markup.nodes if isinstance(node, Element)]
    at = 0
    while at < len(found):
        found.extend(child for child in found[at].children if isinstance(child, Element))
        at += 1
    return found


def _is_static(element: Element, known: set[int]) -> bool:
    for attribute in element.attributes:
        if isinstance(attribute.role, Event | DirectiveRole) or attribute.static is None:
            return False
        if not isinstance(attribute.role, Property):
            return False
    return all(
        id(child) in known
        if isinstance(child, Element)
        else isinstance(child, Comment) or all(isinstance(part, Plain) for part in child.parts)
        for child in element.children
    )
