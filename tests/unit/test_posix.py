"""A project's paths say what pathlib's do."""

import pathlib
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniport.posix import PurePosixPath

# Two slashes at the very beginning are a root of their own to pathlib, which no project has.
TEXTS = st.text(alphabet="ab.-/é", max_size=9).filter(lambda text: not text.startswith("//"))
NAMES = ("name", "suffix", "stem", "parts")


def told(ask):
    """Return a text of what is answered, or that nothing is."""
    try:
        answer = ask()
    except ValueError:
        return "ValueError"
    return answer if isinstance(answer, bool | tuple) else str(answer)


@given(TEXTS)
def test_a_path_says_what_pathlib_says(text):
    own, theirs = PurePosixPath(text), pathlib.PurePosixPath(text)
    assert str(own) == str(theirs)
    for name in NAMES:
        assert getattr(own, name) == getattr(theirs, name), name
    assert str(own.parent) == str(theirs.parent)
    assert [*map(str, own.parents)] == [*map(str, theirs.parents)]
    assert own.as_posix() == theirs.as_posix()
    assert own.is_absolute() == theirs.is_absolute()
    assert bool(own) == bool(theirs)
    assert repr(own) == repr(theirs)


@given(TEXTS, TEXTS)
def test_two_paths_say_what_pathlib_says(one, other):
    own, theirs = (
        (PurePosixPath(one), PurePosixPath(other)),
        (
            pathlib.PurePosixPath(one),
            pathlib.PurePosixPath(other),
        ),
    )
    for ask in (
        lambda a, b: a / b,
        lambda a, b: a == b,
        lambda a, b: a < b,
        lambda a, b: a <= b,
        lambda a, b: a > b,
        lambda a, b: a >= b,
        lambda a, b: a.is_relative_to(b),
        lambda a, b: a.relative_to(b),
    ):
        assert told(lambda ask=ask: ask(*own)) == told(lambda ask=ask: ask(*theirs))
    assert own[0] / other == own[0] / own[1]


@given(TEXTS, st.text(alphabet="ab.", max_size=4))
def test_a_name_and_a_suffix_are_replaced_as_pathlib_does(text, new):
    own, theirs = PurePosixPath(text), pathlib.PurePosixPath(text)
    assert told(lambda: own.with_name(new)) == told(lambda: theirs.with_name(new))
    assert told(lambda: own.with_suffix(new)) == told(lambda: theirs.with_suffix(new))


@given(st.lists(TEXTS))
def test_paths_come_in_the_order_of_pathlib(texts):
    assert [*map(str, sorted(map(PurePosixPath, texts)))] == [
        *map(str, sorted(map(pathlib.PurePosixPath, texts)))
    ]


def test_several_parts_are_joined():
    assert PurePosixPath("a", "b/", "../c") == "a/b/../c"
    assert PurePosixPath() == PurePosixPath(".")
    assert PurePosixPath(pathlib.PurePosixPath("a/b")) == "a/b"


@pytest.mark.parametrize("text", ["a", "a/b.js", ".", "../x"])
def test_what_it_answers_is_plain_text_and_it_outlives_a_process(text):
    path = PurePosixPath(text)
    assert {type(each) for each in (str(path), path.name, path.suffix, path.stem, *path.parts)} == {str}
    again = pickle.loads(pickle.dumps(path))
    assert again == path
    assert type(again) is PurePosixPath
