"""What scripts read of an API's answer: members it does not have, and answers that are not there yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, cast

from miniport import rules
from miniport.analyze.did_you_mean import NOT_NEAR, near_words
from miniport.checks.object_name import object_name
from miniport.checks.reading import Reading, arguments_of, member_of
from miniport.diagnostics import Finding
from miniport.facts import Kind
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.host import ApiUse
from miniport.syntax.tree import span
from miniport.targets.pack import TargetPack

if TYPE_CHECKING:
    from tree_sitter import Node

# Answers of every API, and members of every object and promise.
_ALWAYS = frozenset(
    (
        *("error", "errorMessage", "errorCode", "errMsg", "message", "success", "result"),
        *("hasOwnProperty", "toString", "then", "catch", "finally", "length"),
    )
)
_LATER = frozenset(("then", "catch", "finally"))
_FUNCTIONS = frozenset(("function_expression", "arrow_function", "method_definition"))


@frozen
class Asked:
    """A script, the pack it is written for, and the pack that is asked."""

    reading: Reading
    reader: TargetPack
    pack: TargetPack

    @cached_property
    def calls(self) -> Mapping[int, ApiUse]:
        """Return the use that each call is of, by where its options begin, or else its object."""
        found: dict[int, ApiUse] = {}
        for use in self.reading.script.uses:
            if use.is_known and use.members:
                found.setdefault(use.span.start, use)
                found.update({options.span.start: use for options in use.calls if options is not None})
        return found

    def of(self, call: Node) -> ApiUse | None:
        """Return the use that a call is of."""
        given = arguments_of(call)
        if given and given[0].type == "object":
            return self.calls.get(given[0].start_byte)
        function = call.child_by_field_name("function")
        use = self.calls.get(call.start_byte)
        is_it = use is not None and function is not None and function.end_byte == use.span.end
        return use if is_it else None

    def row(self, use: ApiUse, pack: TargetPack) -> Mapping[str, object]:
        """Return what a pack says of an API; nothing where it has none."""
        fact = pack.index.get((Kind.API, "", self.reader.neutral(Kind.API, use.path)))
        return fact[0] if fact is not None and fact[0] else {}

    def known(self, use: ApiUse, *, is_later: bool) -> frozenset[str]:
        """Return the members of an answer; nothing where they are not known, or there is no such API."""
        for pack in (self.pack, self.reader):
            row = self.row(use, pack)
            if row.get("unsupported"):
                return frozenset()
            listed = row.get("result" if is_later else "returns")
            if isinstance(listed, list | tuple) and listed:
                return frozenset(cast(list[str], listed))
        return frozenset()


@frozen
class Read:
    """A member that is read of an answer; `ends` are the offsets behind each place where its value stands."""

    name: str
    span: Span
    ends: tuple[int, ...]


def reads(asked: Asked) -> Iterator[tuple[ApiUse, Read]]:
    """Yield each member that is read of an answer, with the use that is answered."""
    for call in asked.reading.of("call"):
        use = asked.of(call)
        kind = str(asked.row(use, asked.reader).get("kind") or "async") if use is not None else ""
        found = {"async": _later, "sync": _of_value}.get(kind)
        if use is not None and found is not None:
            yield from ((use, read) for read in found(asked.reading, call))


def answers(asked: Asked) -> Iterator[Finding]:
    """Yield each member read of an answer that has it not, or that is not there yet."""
    for call in asked.reading.of("call"):
        use = asked.of(call)
        if use is None:
            continue
        kind = str(asked.row(use, asked.reader).get("kind") or "async")
        if kind == "async":
            yield from _missing(asked, use, _later(asked.reading, call), is_later=True)
            yield from _too_early(asked, use, call)
        elif kind == "sync":
            yield from _missing(asked, use, _of_value(asked.reading, call), is_later=False)


def _missing(asked: Asked, use: ApiUse, reads: Iterator[Read], *, is_later: bool) -> Iterator[Finding]:
    known = asked.known(use, is_later=is_later)
    if not known:
        return
    missing = [read for read in reads if read.name not in known and read.name not in _ALWAYS]
    text = asked.reading.script.text
    asked_for = {read.name for read in missing if _is_asked_for(text, read)}
    for read in missing:
        near = near_words(read.name, known)
        # Something else in its place does not make a slip meant.
        is_spared = near is NOT_NEAR and _OR_ELSE.match(text, read.span.end) is not None
        if read.name not in asked_for and not is_spared:
            name = f"{object_name(text, use.span.start, asked.reading.file.dialect)}.{use.path}"
            said = {"name": name, "member": read.name, "target": asked.pack.name}
            yield rules.RESULT_MISSING.at(read.span, **said, **near)


def _is_asked_for(text: str, read: Read) -> bool:
    """Tell whether a script asks here if a member is there, or takes it where another one is not."""
    if _ASKED.match(text, read.span.end) is not None:
        return True
    return _ASKING.search(text[max(0, read.span.start - _WIDEST) : read.span.start]) is not None


_OR_ELSE = regex(r"\s*(?:\|\||\?\?|=(?![=>]))")
_ASKED = regex(r"\s*(?:&&|\?(?![.?]))")
_ASKING = regex(r"(?:\|\||\?\?|\btypeof\b|!|\bif\s*\()\s*[\w$.]*\Z")
_WIDEST = 80


def _too_early(asked: Asked, use: ApiUse, call: Node) -> Iterator[Finding]:
    known = asked.known(use, is_later=True)
    for read in _of_value(asked.reading, call) if known else ():
        if read.name in known and read.name not in _LATER:
            dialect = asked.reading.file.dialect
            namespace = object_name(asked.reading.script.text, use.span.start, dialect)
            sync = f"{use.path}Sync"
            is_there = asked.reader.fact(Kind.API, asked.reader.neutral(Kind.API, sync)) is not None
            more = (f", or call {namespace}.{sync}", f"，或调用 {namespace}.{sync}") if is_there else ("", "")
            said = {"name": f"{namespace}.{use.path}", "member": read.name}
            yield rules.PROMISE_READ.at(read.span, **said, more_en=more[0], more_zh=more[1])


def _later(reading: Reading, call: Node) -> Iterator[Read]:
    """Yield what is read of an answer that comes later: in `success`, in `then`, of what is awaited."""
    for argument in arguments_of(call)[:1]:
        for entry in argument.named_children if argument.type == "object" else ():
            key = entry.child_by_field_name("name" if entry.type == "method_definition" else "key")
            function = entry if entry.type == "method_definition" else entry.child_by_field_name("value")
            if reading.text(key) == "success" and function is not None:
                yield from _of_parameter(reading, function)
    outer = call.parent
    if outer is not None and outer.type == "await_expression":
        yield from _of_value(reading, outer)
    elif outer is not None and outer.type == "member_expression" and outer.parent is not None:
        _, name = member_of(outer.parent) if outer.parent.type == "call_expression" else (None, None)
        for function in arguments_of(outer.parent)[:1] if reading.text(name) == "then" else ():
            yield from _of_parameter(reading, function)


def _of_parameter(reading: Reading, function: Node) -> Iterator[Read]:
    if function.type not in _FUNCTIONS:
        return
    single = function.child_by_field_name("parameter")
    parameters = function.child_by_field_name("parameters")
    first = single or (next(iter(parameters.named_children), None) if parameters is not None else None)
    body = function.child_by_field_name("body")
    if first is not None and body is not None:
        yield from _of_name(reading, first, body)


def _of_value(reading: Reading, value: Node) -> Iterator[Read]:
    """Yield what is read of a value: of itself, or of the name or the pattern it is bound to."""
    outer = value.parent
    while outer is not None and outer.type == "parenthesized_expression":
        value, outer = outer, outer.parent
    if outer is None:
        return
    if outer.type == "member_expression" and outer.child_by_field_name("object") == value:
        at = outer.child_by_field_name("property")
        if at is not None and at.type == "property_identifier":
            yield Read(reading.text(at), span(at), (at.end_byte,))
    elif outer.type == "variable_declarator" and outer.child_by_field_name("value") == value:
        name, block = outer.child_by_field_name("name"), outer.parent
        while block is not None and block.type not in ("statement_block", "program"):
            block = block.parent
        if name is not None and block is not None:
            yield from _of_name(reading, name, block)


def _of_name(reading: Reading, name: Node, block: Node) -> Iterator[Read]:
    """Yield the members that are read of a name in a block, or the keys of a pattern."""
    if name.type == "object_pattern":
        for entry in name.named_children:
            key = entry.child_by_field_name("key") if entry.type == "pair_pattern" else entry
            if entry.type == "object_assignment_pattern":
                key = entry.child_by_field_name("left")
            if key is not None and key.type in (
                "property_identifier",
                "shorthand_property_identifier_pattern",
            ):
                yield Read(reading.text(key), span(key), tuple(_ends(reading, entry, block)))
        return
    if name.type != "identifier":
        return
    word, text = re.escape(reading.text(name)), reading.script.text
    begin, end = name.end_byte, block.end_byte
    again = (
        rf"(?<![\w$.]){word}\s*=(?![=>])|\b(?:const|let|var|function)\s+{word}\b"
        rf"|\(\s*{word}\s*[,)]\s*(?:=>|\{{)"
    )
    # Behind another value, or another name of the same letters, what is read is not known.
    other = re.compile(again).search(text, begin, end)
    end = other.start() if other is not None else end
    for match in re.compile(rf"(?<![\w$.]){word}\s*\.\s*([\w$]+)(?!\s*=(?!=))(?![\w$])").finditer(
        text, begin, end
    ):
        yield Read(match[1], Span(*match.span(1)), (match.end(1),))


def _ends(reading: Reading, entry: Node, block: Node) -> Iterator[int]:
    """Yield where the value of one entry of a pattern stands in a block, by the name it is given there."""
    bound = entry.child_by_field_name("value") if entry.type == "pair_pattern" else entry
    bound = bound.child_by_field_name("left") or bound if bound is not None else None
    if bound is None or bound.type not in ("identifier", "shorthand_property_identifier_pattern"):
        return
    word = re.compile(rf"(?<![\w$.]){re.escape(reading.text(bound))}(?![\w$])")
    for match in word.finditer(reading.script.text, block.start_byte, block.end_byte):
        yield match.end()
