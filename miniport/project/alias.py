"""Names that a project gives to its own folders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from miniport.facts import Link
from miniport.frozen import frozen
from miniport.posix import PurePosixPath


@frozen(slots=True)
class Alias:
    """A request like `pattern` means one of `targets`; the `*` in both stands for the same text.

    A pattern that starts with `/` is a place below the app root, which every request means that leads there.
    """

    pattern: str
    targets: tuple[str, ...]

    def meant(self, request: str) -> tuple[str, ...] | None:
        """Return the paths that a request means, None where the pattern does not fit it."""
        head, star, tail = self.pattern.partition("*")
        if not star:
            return self.targets if request == self.pattern else None
        if len(request) < len(head) + len(tail) or not (request.startswith(head) and request.endswith(tail)):
            return None
        middle = request[len(head) : len(request) - len(tail)]
        return tuple(target.replace("*", middle) for target in self.targets)


@frozen
class Aliases:
    """The aliases of one project, the longest pattern first.

    `everywhere` are those of the platform's tool and of miniport.yaml; `scripts` and the folder `root`, below
    which scripts may name files without a dot, are those of the TypeScript project.
    """

    everywhere: tuple[Alias, ...] = ()
    scripts: tuple[Alias, ...] = ()
    root: PurePosixPath | None = None

    @cached_property
    def _rooted(self) -> tuple[Alias, ...]:
        return tuple(alias for alias in self.everywhere if alias.pattern.startswith("/"))

    def elsewhere(self, place: PurePosixPath, base: PurePosixPath) -> Iterator[PurePosixPath]:
        """Yield the paths that stand for a place below the app root, in the order of trying."""
        if self._rooted and place.is_relative_to(base):
            name = f"/{place.relative_to(base)}"
            for alias in self._rooted:
                yield from map(PurePosixPath, alias.meant(name) or ())

    def places(self, link: Link, request: str) -> Iterator[PurePosixPath]:
        """Yield the paths that a request may mean by an alias, in the order of trying."""
        for alias in self.everywhere:
            yield from map(PurePosixPath, alias.meant(request) or ())
        if link is not Link.SCRIPT:
            return
        for alias in self.scripts:
            meant = alias.meant(request)
            if meant is not None:
                yield from map(PurePosixPath, meant)
                break
        if self.root is not None:
            yield self.root / request


def aliases_of(table: Mapping[str, object], folder: PurePosixPath) -> tuple[Alias, ...]:
    """Return the aliases of a table of names and paths relative to a folder.

    A name without `*` stands for what it names and for everything below it.
    """
    found: list[Alias] = []
    for name, value in table.items():
        targets = [each for each in (value if isinstance(value, list | tuple) else [value]) if _is_path(each)]
        paths = tuple(str(folder / str(target).lstrip("/")) for target in targets)
        if not name or not paths:
            continue
        found.append(Alias(name, paths))
        if "*" not in name:
            found.append(Alias(f"{name.rstrip('/')}/*", tuple(f"{path}/*" for path in paths)))
    return ordered(found)


def ordered(found: list[Alias]) -> tuple[Alias, ...]:
    """Return aliases in the order in which they count: exact ones, then by the length before the `*`."""
    return tuple(
        sorted(found, key=lambda alias: ("*" in alias.pattern, -len(alias.pattern.partition("*")[0])))
    )


def _is_path(value: object) -> bool:
    return isinstance(value, str | PurePosixPath)
