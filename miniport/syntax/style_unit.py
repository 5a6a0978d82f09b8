"""Lengths that no browser reads: with a unit that does not exist, or a space before the unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.diagnostics import Finding
from miniport.likeness import closest
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.style_token import NAME, SKIPPED

UNITS = frozenset(
    (
        *("rpx", "px", "em", "rem", "ex", "rex", "ch", "rch", "cap", "rcap", "ic", "ric", "lh", "rlh"),
        *(
            f"{size}{side}"
            for size in ("", "s", "l", "d")
            for side in ("vw", "vh", "vi", "vb", "vmin", "vmax")
        ),
        *("cqw", "cqh", "cqi", "cqb", "cqmin", "cqmax", "cm", "mm", "q", "in", "pt", "pc", "fr", "n"),
        *("deg", "grad", "rad", "turn", "s", "ms", "hz", "khz", "dpi", "dpcm", "dppx", "x", "db", "st"),
    )
)
"""What may stand behind a number, in lower case: the units of CSS and rpx, and the n of nth-child."""

_NUMBER = r"[-+]?(?:[0-9]*\.)?[0-9]+"
_PLACED = regex(
    rf"{SKIPPED}|[uU]\+[0-9a-fA-F?]+(?:-[0-9a-fA-F]+)?|(?<![\\#])(?<!{NAME})(?<!{NAME}\.)(?:"
    rf"(?P<number>{_NUMBER}(?:[eE][-+]?[0-9]+)?)(?P<unit>[A-Za-z]+)(?!\\|{NAME})"
    rf"|(?P<apart>{_NUMBER})[ \t]+(?P<word>(?i:rpx|px|rem|em|vw|vh|pt))(?!\\|{NAME}|\())"
)
# Nearly every sheet is sound: this is quick, and what it finds is looked at again.
_DOUBTFUL = regex(rf"[0-9](?:(?!(?i:{'|'.join(sorted(UNITS))})(?!{NAME}))[A-Za-z]|[ \t]+[rRpPeEvV])")


def unit_findings(text: str, start: int, end: int) -> Iterator[Finding]:
    """Yield a finding for each length of a declaration's value that has no unit, or one apart from it."""
    if _DOUBTFUL.search(text, start, end) is None:
        return
    for match in _PLACED.finditer(text, start, end):
        span = Span(match.start(), match.end())
        if match["apart"] is not None:
            whole = match["apart"] + match["word"]
            yield rules.STYLE_UNIT_APART.at(span, found=match.group(), whole=whole)
        elif match["unit"] is not None and match["unit"].lower() not in UNITS:
            unit = match["unit"].lower()
            near = closest(unit, UNITS)
            words = meant_unit(near) if near else _NOTHING
            yield rules.STYLE_UNIT.at(span, found=match.group(), unit=match["unit"], **words)


def meant_unit(unit: str) -> Mapping[str, str]:
    """Return the words of a cure that ask for another unit."""
    return {"near_en": f"; did you mean {unit}?", "near_zh": f"；是否想写 {unit}？"}


_NOTHING = {"near_en": "", "near_zh": ""}
