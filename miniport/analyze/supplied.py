"""Which capability serves which use, and which ones a project supplies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from miniport import rules
from miniport.diagnostics import Diagnostic
from miniport.facts import Kind, Use
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Adapter

if TYPE_CHECKING:
    from miniport.targets.index import Key


def supplied(adapters: Iterable[str], found: Iterable[Diagnostic]) -> frozenset[str]:
    """Return the capabilities of which nothing more needs to be said: those there, and those told missing."""
    told = (str(item.arguments["name"]) for item in found if item.rule is rules.CAPABILITY_MODULE_MISSING)
    return frozenset((*adapters, *told))


def adapted(uses: Iterable[Use], adapters: Mapping[str, object], pack: TargetPack) -> dict[Key, str]:
    """Return the APIs and open-types used that an adapter serves, each with its capability, in key order.

    Where an API's name is computed it could be any.
    """
    if not adapters:
        return {}
    found: dict[Key, str] = {}
    for use in uses:
        if not use.is_known and use.kind is Kind.API:
            found.update(_every(pack))
        elif use.kind in (Kind.API, Kind.VALUE):
            verdict = pack.verdict(use)
            if isinstance(verdict, Adapter):
                found[use.kind, use.owner, use.name] = verdict.capability
    return {key: name for key, name in sorted(found.items()) if name in adapters}


def _every(pack: TargetPack) -> Iterator[tuple[Key, str]]:
    for (kind, owner, name), (row, _, _) in pack.index.items():
        if kind is Kind.API and row and row.get("adapter"):
            yield (kind, owner, name), str(row["adapter"])
