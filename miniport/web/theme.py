"""What the bars of an app show in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.analyze.app import AppFacts, Unit
from miniport.analyze.theme import Theme, theme, variables
from miniport.facts import Json
from miniport.syntax.data import Pointer
from miniport.web.pieces import with_needs

PIECE = "part/theme"


def with_theme(pieces: tuple[str, ...], facts: AppFacts) -> tuple[str, ...]:
    """Return the pieces, first the one that lays a theme over the configuration, where there is one."""
    return (*with_needs((PIECE,)), *pieces) if themes(facts) else pieces


def themes(facts: AppFacts) -> dict[str, Json]:
    """Return for each scheme that the app follows what it gives the bars: {scheme: {window, tabBar, pages}}.

    Lists stand where the configuration has lists, with {} for what a scheme says nothing of.
    """
    found = theme(facts)
    if found is None:
        return {}
    schemes = found.values if found.follows else {"light": found.values["light"]}
    told: dict[str, Json] = {scheme: _bars(facts, values) for scheme, values in schemes.items()}
    return told if any(told.values()) else {}


def dark_only(unit: Unit, known: Theme | None) -> dict[str, Json]:
    """Return the keys of a page, or of the app's window, that have a value of their own in dark."""
    if known is None or not known.follows:
        return {}
    dark = known.values["dark"]
    return {str(at[-1]): dark[name] for at, name in variables(unit) if name in dark and at[0] != "tabBar"}


def _bars(facts: AppFacts, values: Mapping[str, Json]) -> dict[str, Json]:
    bars: dict[str, Json] = {}
    for pointer, value in _given(facts.app, values):
        _put(bars, pointer, value)
    for page in facts.pages:
        for pointer, value in _given(page, values):
            _put(bars, ("pages", str(page.path), *pointer), value)
    return bars


def _given(unit: Unit, values: Mapping[str, Json]) -> Iterator[tuple[Pointer, Json]]:
    return ((pointer, values[name]) for pointer, name in variables(unit) if name in values)


def _put(into: Json, pointer: Pointer, value: Json) -> None:
    """Put a value at a pointer, making what it leads through."""
    step, *rest = pointer
    if isinstance(into, list) and isinstance(step, int):
        into.extend({} for _ in range(step + 1 - len(into)))
        if rest:
            _put(into[step], tuple(rest), value)
        else:
            into[step] = value
    elif isinstance(into, dict) and isinstance(step, str):
        if rest:
            _put(into.setdefault(step, [] if isinstance(rest[0], int) else {}), tuple(rest), value)
        else:
            into[step] = value
