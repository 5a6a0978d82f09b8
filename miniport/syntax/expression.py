"""The expressions between `{{` and `}}`: their tree, their parser, their names."""

from __future__ import annotations

from functools import lru_cache

from miniport import rules
from miniport.diagnostics import Finding
from miniport.enumeration import StrEnum
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.expression_parser import Parser
from miniport.syntax.expression_tokens import END, NAME, NUMBER, PUNCTUATION, STRING, Token, tokenized
from miniport.syntax.expression_tree import (
    ArrayLiteral,
    Arrow,
    Assign,
    Binary,
    Call,
    Conditional,
    Entry,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    New,
    ObjectLiteral,
    Pair,
    Regex,
    Sequence,
    Shorthand,
    Spread,
    TemplateLiteral,
    Unary,
    Undefined,
    Update,
    children,
    depth,
    names,
    walk_expression,
)
from miniport.syntax.unreadable import Unreadable

__all__ = [
    "MAX_DEPTH",
    "ArrayLiteral",
    "Arrow",
    "Assign",
    "Binary",
    "Call",
    "Conditional",
    "Entry",
    "Expression",
    "Form",
    "Index",
    "Literal",
    "Member",
    "Name",
    "New",
    "ObjectLiteral",
    "Pair",
    "Parsed",
    "Regex",
    "Sequence",
    "Shorthand",
    "Spread",
    "TemplateLiteral",
    "Unary",
    "Undefined",
    "Update",
    "children",
    "names",
    "parse_expression",
    "walk_expression",
]

MAX_DEPTH = 200
"""No parsed expression is deeper than this, so whoever walks one may recurse."""

_ENTITY = regex(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,8});")


class Form(StrEnum):
    """What may stand between the braces.

    VALUE: one expression (text). ATTRIBUTE: one expression, or the body of an object where it can only be
    that (`a: 1`, `a, b`, `...c`). DATA: the body of an object (`data` of a template; `a` means `a: a`).
    """

    VALUE = "value"
    ATTRIBUTE = "attribute"
    DATA = "data"


@frozen(slots=True)
class Parsed:
    """An expression, or None where there is nothing between the braces or it cannot be read.

    Spans, those of the findings too, are relative to the text of the expression.
    """

    expression: Expression | None
    findings: tuple[Finding, ...] = ()


@lru_cache(maxsize=16384)
def parse_expression(text: str, form: Form = Form.VALUE) -> Parsed:
    """Parse what stands between `{{` and `}}`; never raises on any text."""
    try:
        tokens = tokenized(text)
        if tokens[0].kind == END:
            return Parsed(None)
        expression = _read(tokens, form)
    except Unreadable as unreadable:
        return Parsed(None, (_explained(unreadable.finding, text),))
    whole = Span(tokens[0].start, tokens[-2].end)
    if len(tokens) > MAX_DEPTH and depth(expression) > MAX_DEPTH:
        return Parsed(None, (rules.EXPRESSION_TOO_DEEP.at(whole, limit=MAX_DEPTH),))
    if form is Form.DATA and (not isinstance(expression, ObjectLiteral) or expression.is_braced):
        return Parsed(expression, (rules.DATA_NOT_PAIRS.at(whole, found=text[whole.start : whole.end]),))
    return Parsed(expression)


def _read(tokens: list[Token], form: Form) -> Expression:
    if form is Form.VALUE or not _is_body(tokens, form):
        return Parser(tokens).whole_value()
    try:
        return Parser(tokens).whole_body()
    except Unreadable:
        try:
            return Parser(tokens).whole_value()
        except Unreadable:
            pass
        raise


def _is_body(tokens: list[Token], form: Form) -> bool:
    first, second = tokens[0], tokens[1]
    if first.kind == PUNCTUATION:
        return first.text == "..." or (form is Form.DATA and first.text == "[")
    if first.kind not in (NAME, STRING, NUMBER):
        return False
    if second.kind == PUNCTUATION:
        return second.text == ":" or (second.text == "," and first.kind == NAME)
    return second.kind == END and first.kind == NAME and form is Form.DATA


def _explained(finding: Finding, text: str) -> Finding:
    entity = _ENTITY.search(text)
    if entity is None:
        return finding
    return rules.ENTITY_IN_EXPRESSION.at(Span(entity.start(), entity.end()), found=entity.group())
