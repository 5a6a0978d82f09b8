"""Target packs: find and load them, and lay a project's own facts over one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import cast

from miniport import resources
from miniport.field import replace
from miniport.record import Problem, RecordError, closest, decode, load_yaml
from miniport.targets.index import Index, Key, Raw, flatten
from miniport.targets.raw import PACK_FILE, TWIN_FILE, digest_of, is_pack, read
from miniport.targets.target_pack import Override, TargetPack

__all__ = [
    "Override",
    "TargetPack",
    "bundled",
    "bundled_names",
    "bundled_pack",
    "load_pack",
    "take_over",
    "with_overrides",
]

PROJECT = "project"
"""The source of a fact that a project brings along and gives no source for."""


_KNOWN: dict[str, TargetPack] = {}


def take_over(packs: Mapping[str, TargetPack]) -> None:
    """Have `bundled` return packs that an earlier process of the same release loaded: all that ship."""
    _KNOWN.update(packs)


@lru_cache(maxsize=1)
def bundled_names() -> tuple[str, ...]:
    """Return the names of the packs that ship with miniport, in order; no pack is loaded."""
    if _KNOWN:
        return tuple(_KNOWN)
    folder = resources.PACKAGE / "targets"
    found = (path.parent.name for name in (PACK_FILE, TWIN_FILE) for path in folder.glob(f"*/{name}"))
    return tuple(sorted(set(found)))


@lru_cache(maxsize=64)
def bundled_pack(name: str) -> TargetPack:
    """Return one of the packs that ship with miniport.

    Raises KeyError where there is none of that name, RecordError where it is malformed.
    """
    if name not in bundled_names():
        raise KeyError(name)
    return _KNOWN.get(name) or load_pack(resources.pack_folder(name))


def bundled() -> dict[str, TargetPack]:
    """Return every pack that ships with miniport, by name, in name order.

    Raises RecordError naming file and key where a pack is malformed.
    """
    return {name: bundled_pack(name) for name in bundled_names()}


def load_pack(folder: Path) -> TargetPack:
    """Return the pack of a folder that holds a pack.yaml, or its JSON twin.

    A pack it names (`extends`, `dialect`) is looked for beside the folder, then among the bundled ones.
    Raises RecordError naming file and key where a pack is malformed or absent.
    """
    return _load(folder.resolve(), ())


def _load(folder: Path, loading: tuple[Path, ...]) -> TargetPack:
    # A build that goes on from an earlier one takes that one's packs over.
    from miniport.targets.build import INHERITED, build

    at = str(folder / PACK_FILE)
    raw, digest = read(folder)
    base = native = None
    if isinstance(raw.get("dialect"), str):
        native = _other(_place(folder, "dialect", str(raw["dialect"]), loading), (*loading, folder))
    if raw.get("extends"):
        place = _place(folder, "extends", str(raw["extends"]), loading)
        base = _other(place, (*loading, folder))
        own = {key: value for key, value in read(place)[0].items() if key in INHERITED}
        raw = {**own, **raw}
    pack = build(raw, digest, base, native, at)
    _demand_members(pack, flatten(raw) if base else {}, raw, at)
    return pack


def _other(folder: Path, loading: tuple[Path, ...]) -> TargetPack:
    """Return a pack that another one names; a bundled one is loaded once for all."""
    is_bundled = folder == resources.pack_folder(folder.name).resolve()
    return bundled_pack(folder.name) if is_bundled else _load(folder, loading)


def _demand_members(pack: TargetPack, index: Index, raw: Raw, at: str) -> None:
    from miniport.targets.problems import without_member

    problems = tuple(without_member(index, pack.members, raw))
    if problems:
        raise RecordError(at, problems)


def _place(folder: Path, key: str, name: str, loading: tuple[Path, ...]) -> Path:
    for place in (folder.parent / name, resources.pack_folder(name)):
        if is_pack(place) and place.resolve() not in (*loading, folder):
            return place.resolve()
    near = closest(name, bundled_names())
    listed = ", ".join(bundled_names())
    problem = Problem(
        (key,),
        f'there is no other pack "{name}"',
        f"没有名为 “{name}” 的其他目标包",
        f'did you mean "{near}"?' if near else f"packs that ship with miniport: {listed}",
        f"是否想写 “{near}”？" if near else f"内置的目标包：{listed}",
    )
    raise RecordError(str(folder / PACK_FILE), (problem,))


def with_overrides(pack: TargetPack, text: str, at: str) -> TargetPack:
    """Return a pack with a project's own facts laid over it; `at` names their file.

    Each fact is kept in `overrides`, in text order. Raises RecordError with every problem and its place.
    """
    from miniport.targets.build import members_of
    from miniport.targets.form import OverrideForm
    from miniport.targets.problems import path_of, without_member

    document = load_yaml(text, at)
    try:
        form = decode(OverrideForm, document.value or {}, at)
    except RecordError as error:
        raise RecordError(at, map(document.placed, error.problems)) from error
    raw = cast(Raw, document.value or {})
    index = {key: (row, source or PROJECT, day) for key, (row, source, day) in flatten(raw).items()}
    digest = f"{pack.digest}+{digest_of(text.encode())}"
    after = pack.with_facts(index, members_of(form.bridge, ""), digest)
    wrong = tuple(map(document.placed, without_member(index, after.members, raw)))
    if wrong:
        raise RecordError(at, wrong)
    found = (_override(pack, after, key, document.key_span(path_of(key, raw)), at) for key in index)
    ordered = sorted(filter(None, found), key=lambda override: (override.span, override.key))
    return replace(after, overrides=(*pack.overrides, *ordered))


def _override(
    before: TargetPack, after: TargetPack, key: Key, span: tuple[int, int] | None, at: str
) -> Override | None:
    """Return what became of a fact; None where the row only held others."""
    kind, owner, name = key
    old, new = before.index.get(key), after.index[key]
    if old is new:
        return None
    was = before.verdict_of(kind, name, owner)
    return Override(key, was, after.verdict_of(kind, name, owner), at, span or (0, 0))
