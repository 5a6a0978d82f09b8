"""A tab bar that the app draws itself: its component takes part in each page of a tab."""

from __future__ import annotations

from miniport.analyze.app import AppFacts
from miniport.field import replace
from miniport.posix import PurePosixPath
from miniport.project.pages import tab_paths


def own_bar(facts: AppFacts) -> PurePosixPath | None:
    """Return the path of the component that the app wants as its tab bar, where that is there."""
    bar = facts.app.config.get("tabBar")
    path = PurePosixPath(facts.app.dialect.custom_tab_bar)
    is_wanted = isinstance(bar, dict) and bar.get("customize") is True
    return path if is_wanted and any(unit.path == path for unit in facts.components) else None


def with_own_bar(facts: AppFacts) -> AppFacts:
    """Return facts whose pages of tabs have the app's tab bar among their components, for its styles."""
    path = own_bar(facts)
    if path is None:
        return facts
    tabs = frozenset(tab_paths(facts.app.config))
    pages = tuple(
        replace(page, components={**page.components, path.parent.name: path}) if page.path in tabs else page
        for page in facts.pages
    )
    return replace(facts, pages=pages)
