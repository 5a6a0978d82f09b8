"""Values put for the names that have one in a whole build, and the code that can therefore never run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from miniport.edit import Edit
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.condition import Scalar
from miniport.syntax.constant import ENVIRONMENT, mentioned
from miniport.syntax.dead import dead_code
from miniport.syntax.gap import widened
from miniport.syntax.scope import analyze_scopes
from miniport.syntax.tree import Language, parse, span

if TYPE_CHECKING:
    from tree_sitter import Node


def settle(
    text: str, constants: Mapping[str, Scalar], language: Language = Language.JAVASCRIPT
) -> tuple[Edit, ...]:
    """Return the edits that put values for constants and take out what can then never run.

    A name that the script declares itself is left alone.
    """
    if not mentioned(text, constants):
        return ()
    root = parse(text, language)
    found = dict(_found(text, root, constants, language))
    if not found:
        return ()
    values = {place: constants[name] for place, (name, _) in found.items()}
    dead = dead_code(text, root, values, language)
    gaps = widened(text, (cut.span for cut in dead if not cut.new))
    edits = [
        Edit(place, f"{name}: {_literal(constants[name])}" if is_shorthand else _literal(constants[name]))
        for place, (name, is_shorthand) in found.items()
        if not any(cut.span.start <= place.start < cut.span.end for cut in dead)
    ]
    return (*edits, *(cut for cut in dead if cut.new), *(Edit(gap, "") for gap in gaps))


def _found(
    text: str, root: Node, constants: Mapping[str, Scalar], language: Language
) -> Iterator[tuple[Span, tuple[str, bool]]]:
    """Yield (place, (name, it stands in `{name}`)) of every constant."""
    if all(name.startswith(ENVIRONMENT) for name in mentioned(text, constants)) and _is_only_read(text):
        for match in _PROCESS.finditer(text):
            yield from _member(text, root, Span(*match.span()), constants)
        return
    free = analyze_scopes(text, root, language).free
    for name, references in free.items():
        for reference in references:
            if name in constants and not reference.is_written:
                yield reference.span, (name, reference.is_shorthand)
            elif name == "process":
                yield from _member(text, root, reference.span, constants)


_PROCESS = regex(r"process(?<![\w$.]process)(?![\w$])")
_READ = regex(r"process(?<![\w$.]process)(?:(?<=typeof process)(?![\w$])|\s*\.\s*env(?![\w$]))")


def _is_only_read(text: str) -> bool:
    """Tell whether nothing of a script can declare `process`: only its members and its type are asked for.

    So nearly every script does, and its scopes need not be known.
    """
    return len(_READ.findall(text)) == len(_PROCESS.findall(text))


def _member(
    text: str, root: Node, place: Span, constants: Mapping[str, Scalar]
) -> Iterator[tuple[Span, tuple[str, bool]]]:
    node = root.descendant_for_byte_range(place.start, place.end)
    if node is None or node.type != "identifier":
        return
    for _ in range(2):
        node = node.parent if node is not None else None
    if node is None or node.type != "member_expression" or _is_written(node):
        return
    name = re.sub(r"[\s?]", "", text[node.start_byte : node.end_byte])
    if name in constants:
        yield span(node), (name, False)


def _is_written(node: Node) -> bool:
    above = node.parent
    if above is None:
        return False
    left = above.child_by_field_name("left")
    return above.type.endswith("assignment_expression") and left is not None and span(left) == span(node)


def _literal(value: Scalar) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
