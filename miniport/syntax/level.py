"""Scripts for engines of an earlier language: what is lowered, and what is too new for that."""

from __future__ import annotations

from miniport.diagnostics import Finding
from miniport.edit import Edit
from miniport.frozen import frozen
from miniport.regex import regex

LEVELS = ("es2015", "es2016", "es2017", "es2018", "es2019", "es2020", "es2021", "es2022")

# What a script newer than a level holds: cheap words first, since most scripts hold none of them.
_SIGNS = {
    "es2016": ("**",),
    "es2017": ("async",),
    "es2018": ("...", "await"),
    "es2019": ("catch",),
    "es2020": ("?.", "??"),
    "es2021": ("&&=", "||=", "??="),
}
# Each starts with a sign of its own, so that the search skips from one to the next.
_NUMBERS = (regex(r"_(?<=[0-9]_)[0-9]"), regex(r"n(?<=[0-9]n)\b"))
_NAMESPACE = regex(r"export\s*\*\s*as\b")
# As a word of prose or of a comment such as `/** @class */` it says nothing.
_CLASS = regex(r"class\s*(?:[^\s{/*]+\s*)?(?:\{|/|extends(?![\w$]))")


@frozen
class Lowered:
    """What makes a script fit for a level, and what of it is too new for our own lowering."""

    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


def lower(text: str, level: str) -> Lowered:
    """Return how a script is lowered to a language level, one of LEVELS."""
    if level == LEVELS[-1] or not _may_be_newer(text, level):
        return Lowered()
    # Most scripts hold nothing of what is lowered.
    from miniport.syntax.level_newer import lowered

    return Lowered(*lowered(text, level))


def _may_be_newer(text: str, level: str) -> bool:
    """Tell whether a script may hold what a level lacks; only a parse can say."""
    if any(sign in text for since, signs in _SIGNS.items() if since > level for sign in signs):
        return True
    if "class" in text and _CLASS.search(text) is not None:
        return True
    if any(number.search(text) is not None for number in _NUMBERS):
        return True
    return "export" in text and _NAMESPACE.search(text) is not None
