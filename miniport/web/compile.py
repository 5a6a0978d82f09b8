"""An app compiled for a web target: its modules, styles and start, inside the target's project files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from pathlib import PurePosixPath

from miniport.analyze.app import AppFacts
from miniport.analyze.describe import Described
from miniport.bundle import Bundle
from miniport.diagnostics import Diagnostic
from miniport.edit import Smaller
from miniport.facts import Json, Kind, Use
from miniport.memo import FORGETFUL, Memo
from miniport.project.settings import SETTINGS_FILE
from miniport.source import Source
from miniport.targets.pack import TargetPack
from miniport.web.bundle import SCRIPTS, STYLES, WebParts, web_files
from miniport.web.capability import with_adapter
from miniport.web.config import start_config
from miniport.web.definitions import Definitions, definitions
from miniport.web.element_setting import without_setting
from miniport.web.locale import with_locale
from miniport.web.member import used_members
from miniport.web.model import with_model
from miniport.web.open_options import with_open
from miniport.web.own_bar import with_own_bar
from miniport.web.pieces import needed, spoken_of, with_calls
from miniport.web.rebase import rebased
from miniport.web.share import with_share
from miniport.web.sheet import sheet
from miniport.web.shell import ShellPage, WebApp, render_project, shell_findings

_Thing = tuple[Kind, str, str, bool]


def compile_app(
    facts: AppFacts, pack: TargetPack, small: Smaller | None = None, memo: Memo = FORGETFUL
) -> tuple[Bundle, tuple[Diagnostic, ...]]:
    """Return the whole bundle of a web target, its script made `small`, and what was found on the way."""
    facts = with_own_bar(rebased(facts, memo))
    uses = tuple(_uses(facts, memo))
    styles = sheet(facts, memo)
    modules = definitions(facts, pack, memo)
    pieces, opened = with_open(needed(uses, pack, _spoken(facts, modules, memo)), facts, pack)
    pieces = with_locale(with_model(with_share(pieces, facts, pack), facts), facts)
    pieces = with_calls(with_adapter(pieces, facts), pack)
    config = start_config(facts, pack, uses, pieces, styles.table, memo)
    files = web_files(
        WebParts(
            modules.parts,
            config,
            pieces,
            styles.pieces,
            facts.assets,
            facts.project.settings.source_maps,
            small,
            modules.of_workers,
        ),
        memo,
    )
    app = _web_app(facts, pack, files, used_members(facts, pack, uses, pieces))
    placed = tuple(found.finding.placed(_source(facts, found.path), pack.name) for found in styles.findings)
    told = (*shell_findings(app, pack, PurePosixPath(SETTINGS_FILE)), *without_setting(facts, pack))
    return render_project(app, pack, memo), (*placed, *modules.diagnostics, *opened, *told)


def _uses(facts: AppFacts, memo: Memo) -> Iterable[Use]:
    """Return one use of each thing the app uses: where and how often matters to nothing of the bundle."""
    found: dict[_Thing, Use] = {}
    for file in facts.files.values():
        described = file.described
        if described is not None and described.uses:
            found |= memo.of("things", file.path, (described,), partial(_things, described))
    return found.values()


def _spoken(facts: AppFacts, modules: Definitions, memo: Memo) -> frozenset[str]:
    """Return the pieces that a module of the app or its configuration speaks of."""
    found: set[str] = set()
    # Where a host runs no workers, their code runs in the page.
    for part in (*modules.parts, *modules.of_workers):
        found |= memo.of("spoken", part.path, (part.text,), partial(spoken_of, part.text))
    configs = (json.dumps(page.config) for page in facts.pages)
    config = "\n".join((facts.project.config_source.text, *configs))
    return frozenset(found | memo.of("spoken", "", (config,), partial(spoken_of, config)))


def _things(described: Described) -> dict[_Thing, Use]:
    return {(use.kind, use.owner, use.name, use.is_known): use for use in reversed(described.uses)}


def _source(facts: AppFacts, path: PurePosixPath) -> Source:
    source = facts.files[path].source
    assert source is not None
    return source


def _web_app(facts: AppFacts, pack: TargetPack, files: Bundle, members: frozenset[str]) -> WebApp:
    settings = facts.project.settings
    told = settings.target(pack.name)
    window = facts.app.config.get("window")
    own: dict[str, Json] = {"appId": told.app_id} if told.app_id else {}
    return WebApp(
        name=settings.name or _title(window),
        version=settings.version or "1.0.0",
        description="",
        settings={**own, **told.settings},  # type: ignore[dict-item]
        window=window if isinstance(window, dict) else {},
        pages=tuple(ShellPage(page.path, page.config) for page in facts.pages),
        scripts=SCRIPTS,
        styles=STYLES,
        files=files,
        members=members,
    )


def _title(window: Json) -> str:
    title = window.get("defaultTitle") if isinstance(window, dict) else None
    return title if isinstance(title, str) and title else "app"
