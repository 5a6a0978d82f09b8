"""Configuration keys that hold another kind of value than the dialect says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.analyze.app import Unit
from miniport.analyze.config_use import config_uses
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.facts import Json
from miniport.regex import regex
from miniport.syntax.data import JsonDocument, Pointer
from miniport.targets.form_language import ValueKind

_SHOWN = 24
_YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
"""What people write for yes and no, in quotes or without."""
_NUMBER = regex(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
WANTED: Mapping[ValueKind, tuple[str, str, str]] = {
    "boolean": ("true or false", " true 或 false", "true"),
    "yes-no": ('"YES" or "NO"', ' "YES" 或 "NO"', '"YES"'),
    "text": ("a text in quotes", "带引号的文本", '"..."'),
    "number": ("a number", "数字", "100"),
    "list": ("a list", "列表", "[...]"),
    "object": ("an object", "对象", "{...}"),
}


def config_values(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each key of the project's own configuration whose value is of a wrong kind."""
    for unit in scene.units:
        if scene.is_own(unit.path):
            yield from _of_unit(unit, scene)


def _of_unit(unit: Unit, scene: Scene) -> Iterator[Diagnostic]:
    file = scene.facts.file(unit.config_file)
    tree = file.tree if file is not None else None
    if file is None or not isinstance(tree, JsonDocument):
        return
    reader = scene.facts.project.reader_of(file.path)
    kinds = {name: kind for kind, names in reader.language.values.items() for name in names}
    for pointer, use in config_uses(tree, unit.kind, reader):
        name = use.name if "." in use.name else f"{use.owner}.{use.name}"
        kind = kinds.get(name)
        value = _at(tree.value, pointer)
        choices = reader.language.choices.get(name, ())
        if choices and isinstance(value, str) and value not in choices:
            said = {"key": pointer[-1], "found": _shown(value), "known": ", ".join(choices)}
            yield scene.placed(file, rules.CONFIG_CHOICE.at(tree.span(pointer), **said))
        for finding in wrong_kind(tree, pointer, value, kind):
            yield scene.placed(file, finding)


def wrong_kind(
    document: JsonDocument, pointer: Pointer, value: Json, kind: ValueKind | None
) -> Iterator[Finding]:
    """Yield the finding on a value that is not of its kind."""
    if kind is not None and not _fits(value, kind):
        english, chinese, example = WANTED[kind]
        example = _meant(value, kind) or example
        arguments = {"key": str(pointer[-1]), "wanted_en": english, "wanted_zh": chinese, "example": example}
        yield rules.CONFIG_VALUE.at(document.span(pointer), **arguments, found=_shown(value))


def _at(value: Json, pointer: tuple[str | int, ...]) -> Json:
    for step in pointer:
        value = value[step]  # type: ignore[index]
    return value


def _fits(value: Json, kind: ValueKind) -> bool:
    match kind:
        case "boolean":
            return isinstance(value, bool)
        case "yes-no":
            return value in ("YES", "NO")
        case "text":
            return isinstance(value, str)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "list":
            return isinstance(value, list)
        case _:
            return isinstance(value, dict)


def _meant(value: Json, kind: ValueKind) -> str:
    """Return what the value would be in the kind that is asked for; nothing where that is anybody's guess."""
    yes = _YES.get(value.lower() if isinstance(value, str) else json.dumps(value))
    match kind:
        case "boolean" if yes is not None:
            return json.dumps(yes)
        case "yes-no" if yes is not None:
            return '"YES"' if yes else '"NO"'
        case "number" if isinstance(value, str) and _NUMBER.fullmatch(value):
            return value
        case "text" if isinstance(value, bool | int | float):
            return json.dumps(json.dumps(value))
        case _:
            return ""


def _shown(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
