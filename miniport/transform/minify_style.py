"""A sheet without comments and without the white space that says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport.edit import Edit, Rewritten, rewrite
from miniport.regex import regex
from miniport.source import Span

_TOKEN = regex(
    r"""(?P<kept>/\*!.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\([^)"']*\))|(?P<gap>(?:\s|/\*(?!!).*?\*/)+)""",
    re.DOTALL | re.IGNORECASE,
)
_AROUND = frozenset("{};,")


def small_style(text: str) -> str:
    """Return a sheet with the same meaning; what cannot be told from a blank that matters stays."""
    return smaller_style(text).text


def smaller_style(text: str) -> Rewritten:
    """Return the same, with the way back."""
    made = rewrite(text, _edits(text))
    return made if made.text.strip() else Rewritten("")


def _edits(text: str) -> Iterator[Edit]:
    at, before = 0, ""
    for match in _TOKEN.finditer(text):
        if match.start() > at:
            before = text[match.start() - 1]
        if match["kept"] is not None:
            before = text[match.end() - 1]
        else:
            behind = text[match.end() : match.end() + 1]
            is_last = before == ";" and behind == "}"
            is_needed = not (before in _AROUND or (behind in _AROUND and before != ":"))
            start = match.start() - 1 if is_last and text[match.start() - 1] == ";" else match.start()
            yield Edit(Span(start, match.end()), " " if before and behind and is_needed else "")
        at = match.end()
    yield Edit(Span(len(text), len(text)), "\n")
