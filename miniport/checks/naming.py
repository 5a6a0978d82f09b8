"""Templates and script modules that a template names and does not have; loops without a key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import File, Unit
from miniport.analyze.closure import drawn, is_whole
from miniport.analyze.did_you_mean import near_words
from miniport.analyze.mention import Mention, Mentions
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.facts import Link
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.source import Span


def naming(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each name in a template that stands for nothing."""
    # Templates of the same units see the same names: working these out for each would grow with the square.
    seen_by: dict[tuple[PurePosixPath, ...], _Seen] = {}
    for path, units in scene.drawn_by.items():
        file = scene.facts.files[path]
        mentions = file.described.mentions if file.described is not None else None
        if mentions is None or not scene.is_own(path):
            continue
        key = tuple(unit.path for unit in units)
        seen = seen_by.get(key) or seen_by.setdefault(key, _seen(units, scene))
        found = [*_templates(mentions, seen), *_calls(scene, file, mentions, seen.bound), *_loops(mentions)]
        found += _imported(scene, file, mentions)
        for finding in found:
            yield scene.placed(file, finding)


@frozen
class _Seen:
    """The named templates and the modules of all templates that are drawn together.

    `is_whole`: each was read to its end, so that no other name is there.
    """

    defined: frozenset[str]
    bound: frozenset[str]
    is_whole: bool


def _seen(units: tuple[Unit, ...], scene: Scene) -> _Seen:
    files = {file.path: file for unit in units for file in drawn(unit, scene.facts.files)}
    told = [
        (file, file.described.mentions)
        for file in files.values()
        if file.described is not None and file.described.mentions is not None
    ]
    return _Seen(
        frozenset(each.name for _, mentions in told for each in mentions.defined),
        frozenset(name for _, mentions in told for name in mentions.modules),
        all(is_whole(file) for file, _ in told),
    )


def _templates(mentions: Mentions, seen: _Seen) -> Iterator[Finding]:
    for use in mentions.drawn if seen.is_whole else ():
        if use.name not in seen.defined:
            yield rules.TEMPLATE_NOT_THERE.at(use.span, name=use.name, **near_words(use.name, seen.defined))


def _calls(scene: Scene, file: File, mentions: Mentions, bound: frozenset[str]) -> Iterator[Finding]:
    for call in mentions.calls:
        if call.name in mentions.modules:
            yield from _of_module(scene, file, mentions, call)
        elif call.name not in bound and call.member not in _BUILT_IN:
            name = f"{call.name}.{call.member}" if call.member else call.name
            yield rules.CALL_OF_NOTHING.at(call.span, name=name, **near_words(call.name, bound))


def _of_module(scene: Scene, file: File, mentions: Mentions, call: Mention) -> Iterator[Finding]:
    request, exported, _ = mentions.modules[call.name]
    if exported != "default":
        # That it is not there is told where it is imported.
        return
    # A call of the module itself wants its default export to be there.
    found = _members(scene, file, request, exported if call.member else "")
    asked = call.member or exported
    if found is not None and asked not in found[1]:
        arguments = {"name": asked, "module": str(found[0].path), **near_words(asked, found[1])}
        yield rules.MODULE_MEMBER_MISSING.at(call.span, **arguments)


def _imported(scene: Scene, file: File, mentions: Mentions) -> Iterator[Finding]:
    """Yield each name that is imported from a script module and that it does not give."""
    for request, exported, at in mentions.modules.values():
        known = _members(scene, file, request, exported) if exported != "default" else None
        if known is not None and exported not in known[1]:
            text = file.source.text if file.source is not None else ""
            word = re.compile(rf"(?<![\w$]){re.escape(exported)}(?![\w$])").search(text, at.start, at.end)
            span = Span(*word.span()) if word is not None else at
            said = {"name": exported, "module": str(known[0].path), **near_words(exported, known[1])}
            yield rules.MODULE_MEMBER_MISSING.at(span, **said)


def _members(scene: Scene, file: File, request: str, exported: str) -> tuple[File, frozenset[str]] | None:
    """Return a script module and the names that a template may ask of it; None where they are not known."""
    from miniport.checks.member import members

    path = file.resolved.get((Link.MODULE, request))
    module = scene.facts.files.get(path) if path is not None else None
    known = members(module, exported) if module is not None and module.source is not None else None
    return (module, known) if module is not None and known is not None else None


def _loops(mentions: Mentions) -> Iterator[Finding]:
    for loop in mentions.unkeyed:
        yield rules.LOOP_WITHOUT_KEY.at(loop.span, tag=loop.name, key=loop.member)


# What the texts, numbers and lists of the language have; no other value of a template's data has a function.
_BUILT_IN = frozenset(
    (
        *("concat", "includes", "indexOf", "join", "lastIndexOf", "slice", "toString", "valueOf", "at"),
        *("every", "filter", "find", "findIndex", "flat", "forEach", "map", "reduce", "reverse", "some"),
        *("sort", "push", "pop", "shift", "unshift", "splice", "keys", "values", "entries", "fill"),
        *("charAt", "charCodeAt", "codePointAt", "endsWith", "startsWith", "localeCompare", "match"),
        *("normalize", "padEnd", "padStart", "repeat", "replace", "replaceAll", "search", "split"),
        *("substr", "substring", "toLowerCase", "toLocaleLowerCase", "toUpperCase", "toLocaleUpperCase"),
        *("trim", "trimStart", "trimEnd", "toFixed", "toPrecision", "toExponential", "toLocaleString"),
        *("hasOwnProperty", "test", "exec", "call", "apply"),
    )
)
