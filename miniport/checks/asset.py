"""Assets that no text of the project names, be it in part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport import rules
from miniport.checks.scene import Scene
from miniport.checks.structure import listed
from miniport.diagnostics import Diagnostic, Place
from miniport.posix import PurePosixPath
from miniport.project.app_config import APP_CONFIG


def unused_assets(scene: Scene) -> Iterator[Diagnostic]:
    """Yield one note on the assets that nothing can mean."""
    facts = scene.facts
    named = {path for file in facts.files.values() for path in file.resolved.values()}
    texts = [file.source.text for file in facts.files.values() if file.source is not None]
    text = "\n".join(texts)
    spare = tuple(
        path
        for path in facts.assets
        if path not in named and scene.is_own(path) and not _may_be_meant(path, text)
    )
    if spare:
        size = -(-sum(len(facts.assets[path]) for path in spare) // 1024)
        arguments = {"files": listed(spare), "number": str(len(spare)), "size": str(size)}
        place = Place(facts.project.base / APP_CONFIG)
        yield Diagnostic(rules.ASSET_UNUSED, arguments, place, target=scene.pack.name)


def _may_be_meant(path: PurePosixPath, text: str) -> bool:
    """Tell whether a text holds the name without its suffix, or a computed path into its folder."""
    if path.stem in text:
        return True
    # `"/icons/" + name`, `/icons/${name}`, `/icons/{{name}}.png`
    folder = rf"(?<![\w-]){re.escape(path.parent.name)}/"
    return (
        bool(path.parent.name)
        and re.search(rf"""{folder}[\w-]*(?:["'`]\s*\+|\$\{{|\{{\{{)""", text) is not None
    )
