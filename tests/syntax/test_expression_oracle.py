"""Where both our parser and esprima read an expression, they read the same."""

from __future__ import annotations

import esprima
import pytest
from hypothesis import given

from miniport.syntax.expression import (
    ArrayLiteral,
    Arrow,
    Assign,
    Binary,
    Call,
    Conditional,
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
    parse_expression,
)
from tests.syntax.strategies import expressions, sound_expressions


def ours(node):
    """Return a tree as nested lists of words, in the shape of `theirs`."""
    match node:
        case None:
            return None
        case Literal(value=Undefined.UNDEFINED):
            return ["name", "undefined"]
        case Literal(value=value):
            return ["literal", float(value) if type(value) is int else value]
        case Regex(pattern=pattern, flags=flags):
            return ["regex", pattern, flags]
        case Name(name=name):
            return ["name", name]
        case Member(object=inner, name=name):
            return ["member", ours(inner), ["name", name]]
        case Index(object=inner, index=index):
            return ["index", ours(inner), ours(index)]
        case Call(callee=callee, arguments=arguments):
            return ["call", ours(callee), *map(ours, arguments)]
        case New(callee=callee, arguments=arguments):
            return ["new", ours(callee), *map(ours, arguments)]
        case Unary(operator=operator, operand=operand):
            return ["unary", operator, ours(operand)]
        case Update(operator=operator, target=target, is_prefix=is_prefix):
            return ["update", operator, is_prefix, ours(target)]
        case Binary(operator=operator, left=left, right=right):
            return ["binary", operator, ours(left), ours(right)]
        case Assign(operator=operator, target=target, value=value):
            return ["assign", operator, ours(target), ours(value)]
        case Conditional(test=test, yes=yes, no=no):
            return ["conditional", ours(test), ours(yes), ours(no)]
        case ArrayLiteral(items=items):
            return ["array", *map(ours, items)]
        case ObjectLiteral(entries=entries):
            return ["object", *map(ours_entry, entries)]
        case Spread(argument=argument):
            return ["spread", ours(argument)]
        case TemplateLiteral(texts=texts, expressions=inner):
            return ["template", list(texts), *map(ours, inner)]
        case Arrow(parameters=parameters, body=body):
            return ["arrow", list(parameters), ours(body)]
        case Sequence(items=items):
            return ["sequence", *map(ours, items)]


def ours_entry(entry):
    match entry:
        case Shorthand(name=name):
            return ["pair", name, ["name", name]]
        case Pair(key=key, value=value):
            return ["pair", key if isinstance(key, str) else ours(key), ours(value)]
        case _:
            return ours(entry)


def theirs(node):
    """Return esprima's tree as nested lists of words."""
    if node is None:
        return None
    return globals()[f"_{node.type.lower()}"](node)


def _literal(node):
    if node.regex:
        return ["regex", node.regex.pattern, node.regex.flags]
    is_number = isinstance(node.value, int) and not isinstance(node.value, bool)
    return ["literal", float(node.value) if is_number else node.value]


def _identifier(node):
    return ["name", node.name]


def _thisexpression(node):
    return ["name", "this"]


def _memberexpression(node):
    return ["index" if node.computed else "member", theirs(node.object), theirs(node.property)]


def _callexpression(node):
    return ["call", theirs(node.callee), *map(theirs, node.arguments)]


def _newexpression(node):
    return ["new", theirs(node.callee), *map(theirs, node.arguments)]


def _unaryexpression(node):
    return ["unary", node.operator, theirs(node.argument)]


def _updateexpression(node):
    return ["update", node.operator, node.prefix, theirs(node.argument)]


def _binaryexpression(node):
    return ["binary", node.operator, theirs(node.left), theirs(node.right)]


_logicalexpression = _binaryexpression


def _assignmentexpression(node):
    return ["assign", node.operator, theirs(node.left), theirs(node.right)]


def _conditionalexpression(node):
    return ["conditional", theirs(node.test), theirs(node.consequent), theirs(node.alternate)]


def _arrayexpression(node):
    return ["array", *map(theirs, node.elements)]


def _objectexpression(node):
    return ["object", *map(theirs, node.properties)]


def _property(node):
    if node.computed:
        return ["pair", theirs(node.key), theirs(node.value)]
    return ["pair", node.key.name or str(node.key.raw).strip("'\""), theirs(node.value)]


def _spreadelement(node):
    return ["spread", theirs(node.argument)]


def _templateliteral(node):
    return ["template", [piece.value.cooked for piece in node.quasis], *map(theirs, node.expressions)]


def _arrowfunctionexpression(node):
    return ["arrow", [parameter.name for parameter in node.params], theirs(node.body)]


def _sequenceexpression(node):
    return ["sequence", *map(theirs, node.expressions)]


def esprima_reads(text):
    """Return esprima's expression, or None where it does not take the text as one."""
    try:
        (statement,) = esprima.parseScript(f"({text}\n)").body
    except (esprima.Error, ValueError, AssertionError):
        return None
    return statement.expression


@given(sound_expressions)
def test_expressions_that_are_right_are_read_alike(text):
    theirs_read = esprima_reads(text)
    assert theirs_read is not None
    assert ours(parse_expression(text).expression) == theirs(theirs_read)


KNOWN = ("=>", "{", "...", "++", "--", "&lt;", "\\", "/")
"""Where the two may part: patterns of arrows, methods of objects, a break before `++`, bounds of a regex."""


@given(expressions)
def test_what_both_accept_is_read_alike(text):
    expression = parse_expression(text).expression
    theirs_read = esprima_reads(text) if expression is not None else None
    if theirs_read is not None and not any(sign in text for sign in KNOWN):
        assert ours(expression) == theirs(theirs_read)


@pytest.mark.parametrize(
    "text",
    [
        "a ? b : c ? d : e",
        "a = b = c",
        "a ** b ** c",
        "a || b && c | d ^ e & f == g < h << i + j * k",
        "!a.b[c](d)",
        "new a.b(c).d",
        "new a().b()",
        "-a++",
        "typeof a === 'x'",
        "x => y => x + y",
        "(x, y) => ({a: x, ...y})",
        "`a${b}c${`d${e}`}`",
        "{a, 'b': 1, [c]: 2, ...d}",
        "[, a, ...b]",
        "/a\\/[/]/g.test(b) / c",
        "(a, b), c",
        "void 0, delete a.b",
        "'\\u4f60\\x41\\n\\\\'",
        "0x1F + .5e-3 + 1. + 0b11 + 0o17",
        "a < b > c in d instanceof e",
    ],
)
def test_each_rule_of_precedence(text):
    assert ours(parse_expression(text).expression) == theirs(esprima_reads(text))
