"""Which methods a page or component has, as far as its script tells."""

from __future__ import annotations

import re
from collections.abc import Mapping

from miniport.analyze.app import AppFacts, File, Unit
from miniport.frozen import frozen
from miniport.memo import Memo
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.options import Options
from miniport.syntax.registration import Registration
from miniport.syntax.script_tree import Script


@frozen
class Methods:
    """The names of a unit's members. `is_open`: there may be others. `at`: the call that registers it."""

    names: frozenset[str]
    is_open: bool
    file: File | None = None
    at: Span | None = None

    def may_have(self, name: str) -> bool:
        """Tell whether the unit has, or may be given while it runs, a member of a name."""
        if self.is_open or name in self.names:
            return True
        tree = self.file.tree if self.file is not None else None
        return isinstance(tree, Script) and _is_given(tree.text, name)


_OPEN = Methods(frozenset(), is_open=True)
_MIXED_IN = frozenset(("mixins", "behaviors"))
_EMPTY = regex(r"\[\s*\]")
_GROUPS = ("methods", "events", "lifetimes")
# What puts members on an instance that no name tells of.
_ASSIGNED = regex(r"\bassign\(\s*(?:this|self|that|_this)\b|\b(?:this|self|that|_this)\s*\[[^\]]*\]\s*=(?!=)")


def replaced_kinds(files: Mapping[PurePosixPath, File], memo: Memo) -> frozenset[str]:
    """Return the kinds of units whose registering function some script replaces: it may add members."""
    return memo.gathered("replaced kinds", files, _replaced_in)


def _replaced_in(file: File, known: frozenset[str]) -> frozenset[str]:
    script = file.tree
    if not isinstance(script, Script):
        return frozenset()
    words = file.dialect.registrations.items()
    return frozenset(kind for kind, word in words if kind not in known and _is_replaced(script, word))


def _is_replaced(script: Script, word: str) -> bool:
    places = {match.start() for match in re.finditer(rf"{word}(?<![\w$.]{word})\s*=(?![=>])", script.text)}
    return bool(places) and any(place.start in places for place in script.free.get(word, ()))


def methods(unit: Unit, facts: AppFacts, replaced: frozenset[str]) -> Methods:
    """Return the members that a unit's script gives it; `replaced` is what `replaced_kinds` tells."""
    file = facts.file(unit.script)
    tree = file.tree if file is not None else None
    if unit.kind in replaced or not isinstance(tree, Script) or not tree.registrations or tree.findings:
        return _OPEN
    names: set[str] = set()
    for registration in tree.registrations:
        found = _names(registration, tree.text)
        if found is None:
            return _OPEN
        names |= found
    return Methods(frozenset(names), is_open=False, file=file, at=tree.registrations[0].span)


def _names(registration: Registration, text: str) -> set[str] | None:
    """Return the members that an options object gives; None where there may be others."""
    options = registration.options
    if options is None or not registration.is_known or options.is_open:
        return None
    names = {entry.name for entry in options.entries}
    mixed = [entry for entry in options.entries if entry.name in _MIXED_IN]
    if any(_EMPTY.fullmatch(text, entry.value.start, entry.value.end) is None for entry in mixed):
        return None
    for group in _GROUPS:
        entry = options.entry(group)
        if entry is not None:
            inner: Options | None = entry.options
            if inner is None or inner.is_open:
                return None
            names |= {each.name for each in inner.entries}
    return names


def _is_given(text: str, name: str) -> bool:
    """Tell whether a script assigns a member of the name, or members of names it computes."""
    if name in text and re.search(rf"\.\s*{re.escape(name)}\s*=(?!=)", text):
        return True
    return _ASSIGNED.search(text) is not None
