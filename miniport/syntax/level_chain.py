"""Optional chains as conditions: each part is evaluated once, and calls keep their `this`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miniport.syntax.level_text import Drafts

if TYPE_CHECKING:
    from tree_sitter import Node

_MEMBERS = ("member_expression", "subscript_expression")
_SIMPLE = ("identifier", "this")
# Where a condition needs no parentheses.
_ROOMY = (
    "expression_statement",
    "parenthesized_expression",
    "arguments",
    "return_statement",
    "template_substitution",
    "array",
    "pair",
    "spread_element",
)


def lower_chain(drafts: Drafts, top: Node, links: list[Node]) -> None:
    """Lower one chain: `top` is all of it, `links` its optional members and calls from left to right."""
    start = top.start_byte
    unary = _deleted(top)
    outer = unary or top
    if unary is not None:
        drafts.replace(unary.start_byte, start, "")
    surround(drafts, outer, start, top.end_byte)
    receivers: list[str] = []
    for at, link in enumerate(links):
        owner = _owner(link)
        is_reused = at == 0 and owner.type in _SIMPLE
        name = drafts.text[owner.start_byte : owner.end_byte] if is_reused else drafts.name(link)
        if not is_reused:
            drafts.wrap(start, owner.end_byte, f"({name} = ", ")")
        receivers.append(name)
        is_deleted = unary is not None and at == len(links) - 1
        test = f" == null ? {'true : delete ' if is_deleted else 'void 0 : '}{name}"
        _replace_link(drafts, link, test, receivers)
    _bind(drafts, top, links, receivers)


def _replace_link(drafts: Drafts, link: Node, test: str, receivers: list[str]) -> None:
    sign = next(child for child in link.children if child.type == "optional_chain")
    if link.type == "member_expression":
        drafts.replace(sign.start_byte, sign.end_byte, f"{test}.")
        return
    owner = _owner(link)
    if link.type == "call_expression" and owner.type in _MEMBERS:
        this = _this(drafts, owner, receivers[-2] if len(receivers) > 1 else "")
        _call(drafts, link, f"{test}.call({this}", sign.start_byte)
        return
    drafts.replace(sign.start_byte, sign.end_byte, test)


def _call(drafts: Drafts, call: Node, head: str, start: int) -> None:
    arguments = call.child_by_field_name("arguments")
    assert arguments is not None
    has_any = any(child.type != "comment" for child in arguments.named_children)
    drafts.replace(start, arguments.start_byte + 1, f"{head}{', ' if has_any else ''}")


def _this(drafts: Drafts, member: Node, receiver: str) -> str:
    """Return what a member is read of; `receiver` is its name where the member itself is optional."""
    owner = _owner(member)
    if any(child.type == "optional_chain" for child in member.children):
        return receiver
    if owner.type in _SIMPLE:
        return drafts.text[owner.start_byte : owner.end_byte]
    if owner.type == "super":
        return "this"
    name = drafts.name(member)
    drafts.wrap(member.start_byte, owner.end_byte, f"({name} = ", ")")
    return name


def _bind(drafts: Drafts, top: Node, links: list[Node], receivers: list[str]) -> None:
    """Keep `this` in `(a?.b)()`."""
    around = top.parent
    call = around.parent if around is not None and around.type == "parenthesized_expression" else None
    if call is None or call.type != "call_expression" or call.child_by_field_name("function") != around:
        return
    if top.type in _MEMBERS and around is not None:
        this = _this(drafts, top, receivers[-1] if links[-1] == top else "")
        _call(drafts, call, f".call({this}", around.end_byte)


def surround(drafts: Drafts, node: Node, start: int, end: int) -> None:
    """Put a condition that takes the place of a node in parentheses, where it needs them."""
    parent, at = node.parent, node
    is_roomy = parent is not None and (
        parent.type in _ROOMY
        or (parent.type == "variable_declarator" and parent.child_by_field_name("value") == node)
        or (parent.type == "assignment_expression" and parent.child_by_field_name("right") == node)
        or (parent.type == "arrow_function" and parent.child_by_field_name("body") == node)
    )
    if not is_roomy:
        drafts.wrap(start, end, "(", ")")
    while (parent := at.parent) is not None and parent.start_byte == node.start_byte:
        if parent.type == "expression_statement":
            drafts.guard(parent, node.start_byte)
        at = parent


def _owner(link: Node) -> Node:
    owner = link.child_by_field_name("object") or link.child_by_field_name("function")
    assert owner is not None
    return owner


def _deleted(top: Node) -> Node | None:
    parent = top.parent
    is_deleted = (
        parent is not None
        and parent.type == "unary_expression"
        and parent.children[0].type == "delete"
        and top.type in _MEMBERS
    )
    return parent if is_deleted else None


def top_of(link: Node) -> Node:
    """Return the whole chain that an optional member or call is part of."""
    at = link
    while (parent := at.parent) is not None:
        is_part = parent.type in (*_MEMBERS, "call_expression") and (
            parent.child_by_field_name("object") == at or parent.child_by_field_name("function") == at
        )
        if not is_part:
            return at
        at = parent
    return at
