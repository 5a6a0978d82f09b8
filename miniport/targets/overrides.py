"""A project's own facts, laid over a pack."""

from __future__ import annotations

from typing import cast

from miniport.field import replace
from miniport.record import RecordError, decode, load_yaml
from miniport.targets.build import members_of
from miniport.targets.form import OverrideForm
from miniport.targets.index import Key, Raw, flatten
from miniport.targets.problems import path_of, without_member
from miniport.targets.raw import digest_of
from miniport.targets.target_pack import Override, TargetPack

PROJECT = "project"
"""The source of a fact that a project brings along and gives no source for."""


def with_overrides(pack: TargetPack, text: str, at: str) -> TargetPack:
    """Return a pack with a project's own facts laid over it; `at` names their file.

    Each fact is kept in `overrides`, in text order. Raises RecordError with every problem and its place.
    """
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
