"""Values of another kind than an API takes or answers, as far as they stand in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from miniport import rules
from miniport.checks.answer import Asked, Read, reads
from miniport.checks.config_value import WANTED
from miniport.checks.object_name import object_name
from miniport.checks.reading import Reading
from miniport.diagnostics import Finding
from miniport.likeness import closest
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.host import ApiUse
from miniport.syntax.tree import span

if TYPE_CHECKING:
    from tree_sitter import Node

_TYPES: Mapping[str, str] = {
    "string": "text",
    "template_string": "text",
    "number": "number",
    "true": "boolean",
    "false": "boolean",
    "array": "list",
    "object": "object",
    "arrow_function": "function",
    "function_expression": "function",
}
_COMPARED = regex(
    r"""\s*(===?|!==?)\s*(?:(["'])([^"'\\\n]*)\2|(-?\d[\d.]*)|(true|false))(?![\w$.(\[+*/%-]|\s*[+*/%-])"""
)
_SHOWN = 40
TYPE_WORDS: Mapping[str, tuple[str, str]] = {
    **{kind: (english, chinese) for kind, (english, chinese, _) in WANTED.items()},
    "text": ("a text", "文本"),
    "texts": ("an object of texts", "值为文本的对象"),
}
"""What a type is called, as far as scripts and templates speak of it."""


def type_of(node: Node | None) -> str:
    """Return what a literal is; "" where it is none."""
    return _TYPES.get(node.type, "") if node is not None else ""


def kind_faults(reading: Reading, asked: Asked) -> Iterator[Finding]:
    """Yield what one script gives APIs, or expects of their answers, in another type than theirs."""
    objects = {node.start_byte: node for node in reading.of("object")}
    for use in reading.script.uses:
        row = asked.row(use, asked.reader) if use.is_known and use.members else {}
        for options in use.calls if row else ():
            node = objects.get(options.span.start) if options is not None else None
            if node is not None:
                name = object_name(reading.script.text, use.span.start, reading.file.dialect)
                yield from _given(reading, node, f"{name}.{use.path}", row)
    for use, read in reads(asked):
        yield from _compared(asked, use, read)


def entries(reading: Reading, node: Node) -> Iterator[tuple[str, Node]]:
    """Yield (key, value) of each pair of an object whose key is no expression."""
    for entry in node.named_children:
        key = entry.child_by_field_name("key")
        value = entry.child_by_field_name("value")
        if key is not None and value is not None and key.type in ("property_identifier", "string"):
            yield reading.text(key).strip("\"'"), value


def _given(reading: Reading, node: Node, api: str, row: Mapping[str, object]) -> Iterator[Finding]:
    takes = _by_name(row.get("takes"))
    needed = {str(name)[:-1] for name in cast(list[str], row.get("params") or ()) if str(name).endswith("!")}
    for name, value in entries(reading, node):
        wanted, given = takes.get(name), type_of(value)
        if wanted == "texts" and value.type == "object":
            for inner, each in entries(reading, value):
                if type_of(each) not in ("", "text"):
                    yield _another_type(reading, each, api, f"{name}.{inner}", "text")
        elif wanted == "text" and name in needed and reading.text(value) in ('""', "''", "``"):
            yield rules.PARAMETER_EMPTY.at(span(value), name=api, parameter=name)
        elif wanted is not None and given not in ("", wanted, "object" if wanted == "texts" else wanted):
            yield _another_type(reading, value, api, name, wanted)


def _another_type(reading: Reading, value: Node, api: str, name: str, wanted: str) -> Finding:
    english, chinese = TYPE_WORDS[wanted]
    found = " ".join(reading.text(value).split())
    found = found if len(found) <= _SHOWN else f"{found[:_SHOWN]}…"
    said = {"name": api, "parameter": name, "wanted_en": english, "wanted_zh": chinese, "found": found}
    return rules.PARAMETER_TYPE.at(span(value), **said)


def _by_name(table: object) -> Mapping[str, str]:
    """Return name -> type of a table of types."""
    by_type = cast(Mapping[str, list[str]], table or {})
    return {name: kind for kind, names in by_type.items() for name in names}


def _compared(asked: Asked, use: ApiUse, read: Read) -> Iterator[Finding]:
    row, text = asked.row(use, asked.reader), asked.reading.script.text
    given = _by_name(row.get("gives")).get(read.name)
    known = cast(Mapping[str, list[str]], row.get("answers") or {}).get(read.name)
    name = f"{object_name(text, use.span.start, asked.reading.file.dialect)}.{use.path}"
    for end in read.ends if given is not None or known else ():
        match = _COMPARED.match(text, end)
        if match is None:
            continue
        literal = match[2] + match[3] + match[2] if match[2] else match[4] or match[5]
        found = "text" if match[2] else "number" if match[4] else "boolean"
        start = end - len(read.name) if text.endswith(read.name, 0, end) else read.span.start
        at = Span(start, match.end())
        if given is not None and found != given and len(match[1]) == len("===") and given in TYPE_WORDS:
            english, chinese = TYPE_WORDS[given]
            said = {"name": name, "member": read.name, "found": literal}
            yield rules.ANSWER_TYPE.at(at, **said, wanted_en=english, wanted_zh=chinese)
        elif known and match[2] and match[3] not in known:
            near = next(
                (each for each in known if each.lower() == match[3].lower()), closest(match[3], known)
            )
            if near is not None:
                yield rules.ANSWER_VALUE.at(at, name=name, member=read.name, value=match[3], near=near)
