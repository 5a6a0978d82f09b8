"""Plain values of a pack to a TargetPack."""

from __future__ import annotations

from miniport.dialect import Dialect, EventSpelling, ModuleTag
from miniport.facts import Kind
from miniport.field import replace
from miniport.record import decode
from miniport.targets.form import BridgeSection, HeadForm
from miniport.targets.form_dialect import DialectForm
from miniport.targets.form_part import LimitRow, Member
from miniport.targets.index import Index, Raw, flatten, overlay
from miniport.targets.release import dated
from miniport.targets.target_pack import TargetPack, proved
from miniport.targets.verdict import Terms

INHERITED = (
    "dialect",
    "assetSuffixes",
    "companions",
    "locales",
    "constants",
    "conditions",
    "reservedNames",
    "projectFile",
    "projectFiles",
    "layout",
    "settings",
    "packages",
    "language",
    "box",
    "checked",
)
"""The keys of a pack's head that it takes from the pack it extends, unless it has its own."""

_HEAD = frozenset(
    (
        *INHERITED,
        "name",
        "title",
        "family",
        "extends",
        "isTarget",
        "isDefault",
        "isReader",
        "isSource",
        "foreignConditions",
        "fileWords",
        "foreignObjects",
        "foreignUnits",
        "host",
        "sources",
        "limits",
        "language",
        "bridge",
        "probeFiles",
        "engine",
        "release",
    )
)


def build(raw: Raw, digest: str, base: TargetPack | None, native: TargetPack | None, at: str) -> TargetPack:
    """Return the pack of plain values that were checked before.

    `base` is the pack it extends. `native` is the one whose dialect it follows by name: what that one is
    known to lack, this one lacks too.
    """
    head = decode(HeadForm, {key: value for key, value in raw.items() if key in _HEAD}, at)
    below = [pack for pack in (native, base) if pack is not None]
    members = {**(base.members if base else {}), **members_of(head.bridge, head.checked)}
    index = _lacking(native) if native else {}
    for over in (base.index if base else {}, flatten(raw)):
        index = overlay(index, over)
    return TargetPack(
        name=head.name,
        title_en=head.title.en,
        title_zh=head.title.zh,
        family=head.family,
        is_target=head.is_target,
        is_default=head.is_default,
        is_reader=head.is_reader,
        is_source=head.is_source or (head.is_reader and head.is_target),
        dialect=dialect_of(head.dialect) if isinstance(head.dialect, DialectForm) else below[0].dialect,
        host=head.host,
        constants=head.constants,
        conditions=head.conditions,
        foreign_conditions=head.foreign_conditions,
        file_words=(head.name, *head.file_words),
        foreign_objects=head.foreign_objects,
        foreign_units=head.foreign_units,
        asset_suffixes=head.asset_suffixes,
        companions=head.companions,
        locales=head.locales,
        reserved_names=head.reserved_names,
        project_file=head.project_file,
        project_files=head.project_files,
        probe_files=head.probe_files,
        layout=head.layout,
        settings=head.settings,
        engine=head.engine,
        packages=head.packages,
        limits={**(base.limits if base else {}), **_limits(head)},
        language=head.language,
        sources={key: text for pack in below for key, text in pack.sources.items()} | dict(head.sources),
        members=members,
        terms=Terms(head.box.en, head.box.zh, proved(members)) if head.box else Terms(proved=proved(members)),
        index=index,
        digest="+".join([digest, *(pack.digest for pack in below)]),
        release=dated(head.release, head.checked),
    )


def _lacking(native: TargetPack) -> Index:
    return {
        key: fact
        for key, fact in native.index.items()
        if key[0] in (Kind.API, Kind.COMPONENT) and fact[0] and fact[0].get("unsupported")
    }


def _limits(head: HeadForm) -> dict[str, LimitRow]:
    section = head.limits
    return {
        name: LimitRow(
            row.source or section.source, row.checked or section.checked or head.checked, row.value, row.unit
        )
        for name, row in section.rows.items()
    }


def members_of(section: BridgeSection, checked: str) -> dict[str, Member]:
    """Return the members of a host, each with its own source and day."""
    return {
        name: replace(
            row or Member(),
            source=(row.source if row else "") or section.source,
            checked=(row.checked if row else "") or section.checked or checked,
        )
        for name, row in section.rows.items()
    }


def dialect_of(form: DialectForm) -> Dialect:
    """Return the dialect of a pack, with prefixes longest first."""
    prefixes = sorted(form.events.prefixes.items(), key=lambda item: (-len(item[0]), item[0]))
    directives = sorted(form.directive_prefixes.items(), key=lambda item: (-len(item[0]), item[0]))
    tag = form.module_tag
    return Dialect(
        name=form.name,
        namespace=form.namespace,
        suffixes=form.suffixes,
        directives=form.directives,
        directive_prefixes=tuple(directives),
        events=EventSpelling(tuple(prefixes), form.events.case, form.events.names),
        module_tag=ModuleTag(tag.tag, tag.source, tag.name, tag.is_inline),
        registrations={str(word): name for word, name in form.registrations.items()},
        globals=form.globals_,
        custom_tab_bar=form.custom_tab_bar,
        package_field=form.package_field,
        absent=form.script.absent,
        evaluators=form.script.evaluators,
        timers=form.script.timers,
        never=form.script.never,
        newest=form.script.newest,
        worker=form.script.worker,
        booleans=frozenset(form.booleans),
        numbers=frozenset(form.numbers),
        instance={
            "page": form.instance.page,
            "component": form.instance.component,
            "event": form.instance.event,
            "target": form.instance.target,
        },
        synonyms=form.synonyms,
        first_number=form.loops.first_number,
        loose=frozenset(form.loose.values),
        plugin_call=form.plugins.call,
        plugin_links=form.plugins.links,
    )
