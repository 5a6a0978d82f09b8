"""Tuples whose values have names, cheap to define: `typing.NamedTuple` compiles a function for each class.

A command defines more such classes than it makes values of most. What makes values is compiled with this
module instead, once for each number of them.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from types import FunctionType
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

_new = tuple.__new__

_MAKERS: tuple[Callable[..., Any], ...] = (
    lambda kind, a, b: _new(kind, (a, b)),
    lambda kind, a, b, c: _new(kind, (a, b, c)),
    lambda kind, a, b, c, d: _new(kind, (a, b, c, d)),
    lambda kind, a, b, c, d, e: _new(kind, (a, b, c, d, e)),
    lambda kind, a, b, c, d, e, f: _new(kind, (a, b, c, d, e, f)),
)
"""What makes a tuple of two values, of three and so on."""

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    try:
        # Read without a call.
        from _collections import _tuplegetter as _getter
    except ImportError:

        def _getter(place: int, about: str) -> property:
            return property(itemgetter(place), doc=about)

    class _Named(type):
        def __new__(cls, name: str, bases: tuple[type, ...], members: dict[str, Any]) -> _Named:
            names = tuple(members.get("__annotations__", ()))
            if not names:
                return super().__new__(cls, name, bases, members)
            defaults = tuple(members[each] for each in names if each in members)
            shape = _MAKERS[len(names) - 2].__code__
            maker = FunctionType(shape.replace(co_varnames=("kind", *names)), globals(), "__new__", defaults)
            getters = {each: _getter(place, each) for place, each in enumerate(names)}
            told = {"__slots__": (), "__match_args__": names, "_fields": names, "__new__": maker}
            return super().__new__(cls, name, bases, {**members, **getters, **told})

    class NamedTuple(tuple, metaclass=_Named):
        """A tuple whose values have the names, and at the end the defaults, that its class says."""

        __slots__ = ()

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            told = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__qualname__}({told})"

        def _replace(self, **other: object) -> NamedTuple:
            return type(self)(**{**dict(zip(self._fields, self, strict=True)), **other})
