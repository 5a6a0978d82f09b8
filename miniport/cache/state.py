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
from typing import Any

from miniport.cache.packed import join, part_at
from miniport.cache.piece import (
    KINDS,
    Fetch,
    LostError,
    Pieces,
    Writing,
    fill,
    kind_of,
    later,
    pieces,
    stands_alone,
    unread_fields,
)
from miniport.clock import STOPPED, Clock, Stopped
from miniport.diagnostics import Rule
from miniport.enumeration import Enum
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.rules import named

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
        plain = _reduces()
        writing = Writing(partial(_dumped, plain), before)
        root = _dumped({**plain, **_pieces(writing)}, state)
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


def _dumped(reduces: Mapping[type, Reduce], value: object) -> bytes:
    file = io.BytesIO()
    pickler = Pickler(file, _PROTOCOL)
    pickler.dispatch_table = reduces
    pickler.dump(value)
    return file.getvalue()


def _reduces() -> Mapping[type, Reduce]:
    """Return how values are made again that pickle knows nothing of, or not enough."""
    # These are compared by what they are, not by what they hold: there is one of each.
    ours = {Rule: _rule, Stopped: _stopped, re.Pattern: _pattern, PurePosixPath: _paths()}
    return {**copyreg.dispatch_table, **dict.fromkeys(_enums(), _member), **ours}  # type: ignore[dict-item]


class _Reader(Unpickler):
    def __init__(self, file: io.BytesIO, known: Pieces, whole: _Reader | None = None) -> None:
        super().__init__(file)
        self._known = known
        # The same few places are named over and over: each is made once, and hashed once. They were paths
        # when they were written: whether a text is one need not be asked again.
        self._path: Callable[[str], PurePosixPath] = (
            whole._path if whole is not None else cache(partial(str.__new__, PurePosixPath))
        )
        if whole is None:
            known.load = self._fields

    def find_class(self, module: str, name: str) -> object:
        """Return a class of ours or of plain values; nothing else is ever looked up."""
        if module == __name__ and name in _STANDING:
            return self._path if name == path.__name__ else self._part
        is_ours = module.startswith("miniport.") or module == "pathlib"
        if "." not in name and (is_ours or name in _PLAIN.get(module, ())):
            found: object = super().find_class(module, name)
            if isinstance(found, type) or found in (known_rule, stopped, pattern):
                return found
        raise UnpicklingError(f"{module}.{name}")

    def _part(self, role: str, kind: int) -> object:
        # Nothing here is called that is written in Python: a state has thousands of pieces, and each is made
        # with every build that goes on from it.
        made: Mapping[str, Callable[[type], object]] = {
            "known": lambda _: self._known,
            "made": lambda kind: partial(object.__new__, later(kind)),
            "filled": fill,
        }
        return made[role](KINDS[kind])

    def _fields(self, content: bytes) -> Mapping[str, object]:
        fields: Mapping[str, object] = _Reader(io.BytesIO(content), self._known, self).load()
        return fields


def known_rule(name: str) -> Rule:
    """Return the rule of a name."""
    return named(name)


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


def part(role: str, kind: int) -> object:
    """Return a part of what makes pieces; stands for what knows them."""
    raise UnpicklingError("a piece without its state")


_STANDING = (path.__name__, part.__name__)


@frozen(eq=False)
class _Part:
    """Stands in a state for a part of what makes its pieces when it is read."""

    role: str
    kind: int = 0

    def __call__(self, *given: object) -> object:
        raise TypeError(f"{self.role} is for whoever reads a state")


def _pieces(writing: Writing) -> Mapping[type, Reduce]:
    """Return how the values are made again that are pieces of their own."""
    known, made = _Part("known"), {kind: _Part("made", number) for number, kind in enumerate(KINDS)}
    filled = {kind: _Part("filled", number) for number, kind in enumerate(KINDS)}

    def reduce(value: object) -> str | tuple[Any, ...]:
        if not stands_alone(value):
            return value.__reduce_ex__(_PROTOCOL)
        kind, fields = kind_of(value), unread_fields(value, writing.add(value), known)
        return made[kind], (), fields, None, None, filled[kind]

    kinds = dict.fromkeys((*KINDS, *map(later, KINDS)), reduce)
    return {**kinds, _Part: lambda of: (part, (of.role, of.kind))}


def _paths() -> Callable[[PurePosixPath], tuple[Callable[[str], PurePosixPath], tuple[str]]]:
    """Return what makes paths of their texts; equal ones share theirs."""
    known: dict[str, tuple[str]] = {}
    return lambda of: (path, known.get(of) or known.setdefault(of, (str(of),)))


def _member(of: Enum) -> tuple[type[Enum], tuple[object]]:
    # Early releases of Python 3.11 say `getattr` here, and that is nothing a state may bring.
    return type(of), (of.value,)


def _enums(above: type[Enum] = Enum) -> Iterator[type[Enum]]:
    """Yield the enumerations that were loaded."""
    for kind in above.__subclasses__():
        yield kind
        yield from _enums(kind)


def _rule(rule: Rule) -> tuple[Callable[[str], Rule], tuple[str]]:
    return known_rule, (rule.name,)


def _stopped(clock: Stopped) -> tuple[Callable[[], Clock], tuple[()]]:
    return stopped, ()
