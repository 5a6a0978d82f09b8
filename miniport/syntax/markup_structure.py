"""What is wrong with conditions among the children of one parent."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.diagnostics import Finding
from miniport.dialect import Directive
from miniport.regex import regex
from miniport.syntax.markup_tree import Attribute, Comment, DirectiveRole, Element, Node, Plain

_CONDITIONS = frozenset({Directive.IF, Directive.ELIF, Directive.ELSE})
_FOLLOWING = frozenset({Directive.ELIF, Directive.ELSE})


def condition_findings(nodes: tuple[Node, ...]) -> Iterator[Finding]:
    """Yield a finding for each else without an if before it, and for each second condition of an element."""
    levels = [nodes]
    while levels:
        level = levels.pop()
        is_open = False
        for node in level:
            if isinstance(node, Comment):
                continue
            if not isinstance(node, Element):
                is_open = is_open and node.is_blank
                continue
            if node.children:
                levels.append(node.children)
            conditions = _conditions(node)
            if not conditions:
                is_open = False
                continue
            yield from _of_element(node, conditions, is_open)
            is_open = conditions[0][0] is not Directive.ELSE


def loop_findings(attribute: Attribute) -> Iterator[Finding]:
    """Yield a finding where a loop is given a text: the platforms go over its characters."""
    role, parts = attribute.role, attribute.parts
    if isinstance(role, DirectiveRole) and role.directive is Directive.FOR and attribute.value_span:
        text = "".join(part.text for part in parts if isinstance(part, Plain))
        if text.strip() and all(isinstance(part, Plain) for part in parts):
            yield rules.LOOP_OVER_TEXT.at(
                attribute.value_span, name=attribute.name, value=text.strip(), cure=_braced(text)
            )


def truth_findings(attribute: Attribute) -> Iterator[Finding]:
    """Yield a finding where a condition is given a text: it is always true."""
    role, static = attribute.role, attribute.static
    is_condition = isinstance(role, DirectiveRole) and role.directive in (Directive.IF, Directive.ELIF)
    if is_condition and static and static.strip() and attribute.value_span:
        cure = f'{attribute.name}="{_braced(static)}"'
        yield rules.CONDITION_IS_TEXT.at(
            attribute.value_span, name=attribute.name, value=static.strip(), cure=cure
        )


def _braced(text: str) -> str:
    """Return a text as the expression that was probably meant: with two braces on either side."""
    meant = text.strip().strip("{}").strip()
    if any(meant.count(opened) != meant.count(closed) for opened, closed in ("()", "[]", "{}")):
        name = _NAME.search(meant)
        meant = name[0] if name is not None else meant
    return "{{" + meant + "}}"


_NAME = regex(r"[\w$][\w$.]*")


def _conditions(element: Element) -> list[tuple[Directive, Attribute]]:
    return [
        (attribute.role.directive, attribute)
        for attribute in element.attributes
        if isinstance(attribute.role, DirectiveRole) and attribute.role.directive in _CONDITIONS
    ]


def _of_element(
    element: Element, conditions: list[tuple[Directive, Attribute]], is_open: bool
) -> Iterator[Finding]:
    directive, attribute = conditions[0]
    if directive in _FOLLOWING and not is_open:
        yield rules.ELSE_WITHOUT_IF.at(attribute.name_span, name=attribute.name, tag=element.name)
    for other_directive, other in conditions[1:]:
        # The same one twice is a duplicate attribute, which has a finding of its own.
        if other_directive is not directive:
            yield rules.SEVERAL_CONDITIONS.at(other.name_span, name=other.name, tag=element.name)
