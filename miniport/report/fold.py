"""Findings of one rule in one file: a report shows the first few, and the last of those names the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from miniport.diagnostics import Place
from miniport.frozen import frozen
from miniport.report.cause import Cause

SAME = 3
"""Causes of one rule in one file that are shown whole."""
NAMED = 6
"""Further ones that are named."""
_LONGEST = 32


@frozen(slots=True)
class Shown:
    """A cause that is shown whole. `alike`: further ones of its rule in its file, for which it stands."""

    cause: Cause
    alike: tuple[Cause, ...] = ()


def folded(found: Iterable[Cause]) -> tuple[Shown, ...]:
    """Return the causes in their order, those of one rule in one file put together where they are many."""
    order = tuple(found)
    groups: dict[tuple[object, ...], list[Cause]] = {}
    for cause in order:
        first = cause.first.diagnostic
        key = (first.rule.code, cause.severity, first.place.path)
        groups.setdefault(key, []).append(cause)
    shown: dict[int, Shown] = {}
    for group in groups.values():
        # The others take a line as well, so that one alone is not worth it.
        whole = len(group) if len(group) <= SAME + 1 else SAME
        shown.update((id(cause), Shown(cause)) for cause in group[:whole])
        last = group[whole - 1]
        shown[id(last)] = Shown(last, tuple(group[whole:]))
    return tuple(shown[id(cause)] for cause in order if id(cause) in shown)


def named(alike: Iterable[Cause]) -> Iterator[str]:
    """Yield what the first of them are about, each with its place in the file."""
    for cause in islice(alike, NAMED):
        place = cause.first.diagnostic.place
        spot = f"{place.line}:{place.column}"
        meant = _meant(place)
        yield f"{meant} ({spot})" if meant else spot


def _meant(place: Place) -> str:
    end = place.end_column - 1 if place.end_line == place.line else len(place.frame)
    text = place.frame[max(place.column - 1, 0) : end].strip()
    return f"{text[: _LONGEST - 1]}…" if len(text) > _LONGEST else text
