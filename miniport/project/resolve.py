"""Which file a request means: relative, root-absolute, from a package, per target."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from miniport.dialect import Dialect
from miniport.facts import Link, Reference
from miniport.field import field, replace
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.alias import Aliases
from miniport.project.endings import ENDINGS
from miniport.project.files import Files, Unreadable
from miniport.project.request import (
    Found,
    Missing,
    Outside,
    Resolution,
    is_bare,
    is_inner,
    normal,
    split_package,
    without_query,
)
from miniport.project.standing import Standing
from miniport.project.stores import Stores
from miniport.project.written import INSTALLED, MANIFEST
from miniport.targets.form_part import PackagesForm

if TYPE_CHECKING:
    from miniport.project.entry import Browser


@frozen(slots=True)
class _Entry:
    """A file, without ending, that a request may mean; `also` and `manifest` as in Found."""

    place: PurePosixPath
    also: tuple[PurePosixPath, ...] = ()
    manifest: PurePosixPath | None = None


@frozen
class Resolver:
    """Resolution for one target.

    `base` is the app root, `standing` tells which file stands where, `aliases` the names the project gives
    to its folders, `reads` what of a package.json counts. `stores` are the folders that hold packages.
    """

    files: Files
    base: PurePosixPath
    standing: Standing
    aliases: Aliases = field(default_factory=Aliases)
    reads: PackagesForm = field(default_factory=PackagesForm)
    stores: tuple[str, ...] = (INSTALLED,)
    _packages: dict[PurePosixPath, dict[str, object]] = field(default_factory=dict, repr=False, compare=False)
    _browsers: dict[PurePosixPath, Browser | None] = field(default_factory=dict, repr=False, compare=False)

    def origin(self, path: PurePosixPath) -> PurePosixPath | None:
        """Return the file that stands at a logical path for this target: `x.<target>.js` before `x.js`."""
        return self.standing.origin(path)

    def is_file(self, path: PurePosixPath) -> bool:
        """Tell whether a path is a file, by exact case on every system."""
        return self.files.entries(path.parent).get(path.name) is False

    def is_folder(self, path: PurePosixPath) -> bool:
        """Tell whether a path is a folder."""
        return not path.name or path.name == ".." or self.files.entries(path.parent).get(path.name) is True

    def resolve(self, reference: Reference, importer: PurePosixPath, dialect: Dialect) -> Resolution:
        """Return what a request in a file means."""
        if reference.link is not Link.SCRIPT or "browser" not in self.reads.fields:
            return self._resolve(reference, importer, dialect)
        browser = self._browser(importer.parent) if is_bare(reference.request) else None
        instead = browser.package(reference.request) if browser is not None else None
        found: Resolution | None = None
        if instead is None:
            found = self._resolve(reference, importer, dialect)
            browser = self._browser(found.path.parent) if isinstance(found, Found) else None
            instead = browser.file(found.path) if browser is not None and isinstance(found, Found) else None
        if instead is None or browser is None:
            assert found is not None
            return found
        package = found.package if isinstance(found, Found) else None
        return self._instead(instead, browser, package, reference, dialect)

    def _instead(
        self,
        request: str,
        browser: Browser,
        package: PurePosixPath | None,
        reference: Reference,
        dialect: Dialect,
    ) -> Resolution:
        if not request:
            from miniport.project.entry import EMPTY

            path = browser.folder / EMPTY
            return Found(path, path, package=package, is_empty=True)
        other = replace(reference, request=request)
        found = self._resolve(other, browser.folder / MANIFEST, dialect)
        return replace(found, package=found.package or package) if isinstance(found, Found) else found

    def _browser(self, folder: PurePosixPath) -> Browser | None:
        """Return the table of the nearest package.json above, if it has one."""
        if folder not in self._browsers:
            found = None
            if self.files.entries(folder).get(MANIFEST) is False:
                table = self.package(folder).get("browser")
                if isinstance(table, dict):
                    from miniport.project.entry import Browser

                    found = Browser(folder, table)
            elif self.files.is_inside(above := normal(folder / "..")) and above != folder:
                found = self._browser(above)
            self._browsers[folder] = found
        return self._browsers[folder]

    def _resolve(self, reference: Reference, importer: PurePosixPath, dialect: Dialect) -> Resolution:
        link, request = reference.link, reference.request
        if link is Link.SCRIPT and is_inner(request):
            return self._inner(reference, importer, dialect)
        candidates = ENDINGS[link](dialect)
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
        return self._in_package(reference, importer, candidates, tried, dialect)

    def _inner(self, reference: Reference, importer: PurePosixPath, dialect: Dialect) -> Resolution:
        """Return what a name of a package's own means: its nearest package.json says so."""
        from miniport.project.entry import imported

        folder = importer.parent
        while self.files.entries(folder).get(MANIFEST) is not False:
            above = normal(folder / "..")
            if above == folder or not self.files.is_inside(above):
                return Missing((importer.parent / MANIFEST,))
            folder = above
        way = "require" if reference.is_require else "import"
        conditions = {*self.reads.conditions, way}
        target = imported(self.package(folder).get("imports"), reference.request, conditions)
        if target is None or is_inner(target):
            return Missing((), shut=folder / MANIFEST)
        found = self._resolve(replace(reference, request=target), folder / MANIFEST, dialect)
        return replace(found, manifest=folder / MANIFEST) if isinstance(found, Found) else found

    def _places(self, link: Link, request: str, importer: PurePosixPath) -> Iterator[PurePosixPath]:
        if is_bare(request):
            yield from self._bare_places(link, request, importer)
        else:
            folder = self.base if request.startswith("/") else importer.parent
            place = self.files.normal(folder / request.lstrip("/"))
            yield place
            if INSTALLED not in importer.parts:
                yield from map(self.files.normal, self.aliases.elsewhere(place, self.base))
        if link is Link.ASSET and (path := without_query(request)) != request:
            yield from self._places(link, path, importer)

    def _bare_places(self, link: Link, request: str, importer: PurePosixPath) -> Iterator[PurePosixPath]:
        if link in _BARE_IS_RELATIVE:
            yield self.files.normal(importer.parent / request)
        # Packages know nothing of what a project calls its folders.
        if INSTALLED not in importer.parts:
            yield from map(self.files.normal, self.aliases.places(link, request))

    def _first(
        self, entries: Iterable[_Entry], endings: tuple[str, ...], link: Link, tried: list[_Tried]
    ) -> Found | None:
        overlays = self.standing.overlays
        for entry in entries:
            place = entry.place
            beside = place.parent
            for ending in endings:
                # Most of what is looked for is not there, and a path costs more than a look at names.
                native = self._native(link, _ended_name(place, ending))
                over = self.standing.over(_ended(place, ending, native)) if overlays else None
                name = self.standing.name(place if _is_inside(place, ending) else beside, native)
                if over is not None or name is not None:
                    path = _ended(place, ending, native)
                    named = path.with_suffix("") if link in _BY_FOLDER else path
                    origin = over or path.with_name(name or "")
                    return Found(named, origin, entry.also, manifest=entry.manifest)
                tried.append((place, ending, native))
        return None

    def _native(self, link: Link, name: str) -> str:
        return name if link is Link.ASSET else self.standing.written.native_name(name)

    def _in_package(
        self,
        reference: Reference,
        importer: PurePosixPath,
        endings: tuple[str, ...],
        tried: list[_Tried],
        dialect: Dialect,
    ) -> Resolution:
        link = reference.link
        name, rest = split_package(reference.request)
        is_installed = False
        for installed in self._package_folders(name, importer):
            is_installed = True
            folder = self.files.real(installed)
            if folder is None:
                return Outside(installed)
            entries: Iterable[_Entry] = self._package_entries(folder, rest, dialect)
            if link is Link.SCRIPT and self._has_exports(folder):
                target = self._exported(folder, rest, reference)
                if target is None:
                    return replace(_missing(tried), shut=folder / MANIFEST)
                entries, endings = (target,), ("",)
            found = self._first(entries, endings, link, tried)
            if found is not None:
                gone = None if rest or link is Link.COMPONENT else self._gone(folder, endings, tried)
                # A package linked to a folder that the app lies in is the app.
                is_own = self.base.is_relative_to(folder) or set(folder.parts) == {".."}
                return replace(found, package=None if is_own else folder, gone=gone)
        return _missing(tried, "" if is_installed else name)

    def _has_exports(self, folder: PurePosixPath) -> bool:
        return "exports" in self.reads.fields and self.package(folder).get("exports") is not None

    def _exported(self, folder: PurePosixPath, rest: str, reference: Reference) -> _Entry | None:
        from miniport.project.entry import exported

        way = "require" if reference.is_require else "import"
        subpath = f"./{rest}" if rest else "."
        path = exported(self.package(folder)["exports"], subpath, {*self.reads.conditions, way})
        return None if path is None else _Entry(normal(folder / path), manifest=folder / MANIFEST)

    def _gone(
        self, folder: PurePosixPath, endings: tuple[str, ...], tried: list[_Tried]
    ) -> PurePosixPath | None:
        """Return the file that comes first in a package.json, where nothing was found for it."""
        first = next(self._mains(folder), None)
        places = [place for place, _, _ in tried]
        return first.place if first is not None and places.count(first.place) == len(endings) else None

    def _package_folders(self, name: str, importer: PurePosixPath) -> Iterator[PurePosixPath]:
        places = (normal(store / name) for store in self._stores.above(importer.parent))
        return filter(self.is_folder, places)

    @cached_property
    def _stores(self) -> Stores:
        return Stores(self.files, self.stores)

    def _package_entries(self, folder: PurePosixPath, rest: str, dialect: Dialect) -> Iterator[_Entry]:
        component_root = self.package(folder).get(dialect.package_field) if dialect.package_field else None
        if not rest:
            yield from self._mains(folder)
            # A component is what stands beside the script that main names.
            yield from (replace(each, place=each.place.with_suffix("")) for each in self._mains(folder))
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
        mains = [manifest[key] for key in self.reads.fields if isinstance(manifest.get(key), str)]
        places = tuple(normal(folder / str(main)) for main in mains)
        for at, place in enumerate(places):
            yield _Entry(place, () if self.reads.is_known else places[at + 1 :], folder / MANIFEST)

    def package(self, folder: PurePosixPath) -> dict[str, object]:
        """Return a package.json's value; empty where it is absent or no object."""
        known = self._packages.get(folder)
        if known is None:
            known = self._packages[folder] = self._read_package(folder)
        return known

    def _read_package(self, folder: PurePosixPath) -> dict[str, object]:
        # Next to no folder has one, which its names tell without a try to open it.
        if self.files.entries(folder).get(MANIFEST) is not False:
            return {}
        try:
            value = json.loads(self.files.read(folder / MANIFEST))
        except (Unreadable, ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}


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
