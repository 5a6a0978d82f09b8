"""Which members of the host's own object an app may call: those it uses, all where that is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from miniport.analyze.app import AppFacts
from miniport.facts import Kind, Use
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Bridge

if TYPE_CHECKING:
    from miniport.analyze.adapter import HostUse


def used_members(
    facts: AppFacts, pack: TargetPack, uses: Iterable[Use], pieces: Iterable[str]
) -> frozenset[str]:
    """Return the members that an app's APIs lead to, that its pieces use, and that its adapters name."""
    every = frozenset(pack.members)
    asked: set[str] = set()
    for use in uses:
        if use.kind is Kind.API and not use.is_known:
            return every
        if use.kind is Kind.API and isinstance(verdict := pack.verdict(use), Bridge):
            asked.add(verdict.member)
    for wanted in _of_adapters(facts):
        if not wanted.is_known:
            return every
        asked.update(member.name for member in wanted.members)
    kept = set(pieces)
    asked.update(name for name, member in pack.members.items() if kept.intersection(member.pieces))
    return frozenset(asked & every)


def _of_adapters(facts: AppFacts) -> Iterator[HostUse]:
    if facts.adapters:
        from miniport.analyze.adapter import host_uses

        yield from (wanted for _, wanted in host_uses(facts))
