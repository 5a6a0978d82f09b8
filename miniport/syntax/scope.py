"""Lexical scopes of a script: which declaration each name refers to, and which names are free."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from miniport.field import field, replace
from miniport.frozen import frozen
from miniport.named import NamedTuple
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.scope_query import Mark, scope_query
from miniport.syntax.tree import Captures, Language, captured, span

if TYPE_CHECKING:
    from tree_sitter import Node


class Reference(NamedTuple):
    """One mention of a name: `start`, `end` in code points.

    `is_shorthand`: it stands in `{name}`. `is_callee`: it is what a call calls, `is_statement` also what a
    statement of a list begins with. `is_written`: it is assigned to.
    """

    start: int
    end: int
    is_shorthand: bool
    is_callee: bool
    is_statement: bool
    is_written: bool

    @property
    def span(self) -> Span:
        """Return the span of the name."""
        return Span(self.start, self.end)


class Declaration:
    """A declared name: the mark of its first declaration, where that is, and every reference to it."""

    __slots__ = ("mark", "name", "references", "start")

    def __init__(self, name: str, mark: Mark, start: int) -> None:
        self.name = name
        self.mark = mark
        self.start = start
        self.references: list[Reference] = []

    @property
    def is_lexical(self) -> bool:
        """Tell whether a second declaration of the name in the same scope is an error."""
        return self.mark in _LEXICAL

    @property
    def span(self) -> Span:
        """Return the span of the declared name."""
        return Span(self.start, self.start + len(self.name))


_LEXICAL = frozenset((Mark.LET, Mark.IMPORT, Mark.CLASS_NAME))


@frozen
class Scopes:
    """What scope analysis found in one script.

    `free`: names declared nowhere -> references; `top`: names of the module's own scope -> declaration.
    `names`: all that is declared anywhere. `declared`: the declarations by offset, as long as the tree is
    looked at. `duplicates`: second declarations that are errors.
    `loose`: what only a script that is not strict may hold. `awaits`: each `await` outside any function.
    """

    free: Mapping[str, list[Reference]]
    top: Mapping[str, Declaration]
    names: frozenset[str] = frozenset()
    declared: Mapping[int, Declaration] = field(default_factory=dict, repr=False)
    duplicates: tuple[Span, ...] = ()
    loose: tuple[Span, ...] = ()
    awaits: tuple[Span, ...] = ()

    def kept(self) -> Scopes:
        """Return the part that is worth keeping when the tree is gone: nothing of inner scopes."""
        return replace(self, declared={})


def analyze_scopes(text: str, root: Node, language: Language = Language.JAVASCRIPT) -> Scopes:
    """Return the scopes of a parsed script."""
    found = captured(root, scope_query(language), language)
    held = _held(found)
    walk = _Walk(text, len(text))
    walk.run(_items(found, held))
    free = walk.resolved(_Starts.of(found, held))
    loose = [span(node) for node in found.get("loose", ())]
    loose += walk.loose
    loose += [use.span for name in _RESERVED & free.keys() for use in free[name]]
    loose += _escaping_functions(free, walk.blocks)
    loose += _old_spellings(text, root)
    return Scopes(
        free,
        walk.top.names,
        frozenset(declaration.name for declaration in walk.declared.values()),
        walk.declared,
        tuple(walk.duplicates),
        tuple(sorted(loose)),
        tuple(walk.awaits),
    )


_MARK = tuple(Mark)
_MARKS = tuple((mark.name, mark.value) for mark in _MARK)


def _items(*found: Captures) -> list[tuple[int, int, int]]:
    """Return (start, -end, mark) of every marked node, outer nodes first."""
    items = [
        (node.start_byte, -node.end_byte, number)
        for name, number in _MARKS
        for each in found
        for node in each.get(name, ())
    ]
    items.sort()
    return items


_LOOPS = {"var": Mark.VAR.name, "let": Mark.LET.name, "const": Mark.LET.name}


def _held(found: Captures) -> Captures:
    """Return what the classes, loops and updates of a script hold, as the query names such nodes."""
    held: Captures = {}
    for node in found.get(Mark.CLASS.name, ()):
        mark = Mark.OWN_NAME if node.type == "class" else Mark.CLASS_NAME
        held.setdefault(mark.name, []).extend(node.children_by_field_name("name"))
    for node in found.get("for", ()):
        for kind in node.children_by_field_name("kind"):
            if kind.type in _LOOPS:
                held.setdefault(_LOOPS[kind.type], []).extend(node.children_by_field_name("left"))
    written = (
        place
        for node in found.get("update", ())
        for name in ("left", "argument")
        for place in node.children_by_field_name(name)
    )
    held["written"] = [place for place in written if place.type == "identifier"]
    return held


@frozen(slots=True)
class _Starts:
    """Offsets at which a name has a role of its own."""

    callees: frozenset[int]
    statements: frozenset[int]
    written: frozenset[int]

    @classmethod
    def of(cls, *found: Captures) -> _Starts:
        def starts(name: str) -> frozenset[int]:
            return frozenset(node.start_byte for each in found for node in each.get(name, ()))

        return cls(starts("callee"), starts("statement"), starts("written"))


class _Scope:
    __slots__ = ("end", "is_function", "names", "parent", "takes_var")

    def __init__(
        self, parent: _Scope | None, end: int, *, is_function: bool = False, takes_var: bool = False
    ) -> None:
        self.parent = parent
        self.end = end
        self.is_function = is_function
        self.takes_var = takes_var
        self.names: dict[str, Declaration] = {}


# Names that strict mode keeps for itself.
_RESERVED = frozenset(
    ("implements", "interface", "let", "package", "private", "protected", "public", "static", "yield")
)
# Names that every function, or every async one, has.
_KEYWORDS = frozenset(("arguments", "await"))

_Use = tuple[_Scope, str, int, int, int]
_Entry = tuple[int, _Scope, int]
_PLAIN = -1


class _Walk:
    """One pass over the marked nodes in text order, which knows the ranges around the one it is in."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.top = _Scope(None, end + 1, takes_var=True)
        self.uses: list[_Use] = []
        self.declared: dict[int, Declaration] = {}
        self.duplicates: list[Span] = []
        self.awaits: list[Span] = []
        self.loose: list[Span] = []
        self.blocks: dict[str, list[tuple[_Scope, Span]]] = {}

    def run(self, items: list[tuple[int, int, int]]) -> None:
        """Fill the walk from (start, -end, mark) items in order."""
        text, uses, name_mark, skip = self.text, self.uses, Mark.NAME.value, Mark.SKIP.value
        around: list[_Entry] = []
        end, scope, mode = len(text) + 1, self.top, _PLAIN
        for start, minus_end, mark in items:
            while end <= start:
                end, scope, mode = around.pop()
            if mark < name_mark:
                entry = self._opened(scope, mode, start, -minus_end, mark)
                if entry is not None:
                    around.append((end, scope, mode))
                    end, scope, mode = entry
            elif mode == _PLAIN:
                uses.append((scope, text[start:-minus_end], start, -minus_end, mark))
            elif mode != skip:
                self._declare(scope, text[start:-minus_end], start, _MARK[mode])

    def _opened(self, scope: _Scope, mode: int, start: int, end: int, mark: int) -> _Entry | None:
        if Mark.CLASS < mark < Mark.VALUE:
            return end, scope, mark
        if mark == Mark.FUNCTION:
            return end, _Scope(scope, end, is_function=True), _PLAIN
        if mark == Mark.BLOCK:
            # The block that ends with its function is the body: `var` stops there.
            is_body = scope.is_function and scope.end == end
            return end, _Scope(scope, end, takes_var=is_body), _PLAIN
        if mark == Mark.CLASS:
            return end, _Scope(scope, end), _PLAIN
        if mark == Mark.VALUE:
            return end, scope, _PLAIN
        if not _is_in_function(scope):
            self.awaits.append(Span(start, end))
        return None

    def _declare(self, scope: _Scope, name: str, start: int, mark: Mark) -> None:
        if not name:
            return
        target = scope
        if mark == Mark.VAR:
            while not target.takes_var and target.parent is not None:
                target = target.parent
        elif mark in (Mark.FUNCTION_NAME, Mark.CLASS_NAME) and scope.parent is not None:
            target = scope.parent
        declaration = self._add(target, name, start, mark)
        if mark == Mark.CLASS_NAME:
            scope.names[name] = declaration
        elif mark == Mark.FUNCTION_NAME and not target.takes_var:
            self.blocks.setdefault(name, []).append((target, declaration.span))

    def _add(self, scope: _Scope, name: str, start: int, mark: Mark) -> Declaration:
        declaration = scope.names.get(name)
        if declaration is None:
            declaration = scope.names[name] = Declaration(name, mark, start)
            if name in _RESERVED:
                self.loose.append(declaration.span)
        elif declaration.is_lexical or mark in _LEXICAL:
            self.duplicates.append(Span(start, start + len(name)))
        elif mark == declaration.mark == Mark.PARAMETER:
            self.loose.append(Span(start, start + len(name)))
        self.declared[start] = declaration
        return declaration

    def resolved(self, starts: _Starts) -> dict[str, list[Reference]]:
        """Give each use to its declaration; return the uses that have none, by name."""
        free: dict[str, list[Reference]] = {}
        shorthand = Mark.SHORTHAND.value
        callees, statements, written = starts.callees, starts.statements, starts.written
        # One for each name of a script: what NamedTuple puts before this takes twice its time.
        made = tuple.__new__
        for scope, name, start, end, mark in self.uses:
            at: _Scope | None = scope
            while at is not None and name not in at.names:
                at = at.parent
            is_callee = start in callees
            begins = is_callee and start in statements
            reference = made(Reference, (start, end, mark == shorthand, is_callee, begins, start in written))
            if at is not None:
                at.names[name].references.append(reference)
            elif name not in _KEYWORDS or not _is_in_function(scope):
                free.setdefault(name, []).append(reference)
        # The grammar reads `await (x)` as a call.
        self.awaits += [reference.span for reference in free.pop("await", ())]
        free.pop("", None)
        return free


def _is_in_function(scope: _Scope) -> bool:
    at: _Scope | None = scope
    while at is not None:
        if at.is_function:
            return True
        at = at.parent
    return False


def _escaping_functions(
    free: Mapping[str, list[Reference]], blocks: Mapping[str, list[tuple[_Scope, Span]]]
) -> list[Span]:
    """Return the functions declared in a block whose names are used outside of it, which is not strict."""
    return [span for name, places in blocks.items() if name in free for _, span in places]


# What each starts with is looked for first: a plain search takes less than a pattern.
_OLD = {
    "arguments": regex(r"arguments(?<!\warguments)\s*\.\s*(?:callee|caller)\b"),
    "0": regex(r"0(?<![\w$.\\]0)[0-7]+\b(?!\.)"),
    "\\": regex(r"\\(?:[1-7]|0[0-9])"),
}


def _old_spellings(text: str, root: Node) -> list[Span]:
    """Return octal numbers, octal escapes and `arguments.callee`, each kind in text order."""
    found = []
    kinds = (kind for start, kind in _OLD.items() if start in text)
    for match in (match for kind in kinds for match in kind.finditer(text)):
        node = root.descendant_for_byte_range(match.start(), match.end())
        if node is not None and node.type in ("number", "escape_sequence", "member_expression"):
            found.append(Span(*match.span()))
    return found
