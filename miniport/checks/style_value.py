"""Values of declarations that browsers drop: words and colours that do not exist, numbers without a unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.analyze.did_you_mean import near_words
from miniport.diagnostics import Finding
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.style_keyword import COLOURED, COLOURS, KEYWORDS, LENGTHS

_EVERYWHERE = frozenset(("inherit", "initial", "unset", "revert", "revert-layer"))
_FEW = 10
_WORD = regex(r"\s*([A-Za-z][\w-]*)\s*(?:!\s*important\s*)?")
_BARE = regex(r"\s*(--[\w-]+)\s*(?:!\s*important\s*)?")
_NUMBER = regex(r"(?<![\w.#%(-])-?(\d+\.?\d*|\.\d+)(?![\w.%(])")


def value_faults(name: str, value: str, begin: int) -> Iterator[Finding]:
    """Yield what is wrong with the value of a property, which begins at an offset."""
    lower = name.lower()
    bare = _BARE.fullmatch(value)
    if bare is not None and not name.startswith("--"):
        yield rules.VARIABLE_BARE.at(Span(*bare.span(1)).shift(begin), name=bare[1])
        return
    word = _WORD.fullmatch(value)
    known = KEYWORDS.get(lower) if lower in KEYWORDS else COLOURS if lower in COLOURED else None
    if word is not None and known is not None and word[1].lower() not in known:
        said = {"name": name, "value": word[1], **_listed(known)}
        yield rules.STYLE_WORD.at(
            Span(*word.span(1)).shift(begin), **said, **near_words(word[1].lower(), known)
        )
    elif lower in LENGTHS and "(" not in value and "{" not in value and "$" not in value:
        for number in _NUMBER.finditer(value):
            if float(number[1]) != 0:
                yield rules.UNIT_MISSING.at(Span(*number.span()).shift(begin), name=name, value=number[0])


def _listed(known: frozenset[str]) -> Mapping[str, str]:
    """Return the words to choose from, if they are few."""
    words = sorted(known - _EVERYWHERE)
    if len(words) > _FEW:
        return {"listed_en": "", "listed_zh": ""}
    return {"listed_en": f": {', '.join(words)}", "listed_zh": f"：{'、'.join(words)}"}
