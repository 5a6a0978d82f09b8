"""The facts of an app with every path as it stands in a web bundle."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from miniport.analyze.app import AppFacts, File, Unit
from miniport.analyze.place import Places, places
from miniport.memo import FORGETFUL, Memo


def rebased(facts: AppFacts, memo: Memo = FORGETFUL) -> AppFacts:
    """Return facts whose paths are relative to the web root; `origin` and sources stay as they are."""
    at, shell = memo.of("rebased", facts.target, (facts.graph,), lambda: _rebased(facts))
    files = {}
    for path, file in facts.files.items():
        files[at.place(path)] = memo.of("at the root", path, (file, facts.graph), partial(_file, file, at))
    return replace(
        shell,
        files=files,
        assets={at.place(path): content for path, content in facts.assets.items()},
        diagnostics=facts.diagnostics,
    )


def _rebased(facts: AppFacts) -> tuple[Places, AppFacts]:
    """Return the places, and what of the facts is no file's content."""
    at = places(facts, facts.project.base)
    return at, replace(
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
    return replace(file, path=at.place(file.path), resolved=resolved)


def _optional(path: PurePosixPath | None, at: Places) -> PurePosixPath | None:
    return None if path is None else at.place(path)
