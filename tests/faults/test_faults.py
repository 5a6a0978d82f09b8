"""Every seeded fault still has its place; `make faults` shows that each is caught."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.examples.apps import APPS
from tests.faults.run import PAGE, table
from tests.faults.seeded import PARTS, RUNTIME_TESTS, Fault, faults

ALL = faults()


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: fault.name)
def test_the_place_of_a_fault_is_there(root: Path, fault: Fault):
    text = (root / fault.file).read_text("utf-8")
    assert fault.seeded(text) != text


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: fault.name)
def test_what_must_go_red_is_there(root: Path, fault: Fault):
    places = (root / "tests" / fault.red, root / RUNTIME_TESTS / fault.red)
    assert fault.red in APPS or any(place.is_file() for place in places)


def test_each_part_has_five_faults_and_the_comparison_two():
    counts = Counter(fault.part for fault in ALL)
    assert counts.keys() == set(PARTS)
    least = {part: 2 if part == "comparison" else 5 for part in PARTS}
    assert {part: count for part, count in counts.items() if count < least[part]} == {}


def test_the_table_of_what_was_caught_has_every_fault():
    shown = PAGE.read_text("utf-8")
    assert [fault.name for fault in ALL if f"| {fault.name} |" not in shown] == []


def test_a_fault_that_nothing_caught_is_said_to_be_so():
    assert table([(ALL[0], "")]).splitlines()[-1].endswith("| **nothing** |")
