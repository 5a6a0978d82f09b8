"""Names in scripts that belong to other platforms or to browsers, and code made from text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from miniport import rules
from miniport.analyze.app import File
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.dialect import FileKind
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.hollow import bare
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack, bundled


def foreign(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each name that the platform does not have, in the project's own scripts."""
    objects = _objects()
    for file in scene.own_files():
        tree = file.tree
        if file.kind is FileKind.SCRIPT and isinstance(tree, Script):
            found = _found(file, tree, scene.pack, objects)
            for finding in _of_library(tree.text, found, scene.pack) if _is_small(tree.text) else found:
                yield scene.placed(file, finding)


def _found(file: File, script: Script, pack: TargetPack, objects: frozenset[str]) -> Iterator[Finding]:
    own = file.dialect.namespace
    # A platform's own object is there, whatever dialect the file is written in.
    others = objects - {*file.dialect.namespaces, pack.dialect.namespace if pack.family == "dialect" else own}
    asked = _asked_for(script.text)
    # Who looks whether the own object is there goes another way where it is not.
    others = frozenset() if own in asked else others
    plugin = file.dialect.plugin_call if pack.family == "web" else ""
    wanted = others | {*pack.dialect.absent, *pack.dialect.evaluators, *pack.dialect.timers}
    if plugin:
        wanted |= {plugin}
    # Scopes cost a parse where a build has no other need of them.
    for name in _named(bare(script.text), wanted - asked):
        for span in script.free.get(name, ()):
            if name in others:
                api = _member(script.text, span, name)
                yield rules.FOREIGN_OBJECT.at(span, api=api, object=own)
            elif name == plugin:
                yield rules.PLUGIN_UNHAD.at(span, what=f"{name}()", target=pack.name, **_THROWS)
            elif name in pack.dialect.absent:
                yield rules.BROWSER_GLOBAL.at(span, name=name, target=pack.name, object=own)
            elif _runs_text(script.text, span, name, pack):
                # Libraries look for the global object like this, and find it before they come so far.
                is_last = (
                    _BEHIND_OTHERS.search(script.text, max(0, span.start - _NEAR), span.start) is not None
                )
                rule = rules.CODE_FROM_TEXT_LAST if is_last else rules.CODE_FROM_TEXT
                yield rule.at(span, name=name, target=pack.name)


_THROWS = {"so_en": "the script stops here", "so_zh": "脚本会在此处中断"}


def _is_small(text: str) -> bool:
    """Tell whether a tool took the line breaks out of a script: a library, which nobody mends by hand."""
    return len(text) > _LEAST and len(text) > _LINE * (text.count("\n") + 1)


_LEAST = 2000
_LINE = 500


def _of_library(text: str, found: Iterable[Finding], pack: TargetPack) -> Iterator[Finding]:
    """Yield one finding for all that are of a library."""
    places = [finding.span for finding in found]
    if places:
        names = sorted({text[place.start : place.end] for place in places})
        yield rules.LIBRARY_NAMES.at(places[0], names=", ".join(names), target=pack.name)


def _runs_text(text: str, span: Span, name: str, pack: TargetPack) -> bool:
    """Tell whether a text is run as code: `eval(…)`, `new Function(…)`, a timer that is given a text."""
    pattern = _TEXT_ARGUMENT if name in pack.dialect.timers else _CALLED
    return pattern.match(text, span.end) is not None


_NEAR = 40
_BEHIND_OTHERS = regex(r"(?:\|\||\?\?)\s*(?:new\s+)?\Z")
_CALLED = regex(r"\s*\(")
_TEXT_ARGUMENT = regex(r"\s*\(\s*[\"'`]")
_TYPEOF = regex(r"typeof\s*\(?\s*([\w$]+)")


def _asked_for(text: str) -> set[str]:
    """Return the names that a script asks for before it uses them: it is written for several platforms."""
    return {match[1] for match in _TYPEOF.finditer(text)} if "typeof" in text else set()


def _member(text: str, span: Span, name: str) -> str:
    match = re.compile(r"\s*\??\.\s*([\w$]+)").match(text, span.end)
    return f"{name}.{match[1]}" if match else name


# Each script is asked about once for every target.
@lru_cache(maxsize=512)
def _named(code: str, wanted: frozenset[str]) -> tuple[str, ...]:
    """Return those of some names that stand in a script as names of their own, in order."""
    written = filter(code.__contains__, wanted)
    return tuple(sorted(name for name in written if _mention(name).search(code)))


@lru_cache(maxsize=256)
def _mention(name: str) -> re.Pattern[str]:
    # The name comes first, so that the search skips from one to the next.
    word = re.escape(name)
    return re.compile(rf"{word}(?<![\w$.]{word})(?![\w$])")


@lru_cache(maxsize=1)
def _objects() -> frozenset[str]:
    """Return the API object of each platform that is known."""
    packs = bundled().values()
    return frozenset(name for pack in packs for name in (pack.dialect.namespace, *pack.foreign_objects))
