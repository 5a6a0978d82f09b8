"""Whether a text may hold conditions, and in which comments. Most hold none."""

from __future__ import annotations

from miniport.enumeration import StrEnum
from miniport.regex import regex

_MENTION = regex(r"#(?:elif|else|endif)")


class Comments(StrEnum):
    """The kinds of comments that a text may have conditions in."""

    CODE = "code"
    MARKUP = "markup"
    JSON = "json"


def has_conditions(text: str) -> bool:
    """Tell whether a text may hold conditions."""
    # Plain searches tell of most texts what takes a pattern longer.
    return "#if" in text or ("#e" in text and _MENTION.search(text) is not None)
