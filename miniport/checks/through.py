"""APIs called through a module that gives the API object away, or a function that calls it by names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from miniport.analyze.app import File
from miniport.checks.giving import WHOLE, Gift, callers, given
from miniport.checks.scene import Scene
from miniport.facts import Kind, Link, Use
from miniport.memo import Memo
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.linkage import Import
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack

_MEMBERS = regex(r"(?:\s*\.\s*[\w$]+)+")
_MEMBER = regex(r"\s*\.\s*([\w$]+)")
_REQUIRED = regex(
    r"\b(?:const|let|var)\s+(?:(?P<name>[\w$]+)|\{(?P<names>[^{}]*)\})\s*=\s*require\(\s*"
    r"(?P<quote>['\"])(?P<request>[^'\"\n]+)(?P=quote)\s*\)(?P<member>\s*\.\s*[\w$]+)?"
)
_BOUND = regex(r"([\w$]+)(?:\s*:\s*([\w$]+))?")
_NAMED = regex(r"""\s*\(\s*""")
_TEXT = regex(r"""(['"])([\w$.]+)\1\s*[,)]""")
_ARGUMENT = regex(r"[^,()'\"`{}\[\]]*(?:'[^'\n]*'|\"[^\"\n]*\")?\s*,\s*")

Gifts = Mapping[PurePosixPath, Mapping[str, Gift]]


def gifts_of(files: Mapping[PurePosixPath, File], memo: Memo) -> Gifts:
    """Return what each script gives away of the API object, for those that do."""
    found = memo.each("gifts", files, lambda _, file: given(file))
    return memo.of("all gifts", "", (found,), lambda: {path: names for path, names in found.items() if names})


def uses_through(scene: Scene, gifts: Gifts) -> Iterator[tuple[File, tuple[Use, ...]]]:
    """Yield each script that calls APIs through a gift, with those calls."""
    for file in scene.own_files():
        tree = file.tree
        if not isinstance(tree, Script):
            continue
        own = ((local, "", gift) for local, gift in callers(file))
        bound = (*own, *_bound(file, tree, gifts)) if gifts else tuple(own)
        found = tuple(_uses(tree, bound, scene.facts.project.reader_of(file.path))) if bound else ()
        if found:
            yield file, tuple(sorted(set(found), key=lambda use: use.span))


def _bound(file: File, script: Script, gifts: Gifts) -> Iterator[tuple[str, str, Gift]]:
    """Yield (name here, member to ask of it, gift) for each name that a script has from a giving module."""
    for statement in script.statements:
        if isinstance(statement, Import):
            names = _gifts_of(file, statement.request, gifts)
            for each in statement.bindings:
                yield from _from(each.name, each.local, names)
    for match in _REQUIRED.finditer(script.text) if "require" in script.text else ():
        names = _gifts_of(file, match["request"], gifts)
        if match["name"]:
            member = (match["member"] or "").strip(" .\n\t")
            yield from _from(member or WHOLE, match["name"], names)
        for bound in _BOUND.finditer(match["names"] or ""):
            yield from _from(bound[1], bound[2] or bound[1], names)


def _gifts_of(file: File, request: str, gifts: Gifts) -> Mapping[str, Gift]:
    path = file.resolved.get((Link.SCRIPT, request))
    return gifts.get(path, {}) if path is not None else {}


def _from(name: str, local: str, names: Mapping[str, Gift]) -> Iterator[tuple[str, str, Gift]]:
    if name in names:
        yield local, "", names[name]
    if name == WHOLE:
        yield from ((local, member, gift) for member, gift in names.items() if member != WHOLE)


def _uses(script: Script, bound: tuple[tuple[str, str, Gift], ...], reader: TargetPack) -> Iterator[Use]:
    top = script.module.scopes.top
    for local, member, gift in bound:
        for reference in top[local].references if local in top else ():
            end = reference.end
            if member:
                match = _MEMBER.match(script.text, end)
                if match is None or match[1] != member:
                    continue
                end = match.end()
            use = _member(script.text, reference.start, end, reader) if gift is None else None
            use = _called(script.text, end, gift, reader) if gift is not None else use
            if use is not None:
                yield use


def _member(text: str, start: int, end: int, reader: TargetPack) -> Use | None:
    match = _MEMBERS.match(text, end)
    if match is None:
        return None
    written = re.sub(r"\s", "", match[0]).lstrip(".")
    return Use(Kind.API, reader.neutral(Kind.API, written), Span(start, match.end()), written=written)


def _called(text: str, end: int, place: int, reader: TargetPack) -> Use | None:
    """Return the API that a call names in one of its arguments, where that is a text."""
    opened = _NAMED.match(text, end)
    at = opened.end() if opened is not None else -1
    for _ in range(place if at >= 0 else 0):
        passed = _ARGUMENT.match(text, at)
        if passed is None:
            return None
        at = passed.end()
    match = _TEXT.match(text, at) if at >= 0 else None
    if match is None:
        return None
    return Use(Kind.API, reader.neutral(Kind.API, match[2]), Span(*match.span(2)), written=match[2])
