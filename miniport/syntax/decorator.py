"""Decorators: every parser reads them, and no engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from miniport import rules
from miniport.diagnostics import Finding
from miniport.regex import regex

if TYPE_CHECKING:
    from tree_sitter import Node

# In comments, where most such signs stand, something comes before it.
_SIGN = regex(r"@(?<=[\s;{}()]@)(?<![*/] @)[\w$(]")


def left_decorators(text: str) -> Iterator[Finding]:
    """Yield a finding for each decorator of a script: those that are compiled are gone by then."""
    found = tuple(decorators(text))
    if not found:
        return
    from miniport.syntax.broken import first_line
    from miniport.syntax.tree import span

    for node in found:
        line = first_line(text, span(node))
        yield rules.DECORATOR_LEFT.at(line, found=text[line.start : line.end][:60].strip())


def decorators(text: str) -> Iterable[Node]:
    """Return the decorators of a script, in text order; it is parsed where it seems to have any."""
    if "class" not in text or _SIGN.search(text) is None:
        return ()
    from miniport.syntax.hollow import parse_hollow
    from miniport.syntax.tree import captures

    return captures(parse_hollow(text), "(decorator) @found").get("found", ())
