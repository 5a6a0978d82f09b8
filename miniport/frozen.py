"""Frozen dataclasses: values that nobody assigns to, cheap to define and to make.

`dataclass(frozen=True)` compiles six functions for each class in each run and sets each field through
`object.__setattr__`. Here `__init__` is compiled once for all classes whose fields are of the same number and
kinds, and the others are shared. That nobody assigns to a field is for mypy to see, which reads `frozen` so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, dataclass_transform, overload

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
        finished = dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(kind)
        _share(finished, eq=eq)
        if finished.__dict__.get("__init__") is None:
            finished.__init__ = _init(finished)  # type: ignore[method-assign]
        return finished

    return made if kind is None else made(kind)


_ABSENT = object()


def _init(kind: type) -> FunctionType:
    """Return what sets the fields of a class, as a dataclass would."""
    known: tuple[Field[Any], ...] = fields(kind)
    placed = [each for each in known if not each.kw_only]
    named = [each for each in known if each.kw_only]
    made = tuple(each.default_factory is not MISSING for each in known)
    shape = _set(made, tuple(each.kw_only for each in known), hasattr(kind, "__post_init__"))
    words = {f"field{number}": each.name for number, each in enumerate(known)}
    code = shape.replace(
        co_varnames=tuple(words.get(name, name) for name in shape.co_varnames),
        co_names=tuple(words.get(name, name) for name in shape.co_names),
    )
    makers = {f"make{number}": each.default_factory for number, each in enumerate(known) if made[number]}
    defaults = tuple(_default(each) for each in placed if _has_default(each))
    init = FunctionType(code, {"ABSENT": _ABSENT, **makers}, "__init__", defaults)
    init.__kwdefaults__ = {each.name: _default(each) for each in named if _has_default(each)}
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    return init


@cache
def _set(made: tuple[bool, ...], is_named: tuple[bool, ...], has_more: bool) -> CodeType:  # noqa: FBT001
    """Return the code that sets `field0`, `field1` and so on; some are `made` where they are absent."""
    names = [f"field{number}" for number in range(len(made))]
    placed = [name for name, named in zip(names, is_named, strict=True) if not named]
    named = [name for name, named in zip(names, is_named, strict=True) if named]
    lines = [
        f"self.{name} = {name}" + (f" if {name} is not ABSENT else make{number}()" if made[number] else "")
        for number, name in enumerate(names)
    ]
    lines += ["self.__post_init__()"] if has_more else []
    head = ", ".join(("self", *placed, *(("*", *named) if named else ())))
    scope: dict[str, FunctionType] = {}
    exec(f"def init({head}):\n " + "\n ".join(lines or ["pass"]), scope)  # noqa: S102 - our own words only
    return scope["init"].__code__


def _has_default(each: Field[Any]) -> bool:
    return each.default is not MISSING or each.default_factory is not MISSING


def _default(each: Field[Any]) -> object:
    return _ABSENT if each.default is MISSING else each.default


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
