"""Where the values of a JSON text stand."""

from __future__ import annotations

from miniport.field import field
from miniport.frozen import mutable
from miniport.source import Span

MAX_DEPTH = 200


@mutable(slots=True)
class Node:
    """A value's place: its span, the span of its key in an object, and what it holds.

    `members` are all entries in the order of the text, `children` the ones that count, by key or index.
    """

    span: Span
    key: Span | None = None
    children: dict[str | int, Node] = field(default_factory=dict)
    members: list[tuple[str | int, Node]] = field(default_factory=list)
