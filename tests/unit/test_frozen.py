import ast
from dataclasses import field, replace

import pytest

from miniport.frozen import frozen
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
