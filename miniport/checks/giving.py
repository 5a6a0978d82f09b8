"""What a script gives away of the API object: itself, or a function that calls its members by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from miniport.analyze.app import File
from miniport.regex import regex
from miniport.syntax.linkage import ExportDefault
from miniport.syntax.script_tree import Script
from miniport.syntax.tree import parse

if TYPE_CHECKING:
    from tree_sitter import Node

WHOLE = "*"
"""Stands for the module itself, as `require` gives it."""

Gift = int | None
"""Which argument of a function is the name of an API; None for the API object itself."""

_FUNCTIONS = frozenset(("function_declaration", "function_expression", "arrow_function", "method_definition"))


def given(file: File) -> Mapping[str, Gift]:
    """Return the exports of a script that lead to the API object."""
    tree = file.tree
    own = file.dialect.namespace
    if not isinstance(tree, Script) or own not in tree.text or "export" not in tree.text:
        return {}
    if _whole(own).search(tree.text) is None:
        # Only members of it are named, as in nearly every script.
        return {}
    found: dict[str, Gift] = {}
    for local, gift in (*_names_of(own, tree.text), *callers(file)):
        for name in _exported(local, tree):
            found[name] = gift
    return found


@lru_cache(maxsize=16)
def _whole(own: str) -> re.Pattern[str]:
    """Return what finds a name with no member behind it. It comes first, so that the search skips to it."""
    name = re.escape(own)
    return re.compile(rf"{name}(?<![\w$.]{name})(?![\w$]|\s*\.)")


def _names_of(own: str, text: str) -> Iterator[tuple[str, Gift]]:
    """Yield the object's name, and each name that is made for it."""
    yield own, None
    made = re.compile(rf"\b(?:const|let|var)\s+([\w$]+)\s*=\s*{own}\s*(?:;|$)", re.MULTILINE)
    yield from ((match[1], None) for match in made.finditer(text))


def callers(file: File) -> Iterator[tuple[str, Gift]]:
    """Yield each function of a script that calls an API by its name, with the place of that argument."""
    tree = file.tree
    if not isinstance(tree, Script):
        return
    computed = [use for use in tree.uses if not use.is_known and not use.members]
    if not any(re.match(r"\s*\[", tree.text[use.object.end : use.object.end + 8]) for use in computed):
        return
    root = parse(tree.text, tree.language)
    for use in computed:
        node = root.descendant_for_byte_range(use.object.start, use.object.end)
        member = node.parent if node is not None else None
        if member is None or member.type != "subscript_expression":
            continue
        index = member.child_by_field_name("index")
        name = tree.text[index.start_byte : index.end_byte] if index is not None else ""
        found = _caller(member, name, tree.text)
        if found is not None:
            yield found


def _caller(at: Node, name: str, text: str) -> tuple[str, int] | None:
    """Return the name of the function around a node, and which of its parameters is called `name`."""
    function = at.parent
    while function is not None:
        if function.type in _FUNCTIONS:
            parameters = _parameters(function, text)
            if name in parameters:
                called = _name(function, text)
                return (called, parameters.index(name)) if called else None
        function = function.parent
    return None


def _parameters(function: Node, text: str) -> list[str]:
    single = function.child_by_field_name("parameter")
    listed = function.child_by_field_name("parameters")
    nodes = [single] if single is not None else listed.named_children if listed is not None else []
    return [text[node.start_byte : node.end_byte] for node in nodes]


def _name(function: Node, text: str) -> str:
    named = function.child_by_field_name("name")
    if named is None and function.parent is not None and function.parent.type == "variable_declarator":
        named = function.parent.child_by_field_name("name")
    if named is None and function.parent is not None and function.parent.type == "assignment_expression":
        # `exports.call = (name) => …`
        left = function.parent.child_by_field_name("left")
        return text[left.start_byte : left.end_byte] if left is not None else ""
    return text[named.start_byte : named.end_byte] if named is not None else ""


_EXPORTS = regex(r"(?:module\s*\.\s*)?exports\s*\.\s*([\w$]+)")


def _exported(local: str, script: Script) -> Iterator[str]:
    """Yield the names under which a script exports one of its own."""
    text = script.text
    direct = _EXPORTS.fullmatch(local)
    if direct is not None:
        yield direct[1]
        return
    yield from (each.name for each in script.exports if each.local == local)
    for statement in script.statements:
        if isinstance(statement, ExportDefault):
            value = text[statement.value.start : statement.value.end].strip().rstrip(";")
            if local in (value, statement.name):
                yield "default"
    if "exports" not in text:
        return
    own = re.escape(local)
    if re.search(rf"\bmodule\s*\.\s*exports\s*=\s*{own}\s*(?:;|$)", text, re.MULTILINE):
        yield WHOLE
        yield "default"
    for match in re.finditer(rf"\bexports\s*\.\s*([\w$]+)\s*=\s*{own}\s*(?:;|$)", text, re.MULTILINE):
        yield match[1]
    for match in re.finditer(r"\bmodule\s*\.\s*exports\s*=\s*\{([^{}]*)\}", text):
        for entry in re.finditer(rf"(?:^|,)\s*(?:([\w$]+)\s*:\s*)?{own}\s*(?=,|$)", match[1]):
            yield entry[1] or local
