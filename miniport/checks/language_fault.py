"""Faults of the language that no parser tells: keys twice, constants assigned to, names nobody declares."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from miniport import rules
from miniport.analyze.did_you_mean import near_words
from miniport.checks.reading import Reading
from miniport.checks.scene import Scene
from miniport.diagnostics import Finding
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.literals import inner
from miniport.syntax.scope import analyze_scopes
from miniport.syntax.script_tree import Script
from miniport.syntax.tree import Language, span
from miniport.targets.pack import bundled

if TYPE_CHECKING:
    from tree_sitter import Node

_GIVEN = frozenset(
    (
        *(
            "globalThis",
            "global",
            "undefined",
            "NaN",
            "Infinity",
            "arguments",
            "require",
            "module",
            "exports",
        ),
        *("Object", "Function", "Array", "Number", "String", "Boolean", "Symbol", "Math", "JSON", "Date"),
        *("RegExp", "Promise", "Proxy", "Reflect", "Map", "Set", "WeakMap", "WeakSet", "WeakRef", "Intl"),
        *("Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError"),
        *("AggregateError", "ArrayBuffer", "SharedArrayBuffer", "DataView", "Atomics", "BigInt"),
        *("Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array"),
        *("Uint32Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array"),
        *("parseInt", "parseFloat", "isNaN", "isFinite", "escape", "unescape", "encodeURI", "eval"),
        *("encodeURIComponent", "decodeURI", "decodeURIComponent", "FinalizationRegistry", "WebAssembly"),
        *("console", "setTimeout", "clearTimeout", "setInterval", "clearInterval", "queueMicrotask"),
        *("setImmediate", "clearImmediate", "requestAnimationFrame", "cancelAnimationFrame", "process"),
        *("self", "window", "navigator", "Worker", "worker", "__dirname", "__filename", "async", "await"),
        *("performance", "structuredClone", "TextEncoder", "TextDecoder", "URL", "URLSearchParams"),
        *(
            "toString",
            "valueOf",
            "hasOwnProperty",
            "AbortController",
            "Event",
            "EventTarget",
            "Image",
            "Blob",
            "File",
            "FileReader",
            "FormData",
        ),
    )
)
_TYPEOF = regex(r"\btypeof\s*\(?\s*([\w$]+)")


@frozen
class Names:
    """The names that some platform (`known`), or some script of the app, gives to every script."""

    known: frozenset[str]
    texts: tuple[str, ...]

    @cached_property
    def given(self) -> frozenset[str]:
        """Return the names that scripts set for all; most apps never ask."""
        return frozenset(name for text in self.texts for name in _set(text))

    @classmethod
    def of(cls, scene: Scene) -> Names:
        """Return what the platforms, and scripts that set what they do not declare, give."""
        known = set(_GIVEN)
        for pack in bundled().values():
            dialect = pack.dialect
            known |= {dialect.namespace, *pack.foreign_objects, *dialect.globals, *dialect.absent}
            known |= {
                *dialect.registrations.values(),
                *dialect.never,
                *dialect.evaluators,
                *pack.reserved_names,
            }
        trees = (file.tree for file in scene.facts.files.values())
        return cls(frozenset(known), tuple(tree.text for tree in trees if isinstance(tree, Script)))


_SET = regex(
    r"(?:^|[;{}\n])\s*([A-Za-z_$][\w$]*)\s*=(?![=>])|\b(?:global|globalThis)\s*\.\s*([\w$]+)\s*=(?!=)"
)


def _set(text: str) -> Iterator[str]:
    """Yield the names that a script may set for all: what it assigns to, members of the global object."""
    for match in _SET.finditer(text):
        yield match[1] or match[2]


def language_faults(reading: Reading, names: Names) -> Iterator[Finding]:
    """Yield the faults of one script."""
    yield from _keys(reading)
    yield from _constants(reading)
    yield from _undeclared(reading, names)
    yield from _unreached(reading)
    yield from _tests(reading)
    yield from _types(reading)


def _unreached(reading: Reading) -> Iterator[Finding]:
    """Yield what stands behind the end of a function or loop, in the same block."""
    for end in reading.of("end"):
        after = end.next_named_sibling
        while after is not None and after.type in _HOISTED:
            after = after.next_named_sibling
        block = end.parent
        is_body = block is not None and block.type in ("statement_block", "program")
        if after is not None and is_body and not _is_bare_var(reading, after):
            yield rules.UNREACHED_CODE.at(span(after))


_HOISTED = frozenset(("comment", "function_declaration", "generator_function_declaration", "empty_statement"))


def _is_bare_var(reading: Reading, node: Node) -> bool:
    return node.type == "variable_declaration" and "=" not in reading.text(node)


def _tests(reading: Reading) -> Iterator[Finding]:
    """Yield each condition that is an assignment of a literal."""
    for node in reading.of("test"):
        inner_node = node.named_children[0] if node.named_child_count == 1 else None
        if inner_node is None or inner_node.type != "assignment_expression":
            continue
        left, right = inner_node.child_by_field_name("left"), inner_node.child_by_field_name("right")
        if right is not None and right.type in _CONSTANTS:
            yield rules.ASSIGNED_IN_TEST.at(span(inner_node), name=reading.text(left))


_CONSTANTS = frozenset(
    ("string", "number", "true", "false", "null", "undefined", "identifier", "object", "array")
)
_TYPED = regex(r"""\btypeof\s*\(?\s*[\w$.[\]'"]+\s*\)?\s*[!=]==?\s*(["'])([\w-]*)\1""")
_TYPE_WORDS = frozenset(
    ("undefined", "object", "boolean", "number", "bigint", "string", "symbol", "function", "unknown")
)


def _types(reading: Reading) -> Iterator[Finding]:
    """Yield each comparison with a word that typeof never gives."""
    for match in _TYPED.finditer(reading.script.text):
        if match[2] not in _TYPE_WORDS:
            near = near_words(match[2], _TYPE_WORDS)
            yield rules.TYPE_NEVER.at(Span(*match.span(2)), value=match[2], **near)


def _keys(reading: Reading) -> Iterator[Finding]:
    for node in reading.of("object"):
        seen: set[tuple[str, str]] = set()
        for entry in node.named_children:
            name = entry.child_by_field_name("name" if entry.type == "method_definition" else "key")
            if entry.type == "shorthand_property_identifier":
                name = entry
            elif name is None or name.type not in ("property_identifier", "string", "number"):
                continue
            at = inner(name) if name.type == "string" else span(name)
            key = reading.script.text[at.start : at.end]
            # A getter and a setter of one name belong together.
            kind = next((each.type for each in entry.children if each.type in ("get", "set")), "")
            if (key, kind) in seen and key != "__proto__":
                yield rules.KEY_TWICE.at(at, name=key)
            seen.add((key, kind))


def _constants(reading: Reading) -> Iterator[Finding]:
    constants = {reading.text(node) for node in reading.of("constant")}
    assigned = [node for node in reading.of("assigned") if reading.text(node) in constants]
    if not assigned:
        return
    starts = {node.start_byte for node in reading.of("constant")}
    root = assigned[0]
    while root.parent is not None:
        root = root.parent
    declared = analyze_scopes(reading.script.text, root, reading.script.language).declared
    places = {
        reference.start for start in starts if start in declared for reference in declared[start].references
    }
    for node in assigned:
        if node.start_byte in places:
            yield rules.CONSTANT_ASSIGNED.at(span(node), name=reading.text(node))


def _undeclared(reading: Reading, names: Names) -> Iterator[Finding]:
    script = reading.script
    # Of a script with types its own compiler tells, and a type that is erased is declared nowhere.
    if script.language is Language.TYPESCRIPT:
        return
    free = script.module.scopes.free
    unknown = free.keys() - names.known
    if not unknown:
        return
    unknown -= names.given
    unknown -= {match[1] for match in _TYPEOF.finditer(script.text)}
    declared = script.module.scopes.names
    for name in sorted(unknown):
        if not name.startswith("__"):
            yield rules.UNDECLARED_NAME.at(free[name][0].span, name=name, **near_words(name, declared))
