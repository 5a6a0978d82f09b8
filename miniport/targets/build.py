"""Plain values of a pack to a TargetPack."""

from __future__ import annotations

from dataclasses import replace

from miniport.dialect import Dialect, EventSpelling, ModuleTag
from miniport.record import decode
from miniport.targets.form import BridgeSection, DialectForm, HeadForm, LimitRow, Member
from miniport.targets.index import Raw, flatten, overlay
from miniport.targets.target_pack import TargetPack, proved
from miniport.targets.verdict import Terms

INHERITED = (
    "dialect",
    "assetSuffixes",
    "companions",
    "constants",
    "reservedNames",
    "projectFile",
    "projectFiles",
    "layout",
    "settings",
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
        "host",
        "sources",
        "limits",
        "bridge",
    )
)


def build(raw: Raw, digest: str, base: TargetPack | None, dialect: Dialect | None, at: str) -> TargetPack:
    """Return the pack of plain values that were checked before.

    `dialect` is the one that the pack names, where it has none of its own.
    """
    head = decode(HeadForm, {key: value for key, value in raw.items() if key in _HEAD}, at)
    own = dialect_of(head.dialect) if isinstance(head.dialect, DialectForm) else dialect
    assert own is not None
    index = flatten(raw)
    members = {**(base.members if base else {}), **members_of(head.bridge, head.checked)}
    return TargetPack(
        name=head.name,
        title_en=head.title.en,
        title_zh=head.title.zh,
        family=head.family,
        is_target=head.is_target,
        is_default=head.is_default,
        is_reader=head.is_reader,
        dialect=own,
        host=head.host,
        constants=head.constants,
        asset_suffixes=head.asset_suffixes,
        companions=head.companions,
        reserved_names=head.reserved_names,
        project_file=head.project_file,
        project_files=head.project_files,
        layout=head.layout,
        settings=head.settings,
        limits={**(base.limits if base else {}), **_limits(head)},
        sources={**(base.sources if base else {}), **head.sources},
        members=members,
        terms=Terms(head.box.en, head.box.zh, proved(members)) if head.box else Terms(proved=proved(members)),
        index=overlay(base.index, index) if base else index,
        digest=f"{digest}+{base.digest}" if base else digest,
    )


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
    )
