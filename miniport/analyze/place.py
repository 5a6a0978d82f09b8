"""Where each file of a project stands in a bundle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from miniport.analyze.app import AppFacts
from miniport.analyze.package import Nearest, Need, owners, package_of, settle
from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.request import is_bare, split_package

OUTSIDE = "workspace"
"""Files of the workspace that lie outside the app, other than packages, stand below a folder of this name."""

INSIDE = "project"
"""Stands for a folder whose name the bundle must not depend on: one that the project itself lies in."""


@frozen
class Places:
    """The places of one bundle. `base` is the folder of the project that becomes the bundle's root.

    `packages`: the folder of each used package -> where it stands, the main place first. `outside` is the
    folder for files that lie elsewhere, and `up` how many folders above the project the highest of them lies.
    """

    base: PurePosixPath
    packages: Mapping[PurePosixPath, tuple[PurePosixPath, ...]]
    outside: str
    up: int
    _known: dict[PurePosixPath, tuple[PurePosixPath, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def place(self, path: PurePosixPath) -> PurePosixPath:
        """Return the main place of a file, or of a path without suffix."""
        return self.every(path)[0]

    def every(self, path: PurePosixPath) -> tuple[PurePosixPath, ...]:
        """Return each place of a file: a package that others need in two places stands in both."""
        found = self._known.get(path)
        if found is None:
            found = self._known[path] = self._every(path)
        return found

    def _every(self, path: PurePosixPath) -> tuple[PurePosixPath, ...]:
        package = self.package(path)
        if package is not None:
            return tuple(place / path.relative_to(package) for place in self.packages[package])
        if is_below(path, self.base):
            return (path.relative_to(self.base),)
        above = path.parts.count("..")
        return (PurePosixPath(self.outside, *[INSIDE] * (self.up - above), *path.parts[above:]),)

    def stays(self, path: PurePosixPath) -> bool:
        """Tell whether a file stands where it stands in the project."""
        return is_below(path, self.base) and self.place(path) == path.relative_to(self.base)

    def package(self, path: PurePosixPath) -> PurePosixPath | None:
        """Return the folder of the used package a path lies in."""
        return self._nearest.above(path)

    def __getstate__(self) -> dict[str, object]:
        """Return what outlives the process: how the nearest package is looked for is found again."""
        return {key: value for key, value in vars(self).items() if key != "_nearest"}

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self.packages.__contains__)


def places(facts: AppFacts, base: PurePosixPath) -> Places:
    """Return where the files of an app stand: as in the project, packages where bare requests find them."""
    used = tuple(facts.files)
    owner = owners(facts.packages)
    outside = [path for path in used if not is_below(path, base) and owner.above(path) is None]
    up = max((path.parts.count("..") for path in outside), default=0)
    own = Places(base, {}, _free_name(used, base), up)
    needed = tuple(_needs(facts, own, owner))
    # Some packages are used by their path only, or by what was kept for a request with unknown parts.
    others = (Need(None, PurePosixPath(), "", folder) for folder in package_of(used, owner))
    return Places(base, settle((*needed, *others), base), own.outside, up)


def is_below(path: PurePosixPath, base: PurePosixPath) -> bool:
    """Tell whether a normal path lies in a folder."""
    if len(base) == 1 and base == _HERE:
        return not path.startswith(("../", "/")) and path != ".."
    return path.is_relative_to(base) and not path.relative_to(base).is_outside


_HERE = "."


def _free_name(paths: Iterable[PurePosixPath], base: PurePosixPath) -> str:
    taken = {path.relative_to(base).parts[0] for path in paths if is_below(path, base)}
    name, number = OUTSIDE, 1
    while name in taken:
        number += 1
        name = f"{OUTSIDE}-{number}"
    return name


def _needs(facts: AppFacts, own: Places, owner: Nearest) -> Iterator[Need]:
    """Yield what each file and configuration needs of packages other than its own."""
    for file in facts.files.values():
        for (_, request), target in file.resolved.items():
            yield from _need(file.path, request, target, own, owner)
    for unit in facts.units:
        declared = unit.config.get("usingComponents")
        for tag, target in unit.components.items():
            written = declared.get(tag) if isinstance(declared, dict) else None
            request = written if isinstance(written, str) else ""
            yield from _need(unit.path, request, target, own, owner)


def _need(
    path: PurePosixPath, request: str, target: PurePosixPath, own: Places, owner: Nearest
) -> Iterator[Need]:
    package, needed = owner.above(path), owner.above(target)
    if needed is None or needed == package:
        return
    at = own.place(path).parent if package is None else path.relative_to(package).parent
    yield Need(package, at, split_package(request)[0] if is_bare(request) else "", needed)
