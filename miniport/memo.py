"""What pure functions made, kept for whoever asks again with equal arguments."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from operator import is_
from typing import Generic, TypeVar, cast

from miniport.field import field
from miniport.frozen import mutable

Made = TypeVar("Made")
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Part = TypeVar("Part")


@mutable(eq=False)
class _Entry:
    given: object
    asked: Mapping[Hashable, object]
    made: object
    turn: int
    is_brief: bool = False


@mutable(eq=False)
class _Table:
    given: object
    table: Mapping[Hashable, object]
    made: Mapping[Hashable, object]
    turn: int

    def anew(self, table: Mapping[Key, Value], make: Callable[[Key, Value], Made]) -> Mapping[Key, Made]:
        """Return what is made of another table; it is the same object where nothing comes out differently."""
        old, known = cast(Mapping[Key, Value], self.table), cast(Mapping[Key, Made], self.made)
        keys, values = list(table), list(table.values())
        if keys != list(old):
            return {
                key: known[key] if key in old and old[key] is value else make(key, value)
                for key, value in zip(keys, values, strict=True)
            }
        # Nearly always nothing is different, or one entry is: that has to cost less than a look at each.
        alike = list(map(is_, values, old.values()))
        if all(alike):
            return known
        entries = zip(keys, values, alike, strict=True)
        fresh = {key: make(key, value) for key, value, is_alike in entries if not is_alike}
        changed = {key: made for key, made in fresh.items() if known[key] != made}
        return {**known, **changed} if changed else known


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
    """What was made of parts, and by which of them each entry of a table was looked up."""

    given: object
    parts: tuple[object, ...]
    table: Mapping[Hashable, object]
    made: list[object]
    asked_by: dict[Hashable, set[int]]
    turn: int

    def touched(self, table: Mapping[Key, Value]) -> set[int]:
        """Return the numbers of the parts that looked up an entry which is another object now."""
        pairs = zip(table.items(), self.table.values(), strict=True)
        changed = (key for (key, value), old in pairs if value is not old)
        return {part for key in changed for part in self.asked_by.get(key, ())}


@mutable(eq=False)
class Memo:
    """One value for each (what, which), valid for the arguments it was made from and replaced by the next.

    Arguments are compared with `==`, which takes the same object for equal without looking inside; they must
    not change afterwards. `turn` counts builds: what a whole build did not ask for is dropped.
    """

    turn: int = 0
    _entries: dict[tuple[str, Hashable], _Entry] = field(default_factory=dict, repr=False)
    _tables: dict[str, _Table] = field(default_factory=dict, repr=False)
    _followed: dict[str, _Followed] = field(default_factory=dict, repr=False)

    def of(self, what: str, which: Hashable, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """Return what `make` returns; it must depend on nothing but `given`."""
        entry = self._entries.get((what, which))
        if entry is None or entry.given != given:
            entry = self._entries[what, which] = _Entry(given, {}, make(), self.turn)
        entry.turn = self.turn
        return cast(Made, entry.made)

    def briefly(
        self, what: str, which: Hashable, given: tuple[object, ...], make: Callable[[], Made]
    ) -> Made:
        """Return what `make` returns, as `of` does; it is sooner made again than kept for another process."""
        made = self.of(what, which, given, make)
        self._entries[what, which].is_brief = True
        return made

    def __getstate__(self) -> Mapping[str, object]:
        lasting = {key: entry for key, entry in self._entries.items() if not entry.is_brief}
        return {**vars(self), "_entries": lasting}

    def looked_up(
        self,
        what: str,
        which: Hashable,
        given: tuple[object, ...],
        table: Mapping[Key, Value],
        make: Callable[[Mapping[Key, Value]], Made],
    ) -> Made:
        """Return what `make` returns; it must depend on `given` and what it looks up in a table, no more."""
        entry = self._entries.get((what, which))
        if entry is None or entry.given != given or not _holds(entry.asked, table):
            asking = Asking(table)
            made = make(asking)
            entry = self._entries[what, which] = _Entry(given, asking.asked, made, self.turn)
        entry.turn = self.turn
        return cast(Made, entry.made)

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
            known = _Table(given, {}, {}, self.turn)
        made = known.anew(table, make)
        plain = cast(Mapping[Hashable, object], table), cast(Mapping[Hashable, object], made)
        self._tables[what] = _Table(given, *plain, self.turn)
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
        if known is None or known.given != given or known.parts != parts or [*known.table] != [*table]:
            known = _Followed(given, parts, {}, [None] * len(parts), {}, self.turn)
            touched = set(range(len(parts)))
        else:
            touched = known.touched(table)
        made = [*known.made] if touched else known.made
        asking = Asking(table)
        ready = make(asking)
        for number in sorted(touched):
            asking.asked = {}
            made[number] = ready(parts[number])
            for key in asking.asked:
                known.asked_by.setdefault(key, set()).add(number)
        known.made, known.turn = made, self.turn
        known.table = cast(Mapping[Hashable, object], table)
        self._followed[what] = known
        return cast(Sequence[Made], made)

    def end_turn(self) -> None:
        """Drop what nobody asked for since the last call."""
        self._entries = {key: entry for key, entry in self._entries.items() if entry.turn == self.turn}
        self._tables = {what: table for what, table in self._tables.items() if table.turn == self.turn}
        self._followed = {what: each for what, each in self._followed.items() if each.turn == self.turn}
        self.turn += 1


def present(table: Mapping[Key, Value | None]) -> Mapping[Key, Value]:
    """Return the entries of a table that hold something."""
    return {key: value for key, value in table.items() if value is not None}


def _holds(asked: Mapping[Hashable, object], table: Mapping[Key, Value]) -> bool:
    return all(table.get(cast(Key, key)) == value for key, value in asked.items())


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
