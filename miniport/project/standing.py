"""Which file stands at a place for one target."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.files import Files
from miniport.project.written import INSTALLED, Written

OVERLAYS = "platforms"
"""The folder whose folders, named as targets, hold files that stand in for those of the app."""


@frozen(slots=True)
class _Folder:
    """Where a folder lies; `words` tell files of it as this target's: packages know no other tools'."""

    is_installed: bool
    words: tuple[str, ...]


@frozen
class Standing:
    """The files of one target.

    `base` is the app root, `written` what stands for the files that the platform reads. `words` tell the
    target's files by `x.<word>.js`, the first of them in packages, too. `overlays` are folders whose files
    stand in for those below the app root. `can_make` tells whether the project names what makes a plain file
    of one: where nothing does, the plain file beside it is what the platform has read all along.
    """

    files: Files
    base: PurePosixPath
    written: Written
    words: tuple[str, ...]
    overlays: tuple[PurePosixPath, ...] = ()
    can_make: Callable[[PurePosixPath], bool] | None = None
    _folders: dict[PurePosixPath, _Folder] = field(default_factory=dict, repr=False, compare=False)

    def __getstate__(self) -> dict[str, object]:
        """Return what outlives the process: folders are looked at again by the few who ask."""
        return {**vars(self), "_folders": {}}

    def origin(self, path: PurePosixPath) -> PurePosixPath | None:
        """Return the file that stands at a logical path for this target: `x.<target>.js` before `x.js`."""
        over = self.over(path)
        if over is not None:
            return over
        name = self.name(path.parent, path.name)
        return path.with_name(name) if name is not None else None

    def logical(self, path: PurePosixPath) -> PurePosixPath:
        """Return the path that a file stands at: that of the app for one in a folder of the target's own."""
        for folder in self.overlays:
            if path.is_relative_to(folder):
                return self.base / path.relative_to(folder)
        return path

    def over(self, path: PurePosixPath) -> PurePosixPath | None:
        """Return the file of the target's own folders that stands at a path of the app."""
        if not self.overlays or not path.is_relative_to(self.base):
            return None
        for folder in self.overlays:
            place = folder / path.relative_to(self.base)
            name = self.name(place.parent, place.name)
            if name is not None:
                return place.with_name(name)
        return None

    def name(self, folder: PurePosixPath, name: str) -> str | None:
        """Return the name of the file in a folder that stands for one of a name."""
        names = self.files.entries(folder)
        if not names:
            return None
        found = self._folders.get(folder)
        if found is None:
            found = self._folders[folder] = self._told(folder, names)
        told = [name_for_target(name, word) for word in found.words]
        for each in (*told, name):
            for written in self.written.names(each, is_installed=found.is_installed):
                if names.get(written) is False:
                    is_beside = written != each and names.get(each) is False
                    return each if is_beside and not self._is_made(folder / written) else written
        return None

    def _is_made(self, path: PurePosixPath) -> bool:
        return self.can_make is None or self.can_make(path)

    def _told(self, folder: PurePosixPath, names: Iterable[str]) -> _Folder:
        is_installed = INSTALLED in folder.parts
        words = self.words[:1] if is_installed else self.words
        # Most folders have no such file, which one look tells.
        is_marked = any(f".{word}." in name for name in names for word in words)
        return _Folder(is_installed, words if is_marked else ())


def for_target(path: PurePosixPath, target: str) -> PurePosixPath:
    """Return the path of the file that stands in for another one on one target."""
    return path.with_name(name_for_target(path.name, target))


def is_of_one_target(path: PurePosixPath, targets: frozenset[str]) -> bool:
    """Tell whether a file stands in for another one on one target only: `x.<target>.js`."""
    # Asked of every file there is: a path would cost ten times as much.
    rest, _, ending = path.name.rpartition(".")
    name, _, word = rest.rpartition(".")
    return bool(name and ending) and word in targets


def name_for_target(name: str, target: str) -> str:
    """Return the name of the file that stands in for another one on what a word tells."""
    dot = name.rfind(".")
    # As in paths: `.x` and `x.` have no suffix.
    stem, suffix = (name[:dot], name[dot:]) if 0 < dot < len(name) - 1 else (name, "")
    return f"{stem}.{target}{suffix}"
