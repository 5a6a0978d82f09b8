"""The warm state of a build as bytes, for the next process.

What is read back is run as it stands: only bytes that we signed may come here (see `store`). Even so nothing
is called on the way but what makes plain values, and our own.
"""

from __future__ import annotations

import copyreg
import io
import re

# The part of `pickle` that does the work: nothing of the other one is needed here.
from _pickle import Pickler, PicklingError, Unpickler, UnpicklingError
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Any

from miniport.cache.packed import join, part_at
from miniport.cache.piece import (
    KINDS,
    Fetch,
    LostError,
    Pieces,
    Writing,
    kind_of,
    later,
    light,
    pieces,
    stands_alone,
    unread,
)
from miniport.clock import STOPPED, Clock, Stopped
from miniport.diagnostics import Rule
from miniport.enumeration import Enum
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.rules.catalogue import catalogue

Reduce = Callable[[Any], str | tuple[Any, ...]]
"""Tells how a value is made again: a function and its arguments."""

_PROTOCOL = 5
_PLAIN = {"builtins": ("object", "set", "frozenset"), "collections": ("deque",)}


@frozen
class Kept:
    """A state as bytes; `apart` are its pieces, where these are to be written anew."""

    state: bytes
    apart: bytearray | None = None


def as_bytes(state: object, before: Pieces | None = None) -> Kept | None:
    """Return a state as bytes; None where something in it cannot be kept.

    `before` are the pieces of the state that it was read from, if it was.
    """
    try:
        writing = Writing(_dumped, before)
        root = _dumped(state, {kind: partial(_piece, writing) for kind in (*KINDS, *map(later, KINDS))})
        apart = writing.apart()
        return Kept(b"".join((join((writing.table(),)), root)), apart)
    except (PicklingError, AttributeError, TypeError, RecursionError, LostError):
        # Trees that are nested too deeply, a tool that still runs.
        return None


def from_bytes(content: bytes, fetch: Fetch) -> tuple[object, Pieces]:
    """Return a state that was made bytes, with its pieces. Raises ValueError where that is none."""
    try:
        table, end = part_at(content, 0)
        known, root = pieces(table, fetch), io.BytesIO(content)
        # The rest, millions of bytes, is read where it lies.
        root.seek(end)
        return _Reader(root, known).load(), known
    except (UnpicklingError, AttributeError, EOFError, ImportError, IndexError, KeyError) as error:
        raise ValueError("no state of a build") from error


def _dumped(value: object, more: Mapping[type, Reduce] = MappingProxyType({})) -> bytes:
    file = io.BytesIO()
    pickler = Pickler(file, _PROTOCOL)
    # These are compared by what they are, not by what they hold: there is one of each.
    ours = {Rule: _rule, Stopped: _stopped, re.Pattern: _pattern, PurePosixPath: _path}
    members = dict.fromkeys(_enums(), _member)
    pickler.dispatch_table = {**copyreg.dispatch_table, **members, **ours, **more}  # type: ignore[dict-item]
    pickler.dump(value)
    return file.getvalue()


class _Reader(Unpickler):
    def __init__(self, file: io.BytesIO, known: Pieces, whole: _Reader | None = None) -> None:
        super().__init__(file)
        self._known = known
        # The same few places are named over and over: each is made once, and hashed once. They were paths
        # when they were written: whether a text is one need not be asked again.
        self._path: Callable[[str], PurePosixPath] = (
            whole._path if whole is not None else cache(partial(str.__new__, PurePosixPath))
        )
        self._unread: Callable[..., object] = (
            whole._unread if whole is not None else unread(known, self._fields)
        )

    def find_class(self, module: str, name: str) -> object:
        """Return a class of ours or of plain values; nothing else is ever looked up."""
        if module == __name__ and name in _STANDING:
            return self._path if name == path.__name__ else self._unread
        is_ours = module.startswith("miniport.") or module == "pathlib"
        if "." not in name and (is_ours or name in _PLAIN.get(module, ())):
            found: object = super().find_class(module, name)
            if isinstance(found, type) or found in (known_rule, stopped, pattern):
                return found
        raise UnpicklingError(f"{module}.{name}")

    def _fields(self, content: bytes) -> Mapping[str, object]:
        fields: Mapping[str, object] = _Reader(io.BytesIO(content), self._known, self).load()
        return fields


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


def piece(kind: int, number: int, *light: object) -> object:
    """Return a value whose piece was not read; stands for what knows the pieces."""
    raise UnpicklingError("a piece without its state")


_STANDING = (path.__name__, piece.__name__)


def _piece(writing: Writing, value: object) -> str | tuple[Any, ...]:
    if not stands_alone(value):
        return value.__reduce_ex__(_PROTOCOL)
    return piece, (KINDS.index(kind_of(value)), writing.add(value), *light(value))


def _path(of: PurePosixPath) -> tuple[Callable[[str], PurePosixPath], tuple[str]]:
    return path, (str(of),)


def _member(of: Enum) -> tuple[type[Enum], tuple[object]]:
    # Early releases of Python 3.11 say `getattr` here, and that is nothing a state may bring.
    return type(of), (of.value,)


def _enums(above: type[Enum] = Enum) -> Iterator[type[Enum]]:
    """Yield the enumerations that were loaded."""
    for kind in above.__subclasses__():
        yield kind
        yield from _enums(kind)


def _rule(rule: Rule) -> tuple[Callable[[str], Rule], tuple[str]]:
    return known_rule, (rule.code,)


def _stopped(clock: Stopped) -> tuple[Callable[[], Clock], tuple[()]]:
    return stopped, ()
