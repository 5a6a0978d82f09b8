"""The nodes of a script module as esprima reads it; its import is slow, so this one is made late."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.source import Span


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
