"""Which place each used package gets, so that bare requests find the package they found in the project."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import lru_cache
from itertools import count

from miniport.frozen import frozen
from miniport.posix import PurePosixPath

FOLDER = "node_modules"


@frozen
class Need:
    """One package needed from somewhere.

    `package` is the folder of the package that needs it, None for the app. `at` is the folder of the needing
    file: its place in the bundle, or for a package's file relative to the package. `name` is the package's
    name in a bare request, "" where it is needed by its path. `target` is its folder in the project.
    """

    package: PurePosixPath | None
    at: PurePosixPath
    name: str
    target: PurePosixPath


class Nearest:
    """The nearest folder above a path that meets a test; each folder is tested once."""

    def __init__(self, test: Callable[[PurePosixPath], bool]) -> None:
        self._test = test
        self._known: dict[str, PurePosixPath | None] = {}

    def above(self, path: PurePosixPath) -> PurePosixPath | None:
        """Return the folder, None where no folder above the path meets the test."""
        # By name: each file is asked for several times, and a path object costs more than the answer.
        name = str(path).rpartition("/")[0]
        if name not in self._known:
            self._learn(name)
        return self._known[name]

    def _learn(self, name: str) -> None:
        """Find the folder for one of a name, and so for those that are passed on the way up to it."""
        passed = []
        while name not in self._known:
            passed.append(name)
            folder = PurePosixPath(name)
            if self._test(folder):
                self._known[name] = folder
            elif not name:
                self._known[name] = None
            else:
                name = name.rpartition("/")[0]
        self._known.update(dict.fromkeys(passed, self._known[name]))


def owners(known: Set[PurePosixPath]) -> Nearest:
    """Return what tells the folder of the package a path lies in: one of those known, else by its name."""
    return Nearest(lambda folder: folder in known or is_package(folder))


def is_package(folder: PurePosixPath) -> bool:
    """Tell whether a folder is a package's by the folders it lies in."""
    if folder.name.startswith(("@", ".")):
        return False
    above = folder.parent
    return above.name == FOLDER or (above.name.startswith("@") and above.parent.name == FOLDER)


def settle(needs: Iterable[Need], base: PurePosixPath) -> dict[PurePosixPath, tuple[PurePosixPath, ...]]:
    """Return the places of each package, its main place first.

    A package stays where it is below `base` when it is found there; else it stands as far up as no other
    package of its name is in the way, and beside each package that needs it where that is the only way.
    """
    by_package: dict[PurePosixPath | None, list[Need]] = defaultdict(list)
    by_path: list[PurePosixPath] = []
    for need in dict.fromkeys(needs):
        if need.name:
            by_package[need.package].append(need)
        else:
            by_path.append(need.target)
    table: dict[PurePosixPath, PurePosixPath] = {}
    _put_all(by_package, base, table)
    for folder in by_path:
        if folder not in table.values():
            options = (_own_place(folder, base), *_places(PurePosixPath(), folder.name))
            table[next(each for each in _numbered(options) if each not in table)] = folder
            _put_all(by_package, base, table)
    found: dict[PurePosixPath, tuple[PurePosixPath, ...]] = {}
    for place, folder in table.items():
        found[folder] = (*found.get(folder, ()), place)
    return found


def _put_all(
    by_package: Mapping[PurePosixPath | None, list[Need]],
    base: PurePosixPath,
    table: dict[PurePosixPath, PurePosixPath],
) -> None:
    # A package put between others and what they found so far sends these for another place.
    while _put_missing(by_package, base, table):
        pass


def _numbered(options: Iterable[PurePosixPath | None]) -> Iterator[PurePosixPath]:
    """Yield places, then the last of them with a number behind it."""
    place = PurePosixPath()
    for option in options:
        if option is not None:
            place = option
            yield place
    yield from (place.with_name(f"{place.name}-{number}") for number in count(2))


def _put_missing(
    by_package: Mapping[PurePosixPath | None, list[Need]],
    base: PurePosixPath,
    table: dict[PurePosixPath, PurePosixPath],
) -> bool:
    """Go through all needs from the app on, put what is not found, and tell whether anything was."""
    before = len(table)
    pending: deque[tuple[PurePosixPath | None, PurePosixPath]] = deque([(None, PurePosixPath())])
    pending.extend((folder, place) for place, folder in table.items())
    while pending:
        package, at = pending.popleft()
        for need in by_package.get(package, ()):
            place = _missing_place(need, at / need.at, base, table)
            if place is not None:
                table[place] = need.target
                pending.append((need.target, place))
    return len(table) > before


def _missing_place(
    need: Need, at: PurePosixPath, base: PurePosixPath, table: Mapping[PurePosixPath, PurePosixPath]
) -> PurePosixPath | None:
    """Return where a needed package has to be put, None where it is found already."""
    visible = _places(at, need.name)
    nearest = next((place for place in reversed(visible) if place in table), None)
    if nearest is not None and table[nearest] == need.target:
        return None
    own = _own_place(need.target, base)
    options = (own, *visible) if own in visible else visible
    depth = len(nearest.parts) if nearest is not None else 0
    return next((each for each in options if each and each not in table and len(each.parts) > depth), None)


@lru_cache(maxsize=4096)
def _places(at: PurePosixPath, name: str) -> tuple[PurePosixPath, ...]:
    """Return where a package of this name is looked for from a folder, the farthest place first."""
    folders = [folder for folder in (at, *at.parents) if folder.name != FOLDER]
    below = PurePosixPath(FOLDER, name)
    return tuple(folder / below for folder in reversed(folders))


def _own_place(folder: PurePosixPath, base: PurePosixPath) -> PurePosixPath | None:
    is_inside = folder.is_relative_to(base) and ".." not in folder.parts
    return folder.relative_to(base) if is_inside and is_package(folder) else None


def package_of(paths: Iterable[PurePosixPath], owner: Nearest) -> Iterator[PurePosixPath]:
    """Yield the folder of each package that some of the paths lie in, once."""
    found = dict.fromkeys(map(owner.above, paths))
    return (folder for folder in found if folder is not None)
