"""What a command that reads a project is asked for on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from miniport.cache.recall import FOLDER
from miniport.frozen import frozen
from miniport.project.outputs import REPORT, own_folder
from miniport.report.outcome import FailOn

Format = Literal["text", "json", "sarif", "github", "junit", "markdown"]


@frozen
class Order:
    """The options that every such command has, as they were given; paths are as the user wrote them."""

    project: Path
    target: tuple[str, ...]
    mode: Literal["development", "production"]
    fail_on: FailOn
    format: Format
    root: Path | None
    quiet: bool
    verbose: bool

    @property
    def verbosity(self) -> int:
        """Return how much to tell: -1 what fails alone, 0 the usual, 1 everything."""
        return 1 if self.verbose else -1 if self.quiet else 0

    def folder(self, target: str) -> Path:
        """Return the folder of a target's bundle."""
        return own_folder(self.project, target)


@frozen
class KeptOrder(Order):
    """What a command is asked for whose outcome is kept."""

    cache_dir: Path | None
    no_cache: bool

    @property
    def cache_folder(self) -> Path:
        """Return the folder of the cache."""
        return self.cache_dir or self.project / FOLDER


@frozen
class BuildOrder(KeptOrder):
    """What `miniport build` is asked for."""

    out: Path | None
    keep_going: bool
    force: bool
    timings: bool

    def folder(self, target: str) -> Path:
        """Return the folder of a target's bundle."""
        return self.out / target if self.out else own_folder(self.project, target)


@frozen
class CheckOrder(KeptOrder):
    """What `miniport check` is asked for."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    baseline: Path | None
    update_baseline: bool
    fix: bool
    diff: bool

    @property
    def is_kept(self) -> bool:
        """Tell whether the outcome is kept: what writes, or tells of what could be written, is done anew."""
        return not (self.no_cache or self.update_baseline or self.fix or self.diff)


@frozen
class ReportOrder(Order):
    """What `miniport report` is asked for."""

    out: tuple[Path, ...]

    @property
    def pages(self) -> tuple[Path, ...]:
        """Return the files to write."""
        return self.out or (own_folder(self.project, REPORT),)


@frozen
class PackOrder(Order):
    """What `miniport pack` is asked for. `name` and `app_version` stand in for those of miniport.yaml."""

    out: Path | None
    name: str | None
    app_version: str | None
    force: bool
    since: tuple[Path, ...]
    baseline: Path | None

    def folder(self, target: str) -> Path:
        """Return the folder of the archives, one for all targets."""
        return self.out or own_folder(self.project, "archives")

    @property
    def replaces_own(self) -> bool:
        """Tell whether archives that an earlier run made are replaced: a release is never, unless asked."""
        return False

    @property
    def made_folder(self) -> Path:
        """Return the folder in which everything lies that this command writes."""
        return self.folder("")


@frozen
class CiOrder(PackOrder):
    """What `miniport ci` is asked for; bundles, archives and reports go into one folder."""

    def folder(self, target: str) -> Path:
        """Return the folder of the archives."""
        return self.made_folder / "archives"

    @property
    def replaces_own(self) -> bool:
        """Tell that archives of an earlier run are replaced, as the bundles beside them are."""
        return True

    @property
    def made_folder(self) -> Path:
        """Return the folder of everything."""
        return self.out or own_folder(self.project, "ci")


def is_folder(name: str) -> bool:
    """Tell whether a name of a target is a folder's: a word with a slash, or one that starts with a dot."""
    return "/" in name or "\\" in name or name.startswith(".")
