"""An app compiled for a web target: its modules, styles and start, inside the target's project files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from miniport.analyze.app import AppFacts
from miniport.bundle import Bundle
from miniport.diagnostics import Diagnostic
from miniport.edit import Smaller
from miniport.facts import Json, Use
from miniport.project.settings import SETTINGS_FILE
from miniport.source import Source
from miniport.targets.pack import TargetPack
from miniport.web.bundle import SCRIPTS, STYLES, WebParts, web_files
from miniport.web.capability import with_adapter
from miniport.web.config import start_config
from miniport.web.definitions import definitions
from miniport.web.element_setting import without_setting
from miniport.web.member import used_members
from miniport.web.model import with_model
from miniport.web.open_options import with_open
from miniport.web.pieces import needed, with_calls
from miniport.web.rebase import rebased
from miniport.web.share import with_share
from miniport.web.sheet import sheet
from miniport.web.shell import ShellPage, WebApp, render_project, shell_findings


def compile_app(
    facts: AppFacts, pack: TargetPack, small: Smaller | None = None
) -> tuple[Bundle, tuple[Diagnostic, ...]]:
    """Return the whole bundle of a web target, its script made `small`, and what was found on the way."""
    facts = rebased(facts)
    uses = tuple(_uses(facts))
    styles = sheet(facts)
    modules = definitions(facts, pack)
    configs = (json.dumps(page.config) for page in facts.pages)
    texts = (*modules.texts, facts.project.config_source.text, *configs)
    pieces, opened = with_open(needed(uses, pack, texts), facts, pack)
    pieces = with_model(with_share(pieces, facts, pack), facts)
    pieces = with_calls(with_adapter(pieces, facts), pack)
    config = start_config(facts, pack, uses, pieces, styles.table)
    files = web_files(
        WebParts(
            modules.parts,
            config,
            pieces,
            styles.pieces,
            facts.assets,
            facts.project.settings.source_maps,
            small,
        )
    )
    app = _web_app(facts, pack, files, used_members(facts, pack, uses, pieces))
    placed = tuple(found.finding.placed(_source(facts, found.path), pack.name) for found in styles.findings)
    told = (*shell_findings(app, pack, PurePosixPath(SETTINGS_FILE)), *without_setting(facts, pack))
    return render_project(app, pack), (*placed, *modules.diagnostics, *opened, *told)


def _uses(facts: AppFacts) -> Iterator[Use]:
    for file in facts.files.values():
        if file.described is not None:
            yield from file.described.uses


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
