"""What stays out of a bundle, said once for the whole project."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import AppFacts
from miniport.analyze.media import MEDIA
from miniport.diagnostics import Diagnostic, Place
from miniport.posix import PurePosixPath
from miniport.project.pages import APP_CONFIG
from miniport.targets.pack import TargetPack

SHOWN = 5


def structure(facts: AppFacts, pack: TargetPack) -> Iterator[Diagnostic]:
    """Yield notes on code that nothing reaches and on media of kinds that the platform does not pack."""
    place = Place(facts.project.base / APP_CONFIG)
    if facts.unreached:
        arguments = {"number": str(len(facts.unreached)), "files": listed(facts.unreached)}
        yield Diagnostic(rules.UNREACHED_FILE, arguments, place, target=pack.name)
    left_out = tuple(path for path in facts.others if path.suffix.lower() in MEDIA)
    if left_out:
        suffixes = ", ".join(pack.asset_suffixes)
        arguments = {"files": listed(left_out), "suffixes": suffixes, "target": pack.name}
        yield Diagnostic(rules.ASSET_KIND_LEFT_OUT, arguments, place, target=pack.name)


def listed(paths: tuple[PurePosixPath, ...]) -> str:
    """Return the first paths of a list, and how many there are besides."""
    text = ", ".join(map(str, paths[:SHOWN]))
    return text if len(paths) <= SHOWN else f"{text}, … (+{len(paths) - SHOWN})"
