"""What a request says by itself, and what may come of looking for it."""

from __future__ import annotations

import posixpath

from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.regex import regex

FOREIGN = regex(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|#)")
"""How a request starts that names no file of the project: `https:`, `plugin://`, `//cdn`, `#id`."""


@frozen(slots=True)
class Found:
    """A file: `path` is its logical place, `origin` the file that stands there for this target.

    `also` are further files of the same package that the platform's own resolution could choose. `package`
    is the package's folder, links followed, where the request named one. `manifest` is the package.json that
    named the file, `gone` a file that it names and that is not there. `is_empty`: an empty module is meant.
    """

    path: PurePosixPath
    origin: PurePosixPath
    also: tuple[PurePosixPath, ...] = ()
    package: PurePosixPath | None = None
    manifest: PurePosixPath | None = None
    gone: PurePosixPath | None = None
    is_empty: bool = False


@frozen(slots=True)
class Missing:
    """No such file; `tried` in the order of trying.

    `package` is set where a package is not installed, `shut` is the package.json whose `exports` has no file.
    """

    tried: tuple[PurePosixPath, ...]
    package: str = ""
    shut: PurePosixPath | None = None


@frozen(slots=True)
class Outside:
    """The request leaves the workspace root."""

    path: PurePosixPath


Resolution = Found | Missing | Outside


def normal(path: PurePosixPath) -> PurePosixPath:
    """Return a path without `.` and inner `..`."""
    # A path object has no `.` inside.
    return PurePosixPath(posixpath.normpath(path)) if ".." in path else path


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


def is_inner(request: str) -> bool:
    """Tell whether a request is a name that a package gives to a file of its own: `#x`."""
    return request.startswith("#") and len(request) > 1


def is_bare(request: str) -> bool:
    """Tell whether a request starts with a name: a package, or for some links a file beside."""
    return not request.startswith(("/", "./", "../")) and request not in (".", "..")
