"""What was probably meant by a name that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.dialect import Dialect
from miniport.facts import Kind, Use
from miniport.record import closest
from miniport.syntax.attribute import classified
from miniport.syntax.markup import Event
from miniport.targets.pack import TargetPack, bundled


def near(use: Use, pack: TargetPack, dialect: Dialect | None) -> str | None:
    """Return what was probably meant, in the spelling of the file's dialect.

    None where nothing is like it, and where the app's own names are to be expected.
    """
    if use.kind in (Kind.VALUE, Kind.PARAMETER):
        return None
    if use.kind is Kind.CONFIG:
        return _key(use, pack)
    if use.kind in (Kind.ATTRIBUTE, Kind.EVENT):
        names = (*pack.names(use.kind, use.owner), *pack.names(use.kind, "*"))
        foreign = next(_foreign(use, pack, dialect), None) if dialect else None
        return foreign or closest(use.name, names)
    return closest(use.name, pack.names(use.kind))


def _key(use: Use, pack: TargetPack) -> str | None:
    """Return the key of the same group that was probably meant; a long group name makes no two keys alike."""
    group, _, leaf = use.name.rpartition(".")
    others = (name.rpartition(".") for name in pack.names(Kind.CONFIG, use.owner))
    return closest(leaf, (other for at, _, other in others if at == group))


def _foreign(use: Use, pack: TargetPack, dialect: Dialect) -> Iterator[str]:
    """Yield how this dialect spells an event that is written as another one spells it."""
    events = {name.lower(): name for owner in ("*", use.owner) for name in pack.names(Kind.EVENT, owner)}
    for other in bundled().values():
        if use.kind is not Kind.ATTRIBUTE or other.dialect.name == dialect.name:
            continue
        role = classified(use.written or use.name, other.dialect)
        if isinstance(role, Event) and (name := events.get(role.name.lower())):
            yield from (
                _spelled(prefix, name, dialect)
                for prefix, way in dialect.events.prefixes
                if way is role.listen
            )


def _spelled(prefix: str, name: str, dialect: Dialect) -> str:
    return prefix + (name[0].upper() + name[1:] if dialect.events.case == "pascal" else name.lower())
