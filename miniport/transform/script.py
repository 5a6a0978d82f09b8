"""The scripts of a project with the target's names."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.analyze.app import AppFacts, File
from miniport.edit import Edit
from miniport.facts import Kind
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack
from miniport.transform.layout import Layout

_COLON = regex(r"""["']?\s*:""")


def spelled_script(file: File, facts: AppFacts, pack: TargetPack, _: Layout) -> Iterator[Edit]:
    """Respell the API object, renamed APIs and the registering functions."""
    script = _script(file)
    if script is None or file.dialect.name == pack.dialect.name:
        return
    for name in file.dialect.namespaces:
        yield from _namespace_edits(script, name, pack.dialect.namespace)
    yield from _api_edits(script, facts.project.reader_of(file.path), pack)
    for registration in script.registrations:
        name = pack.dialect.registrations.get(registration.word, registration.function.text)
        if name != registration.function.text:
            yield Edit(registration.function.span, name, "script")


def _namespace_edits(script: Script, old: str, new: str) -> Iterator[Edit]:
    for reference in script.module.scopes.free.get(old, ()) if old != new else ():
        yield Edit(reference.span, f"{old}: {new}" if reference.is_shorthand else new, "script")


def _api_edits(script: Script, reader: TargetPack, pack: TargetPack) -> Iterator[Edit]:
    renamed: set[Span] = set()
    for use in script.uses:
        if not use.members or use.inherited > 0:
            continue
        word = use.members[0]
        name = pack.native(Kind.API, reader.neutral(Kind.API, word.text))
        if name == word.text or word.span in renamed:
            continue
        renamed.add(word.span)
        # `{alert} = my` binds the name that the rest of the script goes on using.
        is_short = use.object.start == use.object.end and not _has_key(script.text, word.span)
        yield Edit(word.span, f"{name}: {word.text}" if is_short else name, "script")
    for asked in script.asked:
        name, dot, rest = asked.text.partition(".")
        native = pack.native(Kind.API, reader.neutral(Kind.API, name))
        if native != name:
            yield Edit(asked.span, f"{native}{dot}{rest}", "script")


def _has_key(text: str, name: Span) -> bool:
    """Tell whether a name in a pattern is a key, with what it binds behind it."""
    return _COLON.match(text, name.end) is not None


def _script(file: File) -> Script | None:
    tree = file.tree
    return tree if isinstance(tree, Script) else None
