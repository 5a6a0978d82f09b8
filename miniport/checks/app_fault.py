"""What scripts ask of the app, of events and of `this` that none of them has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from miniport import rules
from miniport.analyze.app import Unit, UnitKind
from miniport.analyze.did_you_mean import near_words
from miniport.analyze.method import Methods, methods
from miniport.checks.cycle_fault import is_read
from miniport.checks.dataset import given_data
from miniport.checks.life_cycle import is_used
from miniport.checks.member_fault import Members
from miniport.checks.option_fault import MANY
from miniport.checks.reading import Reading, function_around
from miniport.checks.scene import Scene
from miniport.diagnostics import Finding
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.options import Option
from miniport.syntax.script_tree import Script
from miniport.syntax.tree import span

if TYPE_CHECKING:
    from tree_sitter import Node

_GET_APP = "getApp"
_FUNCTIONS = frozenset(
    (
        "function_declaration",
        "function_expression",
        "arrow_function",
        "method_definition",
        "generator_function",
    )
)
_NAMED = regex(r"\b(?:const|let|var)\s+([\w$]+)\s*=\s*getApp\s*\(\s*\)\s*(?:;|$)", re.MULTILINE)
_SHARED = "globalData"
# What events of browsers have, and what stands for it.
_OF_BROWSERS: Mapping[str, str] = {
    "value": "{event}.detail.value",
    "checked": "{event}.detail.value",
    "preventDefault": "catch…",
    "stopPropagation": "catch…",
}


@frozen
class AppMembers:
    """What the app gives to those who ask for it; `shared`: the names in its global data, None if unknown."""

    had: Methods
    shared: frozenset[str] | None
    texts: tuple[str, ...]

    @cached_property
    def given(self) -> frozenset[str]:
        """Return the members that some script gives to something."""
        return frozenset(match[1] for text in self.texts for match in _ASSIGNED.finditer(text))

    @classmethod
    def of(cls, scene: Scene) -> AppMembers:
        """Return what the script of an app gives, and what other scripts add to it."""
        had = methods(scene.facts.app, scene.facts, scene.ground.replaced_kinds)
        trees = (file.tree for file in scene.facts.files.values())
        texts = tuple(tree.text for tree in trees if isinstance(tree, Script))
        tree = had.file.tree if had.file is not None else None
        shared: frozenset[str] | None = None
        for registration in tree.registrations if isinstance(tree, Script) else ():
            entry = registration.options.entry(_SHARED) if registration.options is not None else None
            if entry is not None and entry.options is not None and not entry.options.is_open:
                shared = frozenset(each.name for each in entry.options.entries)
        return cls(had, shared, texts)


_ASSIGNED = regex(r"\.\s*([\w$]+)\s*=(?![=>])")


def app_faults(reading: Reading, app: AppMembers) -> Iterator[Finding]:
    """Yield each member that a script asks of the app and that is nearly one it has."""
    if _GET_APP not in reading.script.text or app.had.is_open:
        return
    names = "|".join(map(re.escape, {match[1] for match in _NAMED.finditer(reading.script.text)}))
    owner = rf"(?:getApp\s*\(\s*\)|(?<![\w$.])(?:{names}))" if names else r"getApp\s*\(\s*\)"
    asked = re.compile(rf"{owner}\s*\.\s*([\w$]+)(?:\s*\.\s*([\w$]+))?")
    for match in asked.finditer(reading.script.text):
        yield from _asked(match, 1, app.had.names, app)
        if match[1] == _SHARED and match[2] and app.shared is not None:
            yield from _asked(match, 2, app.shared, app)


def _asked(match: re.Match[str], group: int, known: frozenset[str], app: AppMembers) -> Iterator[Finding]:
    name = match[group]
    if name in known or name in app.given or app.had.may_have(name):
        return
    near = near_words(name, known)
    if near["near_en"]:
        yield rules.APP_MEMBER.at(Span(*match.span(group)), name=name, **near)


def early_app(reading: Reading) -> Iterator[Finding]:
    """Yield each getApp() that runs while the script of the app itself is read."""
    for call in reading.of("call"):
        function = call.child_by_field_name("function")
        if reading.text(function) == _GET_APP and not _is_in_function(call):
            yield rules.APP_NOT_THERE.at(span(call), name=_GET_APP)


def _is_in_function(node: Node) -> bool:
    at = node.parent
    while at is not None:
        if at.type in _FUNCTIONS:
            return True
        at = at.parent
    return False


def event_faults(reading: Reading, members: Members, found: Mapping[int, Option]) -> Iterator[Finding]:
    """Yield what handlers of elements ask of their event that it has not, and take beside it."""
    instance = members.reader.dialect.instance
    given = given_data(members.unit, members.scene) if instance.get("event") else None
    for node in reading.of("function"):
        option = found.get(node.start_byte)
        held = given.get(option.name) if given is not None and option is not None else None
        if option is None or held is None or held.is_open or is_used(option.name, reading.script.text):
            continue
        listed = node.child_by_field_name("parameters")
        taken = [each for each in listed.named_children if each.type != "comment"] if listed else []
        for other in taken[1:2]:
            if other.type == "identifier" and is_read(reading, (reading.text(other), span(other)), option):
                said = {"name": option.name, "parameter": reading.text(other), "count": 1}
                yield rules.ARGUMENT_NOT_GIVEN.at(span(other), **said)
        if taken and taken[0].type == "identifier":
            yield from _members_of(reading, reading.text(taken[0]), node, instance)


def _members_of(
    reading: Reading, name: str, function: Node, instance: Mapping[str, tuple[str, ...]]
) -> Iterator[Finding]:
    asked = re.compile(rf"(?<![\w$.]){re.escape(name)}\s*\.\s*([\w$]+)(?:\s*\.\s*([\w$]+))?")
    for match in asked.finditer(reading.script.text, function.start_byte, function.end_byte):
        member = match[2] if match[1] in ("target", "currentTarget") else match[1]
        if member in _OF_BROWSERS:
            at = match.span(2 if member == match[2] else 1)
            cure = _OF_BROWSERS[member].format(event=name)
            yield rules.EVENT_OF_BROWSERS.at(Span(*at), name=member, cure=cure)
            continue
        for group, known in ((1, instance["event"]), (2, instance.get("target", ()))):
            is_asked = group == 1 or (match[1] in ("target", "currentTarget") and match[2])
            near = near_words(match[group], known) if is_asked and match[group] not in known else {}
            if near.get("near_en"):
                yield rules.EVENT_MEMBER.at(Span(*match.span(group)), name=match[group], **near)


def foreign_members(reading: Reading, members: Members, found: Mapping[int, Option]) -> Iterator[Finding]:
    """Yield what `this` is asked for, and only another kind of unit has, or nearly this one."""
    instance, kind = members.reader.dialect.instance, members.unit.kind
    scene = members.scene
    had = scene.methods.get(members.unit.path) or methods(
        members.unit, scene.facts, scene.ground.replaced_kinds
    )
    owners = {
        name: owner
        for owner in (UnitKind.PAGE, UnitKind.COMPONENT)
        for name in instance.get(owner, ())
        if owner is not kind and name not in instance.get(kind, ())
    }
    for node in reading.of("own") if owners else ():
        around, name = function_around(node), reading.text(node.child_by_field_name("property"))
        is_method = around is not None and around.start_byte in found
        if not is_method or had.may_have(name) or name.startswith("$"):
            continue
        known = {*instance.get(kind, ()), *had.names}
        is_call = node.parent is not None and node.parent.type == "call_expression"
        near = near_words(name, known) if name not in known and not (is_call and kind in owners) else {}
        if name not in owners and near.get("near_en") and (not is_call or kind is UnitKind.APP):
            yield rules.MEMBER_SLIP.at(span(node), name=f"this.{name}", **near)
        elif name in owners:
            english, chinese = MANY[owners[name]]
            said = {"name": f"this.{name}", "owner_en": english, "owner_zh": chinese}
            yield rules.INSTANCE_MEMBER.at(span(node), **said)


def twice(reading: Reading, unit: Unit) -> Iterator[Finding]:
    """Yield the second of two calls that register the same unit."""
    calls = [each for each in reading.script.registrations if each.word == unit.kind and each.options]
    for call in calls[1:]:
        yield rules.REGISTERED_TWICE.at(call.function.span, function=call.function.text)
