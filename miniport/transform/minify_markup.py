"""A template without comments, and without indentation where it is nothing but that."""

from __future__ import annotations

import re

from miniport.dialect import Dialect
from miniport.edit import Edit, apply
from miniport.source import Span
from miniport.syntax.markup import parse_markup
from miniport.syntax.markup_tree import Comment, Text, walk_nodes

_INDENT = re.compile(r"[ \t\r]*\n\s*")


def small_markup(text: str, dialect: Dialect) -> str:
    """Return a template that shows the same: white space between tags stays white space with a line end.

    A template that is not well formed comes back as it is.
    """
    markup = parse_markup(text, dialect)
    if markup.findings:
        return text
    edits = []
    for node in walk_nodes(markup):
        if isinstance(node, Comment):
            edits.append(Edit(node.span, ""))
        elif isinstance(node, Text) and node.is_blank:
            edits.extend(
                Edit(Span(node.span.start + at.start(), node.span.start + at.end()), "\n")
                for at in _INDENT.finditer(text[node.span.start : node.span.end])
            )
    return apply(text, edits)
