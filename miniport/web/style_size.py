"""How many bytes of the one sheet of a web bundle are whose, read from its text, small or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from miniport.analyze.app import AppFacts
from miniport.regex import regex
from miniport.web.rebase import rebased
from miniport.web.sheet import style_app
from miniport.web.style_unit import numbered

_TOKEN = regex(
    r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?P<brace>[{}])|\._(?P<sheet>\d+)(?=[_hr)])""",
    re.DOTALL,
)


def sheet_sizes(text: str, facts: AppFacts) -> Mapping[str, int]:
    """Return the bytes of each unit's sheet in app.css, by the unit's path without a slash; "" is the app."""
    paths = {number: path.lstrip("/") for path, number in numbered(style_app(rebased(facts))).items()}
    sizes: Counter[str] = Counter()
    sheet = ""
    for rule, marker in _rules(text):
        # Keyframes and fonts name no sheet: they stand behind the rules of theirs.
        sheet = marker or sheet
        sizes[paths.get(sheet, "")] += len(rule.encode("utf-8"))
    return sizes


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Yield each rule at the top with what stands before it, and the number of the sheet in it, if any."""
    start, depth, sheet = 0, 0, ""
    for token in _TOKEN.finditer(text):
        sheet = sheet or token["sheet"] or ""
        depth += {"{": 1, "}": -1}.get(token["brace"], 0)
        if token["brace"] == "}" and depth == 0:
            yield text[start : token.end()], sheet
            start, sheet = token.end(), ""
