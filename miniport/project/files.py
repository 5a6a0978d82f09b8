"""Where a project's bytes come from: a folder on disk, or a Bundle."""

from __future__ import annotations

import errno
import os
import posixpath
import stat
from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Protocol

from miniport.bundle import Bundle
from miniport.posix import PurePosixPath
from miniport.project.outputs import MANIFEST

ROOT_MARKS = (
    ".git",
    "package-lock.json",
    "yarn.lock",
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    "bun.lock",
    "bun.lockb",
    "lerna.json",
)
"""What marks the top of a workspace."""

CAUSES = {
    "outside": ("it lies outside the workspace", "它位于工作区之外"),
    "folder": ("it is a folder", "它是一个目录"),
    "denied": ("you have no right to read it", "没有读取它的权限"),
    "loop": ("it is a link that leads back to itself", "它是指回自身的链接"),
    "dangling": ("it is a link to nothing", "它是一个失效的链接"),
    "refused": ("the system refuses to open it", "系统拒绝打开"),
    "special": ("it is not a regular file", "它不是普通文件"),
    "absent": ("it is not there", "它不存在"),
}
"""Why a path cannot be read: cause -> (English, Chinese)."""


def cause_of(error: OSError) -> str:
    """Return the key of CAUSES that an error of the file system means."""
    if error.errno == errno.ELOOP:
        return "loop"
    match error:
        case FileNotFoundError():
            return "dangling" if os.path.islink(error.filename) else "absent"
        case IsADirectoryError():
            return "folder"
        case PermissionError():
            return "denied"
    return "refused"


class Unreadable(Exception):  # noqa: N818 - it names what was found
    """A path that cannot be read; `cause` is a key of CAUSES."""

    def __init__(self, path: PurePosixPath, cause: str) -> None:
        super().__init__(f"{path}: {cause}")
        self.path = path
        self.cause = cause


class Files(Protocol):
    """A tree of files. Paths are relative to the project; they may start with `..` inside the workspace."""

    def entries(self, folder: PurePosixPath) -> Mapping[str, bool]:
        """Return the names in a folder, each with whether it is a folder; empty where there is none."""

    def closed(self) -> frozenset[PurePosixPath]:
        """Return the folders asked for so far whose names nobody may read."""

    def read(self, path: PurePosixPath) -> bytes:
        """Return a file's content. Raises Unreadable."""

    def is_inside(self, path: PurePosixPath) -> bool:
        """Tell whether a path lies under the workspace root, by its text alone."""

    def real(self, folder: PurePosixPath) -> PurePosixPath | None:
        """Return a folder's path with every link followed, None where that leaves the workspace root."""

    def normal(self, path: PurePosixPath) -> PurePosixPath:
        """Return the one spelling of a path: `../app/x` is `x` in a project whose folder is called `app`."""

    def on_disk(self, folder: PurePosixPath) -> Path:
        """Return where a folder stands on disk, for a tool that is started from there."""


_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
# What systems say of a link that is not to be followed.
_OF_LINKS = (errno.ELOOP, errno.EMLINK, getattr(errno, "EFTYPE", errno.ELOOP))
_NO_NAMES = ("", ".", "..")


class DiskFiles:
    """Files under a workspace root on disk; nothing outside of it is listed or read.

    Listings are kept, so one run sees one state of the tree. `skipped` are folders (relative to the
    project) that are treated as absent: output folders.
    """

    def __init__(self, root: Path, project: Path, skipped: frozenset[PurePosixPath] = frozenset()) -> None:
        self._root = os.path.realpath(root)
        self._project = os.path.realpath(project)
        self._skipped = skipped
        self._listings: dict[PurePosixPath, Mapping[str, bool]] = {}
        self._links: dict[PurePosixPath, tuple[str, ...]] = {}
        self._real: dict[str, str] = {}
        # By a folder's name on disk: the folders in it that are no links.
        self._plain: dict[str, frozenset[str]] = {}
        self._closed: set[PurePosixPath] = set()

    def entries(self, folder: PurePosixPath) -> Mapping[str, bool]:
        """Return the names in a folder, each with whether it is a folder; empty where there is none."""
        known = self._listings.get(folder)
        if known is None:
            known = self._listings[folder] = self._list(folder)
        return known

    def closed(self) -> frozenset[PurePosixPath]:
        """Return the folders asked for so far that this user may not list."""
        return frozenset(self._closed)

    def read(self, path: PurePosixPath) -> bytes:
        """Return a file's content. Raises Unreadable."""
        handle = self._opened(path, self._name(path))
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise Unreadable(path, "folder" if stat.S_ISDIR(found.st_mode) else "special")
            return _content(handle, found.st_size)
        finally:
            os.close(handle)

    def _opened(self, path: PurePosixPath, name: str) -> int:
        """Open a file where it lies inside. Raises Unreadable."""
        folder, _, file = name.rpartition(os.sep)
        if _NO_LINK and file not in _NO_NAMES and _is_under(self._realpath(folder or os.sep), self._root):
            # What is no link lies where its folder does: to open it tells both at once.
            try:
                return os.open(name, _READ | _NO_LINK)
            except OSError as error:
                if error.errno not in _OF_LINKS:
                    raise Unreadable(path, cause_of(error)) from error
        self._demand_inside(path, name)
        try:
            return os.open(name, _READ)
        except OSError as error:
            raise Unreadable(path, cause_of(error)) from error

    def is_inside(self, path: PurePosixPath) -> bool:
        """Tell whether a path lies under the workspace root, by its text alone."""
        if ".." not in path:
            return True
        return _is_under(os.path.normpath(self._name(path)), self._root)

    def real(self, folder: PurePosixPath) -> PurePosixPath | None:
        """Return a folder's path with every link followed, None where that leaves the workspace root."""
        real = self._realpath(self._name(folder))
        if not _is_under(real, self._root):
            return None
        return self._relative(real)

    def normal(self, path: PurePosixPath) -> PurePosixPath:
        """Return the one spelling of a path: `../app/x` is `x` in a project whose folder is called `app`."""
        # As a text: a name with two dots inside is looked at in vain, and nothing else is.
        if ".." not in path:
            return path
        return self._relative(os.path.normpath(self._name(path)))

    def on_disk(self, folder: PurePosixPath) -> Path:
        """Return where a folder stands on disk, for a tool that is started from there."""
        return Path(os.path.normpath(self._name(folder)))

    def _name(self, path: PurePosixPath) -> str:
        """Return what a path is called on disk."""
        below = path if os.sep == "/" else path.replace("/", os.sep)
        return self._project if path == _HERE else os.path.join(self._project, below)

    def _relative(self, name: str) -> PurePosixPath:
        below = name.removeprefix(self._project + os.sep)
        name = below if below != name else os.path.relpath(name, self._project)
        return PurePosixPath(name.replace(os.sep, "/"))

    def _list(self, folder: PurePosixPath) -> Mapping[str, bool]:
        name = self._name(folder)
        self._plain.pop(name, None)
        real = self._realpath(name)
        # Where no link was followed on the way, none leads back.
        is_loop = real != name and self._is_loop(folder)
        if folder in self._skipped or is_loop or not _is_under(real, self._root):
            return {}
        skipped = names_in(self._skipped, folder)
        try:
            with os.scandir(name) as found:
                entries = [entry for entry in found if entry.name not in skipped]
        except PermissionError:
            self._closed.add(folder)
            return {}
        except OSError:
            return {}
        names = {entry.name: _is_folder(entry) for entry in entries}
        links = self._links[folder] = tuple(entry.name for entry in entries if entry.is_symlink())
        self._plain[name] = frozenset(each for each, is_folder in names.items() if is_folder).difference(
            links
        )
        # What an earlier build wrote is no source, wherever it was put; a package may have been built so.
        is_output = MANIFEST in names and folder.parts and "node_modules" not in folder.parts
        return {} if is_output else names

    def _is_loop(self, folder: PurePosixPath) -> bool:
        """Tell whether a folder is, through a link, one of the folders it lies in."""
        names = accumulate((self._project, *folder.parts), os.path.join)
        *above, own = map(self._realpath, names)
        return own in above

    def _demand_inside(self, path: PurePosixPath, name: str) -> None:
        folder, file = os.path.split(name)
        real = os.path.join(self._realpath(folder), file)
        if os.path.islink(real):
            real = os.path.realpath(real)
        if not _is_under(real, self._root):
            raise Unreadable(path, "outside")

    def _realpath(self, folder: str) -> str:
        real = self._real.get(folder)
        if real is None:
            real = self._real[folder] = self._followed(folder)
        return real

    def _followed(self, folder: str) -> str:
        above, _, name = folder.rpartition(os.sep)
        above = above or os.sep
        if name not in self._plain.get(above, ()) and (
            not folder.startswith(self._project) or not name or ".." in folder or os.path.islink(folder)
        ):
            return os.path.realpath(folder)
        # Folders share what is above them, which need not be followed again for each.
        real = self._real.get(above)
        if real is None:
            real = self._real[above] = os.path.realpath(above)
        return os.path.join(real, name)


class BundleFiles:
    """The files of a Bundle, for compiling what was emitted."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._listings: dict[PurePosixPath, dict[str, bool]] = {PurePosixPath(): {}}
        for path in bundle:
            self._add(path)

    def hold(self, bundle: Bundle) -> frozenset[PurePosixPath] | None:
        """Hold another bundle of the same paths and return those that differ; None where the paths differ."""
        if bundle.keys() != self._bundle.keys():
            return None
        changed = frozenset(path for path, content in bundle.items() if self._bundle[path] != content)
        self._bundle = bundle
        return changed

    def entries(self, folder: PurePosixPath) -> Mapping[str, bool]:
        """Return the names in a folder, each with whether it is a folder; empty where there is none."""
        return self._listings.get(folder, {})

    def closed(self) -> frozenset[PurePosixPath]:
        """Return nothing: every folder of a bundle may be listed."""
        return frozenset()

    def read(self, path: PurePosixPath) -> bytes:
        """Return a file's content. Raises Unreadable."""
        content = self._bundle.get(path)
        if content is None:
            raise Unreadable(path, "folder" if path in self._listings else "absent")
        return content

    def is_inside(self, path: PurePosixPath) -> bool:
        """Tell whether a path lies inside the bundle."""
        return not path.parts or path.parts[0] != ".."

    def real(self, folder: PurePosixPath) -> PurePosixPath | None:
        """Return the folder itself: a bundle has no links."""
        return folder

    def normal(self, path: PurePosixPath) -> PurePosixPath:
        """Return the path without `.` and inner `..`."""
        return PurePosixPath(posixpath.normpath(path))

    def on_disk(self, folder: PurePosixPath) -> Path:
        """Raise: a bundle holds no tools, and nothing that needs one."""
        raise NotImplementedError(folder)

    def _add(self, path: PurePosixPath) -> None:
        is_folder = False
        for parent, name in zip(path.parents, reversed(path.parts), strict=True):
            self._listings.setdefault(parent, {})[name] = is_folder
            is_folder = True


def _content(handle: int, size: int) -> bytes:
    # As a file object does it, without what it costs to make one for each of a thousand small files.
    pieces = []
    while piece := os.read(handle, size + 1):
        pieces.append(piece)
    return b"".join(pieces)


def names_in(paths: Iterable[PurePosixPath], folder: PurePosixPath) -> frozenset[str]:
    """Return the names of those paths that lie right in a folder."""
    return frozenset(path.name for path in paths if path.parent == folder)


def _is_under(name: str, root: str) -> bool:
    return name == root or name.startswith(root.rstrip(os.sep) + os.sep)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def workspace_root(project: Path) -> Path:
    """Return the nearest folder at or above the project that holds a lock file, a workspace or `.git`.

    Falls back to the project itself.
    """
    _, present = root_marks(project)
    return Path(present[0]).parent if present else project


def root_marks(project: Path, marks: tuple[str, ...] = ROOT_MARKS) -> tuple[list[str], list[str]]:
    """Return what is looked for to find a workspace's top: the absent paths, and the one that is there."""
    absent: list[str] = []
    for folder in (project, *project.parents):
        for name in marks:
            place = folder / name
            if place.exists():
                return absent, [str(place)]
            absent.append(str(place))
    return absent, []


_HERE = PurePosixPath()


class LaidFiles:
    """Files with other contents laid over some of them."""

    def __init__(self, files: Files, over: Mapping[PurePosixPath, bytes]) -> None:
        self._files = files
        self._over = over
        self.entries = files.entries
        self.closed = files.closed
        self.is_inside = files.is_inside
        self.real = files.real
        self.normal = files.normal
        self.on_disk = files.on_disk

    def read(self, path: PurePosixPath) -> bytes:
        """Return a file's content. Raises Unreadable."""
        laid = self._over.get(path)
        return self._files.read(path) if laid is None else laid
