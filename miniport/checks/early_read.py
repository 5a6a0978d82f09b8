"""Names of a module that are read before the line that declares them has run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport import rules
from miniport.checks.reading import Reading
from miniport.diagnostics import Finding

if TYPE_CHECKING:
    from tree_sitter import Node

# Through these a module's own lines run straight on; whatever else stands around may run later, or never.
_STRAIGHT = frozenset(
    (
        *("program", "expression_statement", "call_expression", "arguments", "new_expression"),
        *("lexical_declaration", "variable_declaration", "variable_declarator", "unary_expression"),
        *("object", "pair", "array", "spread_element", "member_expression", "subscript_expression"),
        *("parenthesized_expression", "template_string", "template_substitution"),
    )
)


def early_reads(reading: Reading, root: Node) -> Iterator[Finding]:
    """Yield each such read of a script, which is parsed below `root`, where it is certain."""
    script = reading.script
    early = [
        (declaration, reference)
        for declaration in script.module.scopes.top.values()
        if declaration.is_lexical and not _is_import(reading, declaration.start)
        for reference in declaration.references
        if reference.end <= declaration.start
    ]
    for declaration, reference in early:
        node = root.descendant_for_byte_range(*reference.span)
        if node is not None and _is_straight(node):
            line = script.text.count("\n", 0, declaration.start) + 1
            yield rules.READ_TOO_EARLY.at(reference.span, name=declaration.name, line=str(line))


def _is_import(reading: Reading, start: int) -> bool:
    return any(each.span.start <= start < each.span.end for each in reading.script.imports)


def _is_straight(node: Node) -> bool:
    """Tell whether a node is a read that runs when the module's lines come to it."""
    if node.type not in ("identifier", "shorthand_property_identifier"):
        return False
    at = node.parent
    while at is not None and at.type in _STRAIGHT:
        at = at.parent
    return at is None
