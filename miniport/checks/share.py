"""Methods that tell what is shared and do more than that."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import AppFacts
from miniport.analyze.sharing import HOOK, is_asked_early, sharing
from miniport.diagnostics import Diagnostic
from miniport.targets.pack import TargetPack


def share(facts: AppFacts, pack: TargetPack) -> Iterator[Diagnostic]:
    """Yield each method that acts although the target asks for it before anyone shares."""
    is_eager = facts.project.settings.target(pack.name).share == "eager"
    if not is_eager or not is_asked_early(pack):
        return
    for found in sharing(facts):
        if found.span is not None and found.file.source is not None:
            finding = rules.SHARE_ACTS.at(found.span, name=HOOK, what=found.what, target=pack.name)
            yield finding.placed(found.file.source, pack.name)
