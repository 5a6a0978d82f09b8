"""Texts that may hold types and hold none: about half of what is written in TypeScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miniport.regex import regex
from miniport.syntax.hollow import bare, parse_hollow

if TYPE_CHECKING:
    from tree_sitter import Node

# How types are mostly written. To look for these costs next to nothing; a parse in vain does not.
_SIGNS = (
    *(": any", ": string", ": number", ": boolean", ": void", "?: ", "): ", " as ", "!.", "!)"),
    *("interface ", "type ", "enum ", "private ", "public ", "readonly ", "implements ", "declare "),
    *("Array<", "Promise<", "Record<"),
)
# JavaScript as well, and another program: `f<T>(x)` compares, `<T>x` is markup.
_CALLED = regex(r"(?<!=)>\s*[(`]")
_OTHERS = ("</", "/>", "<!--")


def untyped_root(text: str) -> Node | None:
    """Return the tree of a TypeScript text as JavaScript where that is the same program, else None."""
    code = bare(text)
    if any(map(code.__contains__, _SIGNS)) or _reads_otherwise(code):
        return None
    root = parse_hollow(text)
    return None if root.has_error else root


def _reads_otherwise(text: str) -> bool:
    """Tell whether JavaScript may take something in a text for something else, or knows what has to go."""
    # Decorators are in both languages, and in no engine.
    if "@" in text and "class" in text:
        return True
    opened = text.find("<")
    return opened >= 0 and (_CALLED.search(text, opened) is not None or any(map(text.__contains__, _OTHERS)))
