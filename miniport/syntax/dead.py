"""The branches of a script that can never run because of what its constants are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from miniport.edit import Edit
from miniport.frozen import frozen
from miniport.source import Span
from miniport.syntax.condition import Scalar
from miniport.syntax.literals import string_value
from miniport.syntax.tree import Language, captures, span

if TYPE_CHECKING:
    from tree_sitter import Node

_CHOICES = frozenset(("if_statement", "ternary_expression", "binary_expression"))
_CHOOSING = ("&&", "||")
_FUNCTIONS = frozenset(
    (
        "function_declaration",
        "generator_function_declaration",
        "function_expression",
        "generator_function",
        "arrow_function",
        "method_definition",
        "class_static_block",
    )
)
_LISTS = frozenset(("program", "statement_block", "switch_case", "switch_default"))
# A line that starts so goes on with the statement above it.
_CONTINUING = tuple("([`+-/*.,?")
# What is a statement where a statement may stand.
_AMBIGUOUS = frozenset(("object", "function_expression", "generator_function", "class"))
_MEMBERS = frozenset(("member_expression", "subscript_expression"))
_LITERALS: Mapping[str, Scalar] = {"true": True, "false": False}


@frozen
class _Known:
    """A value that is known; `is_told` where a constant tells it, and not only a literal."""

    value: Scalar | None
    is_told: bool


@frozen
class _Script:
    text: str
    root: Node
    values: Mapping[Span, Scalar]
    language: Language


def dead_code(text: str, root: Node, values: Mapping[Span, Scalar], language: Language) -> tuple[Edit, ...]:
    """Return the cuts after which nothing is left that can never run; `values` has each constant's place.

    A choice stays where its branch could not go without another change of meaning: it declares with `var` in
    a pattern or loop, or what it chooses is called as a method.
    """
    script = _Script(text, root, values, language)
    found: list[Edit] = []
    for node in _choices(root, values):
        if not any(cut.span.start <= node.start_byte < cut.span.end for cut in found):
            found.extend(_dead(script, node))
    return tuple(found)


def _choices(root: Node, places: Iterable[Span]) -> list[Node]:
    """Return what may choose by some constants, outer ones first: each stands around one of them."""
    found: dict[int, Node] = {}
    for place in places:
        node = root.descendant_for_byte_range(*place)
        above = node.parent if node is not None else None
        while above is not None and above.id not in found:
            if above.type in _CHOICES:
                found[above.id] = above
            above = above.parent
    return sorted(found.values(), key=lambda node: (node.start_byte, -node.end_byte))


def _dead(script: _Script, node: Node) -> Iterable[Edit]:
    if node.type == "if_statement":
        return _dead_statement(script, node)
    if node.type == "ternary_expression":
        return _dead_ternary(script, node)
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = node.child_by_field_name("operator")
    known = _known(script, left)
    if sign is None or sign.type not in _CHOOSING or left is None or right is None:
        return ()
    if known is None or not known.is_told:
        return ()
    is_settled = bool(known.value) == (sign.type == "||")
    return (Edit(Span(left.end_byte, right.end_byte), ""),) if is_settled else ()


def _dead_statement(script: _Script, node: Node) -> Iterable[Edit]:
    kept, is_told = _chosen(script, node)
    if not is_told or kept is not None and kept == node:
        return ()
    if kept is None:
        above = node.parent
        is_else = above is not None and above.type == "else_clause"
        gaps = [span(above) if is_else and above is not None else span(node)]
    else:
        gaps = [Span(node.start_byte, kept.start_byte), Span(kept.end_byte, node.end_byte)]
    names = [place for gap in gaps for place in _declarations(script, node, gap)]
    if any(place is None for place in names):
        return ()
    kept_names = [place for place in names if place is not None]
    cuts = [cut for gap in gaps for cut in _around(script, gap, kept_names)]
    first = cuts[0]
    is_ended = any(cut.new for cut in cuts)
    if not is_ended and _needs_end(script, node, gaps[0], kept):
        cuts[0] = Edit(first.span, ";")
    return cuts


def _needs_end(script: _Script, node: Node, gap: Span, kept: Node | None) -> bool:
    """Tell whether a semicolon must stand where a statement was."""
    above = node.parent
    is_listed = above is not None and above.type in _LISTS
    is_joined = script.text[gap.end :].lstrip().startswith(_CONTINUING)
    if kept is not None:
        return is_listed and is_joined
    return is_joined or not is_listed and (above is None or above.type != "else_clause")


def _chosen(script: _Script, node: Node) -> tuple[Node | None, bool]:
    """Return what a choice comes down to, None for nothing, and whether a constant says so."""
    is_told = False
    at: Node | None = node
    while at is not None and at.type == node.type:
        known = _known(script, at.child_by_field_name("condition"))
        if known is None:
            break
        is_told = is_told or known.is_told
        then, other = at.child_by_field_name("consequence"), at.child_by_field_name("alternative")
        if other is not None and other.type == "else_clause":
            other = next((child for child in other.named_children if child.type != "comment"), None)
        at = then if known.value else other
    return at, is_told


def _dead_ternary(script: _Script, node: Node) -> Iterable[Edit]:
    kept, is_told = _chosen(script, node)
    if not is_told or kept is None or kept == node or _is_method(node, kept):
        return ()
    is_odd = kept.type in _AMBIGUOUS or script.text.startswith(_CONTINUING, kept.start_byte)
    if is_odd and _begins_statement(node):
        return ()
    before, behind = Span(node.start_byte, kept.start_byte), Span(kept.end_byte, node.end_byte)
    # An object right behind the arrow of a function would be the function's body.
    above = node.parent
    is_body = kept.type == "object" and above is not None and above.type == "arrow_function"
    return Edit(before, "(" if is_body else ""), Edit(behind, ")" if is_body else "")


def _is_method(node: Node, kept: Node) -> bool:
    """Tell whether a choice is called: then what it chooses must not be called with an object before it."""
    above = node.parent
    call = above.parent if above is not None and above.type == "parenthesized_expression" else None
    return call is not None and call.type == "call_expression" and kept.type in _MEMBERS


def _begins_statement(node: Node) -> bool:
    above = node.parent
    while above is not None and above.start_byte == node.start_byte:
        if above.type == "expression_statement":
            return True
        above = above.parent
    return False


def _declarations(script: _Script, node: Node, gap: Span) -> Iterator[Span | None]:
    """Yield (start of `var` or comma, end of name) of each declaration in a gap that counts outside of it.

    None for one that cannot be kept without the rest.
    """
    if "var" not in script.text[gap.start : gap.end]:
        return
    found = captures(node, "(variable_declaration) @var", script.language).get("var", ())
    for declaration in sorted(found, key=span):
        if not gap.start <= declaration.start_byte < gap.end or _is_in_function(declaration, gap):
            continue
        above = declaration.parent
        if above is None or above.type not in (*_LISTS, "if_statement", "else_clause"):
            yield None
            continue
        start = declaration.start_byte
        for child in declaration.children:
            if child.type == ",":
                start = child.start_byte
            elif child.type == "variable_declarator":
                name = child.child_by_field_name("name")
                is_name = name is not None and name.type == "identifier"
                yield Span(start, name.end_byte) if name is not None and is_name else None


def _is_in_function(node: Node, gap: Span) -> bool:
    above = node.parent
    while above is not None and above.start_byte >= gap.start:
        if above.type in _FUNCTIONS:
            return True
        above = above.parent
    return False


def _around(script: _Script, gap: Span, kept: list[Span]) -> Iterator[Edit]:
    """Yield the cuts that leave the kept places of a gap, with an end for each declaration."""
    start = gap.start
    inside = [place for place in kept if gap.start <= place.start < gap.end]
    for at, place in enumerate(inside):
        goes_on = at == 0 or script.text.startswith(",", place.start)
        if start < place.start:
            yield Edit(Span(start, place.start), "" if goes_on else ";")
        start = place.end
    if start < gap.end:
        yield Edit(Span(start, gap.end), ";" if inside else "")


def _known(script: _Script, node: Node | None) -> _Known | None:
    """Return the value of an expression, where it is known."""
    if node is None:
        return None
    if span(node) in script.values:
        return _Known(script.values[span(node)], True)
    match node.type:
        case "parenthesized_expression":
            inner = [child for child in node.named_children if child.type != "comment"]
            return _known(script, inner[0]) if len(inner) == 1 else None
        case "true" | "false":
            return _Known(_LITERALS[node.type], False)
        case "string":
            return _Known(string_value(script.text, node), False)
        case "unary_expression":
            return _negated(script, node)
        case "binary_expression":
            return _joined(script, node)
    return None


def _negated(script: _Script, node: Node) -> _Known | None:
    sign, known = node.child_by_field_name("operator"), _known(script, node.child_by_field_name("argument"))
    if known is None or sign is None or sign.type != "!":
        return None
    return _Known(not known.value, known.is_told)


def _joined(script: _Script, node: Node) -> _Known | None:
    sign = node.child_by_field_name("operator")
    left = _known(script, node.child_by_field_name("left"))
    right = _known(script, node.child_by_field_name("right"))
    word = sign.type if sign is not None else ""
    if word in _CHOOSING:
        if left is None or bool(left.value) == (word == "||"):
            return left
        return _Known(right.value, left.is_told or right.is_told) if right is not None else None
    if left is None or right is None or word not in ("==", "===", "!=", "!=="):
        return None
    is_same = type(left.value) is type(right.value) and left.value == right.value
    return _Known(is_same == word.startswith("="), left.is_told or right.is_told)
