"""What pure functions made, kept for whoever asks again with equal arguments."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

Made = TypeVar("Made")
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(eq=False)
class _Entry:
    given: object
    asked: Mapping[Hashable, object]
    made: object
    turn: int


class Asking(Mapping[Key, Value], Generic[Key, Value]):
    """A table that remembers what was looked up in it."""

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


@dataclass(eq=False)
class Memo:
    """One value for each (what, which), valid for the arguments it was made from and replaced by the next.

    Arguments are compared with `==`, which takes the same object for equal without looking inside; they must
    not change afterwards. `turn` counts builds: what a whole build did not ask for is dropped.
    """

    turn: int = 0
    _entries: dict[tuple[str, Hashable], _Entry] = field(default_factory=dict, repr=False)

    def of(self, what: str, which: Hashable, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """Return what `make` returns; it must depend on nothing but `given`."""
        entry = self._entries.get((what, which))
        if entry is None or entry.given != given:
            entry = self._entries[what, which] = _Entry(given, {}, make(), self.turn)
        entry.turn = self.turn
        return cast(Made, entry.made)

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

    def end_turn(self) -> None:
        """Drop what nobody asked for since the last call."""
        self._entries = {key: entry for key, entry in self._entries.items() if entry.turn == self.turn}
        self.turn += 1


def _holds(asked: Mapping[Hashable, object], table: Mapping[Key, Value]) -> bool:
    return all(table.get(cast(Key, key)) == value for key, value in asked.items())


class Forgetful(Memo):
    """Keeps nothing: for a build that is done once."""

    def of(self, what: str, which: Hashable, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
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

    def end_turn(self) -> None:
        """Do nothing: there is nothing to drop."""


FORGETFUL = Forgetful()
