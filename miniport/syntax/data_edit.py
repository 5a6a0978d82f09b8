"""Edits that change, add or remove entries of a JSON text and leave every other byte alone."""

from __future__ import annotations

import json
from collections.abc import Collection

from miniport.edit import Edit
from miniport.facts import Json
from miniport.source import Span
from miniport.syntax.data import JsonDocument, Pointer

_INDENT = "  "


def set_value(document: JsonDocument, pointer: Pointer, value: Json, reason: str = "") -> Edit:
    """Return the edit that gives an entry a value; a key that is not there goes behind the last one.

    Raises KeyError where the container of the entry is not in the text.
    """
    if document.has(pointer):
        span = document.span(pointer)
        return Edit(span, _indented(value, _line_indent(document.text, span.start)), reason)
    *parent, key = pointer
    owner = tuple(parent)
    if not document.has(owner) or not isinstance(key, str):
        raise KeyError(pointer)
    return _added(document, owner, key, value, reason)


def rename_key(document: JsonDocument, pointer: Pointer, name: str, reason: str = "") -> Edit:
    """Return the edit that writes another name for a key."""
    return Edit(document.key_span(pointer), json.dumps(name, ensure_ascii=False), reason)


def remove_key(document: JsonDocument, pointer: Pointer, reason: str = "") -> Edit:
    """Return the edit that removes one entry of an object or array, with its comma.

    Several entries of one container go by `remove_keys`: single edits of neighbours would overlap.
    """
    return remove_keys(document, pointer[:-1], {pointer[-1]}, reason)[0]


def remove_keys(
    document: JsonDocument, owner: Pointer, keys: Collection[str | int], reason: str = ""
) -> tuple[Edit, ...]:
    """Return the edits that remove entries of one container, with their commas.

    Keys that are not there are passed over. The edits are in order and do not overlap.
    """
    spans: list[Span] = []
    run: int | None = None
    kept: int | None = None
    entries = document.entries(owner)
    for key, span in entries:
        if key in keys:
            run = span.start if run is None else run
            continue
        if run is not None:
            spans.append(Span(run, span.start))
            run = None
        kept = span.end
    if run is not None:
        container = document.span(owner)
        last = entries[-1][1].end
        spans.append(Span(container.start + 1, container.end - 1) if kept is None else Span(kept, last))
    return tuple(Edit(span, "", reason) for span in spans)


def _added(document: JsonDocument, owner: Pointer, key: str, value: Json, reason: str) -> Edit:
    container, entries = document.span(owner), document.entries(owner)
    name = json.dumps(key, ensure_ascii=False)
    outer = _line_indent(document.text, container.start)
    if not entries:
        inner = outer + _INDENT
        text = f"{{\n{inner}{name}: {_indented(value, inner)}\n{outer}}}"
        return Edit(container, text, reason)
    first, last = entries[0][1], entries[-1][1]
    is_one_line = "\n" not in document.text[container.start : first.start]
    indent = outer if is_one_line else _line_indent(document.text, last.start)
    gap = " " if is_one_line else f"\n{indent}"
    return Edit(Span(last.end, last.end), f",{gap}{name}: {_indented(value, indent)}", reason)


def _line_indent(text: str, at: int) -> str:
    """Return the white space at the start of the line of an offset."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line[: len(line) - len(line.lstrip(" \t"))]


def _indented(value: Json, indent: str) -> str:
    """Return a value's text, its second and further lines moved in."""
    text = json.dumps(value, ensure_ascii=False, indent=_INDENT, allow_nan=False)
    return text.replace("\n", f"\n{indent}")
