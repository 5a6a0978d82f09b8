"""The warm state of a build as bytes, for the next process.

What is read back is run as it stands: only bytes that we signed may come here (see `store`). Even so nothing
is called on the way but what makes plain values, and our own.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import re
from collections.abc import Callable
from functools import cache
from pathlib import PurePosixPath

from miniport.clock import STOPPED, Clock, Stopped
from miniport.diagnostics import Rule
from miniport.rules.catalogue import catalogue

_PLAIN = {"builtins": ("object", "set", "frozenset"), "collections": ("deque",)}


def as_bytes(state: object) -> bytes | None:
    """Return a state as bytes; None where something in it cannot be kept."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, 5)
    # These are compared by what they are, not by what they hold: there is one of each.
    ours = {Rule: _rule, Stopped: _stopped, re.Pattern: _pattern, PurePosixPath: _path}
    pickler.dispatch_table = {**copyreg.dispatch_table, **ours}  # type: ignore[dict-item]
    try:
        pickler.dump(state)
    except (pickle.PicklingError, AttributeError, TypeError, RecursionError):
        # Trees that are nested too deeply, a tool that still runs.
        return None
    return file.getvalue()


def from_bytes(content: bytes) -> object:
    """Return a state that was made bytes. Raises ValueError where that is none."""
    try:
        return _Reader(io.BytesIO(content)).load()
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, KeyError) as error:
        raise ValueError("no state of a build") from error


class _Reader(pickle.Unpickler):
    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file)
        # The same few places are named over and over: each is made once, and hashed once.
        self._path = cache(PurePosixPath)

    def find_class(self, module: str, name: str) -> object:
        """Return a class of ours or of plain values; nothing else is ever looked up."""
        if (module, name) == (__name__, _PATH):
            return self._path
        is_ours = module.startswith("miniport.") or module == "pathlib"
        if "." not in name and (is_ours or name in _PLAIN.get(module, ())):
            found: object = super().find_class(module, name)
            if isinstance(found, type) or found in (known_rule, stopped, pattern):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def known_rule(code: str) -> Rule:
    """Return the rule of a code."""
    return catalogue()[code]


def stopped() -> Clock:
    """Return the clock that stands."""
    return STOPPED


def pattern(text: str, flags: int) -> re.Pattern[str]:
    """Return a pattern as it was compiled."""
    return re.compile(text, flags)


def _pattern(of: re.Pattern[str]) -> tuple[Callable[[str, int], re.Pattern[str]], tuple[str, int]]:
    return pattern, (of.pattern, of.flags)


def path(text: str) -> PurePosixPath:
    """Return a path; stands for what makes each one once."""
    return PurePosixPath(text)


_PATH = path.__name__


def _path(of: PurePosixPath) -> tuple[Callable[[str], PurePosixPath], tuple[str]]:
    return path, (str(of),)


def _rule(rule: Rule) -> tuple[Callable[[str], Rule], tuple[str]]:
    return known_rule, (rule.code,)


def _stopped(clock: Stopped) -> tuple[Callable[[], Clock], tuple[()]]:
    return stopped, ()
