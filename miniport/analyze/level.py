"""Emitted scripts at the language level of their target."""

from __future__ import annotations

from miniport import rules
from miniport.diagnostics import Diagnostic, Place
from miniport.edit import rewrite
from miniport.posix import PurePosixPath
from miniport.project.project import Project
from miniport.project.settings import SETTINGS_FILE
from miniport.source import Source
from miniport.targets.pack import TargetPack


def level_of(project: Project, pack: TargetPack) -> str:
    """Return the level of a target's scripts: as set, else as the pack says; "" where there is none."""
    return project.settings.target(pack.name).es or (pack.engine.level if pack.engine is not None else "")


def fitted(source: Source, level: str, target: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Return an emitted script at a level, and what in it is too new to be lowered."""
    if not level:
        return source, ()
    from miniport.syntax.level import lower

    lowered = lower(source.text, level)
    found = tuple(finding.placed(source, target) for finding in lowered.findings)
    if not lowered.edits:
        return source, found
    made = rewrite(source.text, lowered.edits)
    return source.rewritten(made.text, made.origins), found


def unproved(project: Project, pack: TargetPack) -> Diagnostic | None:
    """Return the note that no probe told a target's level, where the project sets none either."""
    engine = pack.engine
    if engine is None or engine.is_proved or project.settings.target(pack.name).es:
        return None
    arguments = {"level": engine.level, "target": pack.name}
    return Diagnostic(rules.LEVEL_UNPROVED, arguments, Place(PurePosixPath(SETTINGS_FILE)), target=pack.name)
