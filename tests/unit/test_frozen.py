import ast
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass
from importlib import import_module
from threading import Barrier
from types import FunctionType

import pytest

from miniport.field import field, replace
from miniport.frozen import frozen, mutable
from tests.house.modules import modules


@frozen
class Point:
    """A place."""

    x: int
    y: int = 0
    note: str = field(default="", compare=False, repr=False)


@frozen
class Named(Point):
    name: str = ""


@frozen(slots=True)
class Narrow:
    x: int


@frozen(eq=False)
class Single:
    x: int


def test_values_are_equal_where_their_fields_are():
    assert Point(1, 2) == Point(1, 2, note="other")
    assert Point(1, 2) != Point(1, 3)
    assert Named(1) != Point(1)
    assert len({Point(1, 2), Point(1, 2, "other"), Point(2, 2)}) == 2
    assert Single(1) != Single(1)


def test_a_value_shows_its_fields():
    assert repr(Named(1, name="a")) == "Named(x=1, y=0, name='a')"


def test_a_value_is_replaced_and_taken_apart_as_a_dataclass():
    match replace(Named(1, name="a"), y=5):
        case Named(x, y, name=name):
            assert (x, y, name) == (1, 5, "a")


def test_slots_leave_no_room_for_more():
    assert Narrow.__slots__ == ("x",)
    assert not hasattr(Narrow(1), "__dict__")
    assert {Narrow(1), Narrow(1)} == {Narrow(1)}


def test_what_a_class_defines_itself_stays():
    @frozen
    class Loud:
        x: int

        def __repr__(self) -> str:
            return "loud"

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

    assert repr(Loud(1)) == "loud"
    assert Loud(1) == 3
    assert hash(Loud(1)) == 7


def test_no_class_of_the_package_pays_for_what_mypy_sees():
    dear = {
        f"{module.place}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "dataclass"
        if any(keyword.arg == "frozen" for keyword in node.keywords)
    }
    assert dear == set()


@frozen(kw_only=True)
class Told:
    word: str
    lines: list[int] = field(default_factory=list)
    shown: tuple[int, ...] = ()


def test_fields_are_set_as_those_of_a_dataclass():
    first, second = Told(word="a"), Told(word="a", shown=(1,))
    assert (first.word, first.lines, second.shown) == ("a", [], (1,))
    assert first.lines is not second.lines
    with pytest.raises(
        TypeError, match=r"Told.__init__\(\) missing 1 required keyword-only argument: 'word'"
    ):
        Told()
    with pytest.raises(TypeError, match=r"Point.__init__\(\) got an unexpected keyword argument 'z'"):
        Point(1, z=2)


def test_the_first_values_of_a_class_are_made_as_the_later_ones():
    @frozen
    class Line:
        x: int
        seen: list[int] = field(default_factory=list)
        y: int = field(default=3, compare=False)

        def __post_init__(self) -> None:
            self.seen.append(self.x)

    for x in range(12):
        with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
            Line()
        with pytest.raises(TypeError, match="multiple values for argument 'x'"):
            Line(x, x=x)
        with pytest.raises(TypeError, match="takes from 2 to 4 positional arguments but 5 were given"):
            Line(x, [], 1, 2)
        assert vars(Line(x)) == vars(Line(x=x)) == {"x": x, "seen": [x], "y": 3}
        assert list(vars(Line(y=1, x=x))) == ["x", "seen", "y"]


def test_what_is_to_be_done_once_the_fields_are_set_is_done():
    @frozen
    class Checked:
        x: int

        def __post_init__(self) -> None:
            if self.x < 0:
                raise ValueError("below zero")

    assert Checked(1).x == 1
    with pytest.raises(ValueError, match="below zero"):
        Checked(-1)


@mutable
class Count:
    n: int = 0
    seen: list[int] = field(default_factory=list)


@mutable(eq=False, slots=True)
class Cell:
    n: int


@frozen(slots=True)
class Narrower(Narrow):
    y: int = 2


def test_what_is_assigned_to_is_equal_and_has_no_hash():
    one, other = Count(), Count(0)
    assert one == other
    one.n += 1
    one.seen.append(1)
    assert (one != other, other.seen) == (True, [])
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)
    assert Cell(1) != Cell(1)
    assert not hasattr(Cell(1), "__dict__")


def test_a_class_is_defined_once_somebody_needs_it():
    @frozen
    class Above:
        x: int
        y: int = 1

    @frozen
    class Below(Above):
        z: tuple[int, ...] = field(default_factory=tuple)

    assert type(Below.__dict__["__init__"]) is not FunctionType
    assert "__dataclass_params__" in Below.__dict__
    assert type(Below.__dict__["__dataclass_fields__"]) is not dict
    assert is_dataclass(Below)
    assert [each.name for each in fields(Below)] == ["x", "y", "z"]
    assert (Below(1) == Below(1, 1, ()), hash(Below(1)) == hash(Below(1))) == (True, True)
    assert type(Below.__dict__["__init__"]) is FunctionType


def test_threads_that_ask_at_once_are_served_alike():
    """A server's threads may be the first that need a class."""

    def ask(kind: type, start: Barrier) -> tuple[object, list[str], object]:
        start.wait()
        return kind.__match_args__, [each.name for each in fields(kind)], kind(1)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            for _ in range(20):
                named = {"__annotations__": {"x": int, "y": list}, "y": field(default_factory=list)}
                kind, start = frozen(type("Asked", (), named)), Barrier(8)
                told = [each.result() for each in [threads.submit(ask, kind, start) for _ in range(8)]]
                assert all(each == (("x", "y"), ["x", "y"], kind(1)) for each in told)
    finally:
        sys.setswitchinterval(interval)


def test_slots_of_a_class_above_are_not_made_again():
    assert Narrower.__slots__ == ("y",)
    assert Narrower(1) == Narrower(1, 2)
    assert pickle.loads(pickle.dumps(Narrower(1, 3))) == Narrower(1, 3)
    match Narrower(1, 3):
        case Narrower(x, y):
            assert (x, y) == (1, 3)


def test_every_class_of_the_package_can_be_defined():
    """What is wrong in one would be found by whoever needs it first."""
    for module in modules():
        name = f"miniport.{module.name}".removesuffix(".")
        for kind in vars(import_module(name)).values():
            if isinstance(kind, type) and kind.__module__ == name and is_dataclass(kind):
                assert isinstance(fields(kind), tuple)


def test_a_value_is_made_and_changed_without_the_module_for_dataclasses():
    dear = {
        f"{module.place}:{node.lineno}"
        for module in modules()
        for node in module.tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        if "dataclasses" in {getattr(node, "module", None), *(each.name for each in node.names)}
    }
    assert dear == set()
