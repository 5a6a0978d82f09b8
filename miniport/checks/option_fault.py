"""Options of pages and components that are the platform's own, and that nothing calls where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.analyze.app import Unit, UnitKind
from miniport.analyze.closure import drawn
from miniport.checks.life_cycle import is_used
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.edit import Edit
from miniport.facts import Json, Kind
from miniport.syntax.options import Option, Options
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack

_DEFAULTS: Mapping[str, str] = {
    "String": "''",
    "Number": "0",
    "Boolean": "false",
    "Object": "{}",
    "Array": "[]",
    "Function": "() => {}",
}
MANY = {
    UnitKind.APP: ("the app", "应用"),
    UnitKind.PAGE: ("pages", "页面"),
    UnitKind.COMPONENT: ("components", "组件"),
}
_SHOWN = 6


def option_faults(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each option that does nothing where it stands."""
    older = _older(scene)
    for unit in scene.units:
        own = scene.own(unit.script, Script)
        if own is None:
            continue
        file, tree = own
        reader = scene.facts.project.reader_of(file.path)
        for registration in tree.registrations:
            options = registration.options
            if registration.word != unit.kind or options is None:
                continue
            for finding in (
                *_of_another(options, unit, tree.text, reader, _handlers(unit, scene)),
                *_switched_off(options, unit, reader),
                *_types(options, unit, tree.text, reader),
                *_older_ones(options, unit, reader, older),
            ):
                yield scene.placed(file, finding)


def _handlers(unit: Unit, scene: Scene) -> frozenset[str]:
    """Return the methods that the templates of a unit call."""
    found: set[str] = set()
    for file in drawn(unit, scene.facts.files):
        mentions = file.described.mentions if file.described is not None else None
        found.update(each.name.strip() for each in (mentions.handlers if mentions is not None else ()))
    return frozenset(found)


def _of_another(
    options: Options, unit: Unit, text: str, reader: TargetPack, called: frozenset[str]
) -> Iterator[Finding]:
    own = reader.names(Kind.LIFECYCLE, unit.kind)
    for entry in options.entries:
        if entry.name in own or not entry.is_function or is_used(entry.name, text):
            continue
        if entry.name in called:
            continue
        owners = [kind for kind in UnitKind if kind is not unit.kind and _has(reader, entry.name, kind)]
        if owners:
            english, chinese = (
                " and ".join(MANY[kind][0] for kind in owners),
                "、".join(MANY[kind][1] for kind in owners),
            )
            many_en, many_zh = MANY[unit.kind]
            known = [name for name in own if name.startswith(("on", "did", "derive"))]
            said = {"owners_en": english, "owners_zh": chinese, "kind_en": many_en, "kind_zh": many_zh}
            yield rules.LIFE_CYCLE_OF_ANOTHER_UNIT.at(
                entry.span, name=entry.name, known=", ".join(known[:_SHOWN]), **said
            )


def _has(reader: TargetPack, name: str, kind: UnitKind) -> bool:
    return name.startswith(("on", "did")) and name in reader.names(Kind.LIFECYCLE, kind)


def _switched_off(options: Options, unit: Unit, reader: TargetPack) -> Iterator[Finding]:
    """Yield each option that another one, which is not there, switches on."""
    for entry in options.entries:
        switch = str(_row(reader, entry.name, unit.kind).get("switch") or "")
        group, _, key = switch.partition(".")
        if not switch or options.is_open or (entry.options is not None and not entry.options.entries):
            continue
        held = options.entry(group)
        is_open = held is not None and (held.options is None or held.options.is_open)
        if not is_open and (held is None or held.options is None or held.options.entry(key) is None):
            said = f"{group}: {{ {key}: true }}"
            yield rules.OPTION_SWITCHED_OFF.at(entry.span, name=entry.name, switch=said)


def _types(options: Options, unit: Unit, text: str, reader: TargetPack) -> Iterator[Finding]:
    """Yield each property that is given a type where the dialect takes its default value."""
    props = options.entry("props")
    if unit.kind is not UnitKind.COMPONENT or "props" not in reader.names(Kind.LIFECYCLE, unit.kind):
        return
    for entry in props.options.entries if props is not None and props.options is not None else ():
        if entry.is_function and not entry.name.startswith("on"):
            meant = f"on{entry.name[:1].upper()}{entry.name[1:]}"
            yield rules.FUNCTION_PROPERTY.at(entry.span, name=entry.name, near=meant)
        told = entry.options.entry("type") if entry.options is not None else None
        name = text[told.value.start : told.value.end] if told is not None else ""
        written = text[entry.value.start : entry.value.end]
        if told is not None and entry.options is not None and name in _DEFAULTS:
            yield _as_type(entry, _default(entry.options, name, text))
        elif written in _DEFAULTS:
            yield _as_type(entry, _DEFAULTS[written])


def _as_type(entry: Option, cure: str) -> Finding:
    """Return the finding on a property that is given a type, with its default value as the cure."""
    declared = {each.name for each in entry.options.entries} if entry.options is not None else set()
    # A function that makes the default, or hears of changes, is more than a value.
    is_plain = declared <= _DECLARED and "=>" not in cure and "function" not in cure
    found = rules.PROPERTY_AS_TYPE.at(entry.span, name=entry.name, cure=cure)
    return found.cured(Edit(entry.value, cure, "property-as-type"), is_safe=is_plain)


_DECLARED = frozenset(("type", "value", "default", "required"))


def _default(options: Options, type_name: str, text: str) -> str:
    value: Option | None = options.entry("value") or options.entry("default")
    return text[value.value.start : value.value.end] if value is not None else _DEFAULTS[type_name]


def _older_ones(
    options: Options, unit: Unit, reader: TargetPack, older: tuple[str, str] | None
) -> Iterator[Finding]:
    if older is None or unit.kind is not UnitKind.COMPONENT:
        return
    for entry in options.entries:
        if _row(reader, entry.name, unit.kind).get("newer"):
            yield rules.OLDER_COMPONENTS.at(entry.span, name=entry.name, key=older[0], file=older[1])


def _older(scene: Scene) -> tuple[str, str] | None:
    """Return the key that turns newer components off, and its file; None where nothing does."""
    form = scene.facts.project.reader.project_file
    written = scene.facts.project.project_file
    for key in form.newer_components if form is not None and written is not None else ():
        value: Json = written.document.value if written is not None else None
        for step in key.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        if value is False and form is not None:
            return key, form.name
    return None


def _row(reader: TargetPack, name: str, kind: UnitKind) -> Mapping[str, object]:
    fact = reader.index.get((Kind.LIFECYCLE, kind, reader.neutral(Kind.LIFECYCLE, name, kind)))
    return fact[0] if fact is not None and fact[0] else {}
