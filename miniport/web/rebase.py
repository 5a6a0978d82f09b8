"""The facts of an app with every path as it stands in a web bundle."""

from __future__ import annotations

from miniport.analyze.app import AppFacts, File, Unit
from miniport.analyze.place import Places, places
from miniport.field import replace
from miniport.memo import FORGETFUL, Memo
from miniport.posix import PurePosixPath


def rebased(facts: AppFacts, memo: Memo = FORGETFUL) -> AppFacts:
    """Return facts whose paths are relative to the web root; `origin` and sources stay as they are."""
    shape = (facts.graph,)
    at, shell, spots = memo.of("rebased", facts.target, shape, lambda: _rebased(facts))
    files = memo.each("at the root", facts.files, lambda _, file: _file(file, at), shape)
    return replace(
        shell,
        files=dict(zip(spots, files.values(), strict=True)),
        assets={at.place(path): content for path, content in facts.assets.items()},
        diagnostics=facts.diagnostics,
    )


def _rebased(facts: AppFacts) -> tuple[Places, AppFacts, tuple[PurePosixPath, ...]]:
    """Return the places, what of the facts is no file's content, and the place of each file."""
    at = places(facts, facts.project.base)
    shell = replace(
        facts,
        app=_unit(facts.app, at),
        pages=tuple(_unit(page, at) for page in facts.pages),
        components=tuple(_unit(component, at) for component in facts.components),
        files={},
        assets={},
        adapters={name: at.place(path) for name, path in facts.adapters.items()},
        workers=tuple(map(at.place, facts.workers)),
        custom_tags={at.place(path): tags for path, tags in facts.custom_tags.items()},
    )
    return at, shell, tuple(map(at.place, facts.files))


def _unit(unit: Unit, at: Places) -> Unit:
    return replace(
        unit,
        path=at.place(unit.path),
        script=_optional(unit.script, at),
        template=_optional(unit.template, at),
        style=_optional(unit.style, at),
        config_file=_optional(unit.config_file, at),
        components={tag: at.place(path) for tag, path in unit.components.items()},
    )


def _file(file: File, at: Places) -> File:
    resolved = {key: at.place(path) for key, path in file.resolved.items()}
    place = at.place(file.path)
    is_kept = place == file.path and resolved == file.resolved
    return file if is_kept else replace(file, path=place, resolved=resolved)


def _optional(path: PurePosixPath | None, at: Places) -> PurePosixPath | None:
    return None if path is None else at.place(path)
