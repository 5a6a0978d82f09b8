"""From the facts of one target to its bundle."""

from __future__ import annotations

from typing import assert_never

from miniport.analyze.app import AppFacts
from miniport.analyze.level import level_of
from miniport.analyze.tools import ScriptTools
from miniport.bundle import Bundle
from miniport.diagnostics import Diagnostic
from miniport.edit import Smaller
from miniport.enumeration import StrEnum
from miniport.field import replace
from miniport.frozen import frozen
from miniport.memo import FORGETFUL, Memo
from miniport.targets.pack import TargetPack


class Mode(StrEnum):
    """What a build is for."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


@frozen
class Emitted:
    """A target's bundle, and what was found while it was made."""

    bundle: Bundle
    diagnostics: tuple[Diagnostic, ...]


def emit(
    facts: AppFacts, pack: TargetPack, mode: Mode, tools: ScriptTools, memo: Memo = FORGETFUL
) -> Emitted:
    """Return the bundle of one target, by the family the pack belongs to; minified for production."""
    if mode is not Mode.PRODUCTION:
        return _printed(facts, pack, None, memo)
    # Imported here: a build for development makes nothing small.
    from miniport.transform.minify import minified
    from miniport.transform.minify_tool import Minifier

    minifier = Minifier(facts.project, level_of(facts.project, pack), tools)
    small = minifier.smaller()
    emitted = _printed(facts, pack, small, memo)
    bundle = emitted.bundle
    if pack.family != "web":
        has_maps = facts.project.settings.source_maps != "none"
        bundle = minified(bundle, pack, small, has_maps=has_maps)
    told = {(found.rule.code, *found.arguments.values()): found for found in minifier.found}
    placed = (replace(found, target=pack.name) for found in told.values())
    return Emitted(bundle, (*emitted.diagnostics, *placed))


def _printed(facts: AppFacts, pack: TargetPack, small: Smaller | None, memo: Memo) -> Emitted:
    # Imported here: a build needs the modules of one family only.
    match pack.family:
        case "dialect":
            from miniport.transform.port import port

            return Emitted(*port(facts, pack, small, memo))
        case "web":
            from miniport.web.compile import compile_app

            return Emitted(*compile_app(facts, pack, small, memo))
        case family:
            assert_never(family)
