"""Which members of the host's own object an app may call: those it uses, all where that is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from miniport.analyze.app import AppFacts
from miniport.facts import Kind, Use
from miniport.regex import regex
from miniport.syntax.script import Script
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Bridge

# How an adapter speaks of its host: it takes it out of its second argument and calls members by their names.
_TAKEN = regex(r"\{[^{}]*\bhost\b[^{}:]*\}")
_NAMED = regex(r"\bhost\s*\.\s*(?:call|has)\s*\(\s*([\"'])([\w$]+)\1")
_SECOND = regex(r"\(\s*\w+\s*,\s*\w+\s*\)")
_HOST = regex(r"\bhost\b")


def used_members(
    facts: AppFacts, pack: TargetPack, uses: Iterable[Use], pieces: Iterable[str]
) -> frozenset[str]:
    """Return the members that an app's APIs lead to, that its pieces use, and that its adapters name."""
    every = frozenset(pack.members)
    asked: set[str] = set()
    for use in uses:
        if use.kind is Kind.API and not use.is_known:
            return every
        if use.kind is Kind.API and isinstance(verdict := pack.verdict(use), Bridge):
            asked.add(verdict.member)
    for text in _adapters(facts):
        named = {match[2] for match in _NAMED.finditer(text)}
        is_handed_on = "host" not in text and _SECOND.search(text) is not None
        if is_handed_on or len(_HOST.findall(_TAKEN.sub("", text))) != len(_NAMED.findall(text)):
            return every
        asked |= named
    kept = set(pieces)
    asked.update(name for name, member in pack.members.items() if kept.intersection(member.pieces))
    return frozenset(asked & every)


def _adapters(facts: AppFacts) -> Iterator[str]:
    """Yield the text of each adapter, without comments that speak of the host."""
    for path in facts.adapters.values():
        file = facts.files.get(path)
        if file is not None and file.described is not None and isinstance(file.described.tree, Script):
            yield _COMMENT.sub("", file.described.tree.text)


_COMMENT = regex(r"/\*.*?\*/|(?<![:\w\"'])//[^\n]*", re.DOTALL)
