"""An expression tree back to text."""

from __future__ import annotations

from miniport.syntax.expression_parser import BINARY, CONDITIONAL, POSTFIX, UNARY
from miniport.syntax.expression_text import quoted
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
    Update,
)

_TEMPLATE_SIGNS = str.maketrans({"\\": "\\\\", "`": "\\`", "$": "\\$"})


def to_source(expression: Expression, quote: str = "'") -> str:
    """Return an expression as text: one space around operators, no bracket that is not needed.

    `quote` is the quote of its strings, so that the text fits into an attribute with the other one.
    """
    return _Printer(quote).text(expression, 0)


class _Printer:
    def __init__(self, quote: str) -> None:
        self._quote = quote

    def text(self, node: Expression, power: int) -> str:
        """Return the text of a node that stands where operators weaker than `power` need brackets."""
        text = self._bare(node)
        return f"({text})" if _power(node) < power else text

    def _bare(self, node: Expression) -> str:
        match node:
            case Literal(value=str() as value):
                return quoted(value, self._quote)
            case Literal(raw=raw):
                return raw
            case Name(name=name):
                return name
            case Regex(pattern=pattern, flags=flags):
                return f"/{pattern}/{flags}"
            case Member(object=inner, name=name, is_optional=is_optional):
                return f"{self._target(inner)}{'?.' if is_optional else '.'}{name}"
            case Index(object=inner, index=index, is_optional=is_optional):
                return f"{self._target(inner)}{'?.' if is_optional else ''}[{self.text(index, 0)}]"
            case Call(callee=callee, arguments=arguments, is_optional=is_optional):
                return f"{self._target(callee)}{'?.' if is_optional else ''}({self._list(arguments)})"
            case New(callee=callee, arguments=arguments):
                return f"new {self.text(callee, POSTFIX)}({self._list(arguments)})"
            case _:
                return self._operation(node)

    def _operation(self, node: Expression) -> str:
        match node:
            case Unary(operator=operator, operand=operand):
                inner = self.text(operand, UNARY)
                # A word needs a space; so do `- -a` and `+ +a`.
                gap = " " if operator.isalpha() or inner[0] == operator[0] in "+-" else ""
                return f"{operator}{gap}{inner}"
            case Update(operator=operator, target=target, is_prefix=is_prefix):
                inner = self.text(target, POSTFIX)
                return f"{operator}{inner}" if is_prefix else f"{inner}{operator}"
            case Binary(operator=operator, left=left, right=right):
                return self._binary(operator, left, right)
            case Assign(operator=operator, target=target, value=value):
                return f"{self.text(target, POSTFIX)} {operator} {self.text(value, 1)}"
            case Conditional(test=test, yes=yes, no=no):
                first = self.text(test, CONDITIONAL + 1)
                return f"{first} ? {self.text(yes, 1)} : {self.text(no, 1)}"
            case Arrow(parameters=parameters, body=body):
                inner = self.text(body, 1)
                return f"({', '.join(parameters)}) => {f'({inner})' if inner[0] == '{' else inner}"
            case _:
                return self._collection(node)

    def _collection(self, node: Expression) -> str:
        match node:
            case ArrayLiteral(items=items):
                hole = "," if items and items[-1] is None else ""
                return f"[{', '.join('' if item is None else self.text(item, 1) for item in items)}{hole}]"
            case ObjectLiteral(entries=entries, is_braced=is_braced):
                body = ", ".join(self._entry(entry) for entry in entries)
                return f"{{ {body} }}" if is_braced and body else "{}" if is_braced else body
            case Spread(argument=argument):
                return f"...{self.text(argument, 1)}"
            case Sequence(items=parts):
                return self._list(parts)
            case TemplateLiteral(texts=texts, expressions=expressions):
                pieces = [texts[0].translate(_TEMPLATE_SIGNS)]
                for inner, text in zip(expressions, texts[1:], strict=True):
                    pieces.append(f"${{{self.text(inner, 0)}}}{text.translate(_TEMPLATE_SIGNS)}")
                return f"`{''.join(pieces)}`"
            case _:
                raise AssertionError(node)

    def _binary(self, operator: str, left: Expression, right: Expression) -> str:
        power = BINARY[operator]
        # `**` groups to the right and takes no prefix on its left; the others group to the left.
        is_right = operator == "**"
        first = self.text(left, UNARY + 1 if is_right else power)
        return f"{first} {operator} {self.text(right, power if is_right else power + 1)}"

    def _target(self, node: Expression) -> str:
        text = self.text(node, POSTFIX)
        is_number = isinstance(node, Literal) and text[0].isdigit()
        return f"({text})" if is_number or isinstance(node, ObjectLiteral) else text

    def _list(self, items: tuple[Expression, ...]) -> str:
        return ", ".join(self.text(item, 1) for item in items)

    def _entry(self, entry: Entry) -> str:
        match entry:
            case Shorthand(name=name):
                return name
            case Spread():
                return self._bare(entry)
            case Pair(key=str() as key, value=value):
                written = key if key.isidentifier() or key.isdigit() else quoted(key, self._quote)
                return f"{written}: {self.text(value, 1)}"
            case Pair(key=key, value=value):
                assert not isinstance(key, str)
                return f"[{self.text(key, 1)}]: {self.text(value, 1)}"


def _power(node: Expression) -> int:
    match node:
        case Binary(operator=operator):
            return BINARY[operator]
        case Unary():
            return UNARY
        case Update():
            return UNARY + 1
        case Sequence():
            return 0
        case Conditional() | Assign() | Arrow() | Spread():
            return 1
        case _:
            return POSTFIX
