"""The calls by which a script registers an app, a page, a component or a mixin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from miniport.frozen import frozen
from miniport.source import Span
from miniport.syntax.options import Options, Word, first_argument, read_options
from miniport.syntax.scope import Reference, Scopes
from miniport.syntax.tree import span

if TYPE_CHECKING:
    from tree_sitter import Node


@frozen(slots=True)
class Registration:
    """One mention of a registering function.

    `word` is the neutral word (`page`), `function` the name as written, `span` the call.
    `options`: the object literal it is given, directly, by a constant's name, or inside another call.
    `is_known`: false where other entries may be added, or the function is not called but passed on.
    """

    word: str
    function: Word
    span: Span
    options: Options | None
    is_known: bool


def read_registrations(
    text: str, root: Node, scopes: Scopes, functions: Iterable[tuple[str, str]]
) -> tuple[Registration, ...]:
    """Return the registrations of a parsed script in text order; `functions` pairs name and neutral word."""
    found = [
        _registration(text, root, scopes, word, reference)
        for name, word in functions
        for reference in scopes.free.get(name, ())
    ]
    return tuple(sorted(found, key=lambda registration: registration.span))


def _registration(text: str, root: Node, scopes: Scopes, word: str, reference: Reference) -> Registration:
    function = Word(text[reference.start : reference.end], reference.span)
    node = root.descendant_for_byte_range(reference.start, reference.end)
    call = node.parent if node is not None and reference.is_callee else None
    if call is None or call.type != "call_expression":
        return Registration(word, function, reference.span, None, is_known=False)
    argument = first_argument(call)
    literal = _literal(root, scopes, argument)
    if literal is not None:
        options = read_options(text, literal)
        is_known = not options.is_open and (argument is literal or _is_used_once(scopes, argument))
        return Registration(word, function, span(call), options, is_known=is_known)
    wrapped = next(_objects_in_calls(argument), None)
    return Registration(
        word, function, span(call), None if wrapped is None else read_options(text, wrapped), is_known=False
    )


def _literal(root: Node, scopes: Scopes, argument: Node | None) -> Node | None:
    """Return the object an argument is, or that the constant it names is."""
    if argument is None or argument.type == "object":
        return argument
    name = root.descendant_for_byte_range(argument.start_byte, argument.end_byte)
    if argument.type != "identifier" or name is None:
        return None
    for declaration in scopes.top.values():
        if any(reference.start == argument.start_byte for reference in declaration.references):
            declared = root.descendant_for_byte_range(declaration.start, declaration.span.end)
            parent = declared.parent if declared is not None else None
            value = parent.child_by_field_name("value") if parent is not None else None
            is_object = parent is not None and parent.type == "variable_declarator"
            return value if is_object and value is not None and value.type == "object" else None
    return None


def _is_used_once(scopes: Scopes, argument: Node | None) -> bool:
    """Tell whether nothing but this argument uses the constant it names, so that none adds to it."""
    at = -1 if argument is None else argument.start_byte
    for declaration in scopes.top.values():
        if any(reference.start == at for reference in declaration.references):
            return len(declaration.references) == 1
    return False


def _objects_in_calls(node: Node | None) -> Iterator[Node]:
    """Yield the object literals among the arguments of nested calls: `connect(state)({…})`, `wrap({…})`."""
    pending = [] if node is None else [node]
    while pending:
        at = pending.pop()
        if at.type == "object":
            yield at
        elif at.type == "call_expression":
            arguments = at.child_by_field_name("arguments")
            pending += [] if arguments is None else arguments.named_children
