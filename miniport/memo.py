"""What pure functions made, kept for whoever asks again with equal arguments."""

from __future__ import annotations

from collections.abc import Callable, Hashable, ItemsView, Iterator, Mapping, Sequence, ValuesView
from operator import is_
from typing import Any, Generic, TypeVar, cast

from miniport.field import field
from miniport.frozen import mutable

Made = TypeVar("Made")
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Part = TypeVar("Part")


_Entry = tuple[object, tuple[tuple[Hashable, object], ...], object]
"""What something was made of, what was looked up for it in a table and found there, and what was made.

A tuple, like all that a memo has thousands of: it is kept for other processes, each of which reads all of it.
"""

_NOTHING: frozenset[object] = frozenset()
_MOST = 100
"""Tables of which the columns are known; a build has fewer."""


class Columns(Mapping[Key, Value]):
    """A table as two columns, its keys and its values, looked up in only where somebody asks for one entry.

    A memo keeps dozens of tables with the same thousand keys; it goes through them, and compares them.
    """

    __slots__ = ("_by_key", "_since", "keys_told", "told")

    def __init__(self, keys: tuple[Key, ...], told: list[Value]) -> None:
        self.keys_told, self.told = keys, told
        self._by_key: dict[Key, Value] | None = None
        self._since: tuple[object, tuple[int, ...] | None] | None = None

    def __reduce__(self) -> tuple[object, ...]:
        return Columns, (self.keys_told, self.told)

    def __getitem__(self, key: Key) -> Value:
        if self._by_key is None:
            self._by_key = dict(zip(self.keys_told, self.told, strict=True))
        return self._by_key[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self.keys_told)

    def __len__(self) -> int:
        return len(self.told)

    def values(self) -> ValuesView[Value]:
        """Return the values, which are no further away than those of any list."""
        return _Values(self)

    def items(self) -> ItemsView[Key, Value]:
        """Return the entries."""
        return _Items(self)

    def different(self, old: Columns[Key, Value]) -> tuple[int, ...] | None:
        """Return the rows that hold another object than they did; None where the keys are others."""
        if old is self:
            return ()
        # The tables of a build are nearly all made of the same one, and that of the build before is.
        since = self._since
        if since is None or since[0] is not old:
            since = self._since = old, self._compared(old)
            # What a later table is compared with keeps no earlier ones.
            old._since = None
        return since[1]

    def _compared(self, old: Columns[Key, Value]) -> tuple[int, ...] | None:
        if self.keys_told != old.keys_told:
            return None
        # Nearly always nothing is different, or one entry is: that has to cost less than a look at each.
        alike = list(map(is_, self.told, old.told))
        return () if all(alike) else tuple(row for row, is_alike in enumerate(alike) if not is_alike)


class _Values(ValuesView[Value]):
    __slots__ = ()
    _mapping: Columns[Any, Value]

    def __iter__(self) -> Iterator[Value]:
        return iter(self._mapping.told)


class _Items(ItemsView[Key, Value]):
    __slots__ = ()
    _mapping: Columns[Key, Value]

    def __iter__(self) -> Iterator[tuple[Key, Value]]:
        return zip(self._mapping.keys_told, self._mapping.told, strict=True)


@mutable(eq=False)
class _Table:
    given: object
    table: Columns[Hashable, object]
    made: Columns[Hashable, object]

    def anew(self, table: Columns[Key, Value], make: Callable[[Key, Value], Made]) -> Columns[Key, Made]:
        """Return what is made of another table; it is the same object where nothing comes out differently."""
        old, known = cast(Columns[Key, Value], self.table), cast(Columns[Key, Made], self.made)
        different = table.different(old)
        if different is None:
            before, kept = dict(old.items()), dict(known.items())
            made = [
                kept[key] if key in before and before[key] is value else _shared(make(key, value))
                for key, value in table.items()
            ]
            return Columns(table.keys_told, made)
        fresh = {row: _shared(make(table.keys_told[row], table.told[row])) for row in different}
        changed = {row: made for row, made in fresh.items() if known.told[row] != made}
        if not changed:
            return known
        return Columns(known.keys_told, [changed.get(row, made) for row, made in enumerate(known.told)])


class Asking(Mapping[Key, Value], Generic[Key, Value]):
    """A table that remembers what was looked up in it: `asked`, with what was found there."""

    def __init__(self, table: Mapping[Key, Value]) -> None:
        self._table = table
        self.asked: dict[Hashable, object] = {}

    def __getitem__(self, key: Key) -> Value:
        self.asked[key] = self._table.get(key)
        return self._table[key]

    def __iter__(self) -> Iterator[Key]:
        # Whoever goes through all of it depends on all of it.
        self._ask_all()
        return iter(self._table)

    def __len__(self) -> int:
        self._ask_all()
        return len(self._table)

    def _ask_all(self) -> None:
        for key, value in self._table.items():
            self.asked[key] = value


@mutable(eq=False)
class _Followed:
    """What was made of parts, and which entries of a table each of them looked up."""

    given: object
    parts: tuple[object, ...]
    table: Columns[Hashable, object]
    made: list[object]
    asked: list[tuple[Hashable, ...]]

    def touched(self, table: Columns[Hashable, object]) -> Sequence[int]:
        """Return the numbers of the parts that looked up an entry which is another object now."""
        different = table.different(self.table)
        if different is None:
            return range(len(self.parts))
        changed = {table.keys_told[row] for row in different}
        if not changed:
            return ()
        return [number for number, keys in enumerate(self.asked) if not changed.isdisjoint(keys)]


@mutable(eq=False)
class Memo:
    """One value for each (what, which), valid for the arguments it was made from and replaced by the next.

    Arguments are compared with `==`, which takes the same object for equal without looking inside; they must
    not change afterwards. What a whole build did not ask for is dropped.
    """

    _entries: dict[tuple[str, Hashable], _Entry] = field(default_factory=dict, repr=False)
    _tables: dict[str, _Table] = field(default_factory=dict, repr=False)
    _followed: dict[str, _Followed] = field(default_factory=dict, repr=False)
    _asked: set[Hashable] = field(default_factory=set, repr=False)
    _brief: set[tuple[str, Hashable]] = field(default_factory=set, repr=False)
    _columns: dict[int, tuple[object, Columns[Any, Any]]] = field(default_factory=dict, repr=False)

    def of(self, what: str, which: Hashable, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """Return what `make` returns; it must depend on nothing but `given`."""
        key = what, which
        entry = self._entries.get(key)
        if entry is None or entry[0] != given:
            entry = self._entries[key] = (given, (), make())
        self._asked.add(key)
        return cast(Made, entry[2])

    def briefly(
        self, what: str, which: Hashable, given: tuple[object, ...], make: Callable[[], Made]
    ) -> Made:
        """Return what `make` returns, as `of` does; it is sooner made again than kept for another process."""
        self._brief.add((what, which))
        return self.of(what, which, given, make)

    def __getstate__(self) -> Mapping[str, object]:
        lasting = {key: entry for key, entry in self._entries.items() if key not in self._brief}
        return {**vars(self), "_entries": lasting, "_asked": set(), "_brief": set(), "_columns": {}}

    def _as_columns(self, table: Mapping[Key, Value]) -> Columns[Key, Value]:
        """Return a table as columns, the same for the same one, with keys that tables of equal keys share."""
        if isinstance(table, Columns):
            return table
        known = self._columns.get(id(table))
        if known is None or known[0] is not table:
            if len(self._columns) > _MOST:
                self._columns.clear()
            keys = tuple(table)
            others = (each.made.keys_told for each in self._tables.values())
            shared = next((other for other in others if other == keys), keys)
            known = self._columns[id(table)] = (
                table,
                Columns(cast(tuple[Any, ...], shared), [*table.values()]),
            )
        return known[1]

    def looked_up(
        self,
        what: str,
        which: Hashable,
        given: tuple[object, ...],
        table: Mapping[Key, Value],
        make: Callable[[Mapping[Key, Value]], Made],
    ) -> Made:
        """Return what `make` returns; it must depend on `given` and what it looks up in a table, no more."""
        key = what, which
        entry = self._entries.get(key)
        if entry is None or entry[0] != given or not _holds(entry[1], table):
            asking = Asking(table)
            made = make(asking)
            entry = self._entries[key] = (given, tuple(asking.asked.items()), made)
        self._asked.add(key)
        return cast(Made, entry[2])

    def each(
        self,
        what: str,
        table: Mapping[Key, Value],
        make: Callable[[Key, Value], Made],
        given: tuple[object, ...] = (),
    ) -> Mapping[Key, Made]:
        """Return what `make` returns for each entry of a table; it must depend on that and `given` alone.

        An entry that holds the same object as the last time is not made again. Where nothing comes out
        differently the answer is the same object as the last time, so that whoever depends on it sees that.
        """
        known = self._tables.get(what)
        if known is None or known.given != given:
            known = _Table(given, Columns((), []), Columns((), []))
        columns = self._as_columns(table)
        made = known.anew(columns, make)
        plain = cast(Columns[Hashable, object], columns), cast(Columns[Hashable, object], made)
        self._tables[what] = _Table(given, *plain)
        self._asked.add(what)
        return made

    def gathered(
        self,
        what: str,
        table: Mapping[Key, Value],
        find: Callable[[Value, frozenset[Part]], frozenset[Part]],
    ) -> frozenset[Part]:
        """Return all that `find` finds in the entries of a table; it need not look for what it is handed."""
        found = self.each(what, table, lambda _, value: find(value, frozenset()))
        return self.of(f"all of {what}", "", (found,), lambda: frozenset().union(*found.values()))

    def divided(self, parts: tuple[Part, ...], join: Callable[[tuple[Part, ...]], Part]) -> tuple[Part, ...]:
        """Return the parts that something is to be made of one by one, so that few of them are made again."""
        return parts

    def followed(
        self,
        what: str,
        parts: tuple[Part, ...],
        given: tuple[object, ...],
        table: Mapping[Key, Value],
        make: Callable[[Mapping[Key, Value]], Callable[[Part], Made]],
    ) -> Sequence[Made]:
        """Return what the function that `make` returns makes of each part.

        It must depend on the part, `given` and what it looks up in the table that `make` gets. A part is made
        again where one of the entries that it looked up is another object than the last time.
        """
        known = self._followed.get(what)
        columns = cast(Columns[Hashable, object], self._as_columns(table))
        if known is None or known.given != given or known.parts != parts:
            known = _Followed(given, parts, columns, [None] * len(parts), [()] * len(parts))
            touched: Sequence[int] = range(len(parts))
        else:
            touched = known.touched(columns)
        made = [*known.made] if touched else known.made
        asking = Asking(table)
        ready = make(asking)
        for number in touched:
            asking.asked = {}
            made[number] = ready(parts[number])
            known.asked[number] = tuple(asking.asked)
        known.made, known.table = made, columns
        self._followed[what] = known
        self._asked.add((what,))
        return cast(Sequence[Made], made)

    def end_turn(self) -> None:
        """Drop what nobody asked for since the last call."""
        asked, self._asked = self._asked, set()
        self._columns.clear()
        self._brief &= asked
        self._entries = {key: entry for key, entry in self._entries.items() if key in asked}
        self._tables = {what: table for what, table in self._tables.items() if what in asked}
        self._followed = {what: each for what, each in self._followed.items() if (what,) in asked}


def present(table: Mapping[Key, Value | None]) -> Mapping[Key, Value]:
    """Return the entries of a table that hold something."""
    return {key: value for key, value in table.items() if value is not None}


def _shared(made: Made) -> Made:
    """Return what was made; of nearly all files nothing comes, and that need not be a thousand empty sets."""
    return cast(Made, _NOTHING) if not made and made.__class__ is frozenset else made


def _holds(asked: tuple[tuple[Hashable, object], ...], table: Mapping[Key, Value]) -> bool:
    return all(table.get(cast(Key, key)) == value for key, value in asked)


class Forgetful(Memo):
    """Keeps nothing: for a build that is done once."""

    def of(self, what: str, which: Hashable, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """Return what `make` returns."""
        return make()

    def briefly(
        self, what: str, which: Hashable, given: tuple[object, ...], make: Callable[[], Made]
    ) -> Made:
        """Return what `make` returns."""
        return make()

    def looked_up(
        self,
        what: str,
        which: Hashable,
        given: tuple[object, ...],
        table: Mapping[Key, Value],
        make: Callable[[Mapping[Key, Value]], Made],
    ) -> Made:
        """Return what `make` returns."""
        return make(table)

    def each(
        self,
        what: str,
        table: Mapping[Key, Value],
        make: Callable[[Key, Value], Made],
        given: tuple[object, ...] = (),
    ) -> Mapping[Key, Made]:
        """Return what `make` returns for each entry."""
        return {key: make(key, value) for key, value in table.items()}

    def gathered(
        self,
        what: str,
        table: Mapping[Key, Value],
        find: Callable[[Value, frozenset[Part]], frozenset[Part]],
    ) -> frozenset[Part]:
        """Return all that `find` finds in the entries, none of it twice."""
        found: frozenset[Part] = frozenset()
        for value in table.values():
            found |= find(value, found)
        return found

    def divided(self, parts: tuple[Part, ...], join: Callable[[tuple[Part, ...]], Part]) -> tuple[Part, ...]:
        """Return all parts as one: nothing is made again."""
        return (join(parts),)

    def followed(
        self,
        what: str,
        parts: tuple[Part, ...],
        given: tuple[object, ...],
        table: Mapping[Key, Value],
        make: Callable[[Mapping[Key, Value]], Callable[[Part], Made]],
    ) -> Sequence[Made]:
        """Return what is made of each part."""
        return list(map(make(table), parts))

    def end_turn(self) -> None:
        """Do nothing: there is nothing to drop."""


FORGETFUL = Forgetful()
