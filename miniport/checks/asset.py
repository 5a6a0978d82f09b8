"""Assets that no text of the project names, be it in part."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.checks.scene import Scene
from miniport.checks.structure import listed
from miniport.diagnostics import Diagnostic, Place
from miniport.posix import PurePosixPath
from miniport.project.pages import APP_CONFIG
from miniport.regex import regex


def unused_assets(scene: Scene) -> Iterator[Diagnostic]:
    """Yield one note on the assets that nothing can mean."""
    facts = scene.facts
    named = {path for file in facts.files.values() for path in file.resolved.values()}
    texts = [file.source.text for file in facts.files.values() if file.source is not None]
    text = "\n".join(texts)
    computed = _computed(text)
    spare = tuple(
        path
        for path in facts.assets
        if path not in named and scene.is_own(path) and not _may_be_meant(path, text, computed)
    )
    if spare:
        size = -(-sum(len(facts.assets[path]) for path in spare) // 1024)
        arguments = {"files": listed(spare), "number": str(len(spare)), "size": str(size)}
        place = Place(facts.project.base / APP_CONFIG)
        yield Diagnostic(rules.ASSET_UNUSED, arguments, place, target=scene.pack.name)


# `"/icons/" + name`, `/icons/${name}`, `/icons/{{name}}.png`
_COMPUTED = regex(r"""/[\w-]*(?:["'`]\s*\+|\$\{|\{\{)""")
_LONGEST_NAME = 256


def _computed(text: str) -> frozenset[str]:
    """Return what stands in front of the last slash of each computed path, as far as a name may go."""
    starts = (match.start() for match in _COMPUTED.finditer(text))
    return frozenset(text[max(0, start - _LONGEST_NAME) : start] for start in starts)


def _may_be_meant(path: PurePosixPath, text: str, computed: frozenset[str]) -> bool:
    """Tell whether a text holds the name without its suffix, or a computed path into its folder."""
    folder = path.parent.name
    return path.stem in text or (bool(folder) and any(_names(before, folder) for before in computed))


def _names(before: str, folder: str) -> bool:
    above = before.removesuffix(folder)
    return above != before and not (above and (above[-1].isalnum() or above[-1] in "_-"))
