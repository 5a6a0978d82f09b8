"""Regular expressions that are compiled when they are first used: a command has hundreds and uses some."""

from __future__ import annotations

import re
from typing import AnyStr, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")
_MEMBERS = (*_METHODS, "groups", "groupindex")


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a regular expression; that it is none is told by its first use."""
    return cast("re.Pattern[AnyStr]", _Later(text, flags))


class _Ready:
    """A regular expression that was compiled: what is asked of it is at hand as its own attributes."""

    pattern: str | bytes
    flags: int

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a regular expression of a module is no value to keep")


class _Later(_Ready):
    def __init__(self, text: str | bytes, flags: int) -> None:
        self.pattern, self.flags = text, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update((member, getattr(compiled, member)) for member in _MEMBERS)
        self.flags = compiled.flags
        # From now on an attribute is found without a question here.
        self.__class__ = _Ready  # type: ignore[assignment]
        return getattr(compiled, name)
