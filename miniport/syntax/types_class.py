"""Classes without what only types need: modifiers, declared members, parameter properties, decorators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from miniport.edit import Edit, apply
from miniport.source import Span
from miniport.syntax.tree import span
from miniport.syntax.types_erased import Erased
from miniport.syntax.types_text import REASON, blank, field, following, has_token, put, text_of, type_end

if TYPE_CHECKING:
    from tree_sitter import Node

_MODIFIERS = ("accessibility_modifier", "override_modifier", "readonly", "abstract", "declare")
_PROPERTY = ("accessibility_modifier", "override_modifier", "readonly")


def member_edits(text: str, node: Node) -> Iterator[Edit]:
    """Yield the edits of one member of a class body: a field, a method or what only declares one."""
    if node.type not in ("public_field_definition", "method_definition"):
        yield blank(text, span(node), ";")
        return
    if has_token(node, "declare", "abstract"):
        yield blank(text, span(node), ";")
        return
    yield from _modifiers(text, node)
    for child in node.children:
        if child.type in ("?", "!"):
            yield blank(text, span(child))
    annotation = field(node, "type")
    if annotation is not None:
        end = type_end(text, annotation.named_children[-1])
        mark, is_next_line = following(text, end)
        # A field called `get` or `static` would take the next member for its own.
        is_hazard = field(node, "value") is None and is_next_line and mark not in (";", "}")
        yield blank(text, Span(annotation.start_byte, end), ";" if is_hazard else "")
    name, parameters = field(node, "name"), field(node, "parameters")
    if node.type == "method_definition" and name is not None and text_of(text, name) == "constructor":
        yield from _parameter_properties(text, parameters, field(node, "body"))


def _modifiers(text: str, node: Node) -> Iterator[Edit]:
    found = [child for child in node.children if child.type in _MODIFIERS]
    rest = [child for child in node.children if child.type not in (*_MODIFIERS, "decorator", "comment")]
    # A field above without its semicolon would run on.
    is_first = bool(found) and bool(rest) and found[0].start_byte < rest[0].start_byte
    is_hazard = is_first and text[rest[0].start_byte] in "[*"
    for at, child in enumerate(found):
        yield blank(text, span(child), ";" if is_hazard and at == 0 else "")


def parameter_edits(text: str, node: Node) -> Iterator[Edit]:
    """Yield the edits of one parameter: its modifiers, `?`, and `this`, which is none at run time."""
    pattern = field(node, "pattern")
    if pattern is not None and pattern.type == "this":
        comma = re.compile(r"\s*,").match(text, node.end_byte)
        yield blank(text, Span(node.start_byte, comma.end() if comma else node.end_byte))
        return
    for child in node.children:
        if child.type in (*_PROPERTY, "?"):
            yield blank(text, span(child))


def _parameter_properties(text: str, parameters: Node | None, body: Node | None) -> Iterator[Edit]:
    if parameters is None or body is None:
        return
    names = [
        text_of(text, pattern)
        for each in parameters.named_children
        if any(child.type in _PROPERTY for child in each.children)
        and (pattern := field(each, "pattern")) is not None
    ]
    if names:
        at = _start_of(text, body)
        yield put(at, "".join(f"; this.{name} = {name}" for name in names) + ";")


def _start_of(text: str, body: Node) -> int:
    """Return where a constructor has `this`: behind its call of super, else behind its directives."""
    at = body.start_byte + 1
    is_directive = True
    for statement in body.named_children:
        first = next(iter(statement.named_children), None)
        if statement.type == "comment" or first is None:
            continue
        if first.type == "call_expression" and text_of(text, first).startswith("super"):
            return statement.end_byte
        is_directive = is_directive and first.type == "string"
        at = statement.end_byte if is_directive else at
    return at


_APPLY = "{name} = [{list}].reduceRight((it, decorate) => decorate(it) || it, {name});"


def class_decorators(text: str, node: Node, inner: Iterable[Edit], erased: Erased) -> tuple[Edit, ...]:
    """Return the edits that call the decorators of a class; none where it has none.

    `inner` are the edits inside the decorators, which move with their text; `erased` is what is gone. The
    class becomes a variable, as a decorator may put another class in its place.
    """
    outer = node.parent if node.parent is not None and node.parent.type == "export_statement" else node
    found = [child for each in {outer.id: outer, node.id: node}.values() for child in each.children]
    decorators = [child for child in found if child.type == "decorator"]
    word = next((child for child in node.children if child.type == "class"), None)
    if not decorators or word is None:
        return ()
    given = field(node, "name")
    name = text_of(text, given) if given is not None else "default_1"
    is_default = has_token(outer, "default")
    lines = "\n" * text.count("\n", outer.start_byte, word.start_byte)
    listed = ", ".join(_moved(text, each, inner) for each in decorators)
    exported = f" export default {name};" if is_default else f" export {{ {name} }};"
    tail = f"; {_APPLY.format(name=name, list=listed)}{exported if outer is not node else ''}"
    edits = [
        Edit(Span(outer.start_byte, word.start_byte), f"{lines}let {name} = ", REASON),
        put(node.end_byte, tail),
    ]
    body = field(node, "body")
    if given is not None and body is not None and _mentions(text, body, name, erased):
        # The name inside would stay the class without its decorators.
        edits.append(blank(text, span(given)))
    return tuple(edits)


def _mentions(text: str, body: Node, name: str, erased: Erased) -> bool:
    for match in re.compile(rf"(?<![\w$]){re.escape(name)}(?![\w$])").finditer(
        text, body.start_byte, body.end_byte
    ):
        node = body.descendant_for_byte_range(*match.span())
        if node is not None and node.type == "identifier" and not erased.has(match.start()):
            return True
    return False


def _moved(text: str, decorator: Node, inner: Iterable[Edit]) -> str:
    start, end = decorator.start_byte + 1, decorator.end_byte
    own = [
        Edit(edit.span.shift(-start), edit.new, edit.reason)
        for edit in inner
        if start <= edit.span.start and edit.span.end <= end
    ]
    return apply(text[start:end], own).strip()
