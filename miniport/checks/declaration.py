"""Declarations of style sheets that say nothing: unknown properties, colours, variables and keyframes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport import rules
from miniport.analyze.did_you_mean import near_words
from miniport.checks.scene import Scene
from miniport.checks.style_value import value_faults
from miniport.diagnostics import Diagnostic, Finding
from miniport.frozen import frozen
from miniport.likeness import closest
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.style_property import PROPERTIES
from miniport.syntax.style_token import SKIPPED
from miniport.syntax.style_tree import Namespace, Style

_SKIPPED = regex(SKIPPED)
_DECLARATION = regex(r"(?<=[;{}])(\s*)([\w-]+)(\s*:)([^;{}]*)(?=[;}])")
_COLOUR = regex(r"(?<![\w#&-])#([0-9a-zA-Z]+)(?![\w-])")
_VARIABLE = regex(r"\bvar\(\s*(--[\w-]+)\s*([,)])")
_NAMED = regex(r"--[\w-]+")
_DIGITS = frozenset((3, 4, 6, 8))
# Words of `animation` that name no keyframes, whatever stands around them.
_NO_NAMES = """
none initial inherit unset revert revert-layer normal reverse alternate alternate-reverse forwards backwards
both infinite running paused linear ease ease-in ease-out ease-in-out step-start step-end auto
"""
_WORDS = frozenset(_NO_NAMES.split())


@frozen
class _Known:
    """What all texts of an app set: names of variables, and names of keyframes."""

    variables: frozenset[str]
    animations: frozenset[str]


def declarations(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what is wrong in the project's own sheets, file by file."""
    known = _known(scene)
    for file in scene.own_files():
        tree = file.tree
        if isinstance(tree, Style):
            for finding in _of_sheet(tree, known):
                yield scene.placed(file, finding)


def declared_in(style: str, at: int) -> Iterator[Finding]:
    """Yield what is wrong in the declarations of a style attribute, whose value begins at an offset."""
    yield from _declared(f";{style};", at - 1, None)


def _of_sheet(style: Style, known: _Known) -> Iterator[Finding]:
    # What stands in comments and texts is no declaration; offsets stay.
    yield from _declared(_SKIPPED.sub(lambda found: " " * len(found.group()), style.text), 0, known)
    yield from _animations(style, known)


def _declared(text: str, shift: int, known: _Known | None) -> Iterator[Finding]:
    for match in _DECLARATION.finditer(text):
        name, begin = match[2], match.start(4) + shift
        at = Span(*match.span(2)).shift(shift)
        if match[4].lstrip().startswith(":"):
            yield rules.COLON_TWICE.at(
                Span(at.start, begin + len(match[4]) - len(match[4].lstrip()) + 1), name=name
            )
            continue
        if name[0] not in "-_" and name.lower() not in PROPERTIES:
            near = closest(name.lower(), PROPERTIES)
            if near is not None:
                yield rules.STYLE_PROPERTY_UNKNOWN.at(at, name=name, near=near)
        yield from _values(match[4], begin, known)
        yield from value_faults(name, match[4], begin)


def _values(value: str, begin: int, known: _Known | None) -> Iterator[Finding]:
    for match in _COLOUR.finditer(value):
        if len(match[1]) not in _DIGITS or not _is_hex(match[1]):
            span = Span(*match.span()).shift(begin)
            yield rules.COLOUR.at(span, found=match[0], **_why_none(match[1]))
    for match in _VARIABLE.finditer(value) if known is not None else ():
        if known is not None and match[2] == ")" and match[1] not in known.variables:
            span = Span(*match.span(1)).shift(begin)
            yield rules.STYLE_VARIABLE_UNKNOWN.at(
                span, name=match[1], **near_words(match[1], known.variables)
            )


def why_no_colour(written: str) -> dict[str, str] | None:
    """Return why a text that begins with # is no colour; None where it is one."""
    digits = written[1:]
    return None if len(digits) in _DIGITS and _is_hex(digits) else _why_none(digits)


def _why_none(digits: str) -> dict[str, str]:
    """Return why digits are no colour."""
    if not _is_hex(digits):
        return {"why_en": "digits are 0 to 9 and a to f", "why_zh": "只能使用 0 到 9 和 a 到 f"}
    number = len(digits)
    return {
        "why_en": f"it has {number} digits, not 3, 4, 6 or 8",
        "why_zh": f"有 {number} 位，而不是 3、4、6 或 8 位",
    }


def _is_hex(digits: str) -> bool:
    return re.fullmatch(r"[0-9a-fA-F]+", digits) is not None


def _animations(style: Style, known: _Known) -> Iterator[Finding]:
    for name in style.names:
        if name.namespace is Namespace.ANIMATION and not name.is_definition:
            is_word = name.name.lower() in _WORDS or not re.match(r"[a-zA-Z_-][\w-]*$", name.name)
            if not is_word and name.name not in known.animations and not name.name.startswith("--"):
                near = near_words(name.name, known.animations)
                yield rules.ANIMATION_UNKNOWN.at(name.span, name=name.name, **near)


def _known(scene: Scene) -> _Known:
    """Return what any text of the app sets; a name that a template or script speaks of may be set there."""
    variables: set[str] = set()
    animations: set[str] = set()
    for file in scene.facts.files.values():
        tree = file.tree
        if isinstance(tree, Style):
            used = {match.span(1) for match in _VARIABLE.finditer(tree.text)}
            used_starts = {start for start, _ in used}
            variables |= {
                match[0] for match in _NAMED.finditer(tree.text) if match.start() not in used_starts
            }
            animations |= {
                name.name
                for name in tree.names
                if name.namespace is Namespace.ANIMATION and name.is_definition
            }
        elif file.source is not None and "--" in file.source.text:
            variables |= set(_NAMED.findall(file.source.text))
    return _Known(frozenset(variables), frozenset(animations))
