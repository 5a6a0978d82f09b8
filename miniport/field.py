"""The fields of a class of values, read off the class itself.

The standard module for dataclasses brings those that take Python apart, a fifteenth of what a command loads;
here they are loaded once somebody asks a class for what only a dataclass tells.
"""

from __future__ import annotations

from _thread import RLock
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")

ABSENT = object()
_NOTHING: Mapping[object, object] = MappingProxyType({})


class Field:
    """A field of a class: its default or what makes it, ABSENT where there is none, and where it counts."""

    __slots__ = ("compare", "default", "default_factory", "kw_only", "metadata", "name", "repr")

    def __init__(
        self,
        default: object = ABSENT,
        default_factory: Callable[[], object] | object = ABSENT,
        metadata: Mapping[object, object] = _NOTHING,
        *,
        compare: bool = True,
        repr: bool = True,  # noqa: A002 - the word of dataclasses
    ) -> None:
        self.name, self.kw_only = "", False
        self.default, self.default_factory, self.metadata = default, default_factory, metadata
        self.compare, self.repr = compare, repr

    def told(self) -> dict[str, Any]:
        """Return what says the same to a dataclass."""
        told = {"default": self.default, "default_factory": self.default_factory}
        given = {name: value for name, value in told.items() if value is not ABSENT}
        return given | {"compare": self.compare, "repr": self.repr, "metadata": self.metadata}

    def given(self, value: object) -> object:
        """Return what the field holds where a value was given, ABSENT for none, and there has to be one."""
        if value is not ABSENT:
            return value
        make: Any = self.default_factory
        return self.default if make is ABSENT else make()

    @property
    def is_optional(self) -> bool:
        """Tell whether a value can be made without it."""
        return self.default is not ABSENT or self.default_factory is not ABSENT


if TYPE_CHECKING:
    # So mypy knows what each class takes.
    from dataclasses import field as field
    from dataclasses import replace as replace
else:

    def field(**told: object) -> Field:
        """Return what says in a class how a field is to be set, compared and shown."""
        return Field(**told)

    def replace(value: T, /, **changes: object) -> T:
        """Return a value with some of its fields changed."""
        kind = value.__class__
        for each in fields(kind):
            if each.name not in changes:
                changes[each.name] = getattr(value, each.name)
        return kind(**changes)


def note(finished: type, plain: type, *, kw_only: bool) -> None:
    """Note for a class of values as what it was written, before it got its slots."""
    finished.__written__ = plain, kw_only  # type: ignore[attr-defined]


def holds_fields(kind: object) -> bool:
    """Tell whether something is a class of values."""
    return isinstance(kind, type) and hasattr(kind, "__written__")


DEFINING = RLock()
"""Held while a class is read or has itself made a dataclass, which takes away what it was written with."""


@cache
def fields(kind: type) -> tuple[Field, ...]:
    """Return the fields of a class of values, those of the classes above it first."""
    known: dict[str, Field] = {}
    with DEFINING:
        for above in reversed(kind.__mro__):
            written = above.__dict__.get("__written__")
            if written is not None:
                known.update((each.name, each) for each in _own(*written))
    return tuple(known.values())


@cache
def _own(plain: type, kw_only: bool) -> tuple[Field, ...]:  # noqa: FBT001 - a cache knows no names
    return tuple(_found(plain, kw_only=kw_only))


def _found(plain: type, *, kw_only: bool) -> Iterator[Field]:
    for name in plain.__dict__.get("__annotations__", ()):
        given = plain.__dict__.get(name, ABSENT)
        found = given if isinstance(given, Field) else Field(given)
        found.name, found.kw_only = name, kw_only
        yield found
