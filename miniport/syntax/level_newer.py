"""What a script holds that is newer than a level: lowered, or told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from miniport import rules
from miniport.diagnostics import Finding
from miniport.edit import Edit
from miniport.source import Span
from miniport.syntax.hollow import parse_hollow
from miniport.syntax.level_chain import lower_chain, surround, top_of
from miniport.syntax.level_class import lower_fields
from miniport.syntax.level_text import Drafts
from miniport.syntax.tree import Captures, captures, span

if TYPE_CHECKING:
    from tree_sitter import Node

# What each level brought. Only what is newer than a level is asked for: each question takes time to be put.
_NEWER = {
    "es2016": """
[(binary_expression operator: "**") (augmented_assignment_expression operator: "**=")] @power
""",
    "es2017": """
[(function_declaration "async") (function_expression "async") (arrow_function "async")
 (method_definition "async")] @async
""",
    "es2018": """
[(object (spread_element)) (object_pattern (rest_pattern))] @spread
(for_in_statement "await") @loop
[(generator_function "async") (generator_function_declaration "async")] @generator
""",
    "es2019": "(catch_clause !parameter) @catch",
    "es2020": """
(optional_chain) @chain
"??" @nullish
(namespace_export) @star
""",
    "es2021": """
["??=" "||=" "&&="] @logical
(number) @number
""",
    "es2022": """
[(field_definition) (class_static_block)] @fields
(private_property_identifier) @private
""",
}

# What these find is a part of what is meant: the patterns of what most scripts are asked for have one node
# each, since more take the grammar longer to work out than to look through a script.
_WHOLES = {
    "nullish": frozenset(("binary_expression",)),
    "star": frozenset(("export_statement",)),
    "logical": frozenset(("augmented_assignment_expression",)),
    "fields": frozenset(("class_body",)),
    "private": frozenset(("field_definition", "method_definition")),
}

# What is not lowered here: capture -> level, name in English and Chinese.
_CONSTRUCTS = {
    "power": ("es2016", "an exponent (**)", "指数运算（**）"),
    "async": ("es2017", "an async function", "async 函数"),
    "spread": ("es2018", "a spread or rest of an object", "对象的展开或剩余属性"),
    "loop": ("es2018", "a loop that awaits (for await)", "for await 循环"),
    "generator": ("es2018", "an async generator", "异步生成器"),
    "number": ("es2020", "a big integer (10n)", "大整数（10n）"),
    "star": ("es2020", "an export of a namespace (export * as)", "命名空间导出（export * as）"),
    "private": ("es2022", "a private member (#name)", "私有成员（#name）"),
    "computed": ("es2022", "a class field with a computed name", "名称为表达式的类字段"),
    "static": ("es2022", "a static field of a class without a name of its own", "无名类的静态字段"),
    "looped": ("es2022", "a field of a class that a loop derives", "循环中派生的类的字段"),
}


def lowered(text: str, level: str) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """Return the edits that lower a script to a level, and what of it is too new for that."""
    query = "".join(patterns for since, patterns in _NEWER.items() if since > level)
    found = captures(parse_hollow(text), query)
    found |= {kind: _wholes(found[kind], kinds) for kind, kinds in _WHOLES.items() if kind in found}
    drafts = Drafts(text)
    if level < "es2020":
        _chains_and_nullish(drafts, found)
    if level < "es2021":
        for node in found.get("logical", ()):
            _logical(drafts, node)
        for node in found.get("number", ()):
            _number(drafts, node)
    if level < "es2019":
        for node in found.get("catch", ()):
            at = node.start_byte + len("catch")
            drafts.replace(at, at, f" ({_unused(text)})")
    if level < "es2022":
        for node in found.get("fields", ()):
            for kind, member in lower_fields(drafts, node):
                found.setdefault(kind, []).append(member)
    return drafts.finished(), tuple(_too_new(text, found, level))


def _wholes(parts: Iterable[Node], kinds: frozenset[str]) -> list[Node]:
    """Return what of some kinds some parts stand right in, each once, in text order, outer ones first."""
    wholes = {whole.id: whole for part in parts if (whole := part.parent) is not None and whole.type in kinds}
    return sorted(wholes.values(), key=lambda node: (node.start_byte, -node.end_byte))


def _too_new(text: str, found: Captures, level: str) -> Iterator[Finding]:
    for kind, (since, en, zh) in _CONSTRUCTS.items():
        for node in sorted(found.get(kind, ()), key=span) if since > level else ():
            if kind == "number" and text[node.end_byte - 1] != "n":
                continue
            end = text.find("\n", node.start_byte, node.end_byte)
            place = Span(node.start_byte, node.end_byte if end < 0 else end)
            yield rules.SYNTAX_TOO_NEW.at(place, found_en=en, found_zh=zh, since=since, level=level)


def _chains_and_nullish(drafts: Drafts, found: Captures) -> None:
    tops: dict[int, tuple[Node, list[Node]]] = {}
    for sign in sorted(found.get("chain", ()), key=span):
        link = sign.parent
        if link is not None:
            top = top_of(link)
            tops.setdefault(top.id, (top, []))[1].append(link)
    for top, links in tops.values():
        lower_chain(drafts, top, links)
    for node in found.get("nullish", ()):
        _nullish(drafts, node)


_SIMPLE = ("identifier", "this")
_CONSTANT = ("string", "number")


def _nullish(drafts: Drafts, node: Node) -> None:
    left, sign = node.child_by_field_name("left"), node.child_by_field_name("operator")
    if left is None or sign is None:
        return
    surround(drafts, node, node.start_byte, node.end_byte)
    name = _named(drafts, left, node)
    drafts.replace(sign.start_byte, sign.end_byte, f"!= null ? {name} :")


def _logical(drafts: Drafts, node: Node) -> None:
    left, sign = node.child_by_field_name("left"), node.child_by_field_name("operator")
    right = node.child_by_field_name("right")
    if left is None or sign is None or right is None:
        return
    surround(drafts, node, node.start_byte, node.end_byte)
    target = drafts.text[left.start_byte : left.end_byte]
    owner = left.child_by_field_name("object")
    if owner is not None:
        target = _member(drafts, left, owner, node)
    operator = drafts.text[sign.start_byte : sign.end_byte - 1]
    if operator == "??":
        name = target if owner is None else drafts.name(node)
        if owner is not None:
            drafts.wrap(left.start_byte, left.end_byte, f"({name} = ", ")")
        operator = f"!= null ? {name} :"
    drafts.replace(sign.start_byte, sign.end_byte, f"{operator} ({target} =")
    drafts.wrap(right.start_byte, right.end_byte, "", ")")


def _member(drafts: Drafts, left: Node, owner: Node, node: Node) -> str:
    """Return the second spelling of a member that is read and then written; its parts get names."""
    text = drafts.text
    is_super = owner.type == "super"
    name = text[owner.start_byte : owner.end_byte] if is_super else _named(drafts, owner, node)
    index = left.child_by_field_name("index")
    if index is None:
        return f"{name}{text[owner.end_byte : left.end_byte]}"
    if index.type in _CONSTANT:
        return f"{name}[{text[index.start_byte : index.end_byte]}]"
    key = drafts.name(node)
    drafts.wrap(index.start_byte, index.end_byte, f"{key} = ", "")
    return f"{name}[{key}]"


def _named(drafts: Drafts, value: Node, node: Node) -> str:
    """Return how a value is written a second time, giving it a name where it has none."""
    if value.type in _SIMPLE:
        return drafts.text[value.start_byte : value.end_byte]
    name = drafts.name(node)
    drafts.wrap(value.start_byte, value.end_byte, f"({name} = ", ")")
    return name


def _number(drafts: Drafts, node: Node) -> None:
    text = drafts.text[node.start_byte : node.end_byte]
    if "_" in text:
        drafts.replace(node.start_byte, node.end_byte, text.replace("_", ""))


def _unused(text: str) -> str:
    name = "_e"
    while name in text:
        name += "_"
    return name
