"""What the runtime is told of sharing, and whether an app needs the piece that does it."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.analyze.app import AppFacts
from miniport.analyze.sharing import HOOK, Manner, is_asked_early, may_share, sharing
from miniport.facts import Json, Kind
from miniport.memo import FORGETFUL, Memo
from miniport.targets.pack import TargetPack
from miniport.web.pieces import with_needs


def with_share(
    pieces: tuple[str, ...], facts: AppFacts, pack: TargetPack, memo: Memo = FORGETFUL
) -> tuple[str, ...]:
    """Return the pieces, with the one that shares where any script speaks of it."""
    piece = pack.pieces(Kind.LIFECYCLE).get(HOOK)
    return with_needs((*pieces, piece), memo) if piece and may_share(facts, memo) else pieces


def share_config(facts: AppFacts, pack: TargetPack, memo: Memo = FORGETFUL) -> Mapping[str, Json]:
    """Return {share: {unit: how it answers}} where the target is to be told before anyone shares, else {}.

    A unit without an entry may do anything: it is asked when its page is shown, and not again and again.
    """
    is_eager = facts.project.settings.target(pack.name).share == "eager"
    if not is_eager or not is_asked_early(pack) or not may_share(facts, memo):
        return {}
    manners: dict[str, Json] = {
        f"/{found.unit.path}": found.manner.value
        for found in sharing(facts)
        if found.manner is not Manner.DOES
    }
    return {"share": manners}
