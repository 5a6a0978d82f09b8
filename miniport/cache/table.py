"""What stood at paths, on the columns that a kept build holds of it."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Set
from functools import cached_property

from miniport.cache.inputs import Seen
from miniport.cache.packed import Columns, numbers, pack_columns, rows_apart
from miniport.cache.stamp import Stamp


class Table(MutableMapping[str, Seen]):
    """What stood at each path, by absolute name; names are kept below `base`.

    A build has thousands of rows, and one that goes on from an earlier one asks for a few: the others are
    neither made nor written anew.
    """

    def __init__(self, columns: Columns, base: str = "") -> None:
        self._base = base
        self._names, self._stamps, self._sure, self._digests, self._apart = columns
        self._later: dict[str, Seen] = {}

    @cached_property
    def _rows(self) -> dict[str, int]:
        """Return the row of each name; the folder that all are below has no name there."""
        base = self._base
        return {base + name if name else base[:-1]: row for row, name in enumerate(self._names)}

    def __getitem__(self, name: str) -> Seen:
        later = self._later.get(name)
        if later is not None:
            return later
        row = self._rows[name]
        told = Stamp(*(column[row] for column in self._stamps))
        return Seen(told if told.size != -1 else None, self._digests[row], bool(self._sure[row]))

    def digest(self, name: str) -> str | None:
        """Return the digest of what stood at a path, None where nothing is known of it."""
        later, row = self._later.get(name), self._rows.get(name)
        if later is not None:
            return later.digest
        return self._digests[row] if row is not None else None

    def is_sure(self, name: str) -> bool:
        """Tell whether nothing can have changed at a known path without a trace."""
        later = self._later.get(name)
        return later.is_sure if later is not None else bool(self._sure[self._rows[name]])

    def __setitem__(self, name: str, found: Seen) -> None:
        self._later[name] = found

    def __delitem__(self, name: str) -> None:
        raise TypeError("what was looked at counts for good")

    def __iter__(self) -> Iterator[str]:
        yield from self._rows
        yield from (name for name in self._later if name not in self._rows)

    def __len__(self) -> int:
        return len(self._rows) + sum(name not in self._rows for name in self._later)

    def __contains__(self, name: object) -> bool:
        return name in self._later or name in self._rows

    def is_of(self, names: Set[str]) -> bool:
        """Tell whether it has just these rows."""
        return self._rows.keys() == names and self._later.keys() <= names

    def packed(self) -> bytes:
        """Return it as `pack` would make it."""
        return pack_columns(self._merged())

    def rows_apart(self) -> bytes | None:
        """Return the rows that are other ones than were kept; None where some are new, or they are many."""
        return rows_apart(self._merged()) if self._later.keys() <= self._rows.keys() else None

    def _merged(self) -> Columns:
        names, digests, sure = list(self._names), list(self._digests), bytearray(self._sure)
        stamps, apart = [column[:] for column in self._stamps], set(self._apart)
        for name, found in self._later.items():
            row = self._rows.get(name)
            if row is None:
                row = len(names)
                names.append(self._below(name))
                digests.append("")
                sure.append(0)
                for column in stamps:
                    column.append(-1)
            apart.add(row)
            digests[row], sure[row] = found.digest, found.is_sure
            for column, number in zip(stamps, numbers(found.stamp), strict=True):
                column[row] = number
        return names, stamps, sure, digests, sorted(apart)

    def _below(self, name: str) -> str:
        return name[len(self._base) :]
