"""Whether a text may hold conditions. Most hold none."""

from __future__ import annotations

from miniport.regex import regex

_MENTION = regex(r"#(?:elif|else|endif)")


def has_conditions(text: str) -> bool:
    """Tell whether a text may hold conditions."""
    # Plain searches tell of most texts what takes a pattern longer.
    return "#if" in text or ("#e" in text and _MENTION.search(text) is not None)
