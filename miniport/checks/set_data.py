"""Data that are changed behind the back of setData, and values that it passes over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport import rules
from miniport.analyze.app import Unit
from miniport.analyze.closure import drawn
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.field import field
from miniport.frozen import mutable
from miniport.regex import regex
from miniport.syntax.expression_tree import names
from miniport.syntax.markup_tree import Markup, mustaches
from miniport.syntax.script_tree import Script
from miniport.syntax.tree import captures, parse, span

if TYPE_CHECKING:
    from tree_sitter import Node

_SETTERS = frozenset(("setData", "$spliceData", "$batchedUpdates"))
# What is changed before anything was drawn is drawn with the rest.
_EARLY = frozenset(("onLoad", "onInit", "data", "deriveDataFromProps"))
_CHANGERS = frozenset(("push", "pop", "shift", "unshift", "splice", "sort", "reverse", "fill", "copyWithin"))
# What may still tell of a change that stands before it: a call of the instance, under any name of it.
_GOES_ON = regex(r"(?:this|that|self|_this)\s*(?:\.\s*[\w$]+\s*\(|\[)|\.\s*(?:setData|\$spliceData)\b")
_AGAIN = frozenset(("for_statement", "for_in_statement", "while_statement", "do_statement"))
_QUERY = """
[(assignment_expression left: (_) @target) (augmented_assignment_expression left: (_) @target)] @write
(update_expression argument: (_) @target) @count
(call_expression function: (member_expression
  object: (member_expression) property: (property_identifier) @changer))
(call_expression function: (member_expression object: (this) property: (property_identifier) @name)) @call
"""


@mutable
class _Method:
    """One method: the keys it hands to setData (None where not all are known), and the methods it calls."""

    keys: set[str] = field(default_factory=set)
    is_open: bool = False
    calls: set[str] = field(default_factory=set)


def data_changes(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each change of drawn data that no setData tells of."""
    for unit in (*scene.facts.pages, *scene.facts.components):
        own = scene.own(unit.script, Script)
        if own is None:
            continue
        file, tree = own
        if "this.data" in tree.text or "undefined" in tree.text:
            for finding in _Reader(tree.text, shown_names(unit, scene)).findings():
                yield scene.placed(file, finding)


def shown_names(unit: Unit, scene: Scene) -> frozenset[str]:
    """Return the names that the templates of a unit look up."""
    return frozenset(_drawn(unit, scene))


def _drawn(unit: Unit, scene: Scene) -> Iterator[str]:
    for file in drawn(unit, scene.facts.files):
        tree = file.tree
        for mustache in mustaches(tree) if isinstance(tree, Markup) else ():
            if mustache.expression is not None:
                yield from names(mustache.expression)


class _Reader:
    """One script, read for what its methods do with their data."""

    def __init__(self, text: str, shown: frozenset[str]) -> None:
        self._text = text
        self._shown = shown
        self._found = captures(parse(text), _QUERY)
        self._methods: dict[str, _Method] = {}

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong, in text order."""
        found = [*self._calls(), *self._counts()]
        found.extend(self._writes())
        yield from sorted(found, key=lambda finding: finding.span)

    def _calls(self) -> Iterator[Finding]:
        for call in self._found.get("call", ()):
            function = call.child_by_field_name("function")
            name = self._of(function.child_by_field_name("property")) if function is not None else ""
            method = self._methods.setdefault(self._method(call), _Method())
            if name not in _SETTERS:
                method.calls.add(name)
                continue
            yield from self._set(call, method)

    def _set(self, call: Node, method: _Method) -> Iterator[Finding]:
        arguments = call.child_by_field_name("arguments")
        first = arguments.named_children[0] if arguments is not None and arguments.named_children else None
        if first is None or first.type != "object":
            method.is_open = True
            return
        for entry in first.named_children:
            key = self._of(entry.child_by_field_name("key") if entry.type == "pair" else entry).strip("\"'`")
            if entry.type not in ("pair", "shorthand_property_identifier") or key.startswith("["):
                method.is_open = method.is_open or entry.type != "comment"
            method.keys.add(key.replace("[", ".").partition(".")[0])
            value = entry.child_by_field_name("value") if entry.type == "pair" else None
            if value is not None and value.type == "undefined":
                yield rules.DATA_SET_TO_UNDEFINED.at(span(value), name=key)

    def _counts(self) -> Iterator[Finding]:
        """Yield each `this.data.n++` that is handed to setData."""
        for node in self._found.get("count", ()):
            target = node.child_by_field_name("argument")
            is_postfix = target is not None and target.start_byte == node.start_byte
            if self._key(target) is not None and is_postfix and self._is_handed_over(node):
                written = self._of(node)
                cure = f"{self._of(target)} {written[-1]} 1"
                yield rules.COUNTED_IN_PLACE.at(span(node), name=written, cure=cure)

    def _writes(self) -> Iterator[Finding]:
        for node, target in self._changes():
            key = self._key(target)
            method = self._method(node)
            if key is None or key not in self._shown or method in _EARLY or self._is_handed_over(node):
                continue
            name = self._of(target)
            if self._is_set(method, key) and self._is_last(node, method):
                yield rules.SET_BEFORE_CHANGE.at(span(node), name=name)
            elif not self._is_set(method, key):
                yield rules.DATA_CHANGED_IN_PLACE.at(span(node), name=name, key=key)

    def _changes(self) -> Iterator[tuple[Node, Node | None]]:
        """Yield each change in place, with what it changes: by `=`, by `++`, by a list's own method."""
        for node in (*self._found.get("write", ()), *self._found.get("count", ())):
            yield node, node.child_by_field_name("left") or node.child_by_field_name("argument")
        for name in self._found.get("changer", ()):
            function = name.parent
            call = function.parent if function is not None else None
            if function is not None and call is not None and self._of(name) in _CHANGERS:
                yield call, function.child_by_field_name("object")

    def _is_last(self, node: Node, method: str) -> bool:
        """Tell whether a method that sets a key itself does nothing more to that end after a change of it."""
        at = node.parent
        while at is not None and self._method(at) == method:
            if at.type in _AGAIN:
                return False
            end, at = at.end_byte, at.parent
        return _GOES_ON.search(self._text, node.end_byte, end) is None

    def _is_set(self, method: str, key: str) -> bool:
        """Tell whether a method, or one that it calls, hands a key to setData."""
        seen: set[str] = set()
        pending = [method]
        while pending:
            name = pending.pop()
            if name in seen:
                continue
            seen.add(name)
            found: _Method | None = self._methods.get(name)
            if found is None:
                # Called, and not written here: nobody knows what it sets.
                if name != method:
                    return True
                continue
            if found.is_open or key in found.keys:
                return True
            pending.extend(found.calls)
        return False

    def _key(self, target: Node | None) -> str | None:
        """Return x of `this.data.x`, `this.data.x.y` or `this.data.x[0]`."""
        at, words = target, [""]
        while at is not None and at.type in ("member_expression", "subscript_expression"):
            words.append(self._of(at.child_by_field_name("property")))
            at = at.child_by_field_name("object")
        is_data = at is not None and at.type == "this" and words[-1] == "data" and len(words) > 2
        return words[-2] or None if is_data else None

    def _is_handed_over(self, node: Node) -> bool:
        at = node.parent
        while at is not None and at.type != "statement_block":
            if at.type == "call_expression":
                function = at.child_by_field_name("function")
                member = function.child_by_field_name("property") if function is not None else None
                return self._of(member) in _SETTERS
            at = at.parent
        return False

    def _method(self, node: Node) -> str:
        """Return the name of the outermost method around a node, "" where there is none."""
        name, at = "", node.parent
        while at is not None:
            if at.type == "method_definition":
                name = self._of(at.child_by_field_name("name"))
            elif at.type == "pair" and _is_function(at.child_by_field_name("value")):
                name = self._of(at.child_by_field_name("key"))
            at = at.parent
        return name

    def _of(self, node: Node | None) -> str:
        return "" if node is None else self._text[node.start_byte : node.end_byte]


def _is_function(node: Node | None) -> bool:
    return node is not None and node.type in ("function_expression", "arrow_function", "generator_function")
