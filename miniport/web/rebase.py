"""The facts of an app with every path as it stands in a web bundle."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from miniport.analyze.app import AppFacts, File, Unit
from miniport.analyze.place import placed


def rebased(facts: AppFacts) -> AppFacts:
    """Return facts whose paths are relative to the web root; `origin` and sources stay as they are."""
    base = facts.project.base
    return replace(
        facts,
        app=_unit(facts.app, base),
        pages=tuple(_unit(page, base) for page in facts.pages),
        components=tuple(_unit(component, base) for component in facts.components),
        files={placed(path, base): _file(file, base) for path, file in facts.files.items()},
        assets={placed(path, base): content for path, content in facts.assets.items()},
        custom_tags={placed(path, base): tags for path, tags in facts.custom_tags.items()},
    )


def _unit(unit: Unit, base: PurePosixPath) -> Unit:
    return replace(
        unit,
        path=placed(unit.path, base),
        script=_optional(unit.script, base),
        template=_optional(unit.template, base),
        style=_optional(unit.style, base),
        config_file=_optional(unit.config_file, base),
        components={tag: placed(path, base) for tag, path in unit.components.items()},
    )


def _file(file: File, base: PurePosixPath) -> File:
    resolved = {key: placed(path, base) for key, path in file.resolved.items()}
    return replace(file, path=placed(file.path, base), resolved=resolved)


def _optional(path: PurePosixPath | None, base: PurePosixPath) -> PurePosixPath | None:
    return None if path is None else placed(path, base)
