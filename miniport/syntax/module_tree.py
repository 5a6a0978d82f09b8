"""The nodes of a script module as esprima reads it; its import is slow, so it waits for a cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from miniport.source import Span
from miniport.syntax.tree import captures, parse

# The same things as the parser of all scripts calls them: it has read the text anyway, and costs little.
_OTHERWISE: Mapping[str, str] = {
    "Literal.regex": "regex",
    "ClassDeclaration": "class_declaration",
    "ClassExpression": "class",
    "Super": "super",
    "YieldExpression": "yield_expression",
    "AwaitExpression": "await_expression",
    "WithStatement": "with_statement",
}


def may_hold(text: str, kinds: Iterable[str]) -> bool:
    """Tell whether a text may hold one of some kinds of nodes, and is worth a second reading."""
    names = [_OTHERWISE.get(kind) for kind in kinds]
    if not names or None in names:
        return bool(names)
    query = " ".join(f"({name}) @found" for name in names)
    return bool(captures(parse(text), query))


def nodes(text: str) -> tuple[tuple[str, Span], ...]:
    """Return (kind, span) of each node in the order of the text; none where esprima cannot read it.

    The kinds are ESTree's; a regular expression is a `Literal.regex`.
    """
    import esprima

    try:
        tree = esprima.parseModule(text, range=True)
    except esprima.Error:
        # Slips of syntax are told by the parser of all scripts; what is newer than esprima is unknown.
        return ()
    return tuple(sorted(_walk(tree), key=lambda found: found[1]))


def _walk(root: object) -> Iterator[tuple[str, Span]]:
    pending = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending.extend(node)
            continue
        kind, place = getattr(node, "type", None), getattr(node, "range", None)
        if isinstance(kind, str) and place is not None:
            yield f"{kind}.regex" if getattr(node, "regex", None) else kind, Span(*place)
            pending.extend(value for key, value in vars(node).items() if key not in ("regex", "range"))
