"""What the code uses of a platform: APIs, elements, hosts, and what users are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.analyze.app import AppFacts
from miniport.archive.hosts import Host
from miniport.archive.manifest import Asked, Uses
from miniport.diagnostics import Place
from miniport.facts import Kind, Use
from miniport.targets.pack import TargetPack


def uses(facts: AppFacts, pack: TargetPack, hosts: tuple[Host, ...]) -> Uses:
    """Return what the code uses, in neutral words; `*` where a name is computed."""
    addresses = sorted({host.address for host in hosts})
    return Uses(
        _names(facts, Kind.API),
        _names(facts, Kind.COMPONENT),
        tuple(addresses),
        tuple(_asked(first_places(facts), pack)),
    )


def first_places(facts: AppFacts) -> Mapping[str, Place]:
    """Return the first place of all that could ask a user, in the words in which a pack's rows name it.

    An API is there by its name and by the first word of that.
    """
    found: dict[str, Place] = {}
    for file in sorted(facts.files.values(), key=lambda file: str(file.origin)):
        if file.described is not None and file.source is not None:
            for use in file.described.uses:
                for name in _asking(use):
                    found.setdefault(name, Place.of(file.source, use.span))
    return found


def _asking(use: Use) -> tuple[str, ...]:
    match use.kind:
        case Kind.API:
            return use.name, use.name.partition(".")[0]
        case Kind.COMPONENT:
            return (f"<{use.name}>",)
        case Kind.ATTRIBUTE | Kind.VALUE:
            return (f"<{use.owner}[{use.name}]>",)
        case _:
            return ()


def _names(facts: AppFacts, kind: Kind) -> tuple[str, ...]:
    files = (file.described for file in facts.files.values() if file.described is not None)
    return tuple(sorted({use.name for each in files for use in each.uses if use.kind is kind}))


def _asked(places: Mapping[str, Place], pack: TargetPack) -> Iterator[Asked]:
    for name, row in pack.release.permissions.rows.items():
        apis = tuple(api for api in row.apis if api in places)
        elements = tuple(element for element in row.elements if f"<{element}>" in places)
        if apis or elements:
            yield Asked(name, apis, elements)
