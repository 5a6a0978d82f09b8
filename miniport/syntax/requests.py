"""The requests a script makes by `require(…)`, `require.async(…)` and `import(…)`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport.enumeration import StrEnum
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.literals import inner, is_static, pattern, string_value
from miniport.syntax.scope import Scopes
from miniport.syntax.tree import captures, span

if TYPE_CHECKING:
    from tree_sitter import Node


class How(StrEnum):
    """The ways of asking for a module in an expression; ASYNC is `require.async(…)`."""

    REQUIRE = "require"
    IMPORT = "import"
    ASYNC = "async"


@frozen(slots=True)
class Request:
    """One request.

    `request`: its value; where `is_dynamic`, a pattern with `*` for each part that is not known.
    `span`: the text between the quotes; of a dynamic one, the whole argument.
    `callee`: the words before the parenthesis.
    """

    how: How
    request: str
    span: Span
    callee: Span
    is_dynamic: bool = False


# The word comes first, so that the search skips from one to the next.
_IMPORT_CALL = regex(r"import(?<!\wimport)\s*(?:/\*[\s\S]*?\*/\s*)*\(")
_IMPORT_CALLS = "(call_expression function: (import)) @call"
_MEMBERS = {"async": How.ASYNC}


def read_requests(text: str, root: Node, scopes: Scopes | None) -> tuple[Request, ...]:
    """Return the requests of a parsed script in text order; without scopes, only those by `import(…)`."""
    found: list[Request] = []
    for reference in scopes.free.get("require", ()) if scopes is not None else ():
        node = root.descendant_for_byte_range(reference.start, reference.end)
        if node is not None:
            found += _by_require(text, node)
    if _IMPORT_CALL.search(text):
        for call in captures(root, _IMPORT_CALLS).get("call", ()):
            callee = call.child_by_field_name("function")
            if callee is not None:
                found += _of_call(text, call, How.IMPORT, span(callee))
    return tuple(sorted(found, key=lambda request: request.span))


def _by_require(text: str, node: Node) -> Iterator[Request]:
    how, callee = How.REQUIRE, node
    parent = node.parent
    if parent is not None and parent.type == "member_expression" and parent.start_byte == node.start_byte:
        member = parent.child_by_field_name("property")
        if member is None or (word := text[member.start_byte : member.end_byte]) not in _MEMBERS:
            return
        how, callee, parent = _MEMBERS[word], parent, parent.parent
    if (
        parent is not None
        and parent.type == "call_expression"
        and parent.child_by_field_name("function") == callee
    ):
        yield from _of_call(text, parent, how, span(callee))


def _of_call(text: str, call: Node, how: How, callee: Span) -> Iterator[Request]:
    arguments = call.child_by_field_name("arguments")
    values = (
        [] if arguments is None else [child for child in arguments.named_children if child.type != "comment"]
    )
    if not values:
        return
    choices = _choices(values[0])
    if all(is_static(choice) for choice in choices):
        for choice in choices:
            yield Request(how, string_value(text, choice), inner(choice), callee)
    else:
        yield Request(how, pattern(text, values[0]), span(values[0]), callee, is_dynamic=True)


def _choices(node: Node) -> list[Node]:
    """Return what `a ? b : c` and parentheses may yield, in text order."""
    found, pending = [], [node]
    while pending:
        at = pending.pop()
        if at.type == "parenthesized_expression" and at.named_child_count == 1:
            pending.append(at.named_children[0])
        elif at.type == "ternary_expression":
            halves = (at.child_by_field_name("alternative"), at.child_by_field_name("consequence"))
            pending += [half for half in halves if half is not None]
        else:
            found.append(at)
    return found
