"""What elements draw that only the project can say, such as whose tiles a map shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.analyze.app import AppFacts
from miniport.diagnostics import Diagnostic
from miniport.facts import Json, Kind
from miniport.rules import ELEMENT_SETTING_MISSING
from miniport.targets.pack import TargetPack


def element_settings(facts: AppFacts, pack: TargetPack) -> Mapping[str, Json]:
    """Return the settings that the elements of an app need and the project has, by name, in name order."""
    told = facts.project.settings.target(pack.name).settings
    wanted = {_need(name, pack) for name in pack.names(Kind.COMPONENT)}
    return {name: told[name] for name in sorted(wanted & set(told))}  # type: ignore[misc]


def without_setting(facts: AppFacts, pack: TargetPack) -> Iterator[Diagnostic]:
    """Yield the first use of each element that needs a setting the project does not have."""
    found = set(element_settings(facts, pack))
    needs = {name: need for name in pack.names(Kind.COMPONENT) if (need := _need(name, pack))}
    if found.issuperset(needs.values()):
        return
    for file in facts.files.values():
        if file.described is None or file.source is None:
            continue
        for use in file.described.uses:
            need = needs.get(use.name, "") if use.kind is Kind.COMPONENT else ""
            if need and need not in found:
                found.add(need)
                finding = ELEMENT_SETTING_MISSING.at(
                    use.span, name=use.written or use.name, setting=need, target=pack.name
                )
                yield finding.placed(file.source, pack.name)


def _need(element: str, pack: TargetPack) -> str:
    fact = pack.fact(Kind.COMPONENT, element)
    return str(fact[0].get("needs", "")) if fact and fact[0] else ""
