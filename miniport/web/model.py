"""Which form of components the project's own file asks for."""

from __future__ import annotations

from miniport.analyze.app import AppFacts
from miniport.project.project import Project

PIECE = "model/older"
"""The piece of the runtime that makes components of the older form."""


def with_model(pieces: tuple[str, ...], facts: AppFacts) -> tuple[str, ...]:
    """Return the pieces, the one of the older form first where the project asks for it."""
    return (PIECE, *pieces) if is_older(facts.project) else pieces


def is_older(project: Project) -> bool:
    """Tell whether the project's file turns the newer form off; where it is silent, the newer form is meant.

    The newer form runs what was written for the older one, as long as nothing relies on shared objects.
    """
    file, form = project.project_file, project.reader.project_file
    if file is None or form is None:
        return False
    return any(file.value(key) is False for key in form.newer_components)
