"""Branches of conditional code that no build keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product

from miniport import rules
from miniport.diagnostics import Finding
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.condition import Scalar
from miniport.syntax.conditions import Comments, Conditional, directives, kept

World = tuple[tuple[str, Scalar], ...]
"""What the names of conditions are in one build, pairs in order."""

_NAME = regex(r"\"[^\"]*\"|'[^']*'|[A-Za-z_$][\w$]*(?:-[\w$]+)*")
_CONSTANT = regex(r"\"([^\"]*)\"|'([^']*)'|\b(\d+(?:\.\d+)?)\b")
_MOST = 128


@lru_cache(maxsize=256)
def never(text: str, comments: Comments, worlds: tuple[World, ...]) -> tuple[Finding, ...]:
    """Return a finding for each branch that holds in no world; one inside of such a branch is not told."""
    found = directives(text, comments)
    told = {name for world in worlds for name, _ in world}
    free = sorted({name for each in found for name in _names(each.condition)} - told)
    guesses = tuple(_guesses(free, [each.condition for each in found]))
    if not guesses:
        return ()
    reached: set[Span] = set()
    for world, guess in product(worlds, guesses):
        reached |= kept(found, {**dict(world), **guess})
    return tuple(
        rules.CONDITION_NEVER.at(each.span, found=f"#{each.word} {each.condition.strip()}".rstrip())
        for each in _outermost(found, reached)
    )


def _outermost(found: Iterable[Conditional], reached: set[Span]) -> Iterator[Conditional]:
    """Yield the branches that are never reached and stand in none that is not."""
    around: list[bool] = []
    for each in found:
        if each.word == "endif":
            around.pop()
            continue
        if not each.word.startswith("if"):
            around.pop()
        is_reached = each.span in reached
        if not is_reached and all(around):
            yield each
        around.append(is_reached)


def _names(condition: str) -> Iterator[str]:
    for match in _NAME.finditer(condition):
        if match[0][0] not in "\"'" and match[0] not in ("true", "false"):
            yield match[0]


def _guesses(free: list[str], conditions: list[str]) -> Iterator[Mapping[str, Scalar]]:
    """Yield what names of the project's own may be; nothing where that is too much to try."""
    values: list[Scalar] = [False, True]
    for condition in conditions:
        values += [next(filter(None, match.groups()), "") for match in _CONSTANT.finditer(condition)]
    values = list(dict.fromkeys(values))
    if len(values) ** len(free) <= _MOST:
        for chosen in product(values, repeat=len(free)):
            yield dict(zip(free, chosen, strict=True))
