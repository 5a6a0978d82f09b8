"""Faults as data: a text of one file, what stands in its place, and what must then go red."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PARTS = ("runtime", "printer", "bridge", "shell", "comparison", "cache")
RUNTIME_TESTS = "miniport/runtime/test"


@dataclass(frozen=True)
class Fault:
    """One fault. `red`: an example, or a path below tests/ or below the runtime's tests."""

    name: str
    part: str
    file: str
    find: str
    replace: str
    red: str

    def seeded(self, text: str) -> str:
        """Return the file's text with the fault; raise ValueError where its place is not to be found."""
        if text.count(self.find) != 1:
            raise ValueError(f'{self.file}: "{self.find.strip()}" stands there {text.count(self.find)} times')
        return text.replace(self.find, self.replace)


def faults() -> Sequence[Fault]:
    """Return every fault in the order of the file."""
    rows = yaml.safe_load((HERE / "faults.yaml").read_text("utf-8"))
    return tuple(Fault(**row) for row in rows)
