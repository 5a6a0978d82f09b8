"""Fields of classes for engines without them: each becomes a method that defines it, under a name of its own.

A method stays where the field was, so `this`, `super` and the names around mean what they meant, and the
value's text keeps its place. Instances call theirs as soon as they have `this`, classes when they are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport.syntax.level_text import LISTS, Drafts, start_of

if TYPE_CHECKING:
    from tree_sitter import Node

_FIELDS = ("field_definition", "class_static_block")
# What has a `this` or a `super` of its own.
_OWNERS = (
    "function_declaration",
    "function_expression",
    "generator_function_declaration",
    "generator_function",
    "class_body",
)
_LOOPS = ("for_statement", "for_in_statement", "while_statement", "do_statement")


def lower_fields(drafts: Drafts, body: Node) -> Iterator[tuple[str, Node]]:
    """Lower the fields of a class body; where one cannot be, lower none and yield why, with the field."""
    whole = body.parent
    members = [each for each in body.named_children if each.type in _FIELDS]
    if whole is None or not members or any(_is_private(each) for each in body.named_children):
        # What is private is told of by itself.
        return
    name = _name(drafts, whole)
    found = [(why, each) for each in members if (why := _hindrance(drafts, whole, each, name))]
    yield from found
    if found:
        return
    calls: dict[bool, list[str]] = {False: [], True: []}
    for member in members:
        symbol = drafts.name(whole, "Symbol()")
        _make_method(drafts, member, symbol)
        calls[_is_static(member)].append(f"[{symbol}]()")
    if calls[False]:
        _call_when_made(drafts, body, [f"this{call}" for call in calls[False]], is_derived=_is_derived(whole))
    if calls[True]:
        drafts.insert(whole.end_byte, "".join(f"; {name}{call}" for call in calls[True]) + ";")


def _hindrance(drafts: Drafts, whole: Node, member: Node, name: str) -> str:
    """Return the kind of finding of a member that is not lowered, "" for one that is."""
    key = member.child_by_field_name("property")
    if key is not None and (key.type == "computed_property_name" or "__proto__" in _text(drafts, key)):
        return "computed"
    if _is_static(member) and not name:
        return "static"
    # A class that derives from its own last turn would share its names with it.
    return "looped" if _is_derived(whole) and _is_in_loop(whole) else ""


def _make_method(drafts: Drafts, member: Node, symbol: str) -> None:
    key, value = member.child_by_field_name("property"), member.child_by_field_name("value")
    if key is None:
        body = member.child_by_field_name("body")
        assert body is not None
        drafts.replace(member.start_byte, body.start_byte, f"static [{symbol}]() ")
        return
    name = _text(drafts, key)
    quoted = f'"{name}"' if key.type == "property_identifier" else name
    head = (
        f"[{symbol}]() {{ Object.defineProperty(this, {quoted}, Object.getOwnPropertyDescriptor({{ {name}: "
    )
    tail = f" }}, {quoted})); }}"
    if value is None:
        drafts.replace(key.start_byte, key.end_byte, f"{head}void 0{tail}")
        return
    drafts.replace(key.start_byte, value.start_byte, head)
    drafts.wrap(value.start_byte, value.end_byte, "", tail)


def _call_when_made(drafts: Drafts, body: Node, calls: list[str], *, is_derived: bool) -> None:
    """Call what defines the fields of an instance: first of all, or behind each call of super."""
    constructor = next((each for each in body.named_children if _is_constructor(drafts, each)), None)
    if constructor is None:
        given = "super(...arguments); " if is_derived else ""
        drafts.insert(body.start_byte + 1, f" constructor() {{ {given}{'; '.join(calls)}; }}")
        return
    inner = constructor.child_by_field_name("body")
    assert inner is not None
    if not is_derived:
        at = start_of(drafts.text, inner)
        is_directive = drafts.text[at - 1] not in "{;\n"
        drafts.insert(at, f"{'; ' if is_directive else ' '}{'; '.join(calls)};")
        return
    for call in _super_calls(constructor):
        is_statement = call.parent is not None and call.parent.type == "expression_statement"
        behind = f", {', '.join(calls)}"
        drafts.wrap(
            call.start_byte,
            call.end_byte,
            "" if is_statement else "(",
            behind if is_statement else f"{behind}, this)",
        )


def _super_calls(node: Node) -> Iterator[Node]:
    """Yield the calls of super that a constructor makes itself."""
    pending = list(node.children)
    while pending:
        each = pending.pop()
        called = each.child_by_field_name("function") if each.type == "call_expression" else None
        if called is not None and called.type == "super":
            yield each
        if each.type not in _OWNERS:
            pending.extend(each.children)


def _name(drafts: Drafts, whole: Node) -> str:
    """Return the name by which the code behind a class reads it, "" where there is none."""
    name, parent = whole.child_by_field_name("name"), whole.parent
    if whole.type == "class_declaration":
        return _text(drafts, name) if name is not None else ""
    if parent is None or parent.type != "variable_declarator" or parent.child_by_field_name("value") != whole:
        return ""
    target, declaration = parent.child_by_field_name("name"), parent.parent
    around = declaration.parent if declaration is not None else None
    is_alone = declaration is not None and declaration.named_children == [parent]
    is_listed = around is not None and around.type in (*LISTS, "export_statement")
    is_plain = target is not None and target.type == "identifier"
    return _text(drafts, target) if target is not None and is_plain and is_alone and is_listed else ""


def _is_private(member: Node) -> bool:
    key = member.child_by_field_name("property") or member.child_by_field_name("name")
    return key is not None and key.type == "private_property_identifier"


def _is_static(member: Node) -> bool:
    return member.type == "class_static_block" or any(child.type == "static" for child in member.children)


def _is_derived(whole: Node) -> bool:
    return any(child.type == "class_heritage" for child in whole.children)


def _is_constructor(drafts: Drafts, member: Node) -> bool:
    name = member.child_by_field_name("name") if member.type == "method_definition" else None
    is_static = any(child.type == "static" for child in member.children)
    return name is not None and not is_static and _text(drafts, name).strip("\"'") == "constructor"


def _is_in_loop(node: Node) -> bool:
    at = node.parent
    while at is not None and at.type not in (*_OWNERS, "arrow_function", "method_definition"):
        if at.type in _LOOPS:
            return True
        at = at.parent
    return False


def _text(drafts: Drafts, node: Node) -> str:
    return drafts.text[node.start_byte : node.end_byte]
