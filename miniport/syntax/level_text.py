"""Edits that nest: texts put around parts of a script, and names for values that are needed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miniport.edit import Edit
from miniport.field import field
from miniport.frozen import frozen, mutable
from miniport.source import Span

if TYPE_CHECKING:
    from tree_sitter import Node

_REASON = "level"
_FUNCTIONS = frozenset(
    (
        "function_declaration",
        "function_expression",
        "generator_function_declaration",
        "generator_function",
        "arrow_function",
        "method_definition",
    )
)
LISTS = ("program", "statement_block", "switch_case", "switch_default")


@frozen(slots=True)
class _Wrap:
    """`before` and `after` go around a part; of two around the same part the lower `rank` is outside."""

    start: int
    end: int
    rank: int
    before: str
    after: str


@mutable
class Drafts:
    """The edits of one script so far."""

    text: str
    edits: list[Edit] = field(default_factory=list)
    _wraps: list[_Wrap] = field(default_factory=list)
    _scopes: dict[int, tuple[Node, list[str]]] = field(default_factory=dict)
    _guarded: set[int] = field(default_factory=set)
    _number: int = 0

    def replace(self, start: int, end: int, new: str) -> None:
        """Replace a part that nothing else touches."""
        self.edits.append(Edit(Span(start, end), new, _REASON))

    def insert(self, at: int, new: str) -> None:
        """Put a text at a place; of two at one place the first stands first."""
        self._wraps.append(_Wrap(at, at, len(self._wraps) + 1, new, ""))

    def wrap(self, start: int, end: int, before: str, after: str) -> None:
        """Put texts around a part; what was wrapped first is outside of what has the same part."""
        self._wraps.append(_Wrap(start, end, len(self._wraps) + 1, before, after))

    def name(self, node: Node, value: str = "") -> str:
        """Return a new name, declared in the function that runs a node, with a value where one is given."""
        self._number += 1
        stem = "_v"
        while stem in self.text:
            stem += "_"
        name = f"{stem}{self._number}"
        scope = _scope(node)
        self._scopes.setdefault(scope.id, (scope, []))[1].append(f"{name} = {value}" if value else name)
        return name

    def finished(self) -> tuple[Edit, ...]:
        """Return every edit, with the declarations of the names."""
        for scope, names in self._scopes.values():
            self._declare(scope, f"var {', '.join(names)};")
        wraps = sorted(self._wraps, key=lambda wrap: (wrap.start, -wrap.end, wrap.rank))
        opening = [Edit(Span(wrap.start, wrap.start), wrap.before, _REASON) for wrap in wraps if wrap.before]
        closing = [
            Edit(Span(wrap.end, wrap.end), wrap.after, _REASON) for wrap in reversed(wraps) if wrap.after
        ]
        # Of insertions at one place, what closes comes before what opens.
        return (*closing, *opening, *self.edits)

    def guard(self, statement: Node, start: int) -> None:
        """Keep a statement that now starts with a parenthesis from being an argument of the one above."""
        parent, before = statement.parent, statement.prev_named_sibling
        while before is not None and before.type == "comment":
            before = before.prev_named_sibling
        if parent is None or parent.type not in LISTS or before is None or statement.start_byte != start:
            return
        if self.text[before.end_byte - 1] != ";" and statement.id not in self._guarded:
            self._guarded.add(statement.id)
            self._wraps.append(_Wrap(start, statement.end_byte, 0, ";", ""))

    def _declare(self, scope: Node, declaration: str) -> None:
        body = scope.child_by_field_name("body") if scope.type != "program" else scope
        assert body is not None
        if body.type in ("statement_block", "program"):
            at = start_of(self.text, body)
            is_directive = at > 0 and self.text[at - 1] not in "{;\n"
            self.replace(at, at, f"{'; ' if is_directive else ''}{declaration}{' ' if at == 0 else ''}")
            return
        self._wraps.append(_Wrap(body.start_byte, body.end_byte, 0, f"{{ {declaration} return ", "; }"))


def start_of(text: str, body: Node) -> int:
    """Return where the first declaration of a body may stand: behind its directives and a first line `#!`."""
    at = 0 if body.type == "program" else body.start_byte + 1
    for child in body.named_children:
        if child.type == "hash_bang_line":
            at = child.end_byte + 1
        elif _is_directive(child):
            at = child.end_byte
        elif child.type != "comment":
            break
    return min(at, len(text))


def _is_directive(node: Node) -> bool:
    first = node.child(0) if node.type == "expression_statement" else None
    return first is not None and first.type == "string"


def _scope(node: Node) -> Node:
    """Return the function in whose body a node stands, else the program."""
    at = node
    while (parent := at.parent) is not None:
        if parent.type in _FUNCTIONS and parent.child_by_field_name("body") == at:
            return parent
        at = parent
    return at
