"""White space beside a lone `{{ }}`: the value is a text then, whatever the expression gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from miniport import rules
from miniport.checks.value_kind import TYPE_WORDS
from miniport.diagnostics import Finding
from miniport.dialect import Dialect, Directive
from miniport.edit import Edit
from miniport.facts import Kind
from miniport.syntax.markup_tree import Attribute, DirectiveRole, Element, Mustache, Plain, Property
from miniport.targets.pack import TargetPack

_ALWAYS = {"so_en": ", and that is always true", "so_zh": "，而文本总为真"}
_LETTERS = {"so_en": ", and the loop goes over its characters", "so_zh": "，循环会逐个遍历其字符"}
_NO_WORD = {"so_en": ", and no word that {name} knows has a blank", "so_zh": "，而 {name} 的取值都不含空白"}
_STEERING: Mapping[Directive, Mapping[str, str]] = {
    Directive.IF: _ALWAYS,
    Directive.ELIF: _ALWAYS,
    Directive.FOR: _LETTERS,
}


def blanks(element: Element, dialect: Dialect, reader: TargetPack, *, is_custom: bool) -> Iterator[Finding]:
    """Yield each attribute that the platform itself reads, and that means another thing as a text."""
    for attribute in element.attributes:
        if len(attribute.parts) > 1 and _is_padded(attribute):
            so = _steering(attribute, dialect)
            if so is None and not is_custom and isinstance(attribute.role, Property):
                so = _of_element(element, attribute.role.name, dialect, reader)
            if so is not None:
                yield _told(attribute, so)


def padded_property(attribute: Attribute, kind: str | None) -> Finding | None:
    """Return the finding on a property that has a type by its default, if it is given a text."""
    if kind in (None, "text") or len(attribute.parts) < 2 or not _is_padded(attribute):
        return None
    english, chinese = TYPE_WORDS[str(kind)]
    so = {"so_en": f"; by its default it is {english}", "so_zh": f"，而它的默认值是{chinese}"}
    return _told(attribute, so)


def _is_padded(attribute: Attribute) -> bool:
    plain = [part for part in attribute.parts if isinstance(part, Plain)]
    return len(attribute.parts) - len(plain) == 1 and not any(part.text.strip() for part in plain)


def _steering(attribute: Attribute, dialect: Dialect) -> Mapping[str, str] | None:
    role = attribute.role
    if not isinstance(role, DirectiveRole) or role.directive in dialect.loose:
        return None
    return _STEERING.get(role.directive)


def _of_element(
    element: Element, name: str, dialect: Dialect, reader: TargetPack
) -> Mapping[str, str] | None:
    if name in dialect.booleans:
        return _ALWAYS
    fact = reader.index.get((Kind.COMPONENT, "", reader.neutral(Kind.COMPONENT, element.tag)))
    row = fact[0] if fact is not None and fact[0] else {}
    values = cast(Mapping[str, object], row.get("values") or {})
    return {key: text.format(name=name) for key, text in _NO_WORD.items()} if name in values else None


def _told(attribute: Attribute, so: Mapping[str, str]) -> Finding:
    part = next(part for part in attribute.parts if isinstance(part, Mustache))
    blank = [part.span for part in attribute.parts if isinstance(part, Plain)]
    finding = rules.BLANK_MAKES_TEXT.at(part.span, name=attribute.name, **so)
    return finding.cured(*(Edit(span, "", "repairs") for span in blank), is_safe=False)
