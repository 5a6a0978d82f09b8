"""What an app uses, and what becomes of it on one target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from miniport.analyze.app import AppFacts, File
from miniport.analyze.config_use import config_uses
from miniport.analyze.supplied import supplied
from miniport.checks.support import verdict_on
from miniport.diagnostics import Place
from miniport.facts import Kind, Use
from miniport.report.survey_form import How, Spot, Told, Used
from miniport.syntax.data import JsonDocument
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import (
    Adapter,
    Bridge,
    Differs,
    Rename,
    Rewrite,
    Same,
    Shim,
    Unknown,
    Unsupported,
    Verdict,
)

LISTED = 50
_NOTHING = Told("", "")
_Key = tuple[str, str, str, How, Told]


def usage(facts: AppFacts, pack: TargetPack) -> tuple[Used, ...]:
    """Return each thing used once, by kind, owner and name."""
    places: dict[_Key, list[Spot]] = {}
    counts: dict[_Key, list[int]] = {}
    for file, use, how, note in _fates(facts, pack):
        owner = use.owner if use.kind not in (Kind.API, Kind.COMPONENT) else ""
        key = (use.kind.value, owner, _name(use), how, note)
        count = counts.setdefault(key, [0, 0])
        count[0] += 1
        count[1] += use.is_guarded
        listed = places.setdefault(key, [])
        if len(listed) < LISTED and file.source is not None:
            listed.append(spot(Place.of(file.source, use.span)))
    return tuple(_used(key, counts[key], places[key]) for key in sorted(places, key=_order))


def _order(key: _Key) -> tuple[str, ...]:
    kind, owner, name, how, note = key
    return kind, owner, name, how, note.en


def _used(key: _Key, count: list[int], spots: list[Spot]) -> Used:
    kind, owner, name, how, note = key
    return Used(kind, name, owner, how, note, count[0], count[1], tuple(spots))


_WIDEST, _BEFORE = 300, 100
"""Of a line no more is kept: minified files have one line of megabytes."""


def spot(place: Place) -> Spot:
    """Return a place as a report has it."""
    path = str(place.path)
    if not place.line:
        return Spot(path)
    cut = max(0, min(place.column - 1 - _BEFORE, len(place.frame) - _WIDEST))
    text = place.frame[cut : cut + _WIDEST]
    return Spot(path, place.line, place.column, place.end_line, place.end_column, text, cut + 1)


def _fates(facts: AppFacts, pack: TargetPack) -> Iterator[tuple[File, Use, How, Told]]:
    for file in facts.files.values():
        for told in told_of(uses_of(file, facts), facts, pack):
            yield file, *told


def told_of(uses: Iterable[Use], facts: AppFacts, pack: TargetPack) -> Iterator[tuple[Use, How, Told]]:
    """Yield what becomes of each use; nothing of methods and values that are the app's own affair."""
    capabilities = supplied(facts.adapters, facts.diagnostics)
    for use in uses:
        is_own = use.kind is Kind.VALUE and pack.is_free(use)
        how = None if is_own else _how(use, pack, facts.project.reader, capabilities)
        if how is not None:
            yield use, *how


def uses_of(file: File, facts: AppFacts) -> Iterator[Use]:
    """Yield the uses of a file, those of the app's own components left out."""
    if file.described is None or file.source is None:
        return
    own = frozenset(tag.lower() for tag in facts.custom_tags.get(file.path, ()))
    yield from (use for use in file.described.uses if not _is_own(use, own))
    unit, tree = facts.by_config.get(file.path), file.described.tree
    if unit is not None and isinstance(tree, JsonDocument):
        yield from (use for _, use in config_uses(tree, unit.kind, facts.project.reader_of(file.path)))


def _is_own(use: Use, own: frozenset[str]) -> bool:
    """Tell whether a use concerns a component of the app itself."""
    name = use.name if use.kind is Kind.COMPONENT else use.owner
    return use.kind in (Kind.COMPONENT, Kind.ATTRIBUTE, Kind.VALUE, Kind.EVENT) and name.lower() in own


def _name(use: Use) -> str:
    return use.name if use.is_known else "*"


def _how(
    use: Use, pack: TargetPack, reader: TargetPack, capabilities: frozenset[str]
) -> tuple[How, Told] | None:
    """Return what becomes of a use; None for the app's own methods, which no platform need know."""
    if not use.is_known:
        return How.UNKNOWN, Told("its name is known only when it runs", "名称在运行时才能确定")
    verdict = verdict_on(use, pack, reader)
    if isinstance(verdict, Unknown) and use.kind is Kind.LIFECYCLE:
        return None
    return _told(verdict, capabilities)


def _told(verdict: Verdict, capabilities: frozenset[str]) -> tuple[How, Told]:
    match verdict:
        case Same():
            return How.NATIVE, _NOTHING
        case Rename(to=text) | Rewrite(rule=text):
            return How.RESPELLED, Told(text, text)
        case Shim(piece=text):
            return How.SHIMMED, _NOTHING
        case Bridge(member=text, is_proved=is_proved):
            return How.BRIDGED if is_proved else How.UNPROVED, Told(text, text)
        case Adapter(capability=text):
            return How.ADAPTER if text in capabilities else How.ADAPTER_ABSENT, Told(text, text)
        case Differs():
            return How.DIFFERENT, Told(verdict.note_en, verdict.note_zh)
        case Unsupported(instead=text):
            return How.IMPOSSIBLE, Told(text, text)
        case Unknown():
            return How.UNKNOWN, _NOTHING
        case _:
            assert_never(verdict)
