"""Version numbers and the specifiers that ask for them: `>=1.2,<2`."""

from __future__ import annotations

import operator
from collections.abc import Callable

from miniport.regex import regex

Version = tuple[int, ...]

_VERSION = regex(r"\d+(\.\d+)*")
_CLAUSE = regex(r"(>=|<=|==|~=|>|<)\s*(\d+(?:\.\d+)*)")
_COMPARE: dict[str, Callable[[Version, Version], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
}


def parse_version(text: str) -> Version:
    """Return the numbers of a version; what follows them (`-beta.1`) is left out.

    Raises ValueError where the text does not start with a number.
    """
    found = _VERSION.match(text.strip())
    if found is None:
        raise ValueError(text)
    return tuple(int(part) for part in found.group().split("."))


def satisfies(version: str, specifier: str) -> bool:
    """Tell whether a version meets every clause of a specifier; `~=1.4.2` means `>=1.4.2,<1.5`.

    Raises ValueError with the first clause that cannot be read.
    """
    have = parse_version(version)
    # Every clause is read, also behind one that is not met: a typing error shows at once.
    met = [_meets(have, clause.strip()) for clause in specifier.split(",")]
    return all(met)


def _meets(have: Version, clause: str) -> bool:
    found = _CLAUSE.fullmatch(clause)
    if found is None:
        raise ValueError(clause)
    sign, wanted = found.group(1), parse_version(found.group(2))
    if sign == "~=":
        if len(wanted) < 2:
            raise ValueError(clause)
        return _compare(">=", have, wanted) and have[: len(wanted) - 1] == wanted[:-1]
    return _compare(sign, have, wanted)


def _compare(sign: str, one: Version, other: Version) -> bool:
    """Compare as if the shorter version ended in zeros: 1.2 equals 1.2.0."""
    length = max(len(one), len(other))
    return _COMPARE[sign](one + (0,) * (length - len(one)), other + (0,) * (length - len(other)))
