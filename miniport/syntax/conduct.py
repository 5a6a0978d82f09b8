"""What running a function would do: whether it only reads what is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport.frozen import frozen
from miniport.source import Span
from miniport.syntax.options import Option, Options
from miniport.syntax.tree import parse, span

if TYPE_CHECKING:
    from tree_sitter import Node


@frozen(slots=True)
class Conduct:
    """What a method of an object literal does when it is called.

    `is_reading`: it changes nothing that outlives the call, as far as the text tells. `setters`: where it
    calls one of the methods that were asked for. `spans`: the code that runs, itself and the methods of the
    same literal that it calls.
    """

    is_reading: bool
    setters: tuple[Span, ...]
    spans: tuple[Span, ...]


@frozen(slots=True)
class Words:
    """The names a platform gives to code: its API object, functions that only look, methods that set."""

    namespace: str
    getters: frozenset[str]
    setters: frozenset[str]


def conduct(text: str, options: Options, name: str, words: Words) -> Conduct | None:
    """Return what the method `name` of an object literal does; None where the literal has no such function.

    What it calls of the API object is not judged here.
    """
    entry = options.entry(name)
    if entry is None or not entry.is_function:
        return None
    seen: dict[str, Option] = {}
    pending = [entry]
    found: list[Span] = []
    is_reading = True
    while pending:
        at = pending.pop()
        if at.name in seen:
            continue
        seen[at.name] = at
        reader = _Reader(text, at, words)
        found += reader.setters
        is_reading = is_reading and reader.is_reading
        for called in sorted(reader.own):
            method = options.entry(called)
            if method is None or not method.is_function:
                is_reading = False
            else:
                pending.append(method)
    return Conduct(is_reading, tuple(sorted(found)), tuple(entry.value for entry in seen.values()))


class _Reader:
    """One function, read: what it sets, which methods of its own object it calls, what else it does."""

    def __init__(self, text: str, entry: Option, words: Words) -> None:
        # By itself a method is no program; what stands before it keeps the offsets apart.
        head = "({" if _is_method(text, entry) else "("
        self._text = head + text[entry.value.start : entry.value.end] + ("})" if head == "({" else ")")
        self._shift = entry.value.start - len(head)
        self._words = words
        self.setters: list[Span] = []
        self.own: set[str] = set()
        root = parse(self._text)
        self._locals = dict(self._declared(root))
        self.is_reading = not root.has_error
        for node in _below(root):
            if not self._is_harmless(node):
                self.is_reading = False

    def _is_harmless(self, node: Node) -> bool:
        match node.type:
            case "call_expression":
                return self._is_harmless_call(node)
            case "new_expression":
                return self._word(node.child_by_field_name("constructor")) in _MADE
            case "assignment_expression" | "augmented_assignment_expression":
                return self._is_own(node.child_by_field_name("left"))
            case "update_expression":
                return self._is_own(node.child_by_field_name("argument"))
            case "unary_expression":
                return node.child(0) is None or self._word(node.child(0)) != "delete"
            case _:
                return node.type not in _LATER

    def _is_harmless_call(self, node: Node) -> bool:
        function = node.child_by_field_name("function")
        if function is None or function.type == "import":
            return False
        if function.type == "identifier":
            name = self._word(function)
            return name in _FUNCTIONS | self._words.getters or self._locals.get(name) == "function"
        if function.type != "member_expression":
            return function.type == "parenthesized_expression"
        owner = function.child_by_field_name("object")
        member = self._word(function.child_by_field_name("property"))
        if member in self._words.setters:
            self.setters.append(self._span(function))
            return False
        if owner is not None and owner.type == "this":
            self.own.add(member)
            return True
        if member in _MUTATORS and self._is_outer(owner):
            self.setters.append(self._span(function))
            return False
        if member == "assign":
            return self._first_is_new(node)
        return member in _METHODS or self._word(owner) in (self._words.namespace, *_MODULES)

    def _is_outer(self, owner: Node | None) -> bool:
        """Tell whether something belongs to the app or the instance, and not to the function."""
        at = owner
        while at is not None and at.type in ("member_expression", "subscript_expression", "call_expression"):
            at = at.child_by_field_name("function" if at.type == "call_expression" else "object")
        if at is None or at is owner:
            return False
        return at.type == "this" or self._word(at) in self._words.getters

    def _first_is_new(self, call: Node) -> bool:
        """Tell whether what Object.assign writes to is made on the spot."""
        arguments = call.child_by_field_name("arguments")
        first = arguments.named_children[0] if arguments is not None and arguments.named_children else None
        return first is not None and first.type == "object"

    def _is_own(self, target: Node | None) -> bool:
        """Tell whether what is assigned to is a name of the function, or something it made itself."""
        if target is None:
            return False
        if target.type == "identifier":
            return self._word(target) in self._locals
        if target.type in ("member_expression", "subscript_expression"):
            owner = target.child_by_field_name("object")
            return owner is not None and self._locals.get(self._word(owner)) == "new"
        return False

    def _declared(self, root: Node) -> Iterator[tuple[str, str]]:
        """Yield each declared name with what it holds: `function`, `new` (made here) or `value`."""
        for node in _below(root):
            if node.type == "variable_declarator":
                value = node.child_by_field_name("value")
                held = _HELD.get(value.type, "value") if value is not None else "value"
                yield self._word(node.child_by_field_name("name")), held
            elif node.type == "function_declaration":
                yield self._word(node.child_by_field_name("name")), "function"

    def _word(self, node: Node | None) -> str:
        return "" if node is None else self._text[node.start_byte : node.end_byte]

    def _span(self, node: Node) -> Span:
        at = span(node)
        return Span(at.start + self._shift, at.end + self._shift)


def _is_method(text: str, entry: Option) -> bool:
    """Tell whether an entry is written `name() {…}`: its key is then part of its value."""
    return entry.value.start <= entry.span.start < entry.value.end


def _below(root: Node) -> Iterator[Node]:
    pending = [root]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(node.children)


_MUTATORS = frozenset(
    ("push", "pop", "shift", "unshift", "splice", "sort", "reverse", "fill", "set", "add", "clear")
)
_HELD = {
    "object": "new",
    "array": "new",
    "arrow_function": "function",
    "function_expression": "function",
}
_LATER = frozenset(("await_expression", "yield_expression", "async", "decorator", "spread_import"))
_MADE = frozenset(("Date", "Error", "Map", "Set", "URLSearchParams", "RegExp", "Array", "Object"))
_MODULES = frozenset(("Math", "JSON", "Number", "String", "Array", "Date"))
_FUNCTIONS = frozenset(
    (
        *("String", "Number", "Boolean", "Array", "Date", "parseInt", "parseFloat", "isNaN", "isFinite"),
        *("encodeURIComponent", "encodeURI", "decodeURIComponent", "decodeURI"),
    )
)
_METHODS = frozenset(
    (
        *("map", "filter", "find", "findIndex", "findLast", "slice", "join", "concat", "includes", "indexOf"),
        *("lastIndexOf", "some", "every", "reduce", "reduceRight", "forEach", "flat", "flatMap", "at"),
        *("keys", "values", "entries", "has", "get", "toString", "valueOf", "toFixed", "toPrecision"),
        *("toUpperCase", "toLowerCase", "trim", "trimStart", "trimEnd", "replace", "replaceAll", "split"),
        *("substring", "substr", "charAt", "charCodeAt", "codePointAt", "padStart", "padEnd", "startsWith"),
        *("endsWith", "match", "matchAll", "repeat", "localeCompare", "normalize", "hasOwnProperty"),
        *("getTime", "getFullYear", "getMonth", "getDate", "getDay", "getHours", "getMinutes", "getSeconds"),
        *("toISOString", "toLocaleString", "toLocaleDateString", "toLocaleTimeString", "fromEntries"),
    )
)
