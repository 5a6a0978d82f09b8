"""Frozen dataclasses: values that nobody assigns to, cheap to define and to make.

`dataclass(frozen=True)` compiles six functions for each class in each run and sets each field through
`object.__setattr__`. Here one is compiled, `__init__`, and the others are shared. That nobody assigns to a
field is for mypy to see, which reads `frozen` so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(kind: type[T], /) -> type[T]: ...


@overload
def frozen(
    *, slots: bool = False, kw_only: bool = False, eq: bool = True
) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(
    kind: type[T] | None = None, /, *, slots: bool = False, kw_only: bool = False, eq: bool = True
) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class a dataclass of values: equal and of the same hash where the fields are.

    With `eq=False` each is equal to itself only.
    """

    def made(kind: type[T]) -> type[T]:
        kind.__doc__ = kind.__doc__ or kind.__name__
        finished = dataclass(repr=False, eq=False, slots=slots, kw_only=kw_only)(kind)
        _share(finished, eq=eq)
        return finished

    return made if kind is None else made(kind)


def _share(kind: type, *, eq: bool) -> None:
    """Give a class the functions that it does not define itself."""
    shared: dict[str, object] = {"__repr__": _shown}
    if eq:
        key = _key(tuple(each.name for each in fields(kind) if each.compare))
        shared |= {"__eq__": _equal(key), "__hash__": _hashed(key)}
    for name, function in shared.items():
        if kind.__dict__.get(name) is None:
            setattr(kind, name, function)


def _key(names: tuple[str, ...]) -> Callable[[object], object]:
    return attrgetter(*names) if names else lambda _: ()


def _equal(key: Callable[[object], object]) -> Callable[[object, object], object]:
    def equal(one: object, other: object) -> object:
        return key(one) == key(other) if other.__class__ is one.__class__ else NotImplemented

    return equal


def _hashed(key: Callable[[object], object]) -> Callable[[object], int]:
    def hashed(one: object) -> int:
        return hash(key(one))

    return hashed


def _shown(one: object) -> str:
    shown = (f"{each.name}={getattr(one, each.name)!r}" for each in fields(one) if each.repr)  # type: ignore[arg-type]
    return f"{type(one).__qualname__}({', '.join(shown)})"
