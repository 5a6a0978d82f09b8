"""What is handed to setData and read of data: values that do not arrive, paths and names of nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport import rules
from miniport.analyze.app import UnitKind
from miniport.analyze.did_you_mean import meant_words, near_words
from miniport.checks.member_fault import Members
from miniport.checks.reading import Reading, arguments_of, member_of
from miniport.checks.set_data import shown_names
from miniport.diagnostics import Finding
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.tree import span

if TYPE_CHECKING:
    from tree_sitter import Node

_SETTERS = frozenset(("setData", "$spliceData"))
_OWNERS = frozenset(("this", "that", "self", "_this", "me"))
_FUNCTIONS = frozenset(("arrow_function", "function_expression", "generator_function", "method_definition"))
_MADE = frozenset(("Date", "Map", "Set", "WeakMap", "WeakSet", "RegExp", "Promise", "Error"))
_PATH = regex(r"""(?:[^\s.\[\]'"`{}]+)(?:\.[^\s.\[\]'"`{}]+|\[\d+\]|\[(["'])[^"'\]]*\1\])*""")
_COMPUTED_INDEX = regex(r"\[\s*(?:\$\{\s*)?([A-Za-z_$][\w$.]*)\s*\}?\s*\]")
_READ = regex(r"(?:this|that|self|_this)\s*\.\s*data\s*\.\s*([\w$]+)")
_TAKEN = regex(r"\{([^{}]*)\}\s*=\s*(?:this|that|self|_this)\s*\.\s*data\b")
_WRITTEN = regex(r"(?:this|that|self|_this)\s*\.\s*data\s*(?:\.\s*([\w$]+)|\[)\s*[^=;\n]*?(?<![=!<>])=(?!=)")
_TAKEN_NAME = regex(r"(?:^|(?<=[{,]))\s*([A-Za-z_$][\w$]*)\s*(?=[:,=}]|$)")
_WHOLE = regex(r"(?:this|that|self|_this)\s*\.\s*data\s*(?:[,;)\]}]|\[|$)", re.MULTILINE)
_SHOWN = 40


def data_faults(reading: Reading, members: Members) -> Iterator[Finding]:
    """Yield what is wrong with the data of one page or component."""
    if members.unit.kind is UnitKind.APP:
        return
    handed = list(_handed(reading))
    yield from _initial(reading, members)
    for argument in handed:
        if argument.type == "object":
            yield from _of_object(reading, argument)
    yield from _names(reading, members, handed)


def _initial(reading: Reading, members: Members) -> Iterator[Finding]:
    """Yield what the data begin with, are shown, and are no data."""
    shown: frozenset[str] | None = None
    for registration in reading.script.registrations:
        data = registration.options.entry("data") if registration.options is not None else None
        if registration.word != members.unit.kind or data is None or data.options is None:
            continue
        literal = next((n for n in reading.of("object") if n.start_byte == data.options.span.start), None)
        for entry in literal.named_children if literal is not None else ():
            value = entry.child_by_field_name("value")
            if value is not None and (value.type in _FUNCTIONS or _is_made(reading, value)):
                shown = shown_names(members.unit, members.scene) if shown is None else shown
                if reading.text(entry.child_by_field_name("key")) in shown:
                    yield _unseen(reading, value)


def _handed(reading: Reading) -> Iterator[Node]:
    """Yield the first argument of each call of a method that sets data."""
    for call in reading.of("call"):
        owner, member = member_of(call)
        if member is not None and owner is not None and reading.text(member) in _SETTERS:
            given = arguments_of(call)
            if given and reading.text(owner) in _OWNERS:
                yield given[0]


def _of_object(reading: Reading, node: Node) -> Iterator[Finding]:
    for entry in node.named_children:
        if entry.type == "method_definition":
            yield _unseen(reading, entry)
            continue
        key, value = entry.child_by_field_name("key"), entry.child_by_field_name("value")
        if key is not None and key.type == "string":
            yield from _path(reading, key)
        if value is not None:
            yield from _values(reading, value)


def _values(reading: Reading, value: Node) -> Iterator[Finding]:
    """Yield each value, in objects and lists too, of which nothing is left as JSON."""
    pending = [value]
    while pending:
        node = pending.pop()
        if node.type in _FUNCTIONS or node.type == "regex" or _is_made(reading, node):
            yield _unseen(reading, node)
        elif node.type in ("object", "array"):
            pending += (each.child_by_field_name("value") or each for each in node.named_children)


def _is_made(reading: Reading, node: Node) -> bool:
    return node.type == "new_expression" and reading.text(node.child_by_field_name("constructor")) in _MADE


def _unseen(reading: Reading, node: Node) -> Finding:
    found = " ".join(reading.text(node).split())
    return rules.VALUE_NOT_DATA.at(span(node), found=found if len(found) <= _SHOWN else f"{found[:_SHOWN]}…")


def _path(reading: Reading, key: Node) -> Iterator[Finding]:
    """Yield a key that is no path: its index is a name in a plain text, or its signs do not fit."""
    written = reading.text(key)[1:-1]
    if not written or _PATH.fullmatch(written):
        return
    index = _COMPUTED_INDEX.search(written)
    cure = _COMPUTED_INDEX.sub(r"[${\1}]", written)
    if index is not None:
        what = {"cure_en": f"write [`{cure}`]", "cure_zh": f"请写成 [`{cure}`]"}
    else:
        what = {"cure_en": "write it as a.b[0].c", "cure_zh": "请按 a.b[0].c 的形式书写"}
    yield rules.DATA_PATH.at(span(key), path=written, **what)


def _names(reading: Reading, members: Members, handed: list[Node]) -> Iterator[Finding]:
    """Yield each name of data that nothing gives, and each that nothing reads, where it is nearly another."""
    known = _declared(reading, members, "data")
    props = _declared(reading, members, "props") or frozenset()
    if known is None or any(node.type != "object" or _is_open(node) for node in handed):
        return
    text = reading.script.text
    written = {match[1] for match in _WRITTEN.finditer(text)}
    if None in written or "$batchedUpdates" in text:
        return
    keys = [
        (root, node)
        for argument in handed
        for node in _keys(argument)
        if (root := _root(reading, node)) and root not in known
    ]
    given = known | {root for root, _ in keys} | {name for name in written if name}
    for name, at in _asked(text):
        near = meant_words(f"this.props.{name}") if name in props else near_words(name, known)
        if name not in given and near["near_en"]:
            yield rules.DATA_NOT_THERE.at(at, name=name, **near)
    if _WHOLE.search(_TAKEN.sub("", text)) is not None:
        return
    read = shown_names(members.unit, members.scene) | {match[1] for match in _READ.finditer(text)}
    read |= {word for match in _TAKEN.finditer(text) for word in re.findall(r"[\w$]+", match[1])}
    for root, node in keys:
        near = near_words(root, known)
        if root not in read and near["near_en"]:
            yield rules.DATA_NOT_READ.at(span(node), name=root, **near)


def _asked(text: str) -> Iterator[tuple[str, Span]]:
    """Yield each name that is read of data, by a dot or by a pattern."""
    for match in _READ.finditer(text):
        yield match[1], Span(*match.span(1))
    for match in _TAKEN.finditer(text):
        for word in _TAKEN_NAME.finditer(text, match.start(1), match.end(1)):
            yield word[1], Span(*word.span(1))


def _declared(reading: Reading, members: Members, group: str) -> frozenset[str] | None:
    """Return the names that the data, or the props, of a unit begin with; None where they are not known."""
    for registration in reading.script.registrations:
        options = registration.options
        if registration.word != members.unit.kind or options is None:
            continue
        data = options.entry(group)
        is_mixed = any(options.entry(name) is not None for name in ("mixins", "behaviors"))
        if options.is_open or is_mixed:
            return None
        if data is None:
            return frozenset()
        if data.options is None or data.options.is_open:
            return None
        return frozenset(entry.name for entry in data.options.entries)
    return None


def _is_open(node: Node) -> bool:
    """Tell whether an object holds keys that its text does not name."""
    for entry in node.named_children:
        key = entry.child_by_field_name("key")
        if entry.type == "spread_element" or (key is not None and key.type == "computed_property_name"):
            return True
    return False


def _keys(node: Node) -> Iterator[Node]:
    for entry in node.named_children:
        key = entry.child_by_field_name("key")
        if entry.type == "shorthand_property_identifier":
            yield entry
        elif key is not None:
            yield key


def _root(reading: Reading, key: Node) -> str:
    word = re.match(r"[\"'`]?([\w$]+)", reading.text(key))
    return word[1] if word is not None else ""
