"""The catalogue as a table, and which of its rules a word means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from miniport.diagnostics import Rule
from miniport.regex import regex
from miniport.rules.family import FAMILIES

_FAMILY = regex(r"MP\d{0,2}(x{0,2})$", re.IGNORECASE)


@cache
def catalogue() -> Mapping[str, Rule]:
    """Return every rule by its code, in order."""
    families = (vars(import_module(f"miniport.rules.{family}")) for family in FAMILIES)
    found = (rule for family in families for rule in family.values() if isinstance(rule, Rule))
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}


def meant(word: str) -> frozenset[str]:
    """Return the codes that a word means: a code (MP203), a rule's name, or a family (MP2, MP2xx).

    Empty where no rule is called so.
    """
    known = catalogue()
    code = word.upper()
    if code in known:
        return frozenset((code,))
    if _FAMILY.match(word):
        start = code.rstrip("X")
        return frozenset(each for each in known if each.startswith(start))
    return frozenset(rule.code for rule in known.values() if rule.name == word.lower())


def in_general(text: str, language: str) -> str:
    """Return a message or a cure as it reads of no finding in particular: a word for each argument."""
    from miniport.rules.gap import Gaps

    return text.format_map(Gaps(language))


def words() -> tuple[str, ...]:
    """Return every code and every name, for what was probably meant."""
    return (*catalogue(), *(rule.name for rule in catalogue().values()))
