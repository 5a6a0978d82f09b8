"""What a build did, ready to be told: one summary per target, and the exit code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Literal

from miniport.diagnostics import SEVERITIES, Diagnostic, Severity

FailOn = Literal["error", "warning", "never"]


class Exit(IntEnum):
    """What a command ends with."""

    CLEAN = 0
    FOUND = 1
    REFUSED = 2
    BUG = 3
    INTERRUPTED = 130


class Status(StrEnum):
    """What became of one target's output."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    BLOCKED = "blocked"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Summary:
    """One target. `size` in bytes; `out` is its folder as the user knows it; `seconds` of its build."""

    name: str
    status: Status
    out: str
    pages: int
    components: int
    files: int
    size: int
    seconds: float
    written: int = 0
    removed: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole command. `diagnostics` are those that belong to no target; `seconds` are of the whole run."""

    mode: str
    targets: tuple[Summary, ...]
    diagnostics: tuple[Diagnostic, ...]
    fail_on: FailOn
    seconds: float = 0.0

    def found(self) -> Iterator[Diagnostic]:
        """Yield every diagnostic, those of the project first."""
        yield from self.diagnostics
        for target in self.targets:
            yield from target.diagnostics

    @property
    def exit_code(self) -> Exit:
        """Return what the command ends with."""
        if any(found.rule.is_refusal for found in self.found()):
            return Exit.REFUSED
        if any(target.status is Status.BLOCKED for target in self.targets):
            return Exit.FOUND
        if any(found.rule.is_blocking for found in self.found()):
            return Exit.FOUND
        return Exit.FOUND if any(self._fails(found.severity) for found in self.found()) else Exit.CLEAN

    def _fails(self, severity: Severity) -> bool:
        if self.fail_on == "never":
            return False
        return SEVERITIES.index(severity) <= SEVERITIES.index(Severity(self.fail_on))
