"""Where a fact comes from, and sentences in both languages."""

from __future__ import annotations

from miniport.frozen import frozen


@frozen
class Note:
    """One sentence or title in both languages."""

    en: str
    zh: str


@frozen
class Origin:
    """Where a fact comes from: a key of `sources`, and the day it was looked up."""

    source: str = ""
    checked: str = ""
