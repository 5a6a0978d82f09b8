"""Options of App, Page and Component that nobody calls: misspelt ones, and those of another dialect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from miniport import rules
from miniport.analyze.app import File, Unit, UnitKind
from miniport.analyze.closure import drawn
from miniport.analyze.did_you_mean import meant_words, near_words
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.facts import Kind
from miniport.likeness import closest
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.options import Option, Options
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack, bundled


def life_cycles(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each option or member that the platform does not know, though another may."""
    for unit in scene.units:
        own = scene.own(unit.script, Script)
        if own is None:
            continue
        file, tree = own
        reader = scene.facts.project.reader_of(file.path)
        for registration in tree.registrations:
            if registration.word == unit.kind and registration.options is not None:
                found = [*_options(unit, registration.options, tree.text, reader, scene)]
                for finding in (*found, *_groups(unit, registration.options, tree.text, reader)):
                    yield scene.placed(file, finding)
        for finding in _members(unit, file, tree, reader, scene):
            yield scene.placed(file, finding)


def _options(unit: Unit, options: Options, text: str, reader: TargetPack, scene: Scene) -> Iterator[Finding]:
    own = reader.names(Kind.LIFECYCLE, unit.kind)
    given = {entry.name for entry in options.entries}
    for entry in options.entries:
        if entry.name in own or reader.fact(Kind.LIFECYCLE, entry.name, unit.kind) is not None:
            continue
        meant = _elsewhere(entry.name, unit.kind, reader.dialect.name)
        if meant is not None and not is_used(entry.name, text):
            near = f"{meant}" if meant in own else ""
            said = {"name": entry.name, "owner": reader.dialect.registrations.get(unit.kind, unit.kind)}
            if near:
                yield rules.OPTION_OF_OTHERS.at(entry.span, **said, near=near)
            elif unit.kind is UnitKind.COMPONENT or (entry.is_function and entry.name.startswith("on")):
                yield rules.OPTION_WITHOUT_TWIN.at(entry.span, **said)
        elif _is_slip(entry, unit, text, scene):
            hooks = [name for name in own if name[:2] in _HOOKS and name not in given]
            near = closest(entry.name, hooks) or ""
            if near:
                yield rules.MISSPELT_LIFE_CYCLE.at(entry.span, name=entry.name, near=near)


_HOOKS = ("on", "di", "de")


def _groups(unit: Unit, options: Options, text: str, reader: TargetPack) -> Iterator[Finding]:
    """Yield misspelt options that hold no function, and what stands in one of them that it does not take."""
    own = reader.names(Kind.LIFECYCLE, unit.kind)
    owner = reader.dialect.registrations.get(unit.kind, unit.kind)
    given = {entry.name for entry in options.entries}
    groups = [name for name in own if "." not in name and name[:2] not in _HOOKS and name not in given]
    for entry in options.entries:
        is_group = entry.options is not None or text[entry.value.start : entry.value.start + 1] == "["
        is_known = reader.fact(Kind.LIFECYCLE, entry.name, unit.kind) is not None
        if is_group and not is_known and not is_used(entry.name, text):
            near = near_words(entry.name, groups)
            meant = closest(entry.name, groups) or ""
            if near["near_en"]:
                yield rules.OPTION_UNKNOWN.at(entry.span, owner=owner, name=entry.name, near=meant, **near)
        if entry.options is None:
            continue
        inner = [name for name in own if name.startswith(f"{entry.name}.")]
        for each in entry.options.entries if inner else ():
            yield from _inner(unit, entry, each, inner, reader)


def _inner(
    unit: Unit, group: Option, entry: Option, known: list[str], reader: TargetPack
) -> Iterator[Finding]:
    name = f"{group.name}.{entry.name}"
    fact = reader.fact(Kind.LIFECYCLE, name, unit.kind)
    instead = fact[0].get("unsupported") if fact is not None and fact[0] else None
    if isinstance(instead, str):
        yield rules.OPTION_ELSEWHERE.at(entry.span, name=name, instead=instead)
    elif fact is None and (near := closest(name, known)) is not None:
        meant = near.rpartition(".")[2]
        said = {"owner": group.name, "name": entry.name, "near": meant, **meant_words(meant)}
        yield rules.OPTION_UNKNOWN.at(entry.span, **said)


def _is_slip(entry: Option, unit: Unit, text: str, scene: Scene) -> bool:
    """Tell whether an option can only be meant for the platform: the app itself never calls it."""
    if not entry.is_function or is_used(entry.name, text):
        return False
    for file in drawn(unit, scene.facts.files):
        described = file.described
        mentions = described.mentions if described is not None else None
        if mentions is not None and any(each.name.strip() == entry.name for each in mentions.handlers):
            return False
    return True


def is_used(name: str, text: str) -> bool:
    """Tell whether a script speaks of a member of its own: then it is the app's."""
    if _NAME.fullmatch(name):
        return name in _words(text)
    return re.search(rf"""(?:\.\s*|["'`]){re.escape(name)}(?![\w$])""", text) is not None


_NAME = regex(r"[\w$]+")
_WORD = regex(r"""[."'`](?:(?<=\.)\s+)?([\w$]+)""")


# Each script is asked about once for every target.
@lru_cache(maxsize=512)
def _words(text: str) -> frozenset[str]:
    """Return the words of a text that stand behind a dot or a quote."""
    return frozenset(_WORD.findall(text))


# Many units have methods of the same names, and each is asked about once for every target.
@lru_cache(maxsize=1024)
def _elsewhere(name: str, kind: UnitKind, dialect: str) -> str | None:
    """Return the neutral word for an option of another dialect; None where no dialect has it."""
    for other in bundled().values():
        if other.dialect.name == dialect or not other.is_reader:
            continue
        neutral = other.neutral(Kind.LIFECYCLE, name, kind)
        if neutral != name or other.fact(Kind.LIFECYCLE, name, kind) is not None:
            return neutral
    return None


@lru_cache(maxsize=32)
def _of_others(dialect: str, kind: UnitKind) -> frozenset[str]:
    """Return the members that units of a kind have in any other dialect."""
    others = (other.dialect for other in bundled().values() if other.dialect.name != dialect)
    return frozenset(name for other in others for name in other.instance.get(kind, ()))


# The word comes first, so that the search skips from one to the next.
_ASKED = regex(r"this(?<!\wthis)\s*\.\s*([\w$]+)(?![\w$])(?!\s*=(?!=))")


def _members(unit: Unit, file: File, script: Script, reader: TargetPack, scene: Scene) -> Iterator[Finding]:
    """Yield a finding for each member that is asked for and that only another dialect's units have."""
    if unit.kind is UnitKind.APP or not script.registrations:
        return
    own = reader.dialect.instance.get(unit.kind, ())
    others = _of_others(reader.dialect.name, unit.kind)
    if not own or not others:
        return
    had = scene.methods[unit.path]
    for match in _ASKED.finditer(script.text):
        name = match[1]
        span = Span(*match.span(1))
        if name not in others or name in own or had.may_have(name):
            continue
        from miniport.checks.reading import is_said_in

        if is_said_in(script, span):
            yield rules.MEMBER_OF_OTHERS.at(span, name=name, namespace=file.dialect.namespace)
