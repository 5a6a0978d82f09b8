"""Tokens to an expression, by operator precedence."""

from __future__ import annotations

from collections.abc import Callable

from miniport import rules
from miniport.source import Span
from miniport.syntax.expression_cursor import Cursor
from miniport.syntax.expression_text import number, unescaped, unquoted
from miniport.syntax.expression_tokens import (
    END,
    NAME,
    NUMBER,
    PUNCTUATION,
    REGEX,
    STRING,
    TEMPLATE,
    Token,
)
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
    names,
)
from miniport.syntax.unreadable import Unreadable

ASSIGNING, CONDITIONAL, POSTFIX, UNARY = 1, 2, 16, 14
BINARY = {
    **dict.fromkeys(["??", "||"], 3),
    "&&": 4,
    "|": 5,
    "^": 6,
    "&": 7,
    **dict.fromkeys(["==", "!=", "===", "!=="], 8),
    **dict.fromkeys(["<", ">", "<=", ">=", "in", "instanceof"], 9),
    **dict.fromkeys(["<<", ">>", ">>>"], 10),
    **dict.fromkeys(["+", "-"], 11),
    **dict.fromkeys(["*", "/", "%"], 12),
    "**": 13,
}
"""The binding power of each operator between two operands."""

ASSIGNMENTS = frozenset(
    {"=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??="}
)
PREFIXES = frozenset({"!", "-", "+", "~", "typeof", "void", "delete"})
_CONSTANTS: dict[str, None | bool | Undefined] = {
    "true": True,
    "false": False,
    "null": None,
    "undefined": Undefined.UNDEFINED,
}


class Parser(Cursor):
    """Reads one list of tokens once, from left to right. Every method may raise Unreadable."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self._prefixes: dict[str, Callable[[], Expression]] = {
            "(": self._group,
            "[": self._array,
            "{": self._object,
            "++": self._update,
            "--": self._update,
        }

    def whole_value(self) -> Expression:
        """Return the one expression, or sequence, that all tokens make."""
        start = self._token.start
        first = self.expression(0)
        if self._is(","):
            items = [first]
            while self._take(","):
                items.append(self.expression(0))
            first = Sequence(tuple(items), Span(start, self._end))
        return self._finished(first)

    def whole_body(self) -> Expression:
        """Return the object whose body, without braces, all tokens make."""
        start = self._token.start
        entries = self._entries(END, "")
        return self._finished(ObjectLiteral(entries, False, Span(start, self._end)))

    def expression(self, power: int) -> Expression:
        """Return the longest expression from here whose operators bind tighter than `power`."""
        start = self._token.start
        self._enter()
        left = self._chain(self._operand(), start)
        while True:
            operator = self._token.text
            binding = BINARY.get(operator, 0) if self._token.kind in (PUNCTUATION, NAME) else 0
            if binding > power:
                # A prefix before `**` must stand in brackets, and then does not begin where `left` does.
                if operator == "**" and isinstance(left, Unary) and left.span.start == start:
                    raise self._unexpected()
                self._next()
                # `**` groups to the right, everything else to the left.
                right = self.expression(binding - 1 if operator == "**" else binding)
                left = Binary(operator, left, right, Span(start, self._end))
            elif operator == "?" and power < CONDITIONAL and self._take("?"):
                left = self._conditional(left, start)
            elif operator in ASSIGNMENTS and power < CONDITIONAL and self._token.kind == PUNCTUATION:
                left = self._assignment(left, start)
            else:
                self._nesting -= 1
                return left

    def _conditional(self, test: Expression, start: int) -> Expression:
        yes = self.expression(0)
        self._expect(":")
        no = self.expression(0)
        return Conditional(test, yes, no, Span(start, self._end))

    def _assignment(self, target: Expression, start: int) -> Expression:
        self._check_target(target)
        operator = self._next().text
        value = self.expression(0)
        return Assign(operator, target, value, Span(start, self._end))

    def _operand(self) -> Expression:
        token = self._token
        if token.kind == NAME:
            return self._name()
        if token.kind == STRING:
            self._next()
            return Literal(unquoted(token.text), token.text, Span(token.start, token.end))
        if token.kind == NUMBER:
            self._next()
            return Literal(number(token.text), token.text, Span(token.start, token.end))
        if token.kind == TEMPLATE and token.text[0] == "`":
            return self._template()
        if token.kind == REGEX:
            self._next()
            pattern, _, flags = token.text[1:].rpartition("/")
            return Regex(pattern, flags, Span(token.start, token.end))
        if token.kind == PUNCTUATION:
            if token.text in PREFIXES:
                return self._unary()
            if read := self._prefixes.get(token.text):
                return read()
        raise self._unexpected()

    def _name(self) -> Expression:
        token = self._token
        span = Span(token.start, token.end)
        if token.text in PREFIXES:
            return self._unary()
        if token.text == "new":
            return self._new()
        if token.text == "function":
            raise Unreadable(rules.FUNCTION_IN_EXPRESSION.at(span))
        self._next()
        if token.text in _CONSTANTS:
            return Literal(_CONSTANTS[token.text], token.text, span)
        if self._is("=>"):
            return self._arrow((token.text,), token.start)
        return Name(token.text, span)

    def _unary(self) -> Expression:
        operator = self._next()
        operand = self.expression(UNARY)
        return Unary(operator.text, operand, Span(operator.start, self._end))

    def _update(self) -> Expression:
        operator = self._next()
        target = self.expression(UNARY)
        self._check_target(target)
        return Update(operator.text, target, True, Span(operator.start, self._end))

    def _new(self) -> Expression:
        start = self._next().start
        callee_start = self._token.start
        self._enter()
        callee = self._chain(self._operand(), callee_start, has_calls=False)
        self._nesting -= 1
        arguments = self._arguments() if self._take("(") else ()
        return New(callee, arguments, Span(start, self._end))

    def _group(self) -> Expression:
        start = self._next().start
        items: list[Expression] = []
        while not self._is(")"):
            items.append(self._item())
            if not self._take(","):
                break
        is_trailing = self._tokens[self._at - 1].text == ","
        if not self._is(")"):
            raise self._unexpected()
        close = self._next()
        if self._is("=>"):
            bound = tuple(name for item in items for name in names(item))
            return self._arrow(bound, start)
        spread = next((item for item in items if isinstance(item, Spread)), None)
        if not items or is_trailing:
            raise Unreadable.at(close.start, close.end, ")")
        if spread is not None:
            raise Unreadable.at(spread.span.start, spread.span.start + 3, "...")
        return items[0] if len(items) == 1 else Sequence(tuple(items), Span(start, close.end))

    def _arrow(self, parameters: tuple[str, ...], start: int) -> Expression:
        arrow = self._next()
        if self._is("{"):
            raise Unreadable(rules.FUNCTION_IN_EXPRESSION.at(Span(start, arrow.end)))
        body = self.expression(0)
        return Arrow(parameters, body, Span(start, self._end))

    def _array(self) -> Expression:
        start = self._next().start
        items: list[Expression | None] = []
        while not self._is("]"):
            if self._take(","):
                items.append(None)
                continue
            items.append(self._item())
            if not self._take(","):
                break
        self._expect("]")
        return ArrayLiteral(tuple(items), Span(start, self._end))

    def _object(self) -> Expression:
        start = self._next().start
        entries = self._entries(PUNCTUATION, "}")
        self._expect("}")
        return ObjectLiteral(entries, True, Span(start, self._end))

    def _entries(self, kind: int, close: str) -> tuple[Entry, ...]:
        entries: list[Entry] = []
        while (self._token.kind, self._token.text) != (kind, close):
            entries.append(self._entry())
            if not self._take(","):
                break
        return tuple(entries)

    def _entry(self) -> Entry:
        token = self._token
        if self._take("..."):
            argument = self.expression(0)
            return Spread(argument, Span(token.start, self._end))
        key = self._key()
        key_span = Span(token.start, self._end)
        if token.kind == NAME and not self._is(":"):
            return Shorthand(token.text, key_span)
        self._expect(":")
        value = self.expression(0)
        return Pair(key, key_span, value, Span(token.start, self._end))

    def _key(self) -> str | Expression:
        token = self._token
        if token.kind in (NAME, NUMBER, STRING):
            self._next()
            return unquoted(token.text) if token.kind == STRING else token.text
        if self._take("["):
            key = self.expression(0)
            self._expect("]")
            return key
        raise self._unexpected()

    def _template(self) -> Expression:
        piece = self._next()
        start, texts, expressions = piece.start, [_inner(piece.text)], []
        while piece.text.endswith("${"):
            expressions.append(self.expression(0))
            if self._token.kind != TEMPLATE or self._token.text[0] != "}":
                raise self._unexpected()
            piece = self._next()
            texts.append(_inner(piece.text))
        return TemplateLiteral(tuple(texts), tuple(expressions), Span(start, self._end))

    def _chain(self, left: Expression, start: int, has_calls: bool = True) -> Expression:
        while self._token.kind == PUNCTUATION:
            sign = self._token.text
            if sign in (".", "?."):
                left = self._link(left, start, sign == "?.")
            elif sign == "[":
                left = self._index(left, start, False)
            elif sign == "(" and has_calls:
                self._next()
                arguments = self._arguments()
                left = Call(left, arguments, False, Span(start, self._end))
            elif sign in ("++", "--") and has_calls:
                self._check_target(left)
                self._next()
                return Update(sign, left, False, Span(start, self._end))
            else:
                break
        return left

    def _link(self, left: Expression, start: int, is_optional: bool) -> Expression:
        self._next()
        if is_optional and self._is("["):
            return self._index(left, start, True)
        if is_optional and self._take("("):
            arguments = self._arguments()
            return Call(left, arguments, True, Span(start, self._end))
        if self._token.kind != NAME:
            raise self._unexpected()
        name = self._next()
        return Member(left, name.text, Span(name.start, name.end), is_optional, Span(start, name.end))

    def _index(self, left: Expression, start: int, is_optional: bool) -> Expression:
        self._expect("[")
        index = self.expression(0)
        self._expect("]")
        return Index(left, index, is_optional, Span(start, self._end))

    def _arguments(self) -> tuple[Expression, ...]:
        items: list[Expression] = []
        while not self._is(")"):
            items.append(self._item())
            if not self._take(","):
                break
        self._expect(")")
        return tuple(items)

    def _item(self) -> Expression:
        start = self._token.start
        if not self._take("..."):
            return self.expression(0)
        argument = self.expression(0)
        return Spread(argument, Span(start, self._end))

    def _check_target(self, target: Expression) -> None:
        if not isinstance(target, Name | Member | Index):
            raise self._unexpected()

    def _finished(self, expression: Expression) -> Expression:
        if self._token.kind != END:
            raise self._unexpected()
        return expression


def _inner(piece: str) -> str:
    return unescaped(piece[1:-2] if piece.endswith("${") else piece[1:-1])
