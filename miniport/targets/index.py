"""The facts of a pack as one flat table, made from the plain values of a pack.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from miniport.facts import Kind
from miniport.targets.verdict import VERDICT_KEYS

Key = tuple[Kind, str, str]
"""(kind, owner, name), the owner as in facts.Use. `*` as owner means every element."""

Raw = Mapping[str, object]

Fact = tuple[Raw | None, str, str]
"""(row as it stands in the pack, source, day of the look-up)."""

Index = dict[Key, Fact]

_BOXED: Raw = {"box": True}
_ABSENT: Raw = {"unsupported": True}

CONFIG_PLACES = {
    "app": (("app", ""),),
    "window": (("app", "window."), ("page", "window.")),
    "page": (("page", ""),),
    "component": (("component", ""),),
    "tabBar": (("app", "tabBar."),),
}
"""Section of `config` -> the files its keys may stand in, each with the prefix of the neutral name."""


def flatten(pack: Raw, checked: str = "") -> Index:
    """Return the facts of one pack, without those of the pack it extends."""
    index: Index = {}
    for entries in (_components, _apis, _lifecycle, _config, _directives, _expressions):
        for key, row, section in entries(pack):
            index[key] = _fact(row, section, str(pack.get("checked", checked)))
    return index


def _fact(row: Raw | None, section: Raw, checked: str) -> Fact:
    source = row.get("source") if row else None
    when = row.get("checked") if row else None
    return (
        row,
        str(source or section.get("source", "")),
        str(when or section.get("checked", "") or checked),
    )


def _section(pack: Raw, name: str) -> Raw:
    return cast(Raw, pack.get(name) or {})


def _rows(value: object) -> Iterator[tuple[str, Raw | None]]:
    """Yield the names of a list, or of a mapping with their rows."""
    if isinstance(value, Mapping):
        for name, row in value.items():
            yield name, _row(row)
    elif isinstance(value, list | tuple):
        for name in value:
            yield str(name), None


def _row(value: object) -> Raw | None:
    if isinstance(value, str):
        return {"piece": value}
    return _ABSENT if value is False else cast(Raw | None, None if value is True else value)


Entry = tuple[Key, Raw | None, Raw]


def _components(pack: Raw) -> Iterator[Entry]:
    section = _section(pack, "components")
    for names, row in ((section.get("boxed"), _BOXED), (section.get("absent"), _ABSENT)):
        for name, _ in _rows(names):
            yield (Kind.COMPONENT, "", name), row, section
    yield from _element("*", cast(Raw, section.get("common") or {}), section)
    for name, found in _rows(section.get("rows")):
        yield (Kind.COMPONENT, "", name), found, section
        yield from _element(name, found or {}, section)


def _element(owner: str, element: Raw, section: Raw) -> Iterator[Entry]:
    # A row's own source holds for its attributes, events and values too.
    origin = {**section, **{key: element[key] for key in ("source", "checked") if key in element}}
    for kind, key in ((Kind.ATTRIBUTE, "attributes"), (Kind.EVENT, "events")):
        for name, row in _rows(element.get(key)):
            yield (kind, owner, name), row, origin
    for attribute, values in cast(Raw, element.get("values") or {}).items():
        for value, row in _rows(values):
            yield (Kind.VALUE, owner, f"{attribute}={value}"), row, origin


def _apis(pack: Raw) -> Iterator[Entry]:
    section = _section(pack, "apis")
    for name, _ in _rows(section.get("absent")):
        yield (Kind.API, "", name), _ABSENT, section
    types = cast(Raw, _section(section, "types").get("rows") or {})
    for name, row in _rows(section.get("rows")):
        typed = cast(Raw | None, types.get(name))
        yield (Kind.API, "", name), {**(row or {}), **typed} if typed else row, section


def _lifecycle(pack: Raw) -> Iterator[Entry]:
    section = _section(pack, "lifecycle")
    for owner in ("app", "page", "component"):
        for name, row in _rows(section.get(owner)):
            yield (Kind.LIFECYCLE, owner, name), row, section


def _config(pack: Raw) -> Iterator[Entry]:
    section = _section(pack, "config")
    for part, places in CONFIG_PLACES.items():
        for name, row in _rows(section.get(part)):
            for owner, prefix in places:
                yield (Kind.CONFIG, owner, prefix + name), row, section
    project = _section(pack, "project")
    for name, row in _rows(project.get("rows")):
        yield (Kind.CONFIG, "project", name), row, project


def _directives(pack: Raw) -> Iterator[Entry]:
    section = _section(pack, "directives")
    for name, row in _rows(section.get("rows")):
        yield (Kind.DIRECTIVE, "", name), row, section


def _expressions(pack: Raw) -> Iterator[Entry]:
    section = _section(pack, "expressions")
    for name, places in cast(Raw, section.get("rows") or {}).items():
        for place in ("text", "attribute", "data"):
            row = None if place in cast(list[str], places) else _ABSENT
            yield (Kind.EXPRESSION, place, name), row, section


def has_verdict(row: Raw | None) -> bool:
    """Return whether a row says something of the thing itself, not only of what belongs to it."""
    return row is not None and any(key in row for key in VERDICT_KEYS)


def overlay(base: Index, over: Index) -> Index:
    """Return the facts of `base` with those of `over` in place of equal ones.

    An element's row in `over` that only lists attributes, events or values leaves the base's verdict on it.
    """
    result = dict(base)
    for key, fact in over.items():
        is_part = key[0] is Kind.COMPONENT and key in base and not has_verdict(fact[0])
        if not (is_part and fact[0]):
            result[key] = fact
    return result
