"""What elements draw that only the project can say, such as whose tiles a map shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.analyze.app import AppFacts, File
from miniport.diagnostics import Diagnostic
from miniport.facts import Json, Kind, Use
from miniport.memo import FORGETFUL, Memo
from miniport.targets.pack import TargetPack


def element_settings(facts: AppFacts, pack: TargetPack) -> Mapping[str, Json]:
    """Return the settings that the elements of an app need and the project has, by name, in name order."""
    told = facts.project.settings.target(pack.name).settings
    wanted = {_need(name, pack) for name in pack.names(Kind.COMPONENT)}
    return {name: told[name] for name in sorted(wanted & set(told))}  # type: ignore[misc]


def without_setting(facts: AppFacts, pack: TargetPack, memo: Memo = FORGETFUL) -> Iterator[Diagnostic]:
    """Yield the first use of each element that needs a setting the project does not have."""
    found = set(element_settings(facts, pack))
    needs = {name: need for name in pack.names(Kind.COMPONENT) if (need := _need(name, pack))}
    if found.issuperset(needs.values()):
        return
    wanting = memo.each("wants setting", facts.files, lambda _, file: _wanting(file, needs), (needs,))
    for path, use in ((path, use) for path, uses in wanting.items() for use in uses):
        need, source = needs[use.name], facts.files[path].source
        if source is not None and need not in found:
            found.add(need)
            finding = rules.ELEMENT_SETTING_MISSING.at(
                use.span, name=use.written or use.name, setting=need, target=pack.name
            )
            yield finding.placed(source, pack.name)


def _wanting(file: File, needs: Mapping[str, str]) -> tuple[Use, ...]:
    uses = file.described.uses if file.described is not None else ()
    return tuple(use for use in uses if use.kind is Kind.COMPONENT and use.name in needs)


def _need(element: str, pack: TargetPack) -> str:
    fact = pack.fact(Kind.COMPONENT, element)
    return str(fact[0].get("needs", "")) if fact and fact[0] else ""
