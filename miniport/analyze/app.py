"""What one target is made of: its units, files and assets, with everything that was found on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from miniport.analyze.describe import Described, Tree
from miniport.diagnostics import Diagnostic
from miniport.dialect import Dialect, FileKind
from miniport.enumeration import StrEnum
from miniport.facts import Json, Link
from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.project import Project
from miniport.source import Source


@frozen
class File:
    """One reached file.

    `path` is its logical place, `origin` the file on disk that stands there for this target.
    `source`, as it is parsed, and `described` are absent for assets. `resolved` maps (link, request) to a
    logical path.
    """

    path: PurePosixPath
    origin: PurePosixPath
    kind: FileKind
    dialect: Dialect
    content: bytes
    source: Source | None = None
    described: Described | None = None
    resolved: Mapping[tuple[Link, str], PurePosixPath] = field(default_factory=dict)

    @property
    def tree(self) -> Tree | None:
        """Return what its text says, None where it has none."""
        return self.described.tree if self.described is not None else None


class UnitKind(StrEnum):
    """The three things a mini-program registers."""

    APP = "app"
    PAGE = "page"
    COMPONENT = "component"


@frozen
class Unit:
    """The app, a page or a component: the files that share its path, and the components its tags name.

    `path` has no suffix. `components` maps a tag, as written, to a component's path.
    `config` is the merged JSON value of its configuration, {} where it has none. `left_out` are the tags
    whose components the target leaves out.
    """

    path: PurePosixPath
    kind: UnitKind
    dialect: Dialect
    script: PurePosixPath | None
    template: PurePosixPath | None
    style: PurePosixPath | None
    config_file: PurePosixPath | None
    config: Mapping[str, Json]
    components: Mapping[str, PurePosixPath]
    left_out: Mapping[str, PurePosixPath] = field(default_factory=dict)


@frozen
class AppFacts:
    """Everything the checks, transforms and printers need to know of one target.

    `pages` start with the entry page. `assets` (path -> content) are carried over as they are.
    `packages` are the folders of the packages that bare requests found, links followed, `manifests` each
    package.json that told which file a request means.
    `workers` are the scripts that run in threads of their own.
    `custom_tags` maps a template to the tags that some unit using it declares as components.
    `adapters` maps a capability to the module of the project that supplies it, where something needs it.
    `graph` is the same object in facts that differ in what files hold, and in no reference, unit or name.
    `unreached` is the code that nothing refers to, `others` the files that are neither code nor such assets.
    """

    project: Project
    target: str
    app: Unit
    pages: tuple[Unit, ...]
    components: tuple[Unit, ...]
    files: Mapping[PurePosixPath, File]
    assets: Mapping[PurePosixPath, bytes]
    packages: frozenset[PurePosixPath]
    manifests: frozenset[PurePosixPath]
    custom_tags: Mapping[PurePosixPath, frozenset[str]]
    unreached: tuple[PurePosixPath, ...]
    others: tuple[PurePosixPath, ...]
    diagnostics: tuple[Diagnostic, ...]
    adapters: Mapping[str, PurePosixPath] = field(default_factory=dict)
    workers: tuple[PurePosixPath, ...] = ()
    graph: object = field(default_factory=object, repr=False, compare=False)

    def file(self, path: PurePosixPath | None) -> File | None:
        """Return the file at a logical path, None where a unit has no such file or it was not reached."""
        return self.files.get(path) if path is not None else None

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Return the app, then its pages, then its components."""
        return self.app, *self.pages, *self.components

    def origins(self) -> Iterator[PurePosixPath]:
        """Yield where each file stands in the project."""
        return (file.origin for file in self.files.values())

    @cached_property
    def by_config(self) -> Mapping[PurePosixPath, Unit]:
        """Return the first unit of each configuration file."""
        found = reversed(self.units)
        return {unit.config_file: unit for unit in found if unit.config_file is not None}
