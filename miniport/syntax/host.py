"""What a script uses of the platform's API object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from miniport.field import field, replace
from miniport.frozen import frozen, mutable
from miniport.named import NamedTuple
from miniport.source import Span
from miniport.syntax.literals import inner, is_static, string_value
from miniport.syntax.options import Options, Word, first_argument, read_options
from miniport.syntax.place import TRANSPARENT, call_of, chain, is_choice, is_test, key_and_value
from miniport.syntax.scope import Reference, Scopes
from miniport.syntax.tree import span

if TYPE_CHECKING:
    from tree_sitter import Node


@frozen(slots=True)
class ApiUse:
    """One use of the API object.

    `members`: the words behind it, `(ap, faceVerify)`, as far as they are known; the first `inherited` of
    them stand elsewhere, where a name for them was made. `span`: what is written here. `object`: the name of
    the object, as written here; empty in `{alert} = my`.
    `is_known`: false for `my[name]` and for `my` passed on; more than `members` is then used.
    `calls`: the literal options of each call, one None per call without; empty where nothing calls it.
    `is_guarded`: the script asks canIUse for it, or tests that it is there.
    """

    members: tuple[Word, ...]
    span: Span
    object: Span
    inherited: int = 0
    is_known: bool = True
    is_written: bool = False
    is_guarded: bool = False
    calls: tuple[Options | None, ...] = ()

    @property
    def path(self) -> str:
        """Return the members joined by dots."""
        return ".".join(word.text for word in self.members)


@mutable(slots=True)
class _Draft:
    """A use, and what is learnt of it later on."""

    use: ApiUse
    is_written: bool = False
    calls: list[Options | None] = field(default_factory=list)

    @property
    def members(self) -> tuple[Word, ...]:
        return self.use.members

    def finished(self, asked: Asked) -> ApiUse:
        """Return the use, guarded where one of the names that the script looks for is it or is around it."""
        return replace(
            self.use,
            is_written=self.is_written,
            is_guarded=asked.is_near(self.use.path),
            calls=tuple(self.calls),
        )


class Asked:
    """The dotted names that a script looks for before it uses them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._around = {start for name in self._names for start in _starts(name)}

    def is_near(self, path: str) -> bool:
        """Tell whether a path is one of the names, in one of them or around one."""
        return bool(path) and (path in self._around or not self._names.isdisjoint(_starts(path)))


def _starts(path: str) -> Iterator[str]:
    """Yield `a`, `a.b` and `a.b.c` for `a.b.c`."""
    words = path.split(".")
    return (".".join(words[:count]) for count in range(1, len(words) + 1))


def read_api(
    text: str, root: Node, scopes: Scopes, namespaces: Iterable[str], can_i_use: str
) -> tuple[tuple[ApiUse, ...], tuple[Word, ...]]:
    """Return the uses of the namespaces in a parsed script, and what it asks canIUse for, in text order."""
    reader = _Reader(text, scopes, can_i_use)
    for name in namespaces:
        reader.follow(root, scopes.free.get(name, ()), None)
    while reader.aliases:
        references, draft = reader.aliases.pop(0)
        reader.follow(root, references, draft)
    return reader.uses(), tuple(sorted(reader.asked, key=lambda word: word.span))


class _End(NamedTuple):
    """The outermost expression whose value another may be, and its parent.

    `is_asked`: one of those between goes on only where the value is missing, `a || b`.
    """

    at: Node
    parent: Node | None
    is_asked: bool


_BOUND_CALLS = frozenset(("call", "apply", "bind"))


class _Reader:
    """Uses found so far, and the names made for the object or its members that are still to be followed."""

    def __init__(self, text: str, scopes: Scopes, can_i_use: str) -> None:
        self.text = text
        self.scopes = scopes
        self.can_i_use = can_i_use
        self.drafts: list[_Draft] = []
        self.asked: list[Word] = []
        self.tested: set[str] = set()
        self.aliases: list[tuple[list[Reference], _Draft | None]] = []
        self.followed: set[int] = set()
        self.ends: dict[int, _End] = {}

    def uses(self) -> tuple[ApiUse, ...]:
        names = {word.text for word in self.asked} | self.tested
        asked = Asked(names)
        return tuple(sorted((draft.finished(asked) for draft in self.drafts), key=lambda use: use.span))

    def follow(self, root: Node, references: Iterable[Reference], alias: _Draft | None) -> None:
        """Read every reference to the object (`alias` None), or to a name made for a member of it."""
        for reference in references:
            node = root.descendant_for_byte_range(reference.start, reference.end)
            if node is not None:
                self._read(node, alias)

    def _read(self, node: Node, alias: _Draft | None) -> None:
        inherited = () if alias is None else alias.members
        words, top, is_known = chain(self.text, node)
        if not words and is_known:
            self._bare(node, alias)
            return
        call, end = call_of(top), top.end_byte
        if call is not None and len(inherited) + len(words) > 1 and words[-1].text in _BOUND_CALLS:
            words, call = words[:-1], None
            if not words:
                return
            end = words[-1].span.end
        place = Span(node.start_byte, end)
        draft = self._add(ApiUse((*inherited, *words), place, span(node), len(inherited), is_known))
        if call is not None and is_known:
            self._called(draft, call)
        elif is_known:
            self._place(top, draft)

    def _add(self, use: ApiUse) -> _Draft:
        draft = _Draft(use)
        self.drafts.append(draft)
        return draft

    def _called(self, draft: _Draft, call: Node) -> None:
        argument = first_argument(call)
        is_object = argument is not None and argument.type == "object"
        draft.calls.append(read_options(self.text, argument) if argument is not None and is_object else None)
        if argument is not None and draft.members[-1].text == self.can_i_use and is_static(argument):
            self.asked.append(Word(string_value(self.text, argument), inner(argument)))
        if any(child.type == "optional_chain" for child in call.children):
            self._test(draft)

    def _bare(self, node: Node, alias: _Draft | None) -> None:
        """Read a mention of the object itself, or of a name made for a member."""
        if alias is not None:
            call = call_of(node)
            if call is not None:
                self._called(alias, call)
                return
        if self._place(node, alias) or alias is not None:
            return
        self._add(ApiUse((), span(node), span(node), is_known=False))

    def _place(self, node: Node, draft: _Draft | None) -> bool:
        """Look at what is done with an expression; tell whether nothing of it escapes unseen."""
        at, parent, is_asked = self._end_of(node)
        if is_asked:
            self._test(draft)
        if parent is not None and parent.type == "variable_declarator":
            return self._bound(parent.child_by_field_name("name"), draft)
        if parent is not None and parent.type == "assignment_expression" and _has_left(parent, at):
            if draft is not None:
                draft.is_written = True
            return draft is not None
        if parent is not None and is_test(parent, at):
            self._test(draft)
            return True
        is_dropped = parent is not None and parent.type == "expression_statement"
        return is_dropped or (parent is not None and self._is_receiver(parent))

    def _end_of(self, node: Node) -> _End:
        """Return where the choices end that an expression is one of; each part of a row is passed once."""
        passed: list[tuple[int, bool]] = []
        at, parent = node, node.parent
        while at.id not in self.ends and parent is not None:
            if parent.type not in TRANSPARENT and not is_choice(parent, at):
                break
            passed.append((at.id, parent.type == "binary_expression" and _has_left(parent, at)))
            at, parent = parent, parent.parent
        end = self.ends.get(at.id) or _End(at, parent, is_asked=False)
        for key, is_asked in reversed(passed):
            end = end._replace(is_asked=end.is_asked or is_asked)
            self.ends[key] = end
        return end

    def _test(self, draft: _Draft | None) -> None:
        if draft is not None:
            self.tested.add(".".join(word.text for word in draft.members))

    def _bound(self, target: Node | None, draft: _Draft | None) -> bool:
        """Follow the name, or the names of a pattern, that an expression is bound to."""
        if target is None:
            return True
        if target.type == "identifier":
            self._follow_later(target, draft)
            return True
        if target.type != "object_pattern":
            return False
        pending = [(target, () if draft is None else draft.members)]
        while pending:
            pattern, members = pending.pop()
            for entry in pattern.named_children:
                pending += self._entry(entry, members)
        return True

    def _entry(self, entry: Node, members: tuple[Word, ...]) -> Iterator[tuple[Node, tuple[Word, ...]]]:
        """Note one entry of a pattern; yield the pattern it holds with the members that lead to it."""
        key, value = key_and_value(entry)
        if entry.type == "comment":
            return
        if key is None or value is None:
            self._add(ApiUse(members, span(entry), _nothing(entry), len(members), is_known=False))
            return
        is_quoted = key.type == "string"
        word = (
            Word(string_value(self.text, key), inner(key)) if is_quoted else Word(self._text(key), span(key))
        )
        draft = self._add(ApiUse((*members, word), word.span, _nothing(key), len(members)))
        if value.type == "object_pattern":
            yield value, draft.members
        else:
            self._follow_later(value, draft)

    def _follow_later(self, name: Node, draft: _Draft | None) -> None:
        declaration = self.scopes.declared.get(name.start_byte)
        if declaration is not None and name.start_byte not in self.followed:
            self.followed.add(name.start_byte)
            self.aliases.append((declaration.references, draft))

    def _is_receiver(self, parent: Node) -> bool:
        """Tell whether `my` stands in `my.request.bind(my)`."""
        call = parent.parent if parent.type == "arguments" else None
        function = call.child_by_field_name("function") if call is not None else None
        member = function.child_by_field_name("property") if function is not None else None
        return member is not None and self._text(member) in _BOUND_CALLS

    def _text(self, node: Node) -> str:
        return self.text[node.start_byte : node.end_byte]


def _has_left(parent: Node, node: Node) -> bool:
    return parent.child_by_field_name("left") == node


def _nothing(node: Node) -> Span:
    return Span(node.start_byte, node.start_byte)
