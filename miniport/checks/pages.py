"""The pages of an app: those listed, those this target keeps, those that are tabs."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.analyze.app import AppFacts
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.pages import page_entries, tab_paths


@frozen
class Pages:
    """Paths of pages, relative to the app's root; `by_script`: the page of a script, as units have them."""

    listed: frozenset[PurePosixPath]
    kept: frozenset[PurePosixPath]
    tabs: frozenset[PurePosixPath]
    by_script: Mapping[PurePosixPath, PurePosixPath]


def pages(facts: AppFacts) -> Pages:
    """Return the pages of an app."""
    base = facts.project.base
    kept = frozenset(page.path.relative_to(base) for page in facts.pages)
    # What this target leaves out is no longer in its own configuration.
    written = facts.project.config.value
    configs = (facts.app.config, written if isinstance(written, dict) else {})
    return Pages(
        kept | {entry.path for config in configs for entry in page_entries(config)},
        kept,
        frozenset(tab_paths(facts.app.config)),
        {page.script: page.path for page in facts.pages if page.script is not None},
    )
