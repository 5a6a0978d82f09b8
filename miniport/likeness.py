"""Which word was probably meant by one that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def closest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word that `word` was most likely meant to be, if any is near enough.

    A difference of case or of `-` and `_` alone always counts as near; else two slips, more in long words.
    """
    return _closest(word, tuple(sorted(set(allowed))))


# The same word is asked about for every target.
@lru_cache(maxsize=1024)
def _closest(word: str, words: tuple[str, ...]) -> str | None:
    for other in words:
        if _plain(other) == _plain(word):
            return other
    # Two letters that changed places are the commonest slip, and in a short word the least like it by ratio.
    letters = sorted(word)
    alike = (other for other in words if len(other) == len(word) and sorted(other) == letters)
    for other in alike:
        if _slips(word, other, 1) == 1:
            return other
    # Most words are known.
    import difflib

    near = difflib.get_close_matches(word, words, n=3, cutoff=0.72)
    most = max(2 if len(word) > _SHORT else 1, len(word) // 4)
    return next((o for o in near if o.startswith(word) or _is_slip(word, o, most)), None)


def _is_slip(word: str, other: str, most: int) -> bool:
    # Hardly anybody gets the first letter wrong and another one besides.
    return _slips(word, other, most) <= (most if other[:1] == word[:1] else 1)


_SHORT = 3


def _slips(word: str, other: str, most: int) -> int:
    """Return how many letters are missing, added, wrong or swapped with their neighbour."""
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        before, above, row = row, before, [at]
        for to, wanted in enumerate(other, 1):
            least = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            is_swap = at > 1 and to > 1 and letter == other[to - 2] and word[at - 2] == wanted
            row.append(min(least, above[to - 2] + 1) if is_swap else least)
    return row[-1]


def _plain(word: str) -> str:
    return word.lower().replace("-", "").replace("_", "")
