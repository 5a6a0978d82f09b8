"""Frozen dataclasses: values that nobody assigns to, cheap to define and to make.

`dataclass(frozen=True)` compiles six functions for each class in each run and sets each field through
`object.__setattr__`. Here `__init__` is compiled once for all classes whose fields are of the same number and
kinds, the others are shared, and none of it is done before somebody needs it: a command defines hundreds of
classes and makes values of some. That nobody assigns to a field is for mypy to see, which reads `frozen` so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, dataclass_transform, overload

from miniport.field import ABSENT, DEFINING, field, fields, note

T = TypeVar("T")
Function = Callable[..., object]


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
        return _finished(kind, _VALUE | _EQUAL if eq else _VALUE, slots=slots, kw_only=kw_only)

    return made if kind is None else made(kind)


@overload
def mutable(kind: type[T], /) -> type[T]: ...


@overload
def mutable(*, slots: bool = False, eq: bool = True) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(field_specifiers=(field,))
def mutable(
    kind: type[T] | None = None, /, *, slots: bool = False, eq: bool = True
) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class a dataclass whose fields are assigned to; it has a hash with `eq=False` only."""

    def made(kind: type[T]) -> type[T]:
        finished = _finished(kind, _VALUE | {"__eq__": _equal} if eq else _VALUE, slots=slots, kw_only=False)
        if eq and finished.__dict__.get("__hash__") is None:
            finished.__hash__ = None  # type: ignore[assignment]
        return finished

    return made if kind is None else made(kind)


def _finished(
    kind: type[T], makers: Mapping[str, Callable[[type], Function]], *, slots: bool, kw_only: bool
) -> type[T]:
    """Return a class with what makes it a dataclass as soon as that is needed."""
    kind.__doc__ = kind.__doc__ or kind.__name__
    finished = _slotted(kind) if slots else kind
    note(finished, kind, kw_only=kw_only)
    finished.__match_args__ = _PLACES  # type: ignore[attr-defined,misc]
    for name, later in _TOLD.items():
        setattr(finished, name, later)
    own = finished.__dict__
    for name, make in makers.items():
        if own.get(name) is None:
            setattr(finished, name, _Unmade(finished, name, make))
    return finished


class _Later:
    """Stands in classes for what a dataclass tells of itself, until somebody asks."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, one: object, kind: type) -> object:
        for above in kind.__mro__:
            if above.__dict__.get(self._name) is self:
                _define(above)
        return getattr(kind, self._name)


_TOLD = {name: _Later(name) for name in ("__dataclass_fields__", "__dataclass_params__")}
"""What only a dataclass tells of itself."""


class _Places:
    """Stands in classes for the names by which a pattern takes their values apart."""

    def __get__(self, one: object, kind: type) -> tuple[str, ...]:
        return tuple(each.name for each in fields(kind) if not each.kw_only)


_PLACES = _Places()


class _Unmade:
    """Stands in a class for a function until somebody asks for it: a command defines more than it uses."""

    __slots__ = ("_kind", "_make", "_name")

    def __init__(self, kind: type, name: str, make: Callable[[type], Function]) -> None:
        self._kind, self._name, self._make = kind, name, make

    def __get__(self, one: object, kind: type) -> object:
        made: Any = self._make(self._kind)
        setattr(self._kind, self._name, made)
        return made.__get__(one, kind)


def _define(finished: type) -> None:
    """Have a class tell of itself what a dataclass does; a thread that asks meanwhile waits for all of it."""
    import dataclasses

    with DEFINING:
        if not all(isinstance(finished.__dict__[name], _Later) for name in _TOLD):
            return
        plain, kw_only = finished.__dict__["__written__"]
        # The class forgets what a field of ours says, so that it has to be read off before.
        for each in fields(finished):
            if plain.__dict__.get(each.name) is each:
                setattr(plain, each.name, dataclasses.field(**each.told()))
        dataclasses.dataclass(init=False, repr=False, eq=False, match_args=False, kw_only=kw_only)(plain)
        for name in _TOLD:
            setattr(finished, name, plain.__dict__[name])


def _slotted(kind: type[T]) -> type[T]:
    """Return a class with slots for its fields; slots have to be told when a class is made."""
    above = kind.__mro__[1:-1]
    told = {
        name: None for each in (*reversed(above), kind) for name in each.__dict__.get("__annotations__", ())
    }
    taken = {name for each in above for name in each.__dict__.get("__slots__", ())}
    held = {name: value for name, value in kind.__dict__.items() if name not in told}
    for name in ("__dict__", "__weakref__"):
        held.pop(name, None)
    held["__slots__"] = tuple(name for name in told if name not in taken)
    maker: Callable[..., type[T]] = type(kind)
    return maker(kind.__name__, kind.__bases__, held | {"__qualname__": kind.__qualname__})


_FEW = 5
"""Values of a class that are made field by field: of most classes a command makes fewer than it takes to
compile what makes them."""


def _init(kind: type) -> Function:
    """Return what sets the fields of a class, as a dataclass would; it is compiled for many values only."""
    known, left, has_more = fields(kind), _FEW, hasattr(kind, "__post_init__")
    placed = [each.name for each in known if not each.kw_only]

    def init(one: object, /, *given: object, **named: object) -> None:
        nonlocal left
        left -= 1
        told = {**dict(zip(placed, given, strict=False)), **named}
        is_once = len(told) == len(given) + len(named)
        values = [(each.name, each.given(told.pop(each.name, ABSENT))) for each in known] if left > 0 else []
        if left <= 0 or not is_once or told or any(value is ABSENT for _, value in values):
            # What is wrong with the arguments is told by Python.
            kind.__init__ = compiled = _compiled(kind)  # type: ignore[misc]
            compiled(one, *given, **named)
            return
        for name, value in values:
            setattr(one, name, value)
        if has_more:
            one.__post_init__()  # type: ignore[attr-defined]

    return init


def _compiled(kind: type) -> FunctionType:
    """Return the same as one function of its own."""
    known = fields(kind)
    placed = [each for each in known if not each.kw_only]
    named = [each for each in known if each.kw_only]
    made = tuple(each.default_factory is not ABSENT for each in known)
    shape = _set(made, tuple(each.kw_only for each in known), hasattr(kind, "__post_init__"))
    words = {f"field{number}": each.name for number, each in enumerate(known)}
    code = shape.replace(
        co_varnames=tuple(words.get(name, name) for name in shape.co_varnames),
        co_names=tuple(words.get(name, name) for name in shape.co_names),
    )
    makers = {f"make{number}": each.default_factory for number, each in enumerate(known) if made[number]}
    defaults = tuple(each.default for each in placed if each.is_optional)
    init = FunctionType(code, {"ABSENT": ABSENT, **makers}, "__init__", defaults)
    init.__kwdefaults__ = {each.name: each.default for each in named if each.is_optional}
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


def _key(kind: type) -> Callable[[object], object]:
    names = [each.name for each in fields(kind) if each.compare]
    return attrgetter(*names) if names else lambda _: ()


def _equal(kind: type) -> Callable[[object, object], object]:
    key = _key(kind)

    def equal(one: object, other: object) -> object:
        if one is other:
            return True
        return key(one) == key(other) if other.__class__ is one.__class__ else NotImplemented

    return equal


def _hashed(kind: type) -> Callable[[object], int]:
    key = _key(kind)

    def hashed(one: object) -> int:
        return hash(key(one))

    return hashed


def _shown(one: object) -> str:
    known = fields(type(one))  # type: ignore[arg-type]
    shown = (f"{each.name}={getattr(one, each.name)!r}" for each in known if each.repr)
    return f"{type(one).__qualname__}({', '.join(shown)})"


_VALUE: dict[str, Callable[[type], Function]] = {"__init__": _init, "__repr__": lambda _: _shown}
_EQUAL: dict[str, Callable[[type], Function]] = {"__eq__": _equal, "__hash__": _hashed}
"""What makes the functions of a class."""
