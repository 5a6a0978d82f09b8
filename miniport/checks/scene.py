"""What several checks look at, worked out once for a target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from miniport.analyze.app import AppFacts, File, Unit
from miniport.analyze.closure import drawn_by
from miniport.analyze.describe import Tree
from miniport.analyze.method import Methods, methods
from miniport.checks.pages import Pages, pages
from miniport.diagnostics import Diagnostic, Finding, Place, Related
from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.written import INSTALLED
from miniport.source import Span
from miniport.targets.pack import TargetPack

Parsed = TypeVar("Parsed", bound=Tree)


Piece = PurePosixPath | tuple[PurePosixPath, ...] | Unit
"""What is looked at by itself: a file, some files together, or a unit."""


@frozen
class Part:
    """What is looked at of an app: some files, or some units."""

    files: tuple[PurePosixPath, ...] = ()
    units: tuple[Unit, ...] = ()


def part_of(pieces: Iterable[Piece | Part]) -> Part:
    """Return the part that some pieces are together."""
    files: list[PurePosixPath] = []
    units: list[Unit] = []
    for piece in pieces:
        if isinstance(piece, Part):
            files += piece.files
            units += piece.units
        elif isinstance(piece, Unit):
            units.append(piece)
        elif isinstance(piece, tuple):
            files += piece
        else:
            files.append(piece)
    return Part(tuple(files), tuple(units))


@frozen(eq=False)
class Ground:
    """What of an app does not change as long as its files lead to the same files.

    `drawn_by`: template -> the pages and components that it takes part in drawing. `units` are these by path,
    `components` only the components. `stores`: names of folders that hold packages. `replaced_kinds`: the
    kinds of units whose registering function the app replaces.
    """

    drawn_by: Mapping[PurePosixPath, tuple[Unit, ...]]
    units: Mapping[PurePosixPath, Unit]
    components: Mapping[PurePosixPath, Unit]
    stores: frozenset[str]
    pages: Pages
    each_file: tuple[Piece, ...]
    each_own_file: tuple[PurePosixPath, ...]
    each_template: tuple[Piece, ...]
    each_unit: tuple[Piece, ...]
    replaced_kinds: frozenset[str]
    _own: dict[PurePosixPath, bool] = field(default_factory=dict, repr=False, compare=False)

    def is_own(self, path: PurePosixPath) -> bool:
        """Tell whether a file is the project's own, not one of a package's."""
        # Every check asks of every file.
        known = self._own.get(path)
        if known is None:
            known = self._own[path] = self.stores.isdisjoint(path.split("/"))
        return known


def ground(facts: AppFacts, replaced: frozenset[str]) -> Ground:
    """Return the ground of an app; templates that the same units draw are one part."""
    drawn = drawn_by(facts)
    readers = facts.project.readers
    stores = frozenset((INSTALLED, *(name for reader in readers for name in reader.packages.folders)))
    together: dict[tuple[PurePosixPath, ...], list[PurePosixPath]] = {}
    for path, units in drawn.items():
        together.setdefault(tuple(unit.path for unit in units), []).append(path)
    own = (path for path in facts.files if stores.isdisjoint(path.parts))
    return Ground(
        drawn,
        {unit.path: unit for unit in (*facts.pages, *facts.components)},
        {unit.path: unit for unit in facts.components},
        stores,
        pages(facts),
        tuple(facts.files),
        tuple(own),
        tuple(map(tuple, together.values())),
        facts.units,
        replaced,
    )


@frozen
class Scene:
    """The facts of one target and its pack; what is looked at of them is all, or a `part`."""

    facts: AppFacts
    pack: TargetPack
    ground: Ground
    part: Part | None = field(default=None)

    @cached_property
    def drawn_by(self) -> Mapping[PurePosixPath, tuple[Unit, ...]]:
        """Return, for each template looked at, the pages and components that it takes part in drawing."""
        known = self.ground.drawn_by
        return (
            known if self.part is None else {path: known[path] for path in self.part.files if path in known}
        )

    @cached_property
    def methods(self) -> Mapping[PurePosixPath, Methods]:
        """Return the members of each page and component, by its path."""
        return _MethodsOf(self)

    @property
    def units(self) -> tuple[Unit, ...]:
        """Return the units looked at."""
        return self.facts.units if self.part is None else self.part.units

    def files(self) -> Iterator[File]:
        """Yield the files looked at."""
        files = self.facts.files
        return (files[path] for path in (files if self.part is None else self.part.files))

    def own_files(self) -> Iterator[File]:
        """Yield the files looked at that are the project's own: a package is somebody else's to mend."""
        return (self.facts.files[path] for path in self._own_paths)

    @cached_property
    def _own_paths(self) -> tuple[PurePosixPath, ...]:
        if self.part is not None:
            return tuple(filter(self.is_own, self.part.files))
        return self.ground.each_own_file

    def own(self, path: PurePosixPath | None, kind: type[Parsed]) -> tuple[File, Parsed] | None:
        """Return a file of the project's own with what its text says, None where it is none of that kind."""
        file = self.facts.file(path)
        if file is None or not isinstance(file.tree, kind) or not self.is_own(file.path):
            return None
        return file, file.tree

    def is_own(self, path: PurePosixPath) -> bool:
        """Tell whether a file is the project's own, not one of a package's."""
        return self.ground.is_own(path)

    def placed(self, file: File, finding: Finding, *related: Related) -> Diagnostic:
        """Return a finding at its place in a file that was read."""
        assert file.source is not None
        return finding.placed(file.source, self.pack.name).with_related(*related)


class _MethodsOf(dict[PurePosixPath, Methods]):
    """The members of units, each worked out when it is asked for."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene

    def __missing__(self, path: PurePosixPath) -> Methods:
        scene = self._scene
        found = self[path] = methods(scene.ground.units[path], scene.facts, scene.ground.replaced_kinds)
        return found


def related(file: File, span: Span, en: str, zh: str) -> Related:
    """Return another place that belongs to a finding."""
    assert file.source is not None
    return Related(Place.of(file.source, span), en, zh)
