"""A platform as the simulator shows it: its name and words, our own runtime, and nothing missing."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.facts import Kind
from miniport.field import replace
from miniport.targets.index import Index, Key
from miniport.targets.target_pack import TargetPack
from miniport.targets.verdict import Bridge, Unknown, Unsupported, Verdict

_AT_ONCE = frozenset(("sync", "listener", "unlistener", "factory", "object"))


def simulated(platform: TargetPack, simulator: TargetPack) -> TargetPack:
    """Return the pack that previews a platform.

    Each API that answers later, that the platform has and the page has not, goes to the simulator's host
    under its own name: the host answers it with a mock, or says that it needs a device.
    """
    answered = _answered(platform, simulator)
    known = simulator.terms.proved | {name for _, _, name in answered}
    return replace(
        simulator,
        name=platform.name,
        title_en=platform.title_en,
        title_zh=platform.title_zh,
        dialect=platform.dialect,
        constants=platform.constants,
        conditions=platform.conditions,
        reserved_names=platform.reserved_names,
        # The bundle holds what the platform reads of a package, and no more.
        packages=replace(platform.packages, is_known=True),
        terms=replace(simulator.terms, proved=known),
        index={**simulator.index, **answered},
        unread=frozenset(_unread(platform, simulator)),
        digest=f"{simulator.digest}+{platform.digest}",
    )


def _unread(platform: TargetPack, simulator: TargetPack) -> Iterator[Key]:
    """Yield each attribute and event that only our runtime has, of elements that the platform has, too."""
    for kind, owner, name in simulator.index:
        if kind not in (Kind.ATTRIBUTE, Kind.EVENT) or not _is_there(platform, Kind.COMPONENT, owner):
            continue
        if not _is_there(platform, kind, name, owner):
            yield kind, owner, name


def _is_there(platform: TargetPack, kind: Kind, name: str, owner: str = "") -> bool:
    return not isinstance(platform.verdict_of(kind, name, owner), Unsupported | Unknown)


def _answered(platform: TargetPack, simulator: TargetPack) -> Index:
    return {
        key: ({"bridge": key[2]}, source, day)
        for key, (row, source, day) in platform.index.items()
        if key[0] is Kind.API
        and (row or {}).get("kind", "async") not in _AT_ONCE
        and not isinstance(platform.verdict_of(Kind.API, key[2]), Unsupported)
        and not _is_in_the_page(simulator, key[2])
    }


def _is_in_the_page(simulator: TargetPack, name: str) -> bool:
    verdict: Verdict = simulator.verdict_of(Kind.API, name)
    fact = simulator.fact(Kind.API, name)
    return bool(fact and fact[0] and fact[0].get("piece")) and not isinstance(verdict, Bridge)
