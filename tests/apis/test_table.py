"""Each of the most used names: what becomes of it on each web target, and what shows that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from miniport.facts import Kind
from miniport.targets.pack import bundled_pack
from scripts.write_apis import PAGE, TARGETS, counted, page, shares, way_of

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "cases.yaml").read_text("utf-8"))
NAMES = list(counted()[0])
TESTS = {
    name
    for path in HERE.glob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.M)
}


def ways(name: str) -> set[str]:
    return {way_of(bundled_pack(target).verdict_of(Kind.API, name)) for target in TARGETS}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_shown_to_succeed_and_to_fail_or_says_why_not(name: str):
    row = CASES[name]
    is_done = "page" in ways(name)
    if "shown" in row:
        assert row["shown"] in TESTS
    elif "why" in row:
        assert row["why"]
        assert not is_done or "element" in row["why"]
    else:
        assert is_done
        assert isinstance(row["success"], dict)
        assert isinstance(row["fail"], dict | str)


def test_the_counted_names_are_the_most_used():
    uses, total = counted()
    assert len(uses) == 120
    assert sum(uses.values()) <= total
    assert list(uses.values()) == sorted(uses.values(), reverse=True)


def test_every_row_stands_for_a_name_that_is_used_or_in_a_table():
    assert [name for name in CASES if ways(name) == {"unknown"} and name not in NAMES] == []


@pytest.mark.parametrize("target", TARGETS)
def test_most_uses_of_the_corpus_are_done(target: str):
    share = shares(bundled_pack(target))
    assert share["page"] + share["host"] >= 83
    assert share["unknown"] <= 6.5


def test_the_document_says_what_the_packs_say():
    assert PAGE.read_text("utf-8") == page(), "run `make docs`"
