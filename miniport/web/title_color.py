"""The colour of titles that an app gives a background only."""

from __future__ import annotations

import re
from collections.abc import Mapping

from miniport.analyze.app import AppFacts
from miniport.facts import Json
from miniport.field import replace
from miniport.regex import regex

_BACK = "titleBarColor"
_FRONT = "navigationBarFrontColor"
_HEX = regex(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
# What red, green and blue add to how bright a colour looks (ITU-R BT.601), and what still looks dark behind
# a title. The runtime's setNavigationBar has the same.
_WEIGHTS = (0.299, 0.587, 0.114)
_DARK = 186


def with_title_color(facts: AppFacts) -> AppFacts:
    """Return facts whose title bars can be read: white on a dark background where no colour is named.

    No app could name one before client 10.5.30 (typings of the platform's configuration), and dark bars are
    common: the client itself chooses.
    """
    window = facts.app.config.get("window")
    if not isinstance(window, dict):
        window = {}
    if _FRONT in window:
        return facts
    pages = tuple(
        replace(page, config={**page.config, **front}) if (front := _front(page.config)) else page
        for page in facts.pages
    )
    config = {**facts.app.config, "window": {**window, **front}} if (front := _front(window)) else None
    return replace(facts, app=replace(facts.app, config=config) if config else facts.app, pages=pages)


def _front(config: Mapping[str, Json]) -> dict[str, Json]:
    back = config.get(_BACK)
    if _FRONT in config or not isinstance(back, str) or not _HEX.fullmatch(back):
        return {}
    return {_FRONT: "white" if is_dark(back) else "black"}


def is_dark(color: str) -> bool:
    """Tell whether a colour, three or six hexadecimal digits behind a hash, is dark behind a title."""
    digits = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    parts = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True)) < _DARK
