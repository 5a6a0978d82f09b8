"""Where each file of a project goes in a dialect target's bundle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from miniport.analyze.app import AppFacts, File
from miniport.analyze.place import placed
from miniport.dialect import Dialect, FileKind
from miniport.facts import Link
from miniport.project.resolve import normal

_SPELLED = (FileKind.TEMPLATE, FileKind.STYLE, FileKind.MODULE)


@dataclass(frozen=True)
class Layout:
    """The places of one bundle.

    `base` is the folder of the project that becomes the bundle's root: the project itself where its
    project file stays in charge of the app root, else the app root.
    """

    base: PurePosixPath
    app: PurePosixPath
    dialect: Dialect
    files: Mapping[PurePosixPath, File]

    def place(self, path: PurePosixPath) -> PurePosixPath:
        """Return where a file goes, with the target's suffix for its kind."""
        file = self.files.get(path)
        at = placed(path, self.base)
        if file is None or file.dialect is self.dialect or file.kind not in _SPELLED:
            return at
        return at.with_suffix(self.dialect.suffix(file.kind))

    def unit(self, path: PurePosixPath) -> PurePosixPath:
        """Return where a unit's path, without suffix, goes."""
        return placed(path, self.base)

    def app_root(self) -> PurePosixPath:
        """Return where the app root goes; `.` for the bundle's own root."""
        return placed(self.app, self.base)


def layout(facts: AppFacts, dialect: Dialect, *, keeps_project_file: bool) -> Layout:
    """Return the layout of a bundle."""
    base = PurePosixPath() if keeps_project_file else facts.project.base
    return Layout(base, facts.project.base, dialect, facts.files)


def request_for(
    layout: Layout, link: Link, request: str, importer: PurePosixPath, target: PurePosixPath
) -> str:
    """Return the request that leads to `target` from where `importer` goes.

    It is the request as written wherever that still leads there.
    """
    if _is_bare(request) and "node_modules" in target.parts:
        return request
    here = layout.place(importer).parent
    there = layout.unit(target) if link in (Link.COMPONENT, Link.PAGE) else layout.place(target)
    spelled = (
        request.removesuffix(target.suffix) + there.suffix if _names_suffix(request, target) else request
    )
    if _leads(spelled, here, layout.app_root(), there):
        return spelled
    return _relative(there, here)


def _names_suffix(request: str, target: PurePosixPath) -> bool:
    return bool(target.suffix) and request.endswith(target.suffix)


def _is_bare(request: str) -> bool:
    return not request.startswith((".", "/"))


def _leads(request: str, here: PurePosixPath, app_root: PurePosixPath, there: PurePosixPath) -> bool:
    at = app_root / request.lstrip("/") if request.startswith("/") else here / request
    found = normal(at)
    return found == there or there.is_relative_to(found) or there.with_suffix("") == found


def _relative(there: PurePosixPath, here: PurePosixPath) -> str:
    shared = 0
    for a, b in zip(there.parent.parts, here.parts, strict=False):
        if a != b:
            break
        shared += 1
    up = [".."] * (len(here.parts) - shared)
    return "/".join([*(up or ["."]), *there.parts[shared:]])
