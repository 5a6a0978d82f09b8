"""The configuration keys that an app, page or component sets, in neutral words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.analyze.app import UnitKind
from miniport.facts import Json, Kind, Use
from miniport.syntax.data import JsonDocument, Pointer
from miniport.targets.pack import TargetPack

_GROUPS = ("window", "tabBar")


def config_uses(document: JsonDocument, owner: UnitKind, reader: TargetPack) -> Iterator[tuple[Pointer, Use]]:
    """Yield (pointer, use) of every key that a platform may have or lack, in text order.

    `window` and `tabBar` keys carry their group in front; keys of a page's file that stand in no group of
    their own are window keys.
    """
    if not isinstance(document.value, dict):
        return
    for key, value in document.value.items():
        name = _name(key, owner, reader)
        yield (key,), _use(document, (key,), name, owner)
        if owner is UnitKind.APP and name in _GROUPS and isinstance(value, dict):
            yield from _group(document, key, name, value, reader)


def _group(
    document: JsonDocument, key: str, group: str, value: Mapping[str, Json], reader: TargetPack
) -> Iterator[tuple[Pointer, Use]]:
    for inner in value:
        neutral = reader.neutral(Kind.CONFIG, inner, UnitKind.APP)
        name = neutral if neutral.startswith(f"{group}.") else f"{group}.{inner}"
        yield (key, inner), _use(document, (key, inner), name, UnitKind.APP)


def _name(key: str, owner: UnitKind, reader: TargetPack) -> str:
    neutral = reader.neutral(Kind.CONFIG, key, owner)
    if owner is not UnitKind.PAGE or neutral != key or reader.fact(Kind.CONFIG, key, owner) is not None:
        return neutral
    return f"window.{key}"


def _use(document: JsonDocument, pointer: Pointer, name: str, owner: UnitKind) -> Use:
    return Use(Kind.CONFIG, name, document.key_span(pointer), owner.value, str(pointer[-1]))
