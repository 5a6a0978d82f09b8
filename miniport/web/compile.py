"""An app compiled for a web target: its modules, styles and start, inside the target's project files."""

from __future__ import annotations

import json
from functools import lru_cache, partial
from itertools import chain

from miniport.analyze.app import AppFacts
from miniport.analyze.describe import Described
from miniport.analyze.theme import in_light, theme
from miniport.bundle import Bundle
from miniport.diagnostics import Diagnostic
from miniport.edit import Smaller
from miniport.facts import Json, Kind, Use
from miniport.memo import FORGETFUL, Memo
from miniport.posix import PurePosixPath
from miniport.project.settings import SETTINGS_FILE
from miniport.source import Source, Span
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
from miniport.web.pieces import Words, needed, spoken_of, with_calls, words_of_pieces
from miniport.web.rebase import rebased
from miniport.web.share import with_share
from miniport.web.sheet import sheet
from miniport.web.shell import ShellPage, WebApp, render_project, shell_findings
from miniport.web.theme import dark_only, with_theme
from miniport.web.title_color import with_title_color

_NOWHERE = Span(0, 0)


def compile_app(
    facts: AppFacts, pack: TargetPack, small: Smaller | None = None, memo: Memo = FORGETFUL
) -> tuple[Bundle, tuple[Diagnostic, ...]]:
    """Return the whole bundle of a web target, its script made `small`, and what was found on the way."""
    facts = with_title_color(with_own_bar(rebased(facts, memo)))
    uses = _uses(facts, memo)
    styles = sheet(facts, memo)
    modules = definitions(facts, pack, memo, has_marks=styles.has_marks)
    spoken = _spoken(facts, modules, memo)
    wanted = memo.of("needed", pack.name, (uses, spoken, pack.digest), lambda: needed(uses, pack, spoken))
    pieces, opened = with_open(wanted, facts, pack, memo)
    pieces = with_model(with_share(pieces, facts, pack, memo), facts)
    pieces = with_theme(with_locale(pieces, facts), facts)
    pieces = with_adapter(pieces, facts)
    pieces = memo.of("calls", pack.name, (pieces, pack.digest), partial(with_calls, pieces, pack))
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
            facts.app.config.get("darkmode") is True,
        ),
        memo,
    )
    adapters = tuple(facts.files.get(path) for path in facts.adapters.values())
    depends = (uses, pieces, adapters, pack.digest)
    members = memo.of("members", pack.name, depends, lambda: used_members(facts, pack, uses, pieces))
    app = _web_app(facts, pack, files, members)
    placed = tuple(found.finding.placed(_source(facts, found.path), pack.name) for found in styles.findings)
    settings = PurePosixPath(SETTINGS_FILE)
    told = (*shell_findings(app, pack, settings, memo), *without_setting(facts, pack, memo))
    return render_project(app, pack, memo), (*placed, *modules.diagnostics, *opened, *told)


def _uses(facts: AppFacts, memo: Memo) -> tuple[Use, ...]:
    """Return one use of each thing the app uses: where and how often matters to nothing of the bundle."""
    found = memo.each("things", facts.files, lambda _, file: _things(file.described))
    return memo.of("uses", facts.target, (found,), lambda: tuple(dict.fromkeys(chain(*found.values()))))


def _things(described: Described | None) -> tuple[Use, ...]:
    uses = described.uses if described is not None else ()
    # A file uses few things, each many times.
    named = dict.fromkeys((use.kind, use.name, use.owner, use.is_known) for use in uses)
    return tuple(_thing(*told) for told in named)


# Files use the same things: one of each is kept, by this process and for the next.
@lru_cache(maxsize=4096)
def _thing(kind: Kind, name: str, owner: str, is_known: bool) -> Use:
    return Use(kind, name, _NOWHERE, owner, is_known=is_known)


def _spoken(facts: AppFacts, modules: Definitions, memo: Memo) -> frozenset[str]:
    """Return the pieces that a module of the app or its configuration speaks of."""
    # Where a host runs no workers, their code runs in the page.
    parts = {part.path: part for part in (*modules.parts, *modules.of_workers)}
    # The runtime is as old as the memo: to look whether it is fresh takes longer than all that is asked here.
    every = memo.of("words of pieces", "", (), words_of_pieces)
    config = memo.of("spoken of", facts.target, (facts.graph,), lambda: _spoken_of_configs(facts, every))

    def speaks_of(part: Source, known: frozenset[str]) -> frozenset[str]:
        return spoken_of(part.text, words_of_pieces(known) if known else every)

    return config | memo.gathered("spoken", parts, speaks_of)


def _spoken_of_configs(facts: AppFacts, words: Words) -> frozenset[str]:
    configs = (json.dumps(page.config) for page in facts.pages)
    return spoken_of("\n".join((facts.project.config_source.text, *configs)), words)


def _source(facts: AppFacts, path: PurePosixPath) -> Source:
    source = facts.files[path].source
    assert source is not None
    return source


def _web_app(facts: AppFacts, pack: TargetPack, files: Bundle, members: frozenset[str]) -> WebApp:
    settings = facts.project.settings
    told = settings.target(pack.name)
    known = theme(facts)
    window = facts.app.config.get("window")
    own: dict[str, Json] = {"appId": told.app_id} if told.app_id else {}
    return WebApp(
        name=settings.name or _title(window),
        version=settings.version or "1.0.0",
        description="",
        settings={**own, **told.settings},  # type: ignore[dict-item]
        window=in_light(window, known) if isinstance(window, dict) else {},
        dark=dark_only(facts.app, known),
        pages=tuple(
            ShellPage(page.path, in_light(page.config, known), dark_only(page, known)) for page in facts.pages
        ),
        scripts=SCRIPTS,
        styles=STYLES,
        files=files,
        members=members,
    )


def _title(window: Json) -> str:
    title = window.get("defaultTitle") if isinstance(window, dict) else None
    return title if isinstance(title, str) and title else "app"
