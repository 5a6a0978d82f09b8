"""The styles of an app as the one sheet of its web bundle."""

from __future__ import annotations

import posixpath

from miniport.analyze.app import AppFacts, File, Unit
from miniport.analyze.style import file_part
from miniport.dialect import FileKind
from miniport.facts import Link
from miniport.field import replace
from miniport.memo import FORGETFUL, Memo, present
from miniport.posix import PurePosixPath
from miniport.project.request import is_foreign
from miniport.syntax.style_tree import Style
from miniport.web.style import StyleOptions, Stylesheet, stylesheet
from miniport.web.style_import import StyleFile
from miniport.web.style_length import to_px, to_vw
from miniport.web.style_unit import ISOLATIONS, Isolation, StyleApp, StyleUnit


def sheet(facts: AppFacts, memo: Memo = FORGETFUL) -> Stylesheet:
    """Return the style sheet of an app whose paths are relative to the web root."""
    styles = tuple(file for file in facts.files.values() if file.kind is FileKind.STYLE)
    return memo.of("sheet", facts.target, (facts.graph, styles), lambda: _sheet(facts, memo))


def _sheet(facts: AppFacts, memo: Memo) -> Stylesheet:
    def asset_of(path: PurePosixPath, request: str) -> str | None:
        file = file_part(request)
        target = facts.files[path].resolved.get((Link.ASSET, file))
        if target is None:
            return _lost(path, file, request)
        # Only sheets with pictures need it, and it is slow to load.
        from urllib.parse import quote

        return quote(str(target)) + request[len(file) :]

    is_fixed = _is_fixed(facts)
    options = StyleOptions(asset_of, to_px if is_fixed else to_vw, memo=memo, shape=facts.graph)
    styles = present(memo.each("style files", facts.files, _style_file))
    found = stylesheet(style_app(facts), styles, options)
    if not is_fixed or not isinstance(found.table, dict):
        return found
    return replace(found, table={**found.table, "isFixed": True})


def _lost(path: PurePosixPath, file: str, request: str) -> str | None:
    """Return a request that leads nowhere as it looks from the one sheet, lest it meets a file by chance."""
    if not file or file.startswith("/") or is_foreign(file):
        return None
    return posixpath.normpath(posixpath.join(str(path.parent), file)) + request[len(file) :]


def _style_file(path: PurePosixPath, file: File) -> StyleFile | None:
    tree = file.tree
    if not isinstance(tree, Style):
        return None
    imports = {request: target for (link, request), target in file.resolved.items() if link is Link.STYLE}
    return StyleFile(path, tree, imports, file.source)


def style_app(facts: AppFacts) -> StyleApp:
    """Return the units of an app with their styles."""
    return StyleApp(
        facts.app.style,
        tuple(_unit(page, facts.app) for page in facts.pages),
        tuple(_unit(component, facts.app) for component in facts.components),
    )


def _is_fixed(facts: AppFacts) -> bool:
    """Tell whether the app wants 2rpx to be 1px on every screen."""
    window = facts.app.config.get("window")
    return isinstance(window, dict) and window.get("responsive") is False


def _unit(unit: Unit, app: Unit) -> StyleUnit:
    components = dict.fromkeys(f"/{path}" for path in (*app.components.values(), *unit.components.values()))
    return StyleUnit(f"/{unit.path}", unit.style, _isolation(unit), tuple(components))


def _isolation(unit: Unit) -> Isolation:
    return ISOLATIONS.get(str(unit.config.get("styleIsolation", "")), Isolation())
