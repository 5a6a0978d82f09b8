"""The nodes of an expression, and ways to walk them without recursion."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.enumeration import Enum
from miniport.frozen import frozen
from miniport.source import Span


class Undefined(Enum):
    """The value of `undefined`, which Python has no word for."""

    UNDEFINED = "undefined"


@frozen(slots=True)
class Literal:
    """A constant; `raw` is how it was written."""

    value: None | bool | int | float | str | Undefined
    raw: str
    span: Span


@frozen(slots=True)
class Name:
    """A name to look up; reserved words and `this` are names here, as the platforms have it."""

    name: str
    span: Span


@frozen(slots=True)
class Member:
    """`object.name`, or `object?.name` where `is_optional`."""

    object: Expression
    name: str
    name_span: Span
    is_optional: bool
    span: Span


@frozen(slots=True)
class Index:
    """`object[index]`."""

    object: Expression
    index: Expression
    is_optional: bool
    span: Span


@frozen(slots=True)
class Call:
    """`callee(arguments)`."""

    callee: Expression
    arguments: tuple[Expression, ...]
    is_optional: bool
    span: Span


@frozen(slots=True)
class New:
    """`new callee(arguments)`."""

    callee: Expression
    arguments: tuple[Expression, ...]
    span: Span


@frozen(slots=True)
class Unary:
    """A prefix operator, words such as `typeof` included."""

    operator: str
    operand: Expression
    span: Span


@frozen(slots=True)
class Update:
    """`target++`, `--target`."""

    operator: str
    target: Expression
    is_prefix: bool
    span: Span


@frozen(slots=True)
class Binary:
    """Any operator between two operands, the logical ones included."""

    operator: str
    left: Expression
    right: Expression
    span: Span


@frozen(slots=True)
class Assign:
    """`target = value`, `target += value`."""

    operator: str
    target: Expression
    value: Expression
    span: Span


@frozen(slots=True)
class Conditional:
    """`test ? yes : no`."""

    test: Expression
    yes: Expression
    no: Expression
    span: Span


@frozen(slots=True)
class ArrayLiteral:
    """`[a, , ...b]`; a hole is None."""

    items: tuple[Expression | None, ...]
    span: Span


@frozen(slots=True)
class Pair:
    """`key: value` in an object; `key` is an expression where it is computed (`[key]: value`)."""

    key: str | Expression
    key_span: Span
    value: Expression
    span: Span


@frozen(slots=True)
class Shorthand:
    """`name` in an object."""

    name: str
    span: Span


@frozen(slots=True)
class Spread:
    """`...argument` in an object, array or call."""

    argument: Expression
    span: Span


Entry = Pair | Shorthand | Spread


@frozen(slots=True)
class ObjectLiteral:
    """`{a, b: 1, ...c}`, or the body alone (`a, b: 1, ...c`) where not `is_braced`."""

    entries: tuple[Entry, ...]
    is_braced: bool
    span: Span


@frozen(slots=True)
class TemplateLiteral:
    """A template string: one more text than expressions, escapes resolved."""

    texts: tuple[str, ...]
    expressions: tuple[Expression, ...]
    span: Span


@frozen(slots=True)
class Regex:
    """`/pattern/flags`."""

    pattern: str
    flags: str
    span: Span


@frozen(slots=True)
class Arrow:
    """`(parameters) => body`; `parameters` are the names that it binds."""

    parameters: tuple[str, ...]
    body: Expression
    span: Span


@frozen(slots=True)
class Sequence:
    """`a, b` inside parentheses or a text."""

    items: tuple[Expression, ...]
    span: Span


Expression = (
    Literal
    | Name
    | Member
    | Index
    | Call
    | New
    | Unary
    | Update
    | Binary
    | Assign
    | Conditional
    | ArrayLiteral
    | ObjectLiteral
    | Spread
    | TemplateLiteral
    | Regex
    | Arrow
    | Sequence
)


def children(node: Expression) -> tuple[Expression, ...]:
    """Return the expressions directly inside one, in reading order."""
    match node:
        case Literal() | Name() | Regex():
            return ()
        case Member(object=inner) | Unary(operand=inner) | Update(target=inner) | Spread(argument=inner):
            return (inner,)
        case Index(object=left, index=right) | Binary(left=left, right=right):
            return (left, right)
        case Assign(target=left, value=right):
            return (left, right)
        case Call(callee=callee, arguments=arguments) | New(callee=callee, arguments=arguments):
            return (callee, *arguments)
        case Conditional(test=test, yes=yes, no=no):
            return (test, yes, no)
        case ArrayLiteral(items=items):
            return tuple(item for item in items if item is not None)
        case ObjectLiteral(entries=entries):
            return tuple(inner for entry in entries for inner in _of_entry(entry))
        case TemplateLiteral(expressions=expressions):
            return expressions
        case Arrow(body=body):
            return (body,)
        case Sequence(items=parts):
            return parts


def _of_entry(entry: Entry) -> tuple[Expression, ...]:
    match entry:
        case Pair(key=key, value=value):
            return (value,) if isinstance(key, str) else (key, value)
        case Shorthand(name=name, span=span):
            return (Name(name, span),)
        case Spread():
            return (entry,)


_LEAVES = frozenset((Literal, Name, Regex))


def walk_expression(expression: Expression) -> Iterator[Expression]:
    """Yield an expression and everything in it, in reading order; a Shorthand comes as its Name."""
    stack = [expression]
    while stack:
        node = stack.pop()
        yield node
        if node.__class__ not in _LEAVES:
            stack.extend(reversed(children(node)))


def depth(expression: Expression) -> int:
    """Return how many nodes the longest path from the expression to a leaf has."""
    level, deepest = [expression], 0
    while level:
        deepest += 1
        level = [child for node in level for child in children(node)]
    return deepest


def names(expression: Expression) -> tuple[str, ...]:
    """Return the names an expression looks up outside itself, each once, in reading order."""
    found: dict[str, None] = {}
    stack: list[tuple[Expression, frozenset[str]]] = [(expression, frozenset())]
    while stack:
        node, bound = stack.pop()
        if isinstance(node, Name):
            if node.name not in bound:
                found[node.name] = None
            continue
        if isinstance(node, Arrow):
            bound = bound | frozenset(node.parameters)
        stack.extend((child, bound) for child in reversed(children(node)))
    return tuple(found)
