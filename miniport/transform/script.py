"""The scripts of a project with the target's names."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.analyze.app import AppFacts, File
from miniport.analyze.constants import constant_edits
from miniport.edit import Edit
from miniport.facts import Kind
from miniport.syntax.script import Script
from miniport.targets.pack import TargetPack
from miniport.transform.layout import Layout


def constants(file: File, facts: AppFacts, pack: TargetPack, _: Layout) -> Iterator[Edit]:
    """Put values for the constants that tell targets apart."""
    script = _script(file)
    if script is not None:
        yield from constant_edits(script, facts.project.constants, pack.constants)


def spelled_script(file: File, facts: AppFacts, pack: TargetPack, _: Layout) -> Iterator[Edit]:
    """Respell the API object, renamed APIs and the registering functions."""
    script = _script(file)
    if script is None or file.dialect.name == pack.dialect.name:
        return
    yield from _api_edits(script, file, facts, pack)
    for registration in script.registrations:
        name = pack.dialect.registrations.get(registration.word, registration.function.text)
        if name != registration.function.text:
            yield Edit(registration.function.span, name, "script")


def _api_edits(script: Script, file: File, facts: AppFacts, pack: TargetPack) -> Iterator[Edit]:
    reader = facts.project.reader_of(file.path)
    renamed: set[int] = set()
    for use in script.uses:
        is_namespace = script.text[use.object.start : use.object.end] == file.dialect.namespace
        if is_namespace and use.inherited == 0 and use.object.start not in renamed:
            renamed.add(use.object.start)
            yield Edit(use.object, pack.dialect.namespace, "script")
        if use.members and use.inherited == 0:
            word = use.members[0]
            name = pack.native(Kind.API, reader.neutral(Kind.API, word.text))
            if name != word.text and word.span.start not in renamed:
                renamed.add(word.span.start)
                yield Edit(word.span, name, "script")


def _script(file: File) -> Script | None:
    tree = file.described.tree if file.described is not None else None
    return tree if isinstance(tree, Script) else None
