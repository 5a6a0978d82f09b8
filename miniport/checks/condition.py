"""Branches of conditional code that no build keeps, whatever it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.analyze.app import File
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic
from miniport.dialect import FileKind
from miniport.source import DecodeError, decode
from miniport.syntax.condition import Scalar
from miniport.syntax.conditional import has_conditions
from miniport.syntax.conditions import Comments
from miniport.syntax.never import World, never
from miniport.targets.pack import TargetPack, bundled


def conditions(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each such branch in the project's own files."""
    worlds = tuple(_worlds({**bundled(), scene.pack.name: scene.pack}))
    for file in scene.own_files():
        if file.kind is FileKind.ASSET or b"#" not in file.content:
            continue
        try:
            source = decode(file.origin, file.content)
        except DecodeError:
            continue
        if has_conditions(source.text):
            for finding in never(source.text, _comments(file), worlds):
                yield finding.placed(source, scene.pack.name)


def _comments(file: File) -> Comments:
    if file.kind is FileKind.TEMPLATE:
        return Comments.MARKUP
    return Comments.JSON if file.kind is FileKind.CONFIG else Comments.CODE


def _worlds(packs: Mapping[str, TargetPack]) -> Iterator[World]:
    """Yield what the names that tell platforms are, for each platform that some name tells."""
    own = {name: (*pack.constants, *pack.conditions) for name, pack in packs.items()}
    foreign = {name for pack in packs.values() for name in pack.foreign_conditions}
    every = dict.fromkeys(sorted({*foreign, *(word for words in own.values() for word in words)}), False)
    for target, words in own.items():
        yield _world(every, words, target)
    for word in sorted(foreign):
        yield _world(every, (word,), "")


def _world(every: Mapping[str, Scalar], words: tuple[str, ...], target: str) -> World:
    return tuple({**every, **dict.fromkeys(words, True), "MINIPORT_TARGET": target}.items())
