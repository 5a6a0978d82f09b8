"""The list of seeded faults fits the examples, and is wide enough to judge by."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.seeded.inject import EXAMPLES, LIST, Fault, MismatchError, inject, load, touched

FAULTS = load()
UNSEEN = load(LIST.parent / "unseen")
SECOND = load(LIST.parent / "second")
THIRD = load(LIST.parent / "third")
IN_EXAMPLES = [fault for fault in (*FAULTS, *UNSEEN, *SECOND, *THIRD) if (EXAMPLES / fault.project).is_dir()]


def part_of(fault: Fault, into: Path) -> Path:
    """Copy only what a fault touches: whole projects would take their time."""
    for file in touched(fault):
        source = EXAMPLES / fault.project / file
        if source.is_file():
            (into / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, into / file)
    return into


def test_there_are_enough_faults_of_enough_kinds() -> None:
    kinds = Counter(fault.kind for fault in FAULTS)
    assert len({fault.id for fault in FAULTS}) == len(FAULTS) >= 200
    assert len(kinds) >= 40
    assert min(kinds.values()) >= 4


@pytest.mark.parametrize("faults", [UNSEEN, SECOND, THIRD], ids=["unseen", "second", "third"])
def test_the_lists_that_no_rule_was_written_for_are_wide_too(faults: tuple[Fault, ...]) -> None:
    kinds = {fault.kind for fault in faults}
    assert len(faults) >= 60
    assert len(kinds) >= 30
    assert len(kinds - {fault.kind for fault in FAULTS}) >= 15


def test_no_fault_of_one_list_has_the_name_of_another() -> None:
    every = (*FAULTS, *UNSEEN, *SECOND, *THIRD)
    assert len({fault.id for fault in every}) == len(every)


def test_every_fault_fits_its_example(tmp_path: Path) -> None:
    for fault in IN_EXAMPLES:
        places = inject(fault, part_of(fault, tmp_path / fault.id))
        assert places, fault.id


def test_a_text_that_does_not_occur_is_told(tmp_path: Path) -> None:
    fault = next(fault for fault in IN_EXAMPLES if fault.edits)
    folder = part_of(fault, tmp_path)
    (folder / fault.edits[0].file).write_text("", encoding="utf-8")
    with pytest.raises(MismatchError, match=fault.id):
        inject(fault, folder)
