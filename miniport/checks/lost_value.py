"""Attributes and events that belong to a value which a platform lacks: with that, all is said of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import cast

from miniport.facts import Kind, Use
from miniport.source import Span
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Unsupported


def lost_with_values(uses: Collection[Use], pack: TargetPack, reader: TargetPack | None) -> frozenset[Span]:
    """Return the places of what does nothing without a value that a target lacks, element by element.

    `reader` is the pack whose dialect says what belongs to which value.
    """
    # Of most files no value is lacked, and their elements need not be told apart.
    if reader is None or not any(_is_lacked(use, pack) for use in uses):
        return frozenset()
    return frozenset(span for element in _elements(uses) for span in _lost(element, pack, reader))


def _elements(uses: Iterable[Use]) -> Iterator[list[Use]]:
    """Yield the uses of each element that has a value, from its own on."""
    element: list[Use] = []
    has_value = False
    for use in uses:
        if use.kind is Kind.COMPONENT:
            if has_value:
                yield element
            element, has_value = [], False
        element.append(use)
        has_value = has_value or use.kind is Kind.VALUE
    if has_value:
        yield element


def _lost(element: list[Use], pack: TargetPack, reader: TargetPack) -> Iterator[Span]:
    for value in element:
        if not _is_lacked(value, pack):
            continue
        fact = reader.index.get((Kind.COMPONENT, "", value.owner))
        belonging = cast(Mapping[str, list[str]], fact[0].get("belongs") or {}) if fact and fact[0] else {}
        names = belonging.get(value.name, ())
        yield from (use.span for use in element if use.kind in _PARTS and use.name in names)


def _is_lacked(use: Use, pack: TargetPack) -> bool:
    return use.kind is Kind.VALUE and isinstance(pack.verdict(use), Unsupported)


_PARTS = (Kind.ATTRIBUTE, Kind.EVENT)
