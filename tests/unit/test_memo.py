"""A memo says what it would say if it kept nothing, and makes nothing anew that cannot be different."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from miniport.memo import Columns, Memo


class Text(str):
    """A text of which two equal ones are two objects, as what two builds make is."""

    __slots__ = ()


tables = st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from("xyz")), min_size=1, max_size=6)


def entries(builds: list[dict[str, str]]) -> list[dict[str, Text]]:
    """Return a table for each build; a value that is as it was is the same object."""
    found: list[dict[str, Text]] = [{}]
    for build in builds:
        last = found[-1]
        found.append(
            {key: last[key] if last.get(key) == value else Text(value) for key, value in build.items()}
        )
    return found[1:]


@given(tables)
def test_each_entry_is_made_once_and_again_when_it_is_another(builds):
    memo, made = Memo(), []

    def make(key: str, value: Text) -> frozenset[str]:
        made.append(value)
        return frozenset(value) - {"x"}

    last: dict[str, Text] = {}
    answer = None
    for table in entries(builds):
        made.clear()
        found = memo.each("it", table, make)
        expected = {key: make(key, value) for key, value in table.items()}
        fresh = [value for key, value in table.items() if last.get(key) is not value]
        assert (found, list(found), list(found.values())) == (expected, list(table), list(expected.values()))
        assert [found.get(key) for key in "abcd"] == [expected.get(key) for key in "abcd"]
        assert made[: len(made) - len(table)] == fresh
        if answer == expected and list(last) == list(table):
            assert found is answer
        last, answer = table, found


@given(tables, st.lists(st.sets(st.sampled_from("abcd"), max_size=2), max_size=4))
def test_parts_are_made_again_when_what_they_looked_up_is_another(builds, parts):
    memo, made = Memo(), []
    asked = tuple(tuple(sorted(part)) for part in parts)

    def over(table):
        def make(part: tuple[str, ...]) -> str:
            made.append(part)
            return "".join(table.get(key) or "-" for key in part)

        return make

    last: dict[str, Text] | None = None
    for table in entries(builds):
        made.clear()
        found = list(memo.followed("it", asked, (), table, over))
        touched = [
            part
            for part in asked
            if last is None
            or list(last) != list(table)
            or any(last.get(key) is not table.get(key) for key in part)
        ]
        assert made == touched
        assert found == [over(table)(part) for part in asked]
        last = table


def test_what_nobody_asks_for_is_dropped_with_the_turn():
    memo = Memo()

    def ask(*names: str) -> list[str]:
        made: list[str] = []
        for name in names:
            memo.of(name, "", (), lambda name=name: made.append(name))
            memo.each(name, {1: 1}, lambda *_, name=name: made.append(f"each {name}"))
            memo.followed(name, (1,), (), {}, lambda _, name=name: lambda _: made.append(f"part of {name}"))
        return made

    assert ask("a") == ["a", "each a", "part of a"]
    memo.end_turn()
    assert ask("a", "b") == ["b", "each b", "part of b"]
    memo.end_turn()
    assert ask("b") == []
    memo.end_turn()
    assert ask("b", "a") == ["a", "each a", "part of a"]


def test_what_is_made_briefly_is_not_kept_for_other_processes():
    memo = Memo()
    memo.briefly("long", "", (), lambda: "text")
    memo.of("short", "", (), lambda: 1)
    later = pickle.loads(pickle.dumps(memo))
    assert memo.briefly("long", "", (), lambda: "anew") == "text"
    assert later.briefly("long", "", (), lambda: "anew") == "anew"
    assert later.of("short", "", (), lambda: 2) == 1


def test_columns_are_a_table():
    table = Columns(("a", "b"), [1, 2])
    assert table == {"a": 1, "b": 2}
    assert {**table, "c": 3} == {"a": 1, "b": 2, "c": 3}
    assert (table["b"], "b" in table, "c" in table, len(table), table.get("c")) == (2, True, False, 2, None)
    assert (list(table.items()), list(table.keys()), 2 in table.values()) == (
        [("a", 1), ("b", 2)],
        ["a", "b"],
        True,
    )
    assert pickle.loads(pickle.dumps(table)) == table
    later = Columns(("a", "b"), [1, 3])
    assert (later.different(table), later.different(later), table.different(later)) == ((1,), (), (1,))
    assert later.different(Columns(("b", "a"), [3, 1])) is None
