"""Where an expression stands: what is read from it, whether it is called, bound or only asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miniport.named import NamedTuple
from miniport.syntax.literals import inner, is_static, string_value
from miniport.syntax.options import Word
from miniport.syntax.tree import span

if TYPE_CHECKING:
    from tree_sitter import Node

TRANSPARENT = frozenset(("parenthesized_expression", "non_null_expression"))


class Chain(NamedTuple):
    """The member words behind an expression, the node they end at, and whether all of them are known."""

    words: list[Word]
    top: Node
    is_known: bool


def chain(text: str, node: Node) -> Chain:
    """Return the members read from an expression: `a.b["c"]` gives b and c for a."""
    words: list[Word] = []
    at = node
    while (parent := at.parent) is not None:
        if parent.type in TRANSPARENT and not words:
            at = parent
            continue
        if parent.start_byte != at.start_byte:
            break
        if parent.type == "member_expression":
            member = parent.child_by_field_name("property")
            if member is None:
                break
            words.append(Word(text[member.start_byte : member.end_byte], span(member)))
        elif parent.type == "subscript_expression":
            index = parent.child_by_field_name("index")
            if index is None or not is_static(index):
                return Chain(words, parent, is_known=False)
            words.append(Word(string_value(text, index), inner(index)))
        else:
            break
        at = parent
    return Chain(words, at, is_known=True)


def call_of(node: Node) -> Node | None:
    """Return the call expression whose function an expression is."""
    at = node
    while (parent := at.parent) is not None and parent.type in TRANSPARENT:
        at = parent
    is_call = parent is not None and parent.type == "call_expression"
    return parent if is_call and parent is not None and parent.child_by_field_name("function") == at else None


def key_and_value(entry: Node) -> tuple[Node | None, Node | None]:
    """Return the key of a pattern's entry and what it is bound to; (None, None) where the key is unknown."""
    if entry.type == "shorthand_property_identifier_pattern":
        return entry, entry
    if entry.type == "object_assignment_pattern":
        name = entry.child_by_field_name("left")
        return (name, name) if name is not None and name.type != "object_pattern" else (None, None)
    if entry.type != "pair_pattern":
        return None, None
    key, value = entry.child_by_field_name("key"), entry.child_by_field_name("value")
    if value is not None and value.type == "assignment_pattern":
        value = value.child_by_field_name("left")
    return (None, None) if key is None or key.type == "computed_property_name" else (key, value)


def is_choice(parent: Node, node: Node) -> bool:
    """Tell whether the value of a node may be the value of its parent: `a || b`, `a ? b : c`."""
    if parent.type == "ternary_expression":
        return parent.child_by_field_name("condition") != node
    if parent.type == "binary_expression" and _operator(parent) in _CHOICES:
        return parent.child_by_field_name("right") == node or _operator(parent) != "&&"
    return False


def is_test(parent: Node, node: Node) -> bool:
    """Tell whether a node's parent only asks whether its value is there."""
    if parent.type in _TESTS:
        return True
    if parent.type == "unary_expression":
        return _operator(parent) in ("typeof", "!")
    if parent.type != "binary_expression":
        return False
    left, right = parent.child_by_field_name("left"), parent.child_by_field_name("right")
    if _operator(parent) in _CHOICES:
        return left == node
    other = right if left == node else left
    return _operator(parent) == "in" or (other is not None and other.type in _NOTHING)


_CHOICES = frozenset(("||", "&&", "??"))
_NOTHING = frozenset(("undefined", "null"))
_TESTS = frozenset(("if_statement", "while_statement", "do_statement", "for_statement", "ternary_expression"))


def _operator(node: Node) -> str:
    operator = node.child_by_field_name("operator")
    return "" if operator is None else operator.type
