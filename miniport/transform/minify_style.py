"""A sheet without comments and without the white space that says nothing."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""(?P<kept>/\*!.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\([^)"']*\))|(?P<gap>(?:\s|/\*(?!!).*?\*/)+)""",
    re.DOTALL | re.IGNORECASE,
)
_AROUND = frozenset("{};,")


def small_style(text: str) -> str:
    """Return a sheet with the same meaning; what cannot be told from a blank that matters stays."""
    pieces: list[str] = []
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() > at:
            pieces.append(text[at : match.start()])
        behind = text[match.end() : match.end() + 1]
        before = pieces[-1][-1] if pieces else ""
        if match["kept"] is not None:
            pieces.append(match["kept"])
        elif before == ";" and behind == "}":
            pieces.append(pieces.pop()[:-1] or "\n")
        elif before and behind and not (before in _AROUND or (behind in _AROUND and before != ":")):
            pieces.append(" ")
        at = match.end()
    pieces.append(text[at:])
    small = "".join(pieces)
    return f"{small}\n" if small else ""
