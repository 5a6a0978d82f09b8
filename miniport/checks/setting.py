"""Settings that a platform's project files need and that hold nothing of the project's own."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import AppFacts
from miniport.diagnostics import Diagnostic, Place
from miniport.targets.pack import TargetPack


def settings_unset(facts: AppFacts, pack: TargetPack) -> Iterator[Diagnostic]:
    """Yield each setting that is not given, or given as the placeholder that stands in for it.

    Either is enough to build and to look at the app: this is to tell before a release.
    """
    told = facts.project.settings.target(pack.name)
    given = {"appId": told.app_id, **told.settings}
    for name, form in pack.settings.items():
        if given.get(name) in (None, "", form.placeholder):
            found = {"target": pack.name, "name": name, "placeholder": form.placeholder}
            yield Diagnostic(
                rules.SETTING_MISSING, found, Place(facts.project.settings_place), target=pack.name
            )
