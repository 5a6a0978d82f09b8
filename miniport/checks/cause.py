"""One finding per cause: one rule, one set of arguments, one target, however many places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from miniport.diagnostics import Diagnostic, Related

SHOWN = 5


def by_cause(diagnostics: Iterable[Diagnostic], shown: int = SHOWN) -> Iterator[Diagnostic]:
    """Yield one diagnostic per cause at its first place, with a count and up to `shown` further places.

    In the order of the first places; a diagnostic that has related places of its own stands for itself.
    """
    causes: dict[tuple[object, ...], list[Diagnostic]] = {}
    for found in sorted(diagnostics, key=Diagnostic.sort_key):
        key: tuple[object, ...] = (found.rule.code, tuple(sorted(found.arguments.items())), found.target)
        causes.setdefault((*key, found.place) if found.related else key, []).append(found)
    for first, *rest in causes.values():
        related = tuple(Related(found.place, "also here", "此处也是") for found in rest[:shown])
        count = first.count + sum(found.count for found in rest)
        yield replace(first, related=first.related + related, count=count)
