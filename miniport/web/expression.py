"""Template expressions to JavaScript: safe member access, data through `d`, local names behind `_`."""

from __future__ import annotations

from collections.abc import Mapping

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
)
from miniport.web.mark import Traced, mark, word
from miniport.web.writer import literal, property_name

Locals = Mapping[str, str]
"""What loops, slots and script modules bind: name -> JavaScript name. Other names are members of the data."""

NOTHING = "void 0"
# Operators that older engines lack, or that throw on nothing, and the function that stands for each.
_FUNCTIONS = {"??": "either({}, {})", "**": "Math.pow({}, {})", "in": "within({}, {})"}
_SIGNS = frozenset("+-")
LOOSEST = (Conditional, Assign, Update)
"""What needs brackets wherever it is asked whether it is true; an assignment is what it assigns."""


def local(name: str) -> str:
    """Return the JavaScript name of a local; ours never start with an underscore, so the two cannot meet."""
    return f"_{name}"


def javascript(node: Expression, names: Locals) -> str:
    """Return an expression as JavaScript that may stand in an argument list."""
    match node:
        case Literal(value=value):
            return NOTHING if isinstance(value, Undefined) else literal(value)
        case Name(name=name, span=span):
            bound = names.get(name)
            return f"{mark(names, span.start)}{bound}" if bound else f"d.{mark(names, span.start)}{name}"
        case Member(object=inner, name=name, name_span=span):
            return f"get({javascript(inner, names)}, {word(name, names, span.start)})"
        case Index(object=inner, index=index):
            return f"get({javascript(inner, names)}, {javascript(index, names)})"
        case Call(callee=callee, arguments=arguments):
            return _call(callee, arguments, names)
        case Unary() | Binary() | Conditional() | Sequence():
            return _operation(node, names)
        case ArrayLiteral(items=items):
            return _array(items, names)
        case ObjectLiteral(entries=entries):
            return record(entries, names)
        case Spread(argument=argument):
            return f"...({javascript(argument, names)} || [])"
        case TemplateLiteral(texts=texts, expressions=expressions):
            parts = [literal(texts[0])]
            for text, inner in zip(texts[1:], expressions, strict=True):
                parts.append(f"text({javascript(inner, names)})")
                parts += [literal(text)] if text else []
            return " + ".join(parts)
        case Arrow(parameters=parameters, body=body):
            within = {**names, **{name: local(name) for name in parameters}}
            inside = javascript(body, Traced(within) if isinstance(names, Traced) else within)
            return f"function ({', '.join(map(local, parameters))}) {{ return {inside}; }}"
        case Assign(value=inner) | Update(target=inner):
            # A template cannot change data; what is assigned is still what the expression gives.
            return javascript(inner, names)
        case New() | Regex():
            return NOTHING


def record(entries: tuple[Entry, ...], names: Locals) -> str:
    """Return the body of an object as a JavaScript object."""
    if not any(isinstance(entry, Spread) for entry in entries):
        return _pairs(entries, names)
    parts: list[str] = []
    plain: list[Entry] = []
    for entry in entries:
        if not isinstance(entry, Spread):
            plain.append(entry)
            continue
        if plain:
            parts.append(_pairs(tuple(plain), names))
            plain = []
        parts.append(javascript(entry.argument, names))
    if plain:
        parts.append(_pairs(tuple(plain), names))
    return f"merge({', '.join(parts)})"


def _pairs(entries: tuple[Entry, ...], names: Locals) -> str:
    pairs: list[str] = []
    for entry in entries:
        match entry:
            case Pair(key=str() as key, value=value):
                pairs.append(f"{property_name(key)}: {javascript(value, names)}")
            case Pair(key=key, value=value) if not isinstance(key, str):
                pairs.append(f"[{javascript(key, names)}]: {javascript(value, names)}")
            case Shorthand(name=name, span=span):
                pairs.append(f"{property_name(name)}: {javascript(Name(name, span), names)}")
    return f"{{ {', '.join(pairs)} }}" if pairs else "{}"


def _array(items: tuple[Expression | None, ...], names: Locals) -> str:
    return f"[{', '.join(NOTHING if item is None else javascript(item, names) for item in items)}]"


def _call(callee: Expression, arguments: tuple[Expression, ...], names: Locals) -> str:
    given = "".join(f", {javascript(argument, names)}" for argument in arguments)
    match callee:
        case Member(object=inner, name=name, name_span=span):
            return f"call({javascript(inner, names)}, {word(name, names, span.start)}{given})"
        case Index(object=inner, index=index):
            return f"call({javascript(inner, names)}, {javascript(index, names)}{given})"
        case _:
            return f"invoke({javascript(callee, names)}{given})"


def _operation(node: Unary | Binary | Conditional | Sequence, names: Locals) -> str:
    match node:
        case Unary(operator="delete" | "void"):
            return NOTHING
        case Unary(operator=operator, operand=operand):
            inner = _operand(operand, names)
            gap = " " if operator.isalpha() or (operator in _SIGNS and inner[0] in _SIGNS) else ""
            return f"{operator}{gap}{inner}"
        case Binary(operator="instanceof"):
            return "false"
        case Binary(operator=operator, left=left, right=right) if operator in _FUNCTIONS:
            return _FUNCTIONS[operator].format(javascript(left, names), javascript(right, names))
        case Binary(operator=operator, left=left, right=right):
            return f"{_operand(left, names)} {operator} {_operand(right, names)}"
        case Conditional(test=test, yes=yes, no=no):
            asked = _operand(test, names) if isinstance(test, LOOSEST) else javascript(test, names)
            return f"{asked} ? {javascript(yes, names)} : {javascript(no, names)}"
        case Sequence(items=items):
            return f"({', '.join(javascript(item, names) for item in items)})"


def _operand(node: Expression, names: Locals) -> str:
    text = javascript(node, names)
    loose = (Unary, Binary, Conditional, TemplateLiteral, Arrow, Assign, Update)
    is_number = isinstance(node, Literal) and text.startswith("-")
    return f"({text})" if isinstance(node, loose) or is_number else text
