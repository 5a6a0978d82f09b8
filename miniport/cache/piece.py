"""Large values of a kept state, each a piece of its own that is read when somebody looks into it.

A build that goes on from kept state looks into a few of a thousand trees. The others are written down again
as they were read.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from functools import cache, cached_property, partial
from typing import Any

from miniport.analyze.describe import Described
from miniport.blake import blake2b
from miniport.cache.packed import join, split
from miniport.field import field, fields
from miniport.frozen import mutable
from miniport.source import Origins, Source
from miniport.syntax.data import JsonDocument
from miniport.syntax.markup_tree import Markup
from miniport.syntax.script_tree import Script
from miniport.syntax.style_tree import Style
from miniport.targets.target_pack import TargetPack

LIGHT: Mapping[type, tuple[str, ...]] = {
    Described: ("tree",),
    Source: ("path",),
    Script: (),
    Markup: (),
    Style: (),
    JsonDocument: (),
    TargetPack: ("name", "family", "digest", "dialect", "is_reader", "foreign_objects"),
}
"""The kinds of values that are pieces, with those fields that are there before a piece is read."""

KINDS = tuple(LIGHT)
MOST = 2**20
"""Bytes of new pieces that go along with a state; more are written with all others, apart from it."""

_DIGEST = 16
_UNREAD, _OF = "_unread", "_of"
"""The fields of a value whose piece was not read: the number of the piece, and of which pieces it is one."""

Fetch = Callable[[int, int], bytes]
"""Returns bytes of the pieces that are apart: from where on, how many."""

Load = Callable[[bytes], Mapping[str, object]]
"""Makes fields of the bytes of a piece."""


def _nothing(content: bytes) -> Mapping[str, object]:
    raise LostError


class LostError(Exception):
    """A piece is not there, or not what was kept."""


@mutable(eq=False)
class Pieces:
    """The pieces of a state that was read.

    `starts` are negative, from -1 on, where a piece is in `near`, else it is apart. `numbers`: what was
    read so far by its id, with its piece's number. `load` is there once the state is read.
    """

    starts: array[int]
    lengths: array[int]
    digests: bytes
    near: bytes
    fetch: Fetch
    load: Load = _nothing
    numbers: dict[int, tuple[object, int]] = field(default_factory=dict)

    def content(self, number: int) -> bytes:
        """Return a piece. Raises LostError."""
        start, length = self.starts[number], self.lengths[number]
        content = self.near[-start - 1 : length - start - 1] if start < 0 else self.fetch(start, length)
        if _digest(content) != self.digest(number):
            raise LostError(number)
        return content

    def digest(self, number: int) -> bytes:
        """Return what a piece is known by."""
        return self.digests[number * _DIGEST : (number + 1) * _DIGEST]


@mutable(eq=False)
class Writing:
    """The pieces of a state that is being written; those of the state `before` stay as they are."""

    dump: Callable[[object], bytes]
    before: Pieces | None = None
    starts: array[int] = field(default_factory=lambda: array("q"))
    lengths: array[int] = field(default_factory=lambda: array("q"))
    digests: bytearray = field(default_factory=bytearray)
    near: bytearray = field(default_factory=bytearray)

    def add(self, value: object) -> int:
        """Take in a value that is a piece and return its number."""
        before, number = self.before, number_of(value, self.before)
        if before is None or number is None:
            content = self.dump(_heavy(value))
            return self._near(content, _digest(content))
        start = before.starts[number]
        if start < 0:
            return self._near(before.content(number), before.digest(number))
        return self._append(start, before.lengths[number], before.digest(number))

    def _near(self, content: bytes, digest: bytes) -> int:
        start = -len(self.near) - 1
        self.near += content
        return self._append(start, len(content), digest)

    def _append(self, start: int, length: int, digest: bytes) -> int:
        self.starts.append(start)
        self.lengths.append(length)
        self.digests += digest
        return len(self.starts) - 1

    def apart(self) -> bytearray | None:
        """Put all pieces apart and return them, where too many are near; None where they stay."""
        if len(self.near) <= MOST:
            return None
        found = bytearray()
        if self.before is None:
            # All are near, in order: they are as large as all the rest, and each copy is memory.
            found, self.near = self.near, found
            self.starts = array("q", (-start - 1 for start in self.starts))
            return found
        for number, (start, length) in enumerate(zip(self.starts, self.lengths, strict=True)):
            if start < 0:
                content: bytes | bytearray = self.near[-start - 1 : length - start - 1]
            else:
                content = self.before.fetch(start, length)
            self.starts[number] = len(found)
            found += content
        self.near.clear()
        return found

    def table(self) -> bytes:
        """Return where the pieces are, and those that are near, as `pieces` reads them."""
        return join((self.starts.tobytes(), self.lengths.tobytes(), bytes(self.digests), bytes(self.near)))


def pieces(table: bytes, fetch: Fetch) -> Pieces:
    """Return the pieces of a table. Raises ValueError where it is none."""
    starts, lengths, digests, near = split(table)
    return Pieces(array("q", starts), array("q", lengths), digests, near, fetch)


def stands_alone(value: object) -> bool:
    """Tell whether a value holds nothing that others hold, too: what a tool made leads back by its files."""
    at = value if type(value) is Source else None
    while at is not None:
        if at.origins is not None and (type(at.origins) is not Origins or at.origins.others):
            return False
        at = at.written
    return True


def unread_fields(value: object, number: int, of: object) -> dict[str, object]:
    """Return the fields that a piece has before it is read; `of` says or stands for which pieces it is of."""
    known = vars_of(value)
    return {_UNREAD: number, _OF: of, **{name: known[name] for name in LIGHT[kind_of(value)]}}


def kind_of(value: object) -> type:
    """Return the kind of a piece, read or not."""
    kind = type(value)
    return kind if kind in LIGHT else kind.__mro__[1]


def number_of(value: object, of: Pieces | None) -> int | None:
    """Return a value's number among pieces that were read, None where it is none of them."""
    waiting = vars_of(value)
    if _UNREAD in waiting:
        return int(waiting[_UNREAD]) if waiting[_OF] is of else None
    known = of.numbers.get(id(value)) if of is not None else None
    return known[1] if known is not None else None


def vars_of(value: object) -> dict[str, Any]:
    """Return the fields of a value that are there, without reading its piece."""
    found: dict[str, Any] = vars(kind_of(value))["__dict__"].__get__(value)
    return found


def fill(kind: type) -> Callable[[object, dict[str, object]], None]:
    """Return what sets all fields of a value of a kind at once."""
    found: Callable[[object, dict[str, object]], None] = vars(kind)["__dict__"].__set__
    return found


@cache
def later(kind: type) -> type:
    """Return the class of values of a kind that were not read yet. Once read they are of the kind itself.

    Whoever asks for a light field finds it as everywhere; what reads the piece stands in place of all others.
    """
    kept = {name for each in kind.__mro__ for name, found in vars(each).items() if _is_kept(found)}
    heavy = {each.name for each in fields(kind)}.difference(LIGHT[kind])
    own = {name: property(partial(_asked, name)) for name in (*heavy, *kept, "__dict__")}
    told = {"__slots__": (), "__class__": property(lambda _: kind)}
    return type(f"Unread{kind.__name__}", (kind,), {**own, **told})


def _is_kept(found: object) -> bool:
    return isinstance(found, cached_property)


def _asked(name: str, value: object) -> object:
    _read(value, vars_of(value), kind_of(value))
    found: object = getattr(value, name)
    return found


def _read(value: object, known: dict[str, Any], kind: type) -> None:
    of, number = known[_OF], known[_UNREAD]
    told = of.load(of.content(number))
    del known[_OF], known[_UNREAD]
    known.update(told)
    vars(object)["__class__"].__set__(value, kind)
    of.numbers[id(value)] = (value, number)


def _heavy(value: object) -> Mapping[str, object]:
    held = value.__getstate__() if isinstance(value, Script) else vars(value)
    return {name: found for name, found in held.items() if name not in LIGHT[kind_of(value)]}


def _digest(content: bytes | bytearray) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
