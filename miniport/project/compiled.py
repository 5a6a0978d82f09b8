"""What a tool makes of a text, or finds wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.frozen import frozen


@frozen
class Compiled:
    """The text that was made, and the source map's text."""

    text: str
    map: str


@frozen
class Fault:
    """What a tool finds wrong: 1-based line and 0-based column in a file, line 0 where it tells none."""

    message: str
    path: str
    line: int = 0
    column: int = 0


def outcome(answer: Mapping[str, object], path: str) -> Compiled | Fault:
    """Return what a tool answered for the text at a path."""
    if "text" in answer:
        return Compiled(str(answer["text"]), str(answer.get("map") or ""))
    return Fault(
        str(answer.get("message")),
        str(answer.get("path") or path),
        int(str(answer.get("line") or 0)),
        int(str(answer.get("column") or 0)),
    )
