"""Where each file of a project goes in a dialect target's bundle, and how requests lead there."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.analyze.app import AppFacts, File
from miniport.analyze.place import Places, places
from miniport.dialect import Dialect, FileKind
from miniport.facts import Link
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.request import is_bare, normal, without_query

_SPELLED = (FileKind.TEMPLATE, FileKind.STYLE, FileKind.MODULE)


@frozen
class Layout:
    """The places of one bundle, and `app`, the folder of the project that is the app root."""

    places: Places
    app: PurePosixPath
    dialect: Dialect
    files: Mapping[PurePosixPath, File]

    def place(self, path: PurePosixPath) -> PurePosixPath:
        """Return where a file goes first of all, with the target's suffix for its kind."""
        return self.every(path)[0]

    def every(self, path: PurePosixPath) -> tuple[PurePosixPath, ...]:
        """Return everywhere a file goes, with the target's suffix for its kind."""
        found = self.places.every(path)
        file = self.files.get(path)
        if file is None or file.dialect is self.dialect or file.kind not in _SPELLED:
            return found
        return tuple(place.with_suffix(self.dialect.suffix(file.kind)) for place in found)

    def unit(self, path: PurePosixPath) -> PurePosixPath:
        """Return where a unit's path, without suffix, goes."""
        return self.places.place(path)

    def app_root(self) -> PurePosixPath:
        """Return where the app root goes; `.` for the bundle's own root."""
        return self.app.relative_to(self.places.base)


def layout(facts: AppFacts, dialect: Dialect, *, keeps_project_file: bool) -> Layout:
    """Return the layout of a bundle.

    The project becomes the bundle's root where its project file stays in charge of the app root, else the
    app root does.
    """
    base = PurePosixPath() if keeps_project_file else facts.project.base
    return Layout(places(facts, base), facts.project.base, dialect, facts.files)


def request_for(
    layout: Layout, link: Link, request: str, importer: PurePosixPath, target: PurePosixPath
) -> str:
    """Return the request that leads to `target` from where `importer` goes.

    It is the request as written wherever that still leads there.
    """
    if is_bare(request) and layout.places.package(target) is not None:
        return request
    there = layout.unit(target) if link in (Link.COMPONENT, Link.PAGE) else layout.place(target)
    path = without_query(request) if link is Link.ASSET else request
    query = request[len(path) :]
    path = _as_read(layout, path, importer, target)
    if not _leads(layout, path, importer, target, there):
        return _relative(there, layout.place(importer).parent) + query
    if target.suffix and path.endswith(target.suffix):
        path = path.removesuffix(target.suffix) + there.suffix
    return path + query


def _as_read(layout: Layout, request: str, importer: PurePosixPath, target: PurePosixPath) -> str:
    """Return a request that names a file as it was written (`x.json5`) with the name the platform reads."""
    name = request.rpartition("/")[2]
    is_written = name != target.name and name.startswith(f"{target.stem}.")
    folder = layout.app if request.startswith("/") else importer.parent
    if not is_written or normal(folder / request.lstrip("/")).parent != target.parent:
        return request
    return request.removesuffix(name) + target.name


def _leads(
    layout: Layout, request: str, importer: PurePosixPath, target: PurePosixPath, there: PurePosixPath
) -> bool:
    """Tell whether a request names, seen from the new places, what it named in the project."""
    if not is_bare(request) and layout.places.stays(importer) and layout.places.stays(target):
        return True
    is_absolute = request.startswith("/")
    before = normal((layout.app if is_absolute else importer.parent) / request.lstrip("/"))
    here = layout.app_root() if is_absolute else layout.place(importer).parent
    after = normal(here / request.lstrip("/"))
    there = there.with_suffix(target.suffix)
    if target.is_relative_to(before):
        return after / target.relative_to(before) == there
    # What the request left out: a suffix.
    return after.name != "" and after.with_name(after.name + target.name[len(before.name) :]) == there


def _relative(there: PurePosixPath, here: PurePosixPath) -> str:
    shared = 0
    for a, b in zip(there.parent.parts, here.parts, strict=False):
        if a != b:
            break
        shared += 1
    up = [".."] * (len(here.parts) - shared)
    return "/".join([*(up or ["."]), *there.parts[shared:]])
