"""What the runtime is told of the modules that a project supplies for its capabilities."""

from __future__ import annotations

from collections.abc import Iterable

from miniport.analyze.app import AppFacts
from miniport.analyze.supplied import adapted
from miniport.facts import Json, Kind, Use
from miniport.targets.pack import TargetPack
from miniport.web.pieces import manifest, with_needs
from miniport.web.template import module_id

PIECE = "api/adapter"
"""The piece of the runtime that calls the modules."""


def with_adapter(pieces: tuple[str, ...], facts: AppFacts) -> tuple[str, ...]:
    """Return the pieces, the one that calls adapters last: what a project supplies wins over our own."""
    return (*with_needs((*pieces, *manifest().pieces[PIECE].needs)), PIECE) if facts.adapters else pieces


def adapter_config(facts: AppFacts, pack: TargetPack, uses: Iterable[Use]) -> Json:
    """Return {dialect, modules: {capability: id}, apis and openTypes: {name: capability}}."""
    served = adapted(uses, facts.adapters, pack)
    apis: dict[str, Json] = {name: at for (kind, _, name), at in served.items() if kind is Kind.API}
    types: dict[str, Json] = {
        name.partition("=")[2]: at for (kind, _, name), at in served.items() if kind is Kind.VALUE
    }
    return {
        "dialect": pack.dialect.name,
        "modules": {name: module_id(path) for name, path in sorted(facts.adapters.items())},
        "apis": apis,
        "openTypes": types,
    }
