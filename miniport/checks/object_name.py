"""The API object as a script calls it, where a platform gives it several names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from miniport.dialect import Dialect
from miniport.facts import Kind, Use
from miniport.regex import regex

_WORD = regex(r"[\w$]+")


def object_name(text: str, start: int, dialect: Dialect) -> str:
    """Return what the use of an API that starts at an offset calls its object, else its first name."""
    word = _WORD.match(text, start) if dialect.synonyms else None
    return word[0] if word is not None and word[0] in dialect.synonyms else dialect.namespace


def by_object(uses: Iterable[Use], text: str, dialect: Dialect) -> Mapping[str, Iterable[Use]]:
    """Return the uses in a text by the name of the object; parameters go with their API."""
    if not dialect.synonyms:
        return {dialect.namespace: uses}
    found: dict[str, list[Use]] = {}
    name = dialect.namespace
    for use in uses:
        if use.kind is Kind.API:
            name = object_name(text, use.span.start, dialect)
        found.setdefault(name, []).append(use)
    return found
