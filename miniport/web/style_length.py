"""Lengths in rpx and vh for web targets: 750rpx are the width of the screen.

A length is written in vw with at most six decimals, rounded away from zero: engines cut lengths to 1/64 px,
and a value that is short by a millionth would lose one of them. The runtime rounds inline styles alike.
Lines: engines paint a border of any width with at least one device pixel, so borders stay plain; a box of
at most 1rpx gets one device pixel as its lower limit. A media query takes px at 2rpx = 1px, because a share
of the screen says the same on every screen. 100vh are the height of the platform's window, which ends where
the bars begin; ours are part of the document, so the runtime says how much a vh is (`--mp-vh`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from miniport import rules
from miniport.diagnostics import Finding
from miniport.edit import Edit
from miniport.syntax.style_tree import Length, Style

PIXEL = "var(--mp-pixel)"
SCREEN = "var(--mp-vh,1vh)"

_CONDITIONS = frozenset(("@media", "@custom-media", "@container"))
_BOXES = frozenset(("width", "height", "min-width", "min-height"))

Unit = Callable[[float], str]


def to_vw(number: float) -> str:
    """Return a number of rpx as a share of the screen's width."""
    micro = math.ceil(abs(number) * 2e6 / 15 - 1e-3)
    return f"{_decimal(micro, number < 0)}vw"


def to_px(number: float) -> str:
    """Return a number of rpx as pixels, for screens that do not scale: 2rpx = 1px."""
    micro = round(abs(number) * 1e6 / 2)
    return f"{_decimal(micro, number < 0)}px"


def length_edits(style: Style, unit: Unit) -> Iterator[Edit]:
    """Yield the edits that write each length in a unit of the web."""
    for length in style.lengths:
        number = float(length.number)
        # A condition knows no variables; bars make little difference to it.
        is_plain = length.unit == "vh" and length.owner.startswith("@")
        if math.isfinite(number) and not is_plain:
            yield Edit(length.span, _written(length, number, unit), length.unit)


def length_findings(style: Style) -> Iterator[Finding]:
    """Yield the lengths whose meaning a web target cannot keep."""
    for length in style.lengths:
        number = float(length.number)
        if length.owner in _CONDITIONS and length.unit == "rpx" and math.isfinite(number):
            written = style.text[length.span.start : length.span.end]
            yield rules.STYLE_RPX_IN_CONDITION.at(length.span, length=written, taken=to_px(number))


def _written(length: Length, number: float, unit: Unit) -> str:
    if length.unit == "vh":
        return f"calc({SCREEN}*{length.number})"
    if length.owner in _CONDITIONS:
        return to_px(number)
    if length.owner in _BOXES and 0 < number <= 1:
        return f"max({unit(number)},{PIXEL})"
    return unit(number)


def _decimal(micro: int, is_negative: bool) -> str:
    whole, part = divmod(micro, 1_000_000)
    decimals = f".{part:06d}".rstrip("0") if part else ""
    sign = "-" if is_negative and micro else ""
    return f"{sign}{whole or ('' if part else 0)}{decimals}"
