"""What is wrong with a pack whose types are right: facts without an origin, names that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from miniport.facts import Kind
from miniport.likeness import closest
from miniport.record import KeyPath, Problem
from miniport.targets.index import CONFIG_PLACES, Index, Key, Raw, flatten


def problems_of(pack: Raw) -> Iterator[Problem]:
    """Yield the problems of a pack as read from its file."""
    sources = cast(Raw, pack["sources"])
    index = flatten(pack)
    for key, (_, source, checked) in index.items():
        path = path_of(key, pack)
        if source not in sources:
            yield _no_source(path, source, sources)
        if not checked:
            yield _missing(path, "checked", "the day it was looked up", "查证日期")
    for parts in (("limits",), ("bridge",), ("release", "links"), ("release", "permissions")):
        yield from _sections_sources(pack, parts, sources)
    if not pack.get("extends"):
        members = cast(Raw, pack.get("bridge") or {}).get("rows") or {}
        yield from without_member(index, cast(Raw, members), pack)
    if pack.get("dialect") is None and not pack.get("extends"):
        yield _missing((), "dialect", "the dialect it is written in", "所用方言")


def _sections_sources(pack: Raw, parts: tuple[str, ...], sources: Raw) -> Iterator[Problem]:
    section = pack
    for part in parts:
        section = cast(Raw, section.get(part) or {})
    for name, row in cast(Raw, section.get("rows") or {}).items():
        source = str(cast(Raw, row or {}).get("source") or section.get("source") or "")
        if source not in sources:
            yield _no_source((*parts, "rows", name), source, sources)


def _no_source(path: KeyPath, source: str, sources: Raw) -> Problem:
    if not source:
        return _missing(path, "source", 'a key of "sources"', "“sources” 中的一个键")
    near = closest(source, sources)
    listed = ", ".join(sources)
    return Problem(
        path,
        f'there is no source "{source}"',
        f"没有来源 “{source}”",
        f'did you mean "{near}"?' if near else f"sources of this pack: {listed}",
        f"是否想写 “{near}”？" if near else f"本目标包的来源：{listed}",
        is_key=True,
    )


def without_member(index: Index, members: Mapping[str, object], pack: Raw) -> Iterator[Problem]:
    """Yield the rows that lead to a member of the host which is not listed."""
    listed = ", ".join(members) or "-"
    for key, (row, _, _) in index.items():
        member = row.get("bridge") if row else None
        if member and member not in members:
            yield Problem(
                path_of(key, pack),
                f'the bridge has no member "{member}"',
                f"桥接中没有成员 “{member}”",
                f'name it under "bridge"; members there: {listed}',
                f"请在 “bridge” 中声明；已有成员：{listed}",
                is_key=True,
            )


def _missing(path: KeyPath, key: str, en: str, zh: str) -> Problem:
    return Problem(
        path,
        f'the key "{key}" is missing, here and in the section',
        f"此处与所在小节都缺少键 “{key}”",
        f'add "{key}": {en}',
        f"请添加 “{key}”：{zh}",
        is_key=True,
    )


def path_of(key: Key, pack: Raw) -> KeyPath:
    """Return where a fact stands in a pack's file, as near as the file's own structure tells."""
    kind, owner, name = key
    match kind:
        case Kind.COMPONENT:
            return ("components", "rows", name)
        case Kind.ATTRIBUTE | Kind.EVENT:
            element = ("common",) if owner == "*" else ("rows", owner)
            return ("components", *element, f"{kind.value}s", name)
        case Kind.VALUE:
            attribute, _, value = name.partition("=")
            element = ("common",) if owner == "*" else ("rows", owner)
            return ("components", *element, "values", attribute, value)
        case Kind.API:
            return ("apis", "rows", name)
        case Kind.LIFECYCLE:
            return ("lifecycle", owner, name)
        case Kind.CONFIG:
            return _config_path(owner, name, pack)
        case _:
            return (f"{kind.value}s", "rows", name)


def _config_path(owner: str, name: str, pack: Raw) -> KeyPath:
    if owner == "project":
        return ("project", "rows", name)
    section = cast(Raw, pack.get("config") or {})
    for part, places in CONFIG_PLACES.items():
        for place, prefix in places:
            if (
                place == owner
                and name.startswith(prefix)
                and name[len(prefix) :] in cast(Raw, section.get(part) or ())
            ):
                return ("config", part, name[len(prefix) :])
    return ("config",)
