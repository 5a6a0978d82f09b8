"""Which file a request means: relative, root-absolute, from a package, per target."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from miniport.dialect import Dialect, FileKind
from miniport.facts import Link
from miniport.project.alias import Aliases
from miniport.project.files import Files, Unreadable
from miniport.project.written import INSTALLED, Written

MANIFEST = "package.json"
_INSTALLED = "node_modules"

FOREIGN = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|#)")
"""How a request starts that names no file of the project: `https:`, `plugin://`, `//cdn`, `#id`."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file: `path` is its logical place, `origin` the file that stands there for this target.

    `also` are further files of the same package that the platform's own resolution could choose. `package`
    is the package's folder, links followed, where the request named one. `manifest` is the package.json that
    named the file.
    """

    path: PurePosixPath
    origin: PurePosixPath
    also: tuple[PurePosixPath, ...] = ()
    package: PurePosixPath | None = None
    manifest: PurePosixPath | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """No such file; `tried` in the order of trying. `package` is set where a package is not installed."""

    tried: tuple[PurePosixPath, ...]
    package: str = ""


@dataclass(frozen=True, slots=True)
class Outside:
    """The request leaves the workspace root."""

    path: PurePosixPath


Resolution = Found | Missing | Outside


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file, without ending, that a request may mean; `also` and `manifest` as in Found."""

    place: PurePosixPath
    also: tuple[PurePosixPath, ...] = ()
    manifest: PurePosixPath | None = None


@dataclass(frozen=True)
class Resolver:
    """Resolution for one target.

    `base` is the app root, `target` the word in per-target file names, `written` what stands
    for the files that the platform reads, `aliases` the names the project gives to its folders.
    """

    files: Files
    base: PurePosixPath
    target: str
    written: Written = field(default_factory=Written)
    aliases: Aliases = field(default_factory=Aliases)
    _packages: dict[PurePosixPath, dict[str, object]] = field(default_factory=dict, repr=False, compare=False)

    def origin(self, path: PurePosixPath) -> PurePosixPath | None:
        """Return the file that stands at a logical path for this target: `x.<target>.js` before `x.js`."""
        name = self._standing(self.files.entries(path.parent), path, path.name)
        return path.with_name(name) if name is not None else None

    def is_file(self, path: PurePosixPath) -> bool:
        """Tell whether a path is a file, by exact case on every system."""
        return self.files.entries(path.parent).get(path.name) is False

    def is_folder(self, path: PurePosixPath) -> bool:
        """Tell whether a path is a folder."""
        return not path.name or path.name == ".." or self.files.entries(path.parent).get(path.name) is True

    def resolve(self, link: Link, request: str, importer: PurePosixPath, dialect: Dialect) -> Resolution:
        """Return what a request in a file means."""
        candidates = _ENDINGS[link](dialect)
        tried: list[_Tried] = []
        for place in self._places(link, request, importer):
            if not self.files.is_inside(place):
                return Outside(place)
            entries = (_Entry(place), *(self._mains(place) if link is Link.SCRIPT else ()))
            found = self._first(entries, candidates, link, tried)
            if found is not None:
                return found
        if not is_bare(request):
            return _missing(tried)
        return self._in_package(request, importer, candidates, link, tried, dialect)

    def _places(self, link: Link, request: str, importer: PurePosixPath) -> Iterator[PurePosixPath]:
        if request.startswith("/"):
            yield self.files.normal(self.base / request.lstrip("/"))
        elif not is_bare(request):
            yield self.files.normal(importer.parent / request)
        else:
            yield from self._bare_places(link, request, importer)
        if link is Link.ASSET and (path := without_query(request)) != request:
            yield from self._places(link, path, importer)

    def _bare_places(self, link: Link, request: str, importer: PurePosixPath) -> Iterator[PurePosixPath]:
        if link in _BARE_IS_RELATIVE:
            yield self.files.normal(importer.parent / request)
        # Packages know nothing of what a project calls its folders.
        if _INSTALLED not in importer.parts:
            yield from map(self.files.normal, self.aliases.places(link, request))

    def _first(
        self, entries: Iterable[_Entry], endings: tuple[str, ...], link: Link, tried: list[_Tried]
    ) -> Found | None:
        for entry in entries:
            place = entry.place
            beside = self.files.entries(place.parent)
            for ending in endings:
                # Most of what is looked for is not there, and a path costs more than a look at names.
                names = self.files.entries(place) if _is_inside(place, ending) else beside
                native = self._native(link, _ended_name(place, ending))
                name = self._standing(names, place, native)
                if name is not None:
                    path = _ended(place, ending, native)
                    named = path.with_suffix("") if link in _BY_FOLDER else path
                    return Found(named, path.with_name(name), entry.also, manifest=entry.manifest)
                tried.append((place, ending, native))
        return None

    def _native(self, link: Link, name: str) -> str:
        return name if link is Link.ASSET else self.written.native_name(name)

    def _standing(self, names: Mapping[str, bool], place: PurePosixPath, name: str) -> str | None:
        """Return which file among `names`, those of the folder of a place, stands for one."""
        is_installed = INSTALLED in place.parts
        for each in (_name_for_target(name, self.target), name):
            for written in self.written.names(each, is_installed=is_installed):
                if names.get(written) is False:
                    return written
        return None

    def _in_package(
        self,
        request: str,
        importer: PurePosixPath,
        endings: tuple[str, ...],
        link: Link,
        tried: list[_Tried],
        dialect: Dialect,
    ) -> Resolution:
        name, rest = split_package(request)
        is_installed = False
        for installed in self._package_folders(name, importer):
            is_installed = True
            folder = self.files.real(installed)
            if folder is None:
                return Outside(installed)
            found = self._first(self._package_entries(folder, rest, dialect), endings, link, tried)
            if found is not None:
                # A package linked to a folder that the app lies in is the app.
                is_own = self.base.is_relative_to(folder) or set(folder.parts) == {".."}
                return replace(found, package=None if is_own else folder)
        return _missing(tried, "" if is_installed else name)

    def _package_folders(self, name: str, importer: PurePosixPath) -> Iterator[PurePosixPath]:
        folder = importer.parent
        while self.files.is_inside(folder):
            place = normal(folder / "node_modules" / name)
            if folder.name != "node_modules" and self.is_folder(place):
                yield place
            folder = normal(folder / "..")

    def _package_entries(self, folder: PurePosixPath, rest: str, dialect: Dialect) -> Iterator[_Entry]:
        component_root = self.package(folder).get(dialect.package_field) if dialect.package_field else None
        if not rest:
            yield from self._mains(folder)
            yield _Entry(folder / "index")
            return
        if isinstance(component_root, str):
            yield _Entry(normal(folder / component_root / rest))
        inner = normal(folder / rest)
        yield _Entry(inner)
        yield from self._mains(inner)

    def _mains(self, folder: PurePosixPath) -> Iterator[_Entry]:
        """Yield the entry files that a folder's package.json names, each with the ones behind it."""
        manifest = self.package(folder)
        mains = [manifest[key] for key in ("module", "main") if isinstance(manifest.get(key), str)]
        places = tuple(normal(folder / str(main)) for main in mains)
        for at, place in enumerate(places):
            yield _Entry(place, places[at + 1 :], folder / MANIFEST)

    def package(self, folder: PurePosixPath) -> dict[str, object]:
        """Return a package.json's value; empty where it is absent or no object."""
        known = self._packages.get(folder)
        if known is None:
            known = self._packages[folder] = self._read_package(folder)
        return known

    def _read_package(self, folder: PurePosixPath) -> dict[str, object]:
        try:
            value = json.loads(self.files.read(folder / MANIFEST))
        except (Unreadable, ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}


def normal(path: PurePosixPath) -> PurePosixPath:
    """Return a path without `.` and inner `..`."""
    # A path object has no `.` inside.
    return PurePosixPath(posixpath.normpath(path)) if ".." in path.parts else path


def for_target(path: PurePosixPath, target: str) -> PurePosixPath:
    """Return the path of the file that stands in for another one on one target."""
    return path.with_name(_name_for_target(path.name, target))


def _name_for_target(name: str, target: str) -> str:
    dot = name.rfind(".")
    # As in paths: `.x` and `x.` have no suffix.
    stem, suffix = (name[:dot], name[dot:]) if 0 < dot < len(name) - 1 else (name, "")
    return f"{stem}.{target}{suffix}"


def is_of_one_target(path: PurePosixPath, targets: frozenset[str]) -> bool:
    """Tell whether a file stands in for another one on one target only: `x.<target>.js`."""
    return path.with_suffix("").suffix.removeprefix(".") in targets


def split_package(request: str) -> tuple[str, str]:
    """Return (package name, rest) of a bare request: `@a/b/c/d` gives (`@a/b`, `c/d`)."""
    parts = request.split("/")
    cut = 2 if request.startswith("@") else 1
    return "/".join(parts[:cut]), "/".join(parts[cut:])


def is_foreign(request: str) -> bool:
    """Tell whether a request names something that is no file of the project: a URL, a plugin, a fragment."""
    return FOREIGN.match(request) is not None


def without_query(request: str) -> str:
    """Return the part of a request that names a file: `a.eot?#iefix` gives `a.eot`."""
    return request.split("?")[0].split("#")[0]


def is_bare(request: str) -> bool:
    """Tell whether a request starts with a name: a package, or for some links a file beside."""
    return not request.startswith(("/", "./", "../")) and request not in (".", "..")


_Tried = tuple[PurePosixPath, str, str]
"""A place and an ending that no file was found for, and the name that was looked for."""


def _missing(tried: Iterable[_Tried], package: str = "") -> Missing:
    return Missing(tuple(_ended(*each) for each in tried), package)


def _is_inside(place: PurePosixPath, ending: str) -> bool:
    """Tell whether an ending names a file inside a place, not one beside it."""
    return ending.startswith("/") or not place.name


def _ended_name(place: PurePosixPath, ending: str) -> str:
    return ending.lstrip("/") if _is_inside(place, ending) else place.name + ending


def _ended(place: PurePosixPath, ending: str, name: str) -> PurePosixPath:
    return place / name if _is_inside(place, ending) else place.with_name(name)


Endings = Callable[[Dialect], tuple[str, ...]]

# Pages and components are named by what their files have in common.
_BY_FOLDER = (Link.COMPONENT, Link.PAGE)

_BARE_IS_RELATIVE = (
    Link.TEMPLATE,
    Link.INCLUDE,
    Link.MODULE,
    Link.STYLE,
    Link.ASSET,
    Link.COMPONENT,
    Link.CONFIG,
)


def _script_endings(dialect: Dialect) -> tuple[str, ...]:
    suffixes = (*dialect.suffixes[FileKind.SCRIPT], ".json", dialect.suffix(FileKind.MODULE))
    return ("", *suffixes, *("/index" + suffix for suffix in suffixes))


def _component_endings(dialect: Dialect) -> tuple[str, ...]:
    suffixes = (
        dialect.suffix(FileKind.CONFIG),
        dialect.suffix(FileKind.TEMPLATE),
        *dialect.suffixes[FileKind.SCRIPT],
    )
    return (*suffixes, *("/index" + suffix for suffix in suffixes))


def _suffixes(kind: FileKind) -> Endings:
    return lambda dialect: ("", *dialect.suffixes[kind])


_ENDINGS: Mapping[Link, Endings] = {
    Link.SCRIPT: _script_endings,
    Link.MODULE: _suffixes(FileKind.MODULE),
    Link.TEMPLATE: _suffixes(FileKind.TEMPLATE),
    Link.INCLUDE: _suffixes(FileKind.TEMPLATE),
    Link.STYLE: _suffixes(FileKind.STYLE),
    Link.COMPONENT: _component_endings,
    Link.PAGE: _component_endings,
    Link.CONFIG: lambda dialect: ("",),
    Link.ASSET: lambda dialect: ("",),
}
