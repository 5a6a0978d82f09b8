"""Load a pack from its folder, with those that it names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from miniport import resources
from miniport.likeness import closest
from miniport.record import Problem, RecordError
from miniport.targets.build import INHERITED, build
from miniport.targets.folder import PACK_FILE, is_pack, shipped_names
from miniport.targets.index import Index, Raw, flatten
from miniport.targets.problems import without_member
from miniport.targets.raw import read
from miniport.targets.target_pack import TargetPack

Load = Callable[[str], TargetPack]
"""Returns the pack of a name that ships with miniport, loaded once for all."""


def shipped(name: str, load: Load) -> TargetPack:
    """Return the pack of a name that ships with miniport. Raises RecordError where it is malformed."""
    return loaded(resources.pack_folder(name), load)


def loaded(folder: Path, load: Load) -> TargetPack:
    """Return the pack of a folder that holds a pack.yaml, or its JSON twin.

    A pack it names (`extends`, `dialect`) is looked for beside the folder, then among the bundled ones.
    Raises RecordError naming file and key where a pack is malformed or absent.
    """
    return _load(folder.resolve(), load, ())


def _load(folder: Path, load: Load, loading: tuple[Path, ...]) -> TargetPack:
    at = str(folder / PACK_FILE)
    raw, digest = read(folder)
    base = native = None
    if isinstance(raw.get("dialect"), str):
        native = _other(_place(folder, "dialect", str(raw["dialect"]), loading), load, (*loading, folder))
    if raw.get("extends"):
        place = _place(folder, "extends", str(raw["extends"]), loading)
        base = _other(place, load, (*loading, folder))
        own = {key: value for key, value in read(place)[0].items() if key in INHERITED}
        raw = {**own, **raw}
    pack = build(raw, digest, base, native, at)
    _demand_members(pack, flatten(raw) if base else {}, raw, at)
    return pack


def _other(folder: Path, load: Load, loading: tuple[Path, ...]) -> TargetPack:
    """Return a pack that another one names; a bundled one is loaded once for all."""
    is_bundled = folder == resources.pack_folder(folder.name).resolve()
    return load(folder.name) if is_bundled else _load(folder, load, loading)


def _demand_members(pack: TargetPack, index: Index, raw: Raw, at: str) -> None:
    problems = tuple(without_member(index, pack.members, raw))
    if problems:
        raise RecordError(at, problems)


def _place(folder: Path, key: str, name: str, loading: tuple[Path, ...]) -> Path:
    for place in (folder.parent / name, resources.pack_folder(name)):
        if is_pack(place) and place.resolve() not in (*loading, folder):
            return place.resolve()
    known = shipped_names()
    near, listed = closest(name, known), ", ".join(known)
    problem = Problem(
        (key,),
        f'there is no other pack "{name}"',
        f"没有名为 “{name}” 的其他目标包",
        f'did you mean "{near}"?' if near else f"packs that ship with miniport: {listed}",
        f"是否想写 “{near}”？" if near else f"内置的目标包：{listed}",
    )
    raise RecordError(str(folder / PACK_FILE), (problem,))
