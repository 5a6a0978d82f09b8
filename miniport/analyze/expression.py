"""The forms of an expression that not every platform takes."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.source import Span
from miniport.syntax.expression_tree import (
    ArrayLiteral,
    Arrow,
    Assign,
    Binary,
    Call,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    New,
    ObjectLiteral,
    Regex,
    Sequence,
    Spread,
    TemplateLiteral,
    Unary,
    Update,
    walk_expression,
)

_BINARY = {"**": "exponent", "??": "nullish_coalescing", "in": "in", "instanceof": "instanceof"}
_UNARY = {"+": "unary_plus", "typeof": "typeof", "void": "void", "delete": "delete"}


def forms(expression: Expression) -> tuple[tuple[str, Span], ...]:
    """Return (name, span) of each form that some platform lacks, as the packs' `expressions` name them."""
    # Most expressions are names, and so is most of the others; every platform takes them.
    if isinstance(expression, Name):
        return ()
    nodes = (node for node in walk_expression(expression) if not isinstance(node, Name))
    return tuple((name, node.span) for node in nodes for name in _forms(node))


def _forms(node: Expression) -> Iterator[str]:
    match node:
        case Binary(operator=operator) if operator in _BINARY:
            yield _BINARY[operator]
        case Unary(operator=operator) if operator in _UNARY:
            yield _UNARY[operator]
        case Member(is_optional=True):
            yield "optional_chain"
        case Index(is_optional=True):
            yield "optional_index"
        case Call(is_optional=True):
            yield "optional_call"
        case Arrow():
            yield "arrow_function"
        case TemplateLiteral():
            yield "template_literal"
        case Regex():
            yield "regex_literal"
        case New():
            yield "new_expression"
        case Assign():
            yield "assignment"
        case Update():
            yield "increment"
        case Sequence():
            yield "sequence_comma"
        case ArrayLiteral(items=items) if any(isinstance(item, Spread) for item in items):
            yield "array_spread"
        case ObjectLiteral():
            yield from _object_forms(node)
        case Literal(raw=raw):
            yield from _number_forms(raw)


def _object_forms(node: ObjectLiteral) -> Iterator[str]:
    is_spread = any(isinstance(entry, Spread) for entry in node.entries)
    if node.is_braced:
        yield "object_spread_braced" if is_spread else "object_literal_braced"
    else:
        yield "object_spread_unbraced" if is_spread else "object_pairs_unbraced"


def _number_forms(raw: str) -> Iterator[str]:
    if raw[:1].isdigit() and raw[:2].lower() == "0x":
        yield "number_hex"
    elif raw[:1].isdigit() and "e" in raw.lower():
        yield "number_exponent"
