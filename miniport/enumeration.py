"""Enumerations whose members cost no more to name than a constant.

In Python 3.11 a class of `enum` looks up each `Kind.API` in several steps, and a build names members half a
million times. These have what miniport uses of `enum`, and mypy takes them for its classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import Enum, IntEnum, StrEnum
else:
    from collections.abc import Iterator

    class _Members(type):
        """The members of a class: the values in its body that have a name of their own."""

        def __new__(metacls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            values = {word: value for word, value in body.items() if _is_member(word, value)}
            kind = super().__new__(metacls, name, bases, {**body, **dict.fromkeys(values)})
            kind.__members__ = {word: _member(kind, word, value) for word, value in values.items()}
            kind._known = {member.value: member for member in kind}
            for word, member in kind.__members__.items():
                setattr(kind, word, member)
            if values:
                kind.__new__ = _found
            return kind

        def __iter__(cls) -> Iterator[object]:
            return iter(cls.__members__.values())

        def __len__(cls) -> int:
            return len(cls.__members__)

        def __contains__(cls, value: object) -> bool:
            return value in cls._known or isinstance(value, cls)

        def __getitem__(cls, word: str) -> object:
            return cls.__members__[word]

    def _is_member(word: str, value: object) -> bool:
        return not (word.startswith("_") or hasattr(value, "__get__"))

    def _member(kind: type, word: str, value: object) -> object:
        base = next(each for each in kind.__mro__ if each in (str, int, object))
        member = base.__new__(kind, *(() if base is object else (value,)))
        member.name, member.value = word, value
        return member

    def _found(cls: type, value: object) -> object:
        found = cls._known.get(value)
        if found is None:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        return found

    class Enum(metaclass=_Members):
        """Members that are equal to themselves only."""

        def __repr__(self) -> str:
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

        def __reduce_ex__(self, protocol: int) -> tuple[type, tuple[object]]:
            return type(self), (self.value,)

    class StrEnum(Enum, str):
        """Members that are texts."""

    class IntEnum(Enum, int):
        """Members that are numbers."""

        __str__ = int.__repr__


__all__ = ["Enum", "IntEnum", "StrEnum"]
