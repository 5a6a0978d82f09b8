"""What the code uses of a platform: APIs, elements, hosts, and what users are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.analyze.app import AppFacts
from miniport.archive.hosts import Host
from miniport.archive.manifest import Asked, Uses
from miniport.facts import Kind
from miniport.targets.pack import TargetPack


def uses(facts: AppFacts, pack: TargetPack, hosts: tuple[Host, ...]) -> Uses:
    """Return what the code uses, in neutral words; `*` where a name is computed."""
    apis = _names(facts, Kind.API)
    addresses = sorted({host.address for host in hosts})
    return Uses(apis, _names(facts, Kind.COMPONENT), tuple(addresses), tuple(_asked(apis, pack)))


def _names(facts: AppFacts, kind: Kind) -> tuple[str, ...]:
    files = (file.described for file in facts.files.values() if file.described is not None)
    return tuple(sorted({use.name for each in files for use in each.uses if use.kind is kind}))


def _asked(apis: tuple[str, ...], pack: TargetPack) -> Iterator[Asked]:
    heads = {api.partition(".")[0]: api for api in apis}
    for name, row in pack.release.permissions.rows.items():
        used = tuple(api for api in row.apis if api in heads)
        if used:
            yield Asked(name, used)
