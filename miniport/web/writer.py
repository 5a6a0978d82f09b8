"""Printing of nested text without recursion: generators that yield text or further generators."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Union

from miniport.facts import Json

Writing = Iterator[Union[str, "Writing"]]
"""Yields pieces of text in order; a nested writing stands for all of its pieces."""

# Line breaks of JavaScript before ES2019 that JSON leaves as they are, and what marks are made of.
_SIGNS = ("\u2028", "\u2029", *map(chr, range(0xFDD0, 0xFDD5)))
_BREAKS = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in _SIGNS})


# `json.dumps` makes an encoder for each call.
as_json = json.JSONEncoder(ensure_ascii=False).encode
"""Returns a value as JSON on one line."""


def written(writing: Writing) -> str:
    """Return the text of a writing; nested ones may be as deep as memory allows."""
    pieces: list[str] = []
    stack = [writing]
    while stack:
        for piece in stack[-1]:
            if not isinstance(piece, str):
                stack.append(piece)
                break
            pieces.append(piece)
        else:
            stack.pop()
    return "".join(pieces)


def listed(parts: list[str | Writing], separator: str = ", ") -> Writing:
    """Yield parts with a separator between them."""
    for number, part in enumerate(parts):
        if number:
            yield separator
        yield part


def literal(value: str | float | bool | None) -> str:
    """Return a constant as JavaScript."""
    text = as_json(value)
    if text.isascii():
        return text
    return text.translate(_BREAKS) if _is_encodable(text) else json.dumps(value)


def indented(value: Json, margin: str = "\n", step: str = " ") -> str:
    """Return a value as JSON, each entry on a line of its own, a step further in than what it is of.

    The module's own encoder does without its C part where it indents, which takes three times as long.
    """
    inner = margin + step
    if isinstance(value, dict) and value:
        entries = [f"{as_json(key)}: {indented(entry, inner, step)}" for key, entry in value.items()]
        return f"{{{inner}{f',{inner}'.join(entries)}{margin}}}"
    if isinstance(value, list | tuple) and value:
        items = [indented(item, inner, step) for item in value]
        return f"[{inner}{f',{inner}'.join(items)}{margin}]"
    return as_json(value)


def property_name(name: str) -> str:
    """Return how a name stands in an object, with quotes where it needs them."""
    return name if name.replace("$", "_").isidentifier() else literal(name)


def plain(json_text: str) -> str:
    """Return a JSON text as JavaScript."""
    return json_text.translate(_BREAKS)


def _is_encodable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)
