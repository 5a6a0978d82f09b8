"""Sizes held against what the platform allows and the project wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from miniport import rules
from miniport.archive.manifest import Measure
from miniport.archive.measure import Part
from miniport.diagnostics import Diagnostic, Place, Rule
from miniport.project.budget import UNITS, levels
from miniport.project.settings import BudgetName, Budgets
from miniport.targets.form_part import LimitRow
from miniport.targets.pack import TargetPack

_LIMITS = {"total": "total-size", "mainPackage": "main-package-size", "subpackage": "subpackage-size"}
_ARCHIVE = "upload-source-zip"

_WORDS = {
    "total": ("the whole app", "整个应用"),
    "mainPackage": ("the main package", "主包"),
    "subpackage": ('the subpackage "{of}"', "分包 “{of}” "),
    "page": ('the page "{of}"', "页面 “{of}” "),
    "image": ('the picture "{of}"', "图片 “{of}” "),
    "runtime": ("the browser runtime", "浏览器运行时"),
}
_SHOWN = ("total", "mainPackage", "subpackage", "page", "runtime")


def part_words(name: BudgetName, of: str) -> tuple[str, str]:
    """Return what a part is called, in English and Chinese."""
    en, zh = (words.format(of=of) for words in _WORDS[name])
    return en, zh.strip()


def measures(parts: Iterable[Part], pack: TargetPack, budgets: Budgets) -> tuple[Measure, ...]:
    """Return what a manifest says of sizes; pictures only where the project has a budget for them."""
    return tuple(
        Measure(part.name, part.of, part.size, _limit(part.name, pack), levels(budgets.get(part.name))[1])
        for part in parts
        if part.name in _SHOWN or part.name in budgets
    )


def over(parts: Iterable[Part], pack: TargetPack, budgets: Budgets) -> Iterator[Diagnostic]:
    """Yield the parts that are larger than a limit or a budget; one that is just as large is fine."""
    for part in parts:
        row = pack.limit(_LIMITS.get(part.name, ""))
        limit = _bytes(row)
        if row is not None and limit is not None and part.size > limit:
            told = {"source": pack.sources.get(row.source, row.source), "checked": row.checked}
            yield _found(rules.OVER_LIMIT, part, pack, limit, **told)
        warn, fail = levels(budgets.get(part.name))
        if fail is not None and part.size > fail:
            yield _found(rules.OVER_BUDGET, part, pack, fail, key=part.name)
        elif warn is not None and part.size > warn:
            yield _found(rules.NEAR_BUDGET, part, pack, warn, key=part.name)


def archive_over(size: int, part: Part, pack: TargetPack) -> Iterator[Diagnostic]:
    """Yield that the archive is larger than the platform takes; `part` is the whole."""
    row = pack.limit(_ARCHIVE)
    limit = _bytes(row)
    if row is not None and limit is not None and size > limit:
        told = {"source": pack.sources.get(row.source, row.source), "checked": row.checked}
        found = _found(rules.OVER_LIMIT, part, pack, limit, **told)
        words = {"what_en": "the archive", "what_zh": "归档", "size": str(size)}
        yield Diagnostic(found.rule, {**found.arguments, **words}, found.place, target=pack.name)


def _found(rule: Rule, part: Part, pack: TargetPack, limit: int, **more: str) -> Diagnostic:
    en, zh = (words.format(of=part.of) for words in _WORDS[part.name])
    arguments = {
        "what_en": en,
        "what_zh": zh,
        "size": str(part.size),
        "limit": str(limit),
        "target": pack.name,
    }
    return Diagnostic(rule, {**arguments, **more}, Place(part.place), target=pack.name)


def _limit(name: str, pack: TargetPack) -> int | None:
    return _bytes(pack.limit(_LIMITS.get(name, "")))


def _bytes(row: LimitRow | None) -> int | None:
    unit = UNITS.get(row.unit) if row is not None else None
    return None if row is None or row.value is None or unit is None else int(row.value * unit)
