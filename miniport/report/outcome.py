"""What a build did, ready to be told: one summary per target, and the exit code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from miniport.diagnostics import SEVERITIES, Diagnostic, Severity
from miniport.enumeration import IntEnum, StrEnum
from miniport.field import replace
from miniport.frozen import frozen
from miniport.posix import PurePosixPath

if TYPE_CHECKING:
    # Orders know this module, and an order is read before anything that builds is loaded.
    from miniport.analyze.reach import PagesOf
    from miniport.facts import Json
    from miniport.pipeline import Built
    from miniport.report.health import Health

FailOn = Literal["error", "warning", "never"]


class Exit(IntEnum):
    """What a command ends with."""

    CLEAN = 0
    FOUND = 1
    REFUSED = 2
    BUG = 3
    INTERRUPTED = 130


class Status(StrEnum):
    """What became of one target's output; `checked` where none was asked for, `broken` where none can be."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    BLOCKED = "blocked"
    REFUSED = "refused"
    CHECKED = "checked"
    BROKEN = "broken"


@frozen(slots=True)
class Summary:
    """One target. `size` in bytes; `out` is its folder as the user knows it; `seconds` of its build.

    `suppressed` are findings that the project says are known, `known` those that a baseline lists.
    """

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
    health: Health | None = None
    suppressed: tuple[Diagnostic, ...] = ()
    known: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, built: Built, status: Status, out: str) -> Summary:
        """Return the summary of what was built."""
        return cls(
            name=built.name,
            status=status,
            out=out,
            pages=built.pages,
            components=built.components,
            files=len(built.bundle or ()),
            size=sum(map(len, (built.bundle or {}).values())),
            seconds=built.seconds,
            diagnostics=tuple(replace(found, target=built.name) for found in built.diagnostics),
            suppressed=tuple(replace(found, target=built.name) for found in built.suppressed),
        )


@frozen
class BaselineFile:
    """A baseline that was written. `setting`: its place as `check.baseline`, where it is not read unasked."""

    path: str
    setting: str = ""


@frozen(slots=True)
class Report:
    """A whole command. `diagnostics` are those that belong to no target; `seconds` are of the whole run.

    `base` leads from the top of the repository to the project, for programs that count paths from there.
    `fixed` are the files that this command mended, with how many findings of each; `difference` is a diff of
    what it did or would do, where that was asked for.
    `baseline` is the file of known findings that this command wrote.
    `changes` are those since earlier archives. `made` is what a target without errors would have got.
    """

    mode: str
    targets: tuple[Summary, ...]
    diagnostics: tuple[Diagnostic, ...]
    fail_on: FailOn
    seconds: float = 0.0
    base: str = ""
    changes: tuple[Json, ...] = ()
    suppressed: tuple[Diagnostic, ...] = ()
    known: tuple[Diagnostic, ...] = ()
    fixed: tuple[tuple[PurePosixPath, int], ...] = ()
    difference: str | None = None
    made: Literal["bundle", "archive"] = "bundle"
    baseline: BaselineFile | None = None

    def found(self) -> Iterator[Diagnostic]:
        """Yield every diagnostic, those of the project first."""
        yield from self.diagnostics
        for target in self.targets:
            yield from target.diagnostics

    def all_suppressed(self) -> Iterator[Diagnostic]:
        """Yield what comments and settings suppressed."""
        yield from self.suppressed
        for target in self.targets:
            yield from target.suppressed

    def all_known(self) -> Iterator[Diagnostic]:
        """Yield what a baseline lists."""
        yield from self.known
        for target in self.targets:
            yield from target.known

    def pages_of(self) -> PagesOf | None:
        """Return the pages that each file takes part in on any target; None where nobody looked."""
        known = [target.health for target in self.targets if target.health is not None]
        if not known:
            return None
        found: dict[PurePosixPath, frozenset[str]] = {}
        for each in known:
            for path, pages in each.pages_of.items():
                found[path] = found.get(path, frozenset()) | pages
        return found

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
