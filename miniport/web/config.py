"""The start configuration: what the runtime is told of an app."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from miniport.analyze.app import AppFacts, Unit
from miniport.facts import Json, Kind, Use
from miniport.memo import FORGETFUL, Memo
from miniport.posix import PurePosixPath
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Bridge
from miniport.web.ability import asked, stubs
from miniport.web.capability import adapter_config
from miniport.web.element_setting import element_settings
from miniport.web.locale import locales
from miniport.web.own_bar import own_bar
from miniport.web.share import share_config
from miniport.web.template import module_id
from miniport.web.theme import themes
from miniport.web.worker import worker_ids

_NOT_OF_A_UNIT = frozenset({"usingComponents", "component", "componentPlaceholder", "componentGenerics"})
_OF_THE_APP = ("window", "tabBar", "behavior")


def start_config(
    facts: AppFacts,
    pack: TargetPack,
    uses: tuple[Use, ...],
    pieces: Iterable[str],
    styles: Json,
    memo: Memo = FORGETFUL,
) -> dict[str, Json]:
    """Return the argument of `miniport.start`; the keys are those that runtime/src/core/index.js reads."""
    pages, components = memo.of("units", pack.name, (facts.graph,), lambda: _units(facts))
    by_use = (uses, pack.digest)
    config: dict[str, Json] = {
        "id": str(facts.project.settings.name or ""),
        "app": _id(facts.app.script),
        "pages": pages,
        "components": components,
        "host": {"name": pack.host, "app": pack.name, **_bar(facts, pack)},
        "apis": list(stubs(facts, uses, pack, memo)),
        "bridges": memo.of("bridges", pack.name, by_use, lambda: _bridges(uses, pack)),
        "pieces": [f"miniport:{name}" for name in pieces if not name.startswith("host/")],
        "styles": styles,
    }
    if words := asked(facts, pack, memo):
        config["asked"] = list(words)
    if spoken := dict(locales(facts)):
        config["locales"] = spoken
    if worn := themes(facts):
        config["themes"] = worn
    if bar := own_bar(facts):
        config["customTabBar"] = f"/{bar}"
    if facts.workers:
        config["workers"] = list(worker_ids(facts))
    if facts.adapters:
        config["adapters"] = adapter_config(facts, pack, uses)
    config.update(element_settings(facts, pack))
    config.update(share_config(facts, pack, memo))
    config.update({key: facts.app.config[key] for key in _OF_THE_APP if key in facts.app.config})
    return config


def _units(facts: AppFacts) -> tuple[list[Json], dict[str, Json]]:
    pages: list[Json] = [{"path": str(page.path), **_unit(page, facts.app)} for page in facts.pages]
    return pages, {f"/{unit.path}": _unit(unit, facts.app) for unit in facts.components}


def _bar(facts: AppFacts, pack: TargetPack) -> dict[str, Json]:
    told = facts.project.settings.target(pack.name).navigation_bar
    return {} if told == "auto" else {"bar": told}


def _unit(unit: Unit, app: Unit) -> dict[str, Json]:
    components: Mapping[str, PurePosixPath] = {**app.components, **unit.components}
    config: dict[str, Json] = {key: unit.config[key] for key in unit.config if key not in _NOT_OF_A_UNIT}
    return {
        "script": _id(unit.script),
        "template": _id(unit.template),
        "components": {tag: f"/{path}" for tag, path in sorted(components.items())},
        "config": config,
    }


def _id(path: PurePosixPath | None) -> str | None:
    return None if path is None else module_id(path)


def _bridges(uses: Iterable[Use], pack: TargetPack) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for use in uses:
        verdict = pack.verdict(use) if use.kind is Kind.API and use.is_known else None
        if isinstance(verdict, Bridge):
            found[use.name] = verdict.member
    return dict(sorted(found.items()))
