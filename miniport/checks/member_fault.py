"""What the methods of a page or component do with `this`: members that are not there, `this` that is lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from miniport import rules
from miniport.analyze.app import Unit, UnitKind
from miniport.analyze.did_you_mean import near_words
from miniport.analyze.sharing import HOOK
from miniport.checks.dataset import datasets
from miniport.checks.kind_words import KIND_WORDS
from miniport.checks.reading import FUNCTIONS, Reading, arguments_of, function_around, member_of
from miniport.checks.scene import Scene
from miniport.diagnostics import Finding
from miniport.frozen import frozen
from miniport.syntax.options import Option
from miniport.syntax.tree import span
from miniport.targets.pack import TargetPack, bundled

if TYPE_CHECKING:
    from tree_sitter import Node

_SET = frozenset(("setData", "$spliceData"))
_LITERALS = frozenset(("string", "template_string", "number", "array", "true", "false", "null"))
# These call what they are given with no `this`, unless a second argument says which.
_LATER = frozenset(
    ("then", "catch", "finally", "forEach", "map", "filter", "some", "every", "find", "findIndex")
)
_TIMERS = frozenset(("setTimeout", "setInterval"))
_ANSWERS = frozenset(("success", "fail", "complete"))
# What every object has, whoever made it.
_OF_OBJECTS = frozenset(("hasOwnProperty", "toString", "valueOf", "isPrototypeOf", "constructor"))


@frozen
class Members:
    """A page, component or app whose script is read, and the pack that script is written for."""

    scene: Scene
    unit: Unit
    reader: TargetPack

    @cached_property
    def instance(self) -> frozenset[str]:
        """Return the members that the platform, or another one, gives every such unit."""
        own = self.reader.dialect.instance.get(self.unit.kind, ())
        others = (pack.dialect.instance.get(self.unit.kind, ()) for pack in bundled().values())
        return frozenset((*own, *(name for names in others for name in names), *_OF_OBJECTS))

    @property
    def words(self) -> dict[str, str]:
        """Return what the unit is called."""
        english, chinese = KIND_WORDS[self.unit.kind]
        return {"kind_en": english, "kind_zh": chinese}


def member_faults(reading: Reading, members: Members) -> Iterator[Finding]:
    """Yield the faults of the methods of one unit."""
    methods = methods_of(reading, members.unit)
    if not methods:
        return
    names = {option.name for option in methods.values() if option.is_function}
    for node in reading.of("own"):
        around = function_around(node)
        if around is not None and around.start_byte in methods:
            yield from _of_unit(reading, members, node)
        elif around is not None and _is_inside(around, methods):
            yield from _lost(reading, members, node, around, names)
    yield from _written(reading, members, methods)
    yield from _shares(reading, methods)
    if members.unit.kind is not UnitKind.APP:
        yield from datasets(reading, members.scene, members.unit, methods)


def methods_of(reading: Reading, unit: Unit) -> dict[int, Option]:
    """Return the methods of a unit by the offset at which each one's function begins."""
    return dict(_methods(reading, unit))


def _methods(reading: Reading, unit: Unit) -> Iterator[tuple[int, Option]]:
    for registration in reading.script.registrations:
        options = registration.options
        if registration.word != unit.kind or options is None:
            continue
        groups = (options.entry(name) for name in ("methods", "lifetimes", "events", "observers"))
        inner = (group.options for group in groups if group is not None and group.options is not None)
        for found in (options, *inner):
            yield from ((entry.value.start, entry) for entry in found.entries if entry.is_function)


def _is_inside(node: Node, methods: dict[int, Option]) -> bool:
    at = node.parent
    while at is not None:
        if at.start_byte in methods and at.type in FUNCTIONS:
            return True
        at = at.parent
    return False


def _of_unit(reading: Reading, members: Members, node: Node) -> Iterator[Finding]:
    """Yield what is wrong with one `this.member` whose `this` is the unit."""
    call = node.parent
    if call is None or call.type != "call_expression" or call.child_by_field_name("function") != node:
        return
    at = node.child_by_field_name("property")
    name = reading.text(at)
    if name in _SET:
        yield from _given(reading, name, call)
        return
    if members.unit.kind is UnitKind.APP or at is None or name in members.instance or name.startswith("$"):
        return
    had = members.scene.methods[members.unit.path]
    if not had.may_have(name) and f"{name}" not in _asked_for(reading, name):
        near = near_words(name, had.names)
        yield rules.MEMBER_MISSING.at(span(at), name=name, **members.words, **near)


def _asked_for(reading: Reading, name: str) -> tuple[str, ...]:
    """Return the name where the script looks whether it is there: `this.x && this.x()`, `if (this.x)`."""
    tests = (f"this.{name} &&", f"(this.{name})", f"typeof this.{name}", f"this.{name}?.(")
    return (name,) if any(test in reading.script.text for test in tests) else ()


def _given(reading: Reading, name: str, call: Node) -> Iterator[Finding]:
    given = arguments_of(call)
    if given and given[0].type in _LITERALS:
        is_pair = given[0].type == "string" and len(given) > 1
        key = reading.text(given[0]).strip("\"'") if given[0].type == "string" else "key"
        cure = f"{{ {_key(key)}: {reading.text(given[1]) if is_pair else 'value'} }}"
        found = reading.text(given[0])
        yield rules.DATA_NOT_AN_OBJECT.at(span(given[0]), name=name, found=found, cure=cure)


def _key(name: str) -> str:
    return name if name.isidentifier() else f'"{name}"'


def _lost(reading: Reading, members: Members, node: Node, around: Node, names: set[str]) -> Iterator[Finding]:
    """Yield a member of the unit asked of another `this`: that of a plain function that is called later."""
    member = reading.text(node.child_by_field_name("property"))
    is_meant = member in names or (member in (*_SET, "props") and members.unit.kind is not UnitKind.APP)
    if is_meant and _is_called_alone(reading, around):
        yield rules.THIS_LOST.at(span(node), member=member, **members.words)


def _is_called_alone(reading: Reading, function: Node) -> bool:
    """Tell whether a function is handed to what calls it without a `this`."""
    holder = function.parent
    if function.type == "function_expression" and holder is not None and holder.type == "arguments":
        call = holder.parent
        if call is None or call.type != "call_expression" or len(arguments_of(call)) > 2:
            return False
        callee = call.child_by_field_name("function")
        _, name = member_of(call)
        if name is None:
            return callee is not None and reading.text(callee) in _TIMERS
        return reading.text(name) in _LATER and len(arguments_of(call)) == 1
    entry = function if function.type == "method_definition" else holder
    key = entry.child_by_field_name("name" if entry is function else "key") if entry is not None else None
    literal = entry.parent if entry is not None else None
    is_answer = reading.text(key) in _ANSWERS and literal is not None and literal.type == "object"
    return is_answer and _is_options(reading, literal)


def _is_options(reading: Reading, literal: Node | None) -> bool:
    """Tell whether an object is what an API is called with."""
    return literal is not None and any(
        options is not None and options.span.start == literal.start_byte
        for use in reading.script.uses
        for options in use.calls
    )


def _written(reading: Reading, members: Members, methods: dict[int, Option]) -> Iterator[Finding]:
    """Yield each `this.props.x = …`."""
    if "props" not in members.reader.dialect.instance.get(members.unit.kind, ()):
        return
    for node in reading.of("written"):
        target = node.child_by_field_name("object")
        while target is not None and target.type in ("member_expression", "subscript_expression"):
            inner = target.child_by_field_name("object")
            if inner is not None and inner.type == "this":
                break
            target = inner
        around = function_around(node)
        is_own = around is not None and around.start_byte in methods
        if is_own and target is not None and reading.text(target) == "this.props":
            yield rules.PROPERTY_WRITTEN.at(span(node), name=reading.text(node))


def _shares(reading: Reading, methods: dict[int, Option]) -> Iterator[Finding]:
    """Yield the method that tells what is shared, where it tells nothing."""
    for option in methods.values():
        text = reading.script.text[option.value.start : option.value.end]
        is_block = text.rstrip().endswith("}") and "return" not in text and "{" in text
        if option.name == HOOK and is_block and not _is_expression(text):
            yield rules.SHARES_NOTHING.at(option.span, name=option.name)


def _is_expression(text: str) -> bool:
    """Tell whether a function is an arrow whose body is its value."""
    head, arrow, body = text.partition("=>")
    return bool(arrow) and "{" not in head and not body.lstrip().startswith("{")
