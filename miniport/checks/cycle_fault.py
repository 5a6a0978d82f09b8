"""Life cycles and handlers against how the platform calls them: when, how often, with what, for what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from miniport import rules
from miniport.analyze.app import UnitKind
from miniport.analyze.did_you_mean import near_words
from miniport.checks.life_cycle import is_used
from miniport.checks.member_fault import Members
from miniport.checks.reading import Reading, arguments_of, function_around, member_of
from miniport.diagnostics import Finding
from miniport.facts import Kind
from miniport.likeness import closest
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.options import Option, Options
from miniport.syntax.tree import span

if TYPE_CHECKING:
    from tree_sitter import Node

_SET = frozenset(("setData", "$spliceData"))
_TESTS = frozenset(
    (
        *("if_statement", "ternary_expression", "switch_statement", "for_statement", "for_in_statement"),
        *("while_statement", "do_statement", "catch_clause", "arrow_function", "function_expression"),
    )
)
_CHOICES = frozenset(("&&", "||", "??"))
_RETURN = regex(r"\breturn\b")
_PLAIN_PARAMETERS = frozenset(("identifier", "object_pattern", "array_pattern", "required_parameter"))
_ROOT = regex(r"[\w$]+")


def cycle_faults(reading: Reading, members: Members, methods: Mapping[int, Option]) -> Iterator[Finding]:
    """Yield the life cycles of one unit that do what the platform makes nothing of."""
    options = next(
        (each.options for each in reading.script.registrations if each.word == members.unit.kind), None
    )
    if options is None:
        return
    for call in reading.of("call"):
        owner, member = member_of(call)
        if owner is None or owner.type != "this" or reading.text(member) not in _SET:
            continue
        around = function_around(call)
        entry = methods.get(around.start_byte) if around is not None else None
        if entry is not None and around is not None:
            yield from _set(reading, members, options, call, around, entry)
    yield from _arrows(reading, members, methods)
    yield from _answers(reading, members, options)
    yield from _arguments(reading, members, options)
    yield from _observed(reading, members, options)


def _set(
    reading: Reading, members: Members, options: Options, call: Node, around: Node, entry: Option
) -> Iterator[Finding]:
    """Yield a call of setData where it comes too late, or where it calls itself again."""
    row = _row(members, options, entry)
    at = span(call)
    if row.get("last"):
        yield rules.SET_TOO_LATE.at(at, method=entry.name, **members.words)
    elif not _is_tested(reading, call, around):
        watched = _watched(options, entry)
        if row.get("again"):
            yield rules.SETS_WITHOUT_END.at(at, method=entry.name)
        elif watched and watched & set(_keys(reading, call)):
            yield rules.SETS_WITHOUT_END.at(at, method=", ".join(sorted(watched)))


def cycle_row(members: Members, entry: Option) -> Mapping[str, object]:
    """Return what the platform says of an option of a unit by its name."""
    fact = members.reader.index.get((Kind.LIFECYCLE, members.unit.kind, entry.name))
    return fact[0] if fact is not None and fact[0] else {}


def _row(members: Members, options: Options, entry: Option) -> Mapping[str, object]:
    group = next(
        (each.name for each in options.entries if each.options and entry in each.options.entries), ""
    )
    if group == "methods":
        return {}
    name = f"{group}.{entry.name}" if group else entry.name
    fact = members.reader.index.get((Kind.LIFECYCLE, members.unit.kind, name))
    return fact[0] if fact is not None and fact[0] else {}


def _watched(options: Options, entry: Option) -> set[str]:
    """Return the names that an observer watches; none where an entry is no observer."""
    group = options.entry("observers")
    if group is None or group.options is None or entry not in group.options.entries:
        return set()
    return {word[0] for part in entry.name.split(",") if (word := _ROOT.search(part))}


def _keys(reading: Reading, call: Node) -> Iterator[str]:
    for argument in arguments_of(call)[:1]:
        for each in argument.named_children if argument.type == "object" else ():
            word = _ROOT.search(reading.text(each.child_by_field_name("key") or each))
            if word is not None:
                yield word[0]


def _is_tested(reading: Reading, call: Node, around: Node) -> bool:
    """Tell whether something decides, before a call, whether it is reached."""
    at = call.parent
    while at is not None and at != around:
        operator = at.child_by_field_name("operator")
        if at.type in _TESTS or (operator is not None and reading.text(operator) in _CHOICES):
            return True
        at = at.parent
    return _RETURN.search(reading.script.text, around.start_byte, call.start_byte) is not None


def _arrows(reading: Reading, members: Members, methods: Mapping[int, Option]) -> Iterator[Finding]:
    """Yield each method that is an arrow function and speaks of `this`, once."""
    told: set[int] = set()
    for node in reading.of("this"):
        at: Node | None = node
        while at is not None and at.type not in ("method_definition", "class_body"):
            is_method = at.type == "arrow_function" and at.start_byte in methods
            if is_method and at.start_byte not in told:
                told.add(at.start_byte)
                name = methods[at.start_byte].name
                yield rules.ARROW_METHOD.at(span(node), name=name, **members.words)
            if at.type in ("function_expression", "function_declaration", "generator_function"):
                break
            at = at.parent


def _answers(reading: Reading, members: Members, options: Options) -> Iterator[Finding]:
    """Yield each method whose answer is wanted at once, and that is asynchronous."""
    for entry in options.entries:
        text = reading.script.text[entry.value.start : entry.value.end]
        if entry.is_function and text.startswith("async") and _row(members, options, entry).get("answers"):
            yield rules.ANSWER_TOO_LATE.at(entry.span, name=entry.name)


def _arguments(reading: Reading, members: Members, options: Options) -> Iterator[Finding]:
    """Yield each life cycle that takes more than it is given."""
    for entry in options.entries:
        given = _row(members, options, entry).get("arguments")
        if not entry.is_function or not isinstance(given, int) or is_used(entry.name, reading.script.text):
            continue
        taken = _parameters(reading, entry)
        if len(taken) > given and is_read(reading, taken[given], entry):
            said = {"name": entry.name, "parameter": taken[given][0], "count": given}
            yield rules.ARGUMENT_NOT_GIVEN.at(taken[given][1], **said)


def is_read(reading: Reading, parameter: tuple[str, Span], entry: Option) -> bool:
    """Tell whether a method does anything with a parameter."""
    word = re.compile(rf"(?<![\w$.]){re.escape(parameter[0])}(?![\w$])")
    return word.search(reading.script.text, parameter[1].end, entry.value.end) is not None


def _parameters(reading: Reading, entry: Option) -> list[tuple[str, Span]]:
    """Return the parameters of a method that have no default."""
    nodes = [node for node in reading.of("function") if node.start_byte == entry.value.start]
    listed = nodes[0].child_by_field_name("parameters") if nodes else None
    plain = [node for node in listed.named_children if node.type != "comment"] if listed is not None else []
    return [(reading.text(node), span(node)) for node in plain if node.type in _PLAIN_PARAMETERS]


def _observed(reading: Reading, members: Members, options: Options) -> Iterator[Finding]:
    """Yield each observer of a name that the unit does not have, where it is nearly another."""
    group = options.entry("observers")
    parts = [options.entry(name) for name in ("data", "props")]
    known = {
        each.name for part in parts if part is not None and part.options for each in part.options.entries
    }
    if group is None or group.options is None or members.unit.kind is UnitKind.APP:
        return
    for entry in group.options.entries:
        for name in sorted(_watched(options, entry)):
            word = re.compile(rf"(?<![\w$]){re.escape(name)}(?![\w$])")
            is_spoken_of = len(word.findall(reading.script.text)) > 1
            if name not in known and not is_spoken_of and closest(name, known) is not None:
                yield rules.OBSERVER_OF_NOTHING.at(entry.span, name=name, **near_words(name, known))
