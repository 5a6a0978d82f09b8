"""Our tuples with names are what Python's are."""

from __future__ import annotations

import pickle
from typing import NamedTuple as Pythons

import pytest

from miniport.named import NamedTuple


class Place(NamedTuple):
    """Where something is."""

    name: str
    at: int = 0

    def shown(self) -> str:
        """Return it as text."""
        return f"{self.name}:{self.at}"


class PythonsPlace(Pythons):
    name: str
    at: int = 0


def test_it_is_made_read_and_taken_apart_as_pythons_is():
    ours, pythons = Place("a", at=3), PythonsPlace("a", at=3)
    assert ours == pythons == ("a", 3)
    assert hash(ours) == hash(pythons)
    assert (ours.name, ours.at, ours.shown()) == ("a", 3, "a:3")
    assert Place("b") == PythonsPlace("b")
    assert ours._replace(at=4) == pythons._replace(at=4)
    assert repr(ours) == repr(pythons).removeprefix("Pythons")
    assert Place._fields == PythonsPlace._fields
    match ours:
        case Place("a", at=number):
            assert number == 3
    assert not hasattr(ours, "__dict__")
    with pytest.raises(AttributeError):
        ours.at = 5  # type: ignore[misc]


@pytest.mark.parametrize("given", [(), ("a", 1, 2)])
def test_what_does_not_fit_is_refused_in_the_words_of_its_fields(given):
    with pytest.raises(TypeError) as ours:
        Place(*given)
    with pytest.raises(TypeError) as pythons:
        PythonsPlace(*given)
    assert str(ours.value).split("()")[1] == str(pythons.value).split("()")[1]


def test_it_is_kept_and_read_back():
    again = pickle.loads(pickle.dumps(Place("a", 1)))
    assert again == ("a", 1)
    assert type(again) is Place


@pytest.mark.parametrize("count", range(2, 7))
def test_it_has_as_many_values_as_it_says(count):
    names = [f"field{number}" for number in range(count)]
    kind = type(Place)("Many", (NamedTuple,), {"__annotations__": dict.fromkeys(names, "int")})
    made = kind(*range(count))
    assert [getattr(made, name) for name in names] == list(made) == list(range(count))
