"""What a package.json says of the package's scripts beside `module` and `main`: `exports` and `browser`."""

from __future__ import annotations

from collections.abc import Mapping, Set

from miniport.frozen import frozen
from miniport.posix import PurePosixPath

EMPTY = "miniport-empty.js"
"""The file, at the root of a package, that stands for what its `browser` field turns off."""


def exported(exports: object, subpath: str, conditions: Set[str]) -> str | None:
    """Return the path, from the package's folder, that `exports` gives a subpath (`.`, `./x`), None for none.

    As https://nodejs.org/api/packages.html says (2026-11-27): an exact key counts before a pattern, the
    pattern with the longest beginning before others, and the first condition that holds.
    """
    table = exports if isinstance(exports, dict) and _is_of_paths(exports) else {".": exports}
    if subpath in table and "*" not in subpath:
        return _path(table[subpath], "", conditions)
    best = max((key for key in table if _fits(key, subpath)), key=_rank, default=None)
    if best is None:
        return None
    start, _, end = best.partition("*")
    return _path(table[best], subpath[len(start) : len(subpath) - len(end)], conditions)


def imported(imports: object, request: str, conditions: Set[str]) -> str | None:
    """Return what a package's own `imports` give a request like `#x`: a path or a package, None for none."""
    table = imports if isinstance(imports, dict) else {}
    best = request if request in table and "*" not in request else None
    best = best or max((key for key in table if _fits(key, request)), key=_rank, default=None)
    found = _target(table[best], conditions) if best is not None else None
    if not found or best is None:
        return None
    start, _, end = best.partition("*")
    return found[0].replace("*", request[len(start) : len(request) - len(end)]) if "*" in best else found[0]


def _is_of_paths(exports: Mapping[str, object]) -> bool:
    return all(key.startswith(".") for key in exports)


def _fits(key: str, subpath: str) -> bool:
    start, star, end = key.partition("*")
    return bool(star) and len(subpath) >= len(key) and subpath.startswith(start) and subpath.endswith(end)


def _rank(key: str) -> tuple[int, int]:
    return key.index("*"), len(key)


def _path(target: object, part: str, conditions: Set[str]) -> str | None:
    found = _target(target, conditions)
    path = found[0].replace("*", part) if found else ""
    is_inside = path.startswith("./") and not {"..", "node_modules"} & set(path.split("/"))
    return path if is_inside else None


def _target(target: object, conditions: Set[str]) -> tuple[str, ...] | None:
    """Return the path of a target; () where it is shut on purpose, None where no condition holds."""
    if isinstance(target, str):
        return (target,)
    if isinstance(target, list):
        found = (_target(each, conditions) for each in target)
        return next((each for each in found if each), ())
    if not isinstance(target, dict):
        return ()
    held = (
        _target(each, conditions)
        for condition, each in target.items()
        if condition == "default" or condition in conditions
    )
    return next((each for each in held if each is not None), None)


@frozen
class Browser:
    """The table in the `browser` field of the package.json in `folder`."""

    folder: PurePosixPath
    table: Mapping[str, object]

    def package(self, request: str) -> str | None:
        """Return the request that takes the place of a bare one: "" for an empty module, None for none."""
        return self._first((request,))

    def file(self, path: PurePosixPath) -> str | None:
        """Return the same for a file of the package, which may be named without its ending."""
        if not path.is_relative_to(self.folder):
            return None
        inner = path.relative_to(self.folder)
        names = [inner, inner.with_suffix("")]
        if inner.stem == "index" and inner.parent.name:
            names.append(inner.parent)
        # A bare key that a file fits is a file, too: authors leave out the `./`.
        return self._first([form for name in names for form in (f"./{name}", *_loose(name))])

    def _first(self, keys: list[str] | tuple[str, ...]) -> str | None:
        for key in keys:
            value = self.table.get(key)
            if value is False:
                return ""
            if isinstance(value, str):
                return value
        return None


def _loose(name: PurePosixPath) -> tuple[str, ...]:
    return (str(name),) if name.suffix else ()
