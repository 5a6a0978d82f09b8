"""Enums as the objects they are at run time."""

from __future__ import annotations

import json
import math
import operator
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from miniport.edit import Edit
from miniport.source import Span
from miniport.syntax.literals import is_static, string_value
from miniport.syntax.tree import span
from miniport.syntax.types_text import REASON, field, put, text_of

if TYPE_CHECKING:
    from tree_sitter import Node

Value = float | str | None


def enum_edits(text: str, node: Node, declared: set[str]) -> Iterator[Edit]:
    """Yield the edits that make an enum an object; `declared` are the top-level enums met so far.

    Further parts of an enum add to the same object.
    """
    name, body = field(node, "name"), field(node, "body")
    if name is None or body is None:
        return
    word = text_of(text, name)
    outer = node.parent if node.parent is not None and node.parent.type == "export_statement" else node
    is_top = outer.parent is not None and outer.parent.type == "program"
    if is_top and word in declared:
        start, head = outer.start_byte, ""
    else:
        start, head = node.start_byte, f"{'var' if is_top else 'let'} {word}; "
    if is_top:
        declared.add(word)
    yield Edit(Span(start, body.start_byte + 1), f"{head}(function ({word}) {{", REASON)
    yield from _members(text, body, word)
    yield Edit(Span(body.end_byte - 1, node.end_byte), f"}})({word} || ({word} = {{}}));", REASON)


def _members(text: str, body: Node, enum: str) -> Iterator[Edit]:
    values: dict[str, Value] = {}
    following: Value = 0
    is_open = False
    for child in body.children:
        if child.type == ",":
            yield Edit(span(child), ";", REASON)
            is_open = False
        elif child.type not in ("{", "}", "comment"):
            if is_open:
                yield put(child.start_byte, "; ")
            key = child.child(0) if child.type == "enum_assignment" else child
            name = _key(text, key)
            value = field(child, "value") if child.type == "enum_assignment" else None
            constant = following if value is None else _constant(text, value, values, enum)
            yield from _member(text, child, value, (enum, name, constant), values)
            values[name] = constant
            following = constant + 1 if isinstance(constant, float | int) else None
            is_open = True


def _member(
    text: str, node: Node, value: Node | None, entry: tuple[str, str, Value], known: Mapping[str, Value]
) -> Iterator[Edit]:
    enum, name, constant = entry
    key = json.dumps(name, ensure_ascii=False)
    if isinstance(constant, str):
        yield Edit(span(node), f"{enum}[{key}] = {json.dumps(constant, ensure_ascii=False)}", REASON)
    elif constant is not None:
        yield Edit(span(node), f"{enum}[{enum}[{key}] = {_number(constant)}] = {key}", REASON)
    elif value is None:
        yield Edit(span(node), f"{enum}[{enum}[{key}] = void 0] = {key}", REASON)
    else:
        is_text = value.type == "template_string"
        head = f"{enum}[{key}] = " if is_text else f"{enum}[{enum}[{key}] = "
        yield Edit(Span(node.start_byte, value.start_byte), head, REASON)
        for name_at in _mentions(text, value, known):
            yield put(name_at, f"{enum}.")
        if not is_text:
            yield put(value.end_byte, f"] = {key}")


def _mentions(text: str, value: Node, known: Mapping[str, Value]) -> Iterator[int]:
    pending = [value]
    while pending:
        node = pending.pop()
        pending.extend(node.named_children)
        if node.type == "identifier" and text_of(text, node) in known:
            yield node.start_byte


def _key(text: str, node: Node | None) -> str:
    if node is None:
        return ""
    if node.type == "computed_property_name":
        node = next(iter(node.named_children), node)
    return string_value(text, node) if is_static(node) else text_of(text, node)


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e21 else repr(value)


def _bits(operation: Callable[[int, int], int]) -> Callable[[float, float], float]:
    def on_int32(a: float, b: float) -> float:
        bits = operation(int(a), int(b)) & 0xFFFFFFFF
        return bits - (1 << 32) if bits >= 1 << 31 else bits

    return on_int32


_OPERATIONS: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "%": math.fmod,
    "**": operator.pow,
    "|": _bits(operator.or_),
    "&": _bits(operator.and_),
    "^": _bits(operator.xor),
    "<<": _bits(lambda a, b: a << (b & 31)),
    ">>": _bits(lambda a, b: a >> (b & 31)),
    ">>>": lambda a, b: (int(a) & 0xFFFFFFFF) >> (int(b) & 31),
}


def _constant(text: str, node: Node, known: Mapping[str, Value], enum: str) -> Value:
    """Return the value of an initializer that is known without running it, None for any other."""
    inner = next(iter(node.named_children), None)
    match node.type:
        case "number":
            return _literal(text_of(text, node))
        case "string" | "template_string" if is_static(node):
            return string_value(text, node)
        case "parenthesized_expression" if inner is not None:
            return _constant(text, inner, known, enum)
        case "identifier":
            return known.get(text_of(text, node))
        case "member_expression" if text_of(text, node).startswith(f"{enum}."):
            return known.get(text_of(text, node).removeprefix(f"{enum}."))
        case "unary_expression" if inner is not None:
            return _unary(node, _constant(text, inner, known, enum))
        case "binary_expression":
            sides = [_constant(text, side, known, enum) for side in node.named_children]
            return _binary(node, sides)
    return None


def _unary(node: Node, value: Value) -> Value:
    sign = node.child(0)
    if not isinstance(value, float | int) or sign is None:
        return None
    return {"-": -value, "+": value, "~": ~int(value)}.get(sign.type)


def _binary(node: Node, sides: list[Value]) -> Value:
    sign = field(node, "operator")
    if sign is None or len(sides) != 2:
        return None
    left, right = sides
    if isinstance(left, str) and isinstance(right, str):
        return left + right if sign.type == "+" else None
    if not isinstance(left, float | int) or not isinstance(right, float | int):
        return None
    try:
        return _OPERATIONS[sign.type](left, right)
    except (KeyError, ArithmeticError, ValueError):
        return None


def _literal(text: str) -> Value:
    plain = text.replace("_", "")
    try:
        return int(plain, 0) if plain[:2].lower() in ("0x", "0b", "0o") else float(plain)
    except ValueError:
        return None
