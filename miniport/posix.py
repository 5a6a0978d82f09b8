"""Paths of a project: relative, with `/` between the names, the same on every system."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from functools import partial

_HERE = "."
_END = "\0"


class PurePosixPath(str):
    """A path that says of itself what pathlib's class of this name says, and is one text.

    A build asks tables for a path some hundred thousand times. A text is hashed once and compared at once;
    pathlib's paths take themselves apart for either. Since `<` is our own here, `==` takes twice as long as
    that of a text: where a length tells as much, it is asked first.
    """

    __slots__ = ()

    def __new__(cls, *parts: str | pathlib.PurePath) -> PurePosixPath:
        """Return the path of some parts joined, without `.`, doubled and last slashes."""
        text = parts[0] if len(parts) == 1 else None
        if text.__class__ is cls:
            return text
        if isinstance(text, str):
            # Most of what is odd are requests for a file beside.
            rest = text[2:] if text.startswith("./") else text
            if not _is_odd(rest) and (rest is text or rest[0] != "/"):
                return str.__new__(cls, rest)
        return str.__new__(cls, pathlib.PurePosixPath(*parts).__str__())

    def __repr__(self) -> str:
        """Return how it is written in Python."""
        return f"{type(self).__name__}({str.__repr__(self)})"

    def __lt__(self, other: str) -> bool:
        """Tell whether it comes before another, name by name: `a/b` comes before `a-b`."""
        return by_names(self) < by_names(other)

    def __le__(self, other: str) -> bool:
        """Tell whether it does not come after another."""
        return by_names(self) <= by_names(other)

    def __gt__(self, other: str) -> bool:
        """Tell whether it comes after another."""
        return by_names(self) > by_names(other)

    def __ge__(self, other: str) -> bool:
        """Tell whether it does not come before another."""
        return by_names(self) >= by_names(other)

    def __truediv__(self, other: str | pathlib.PurePath) -> PurePosixPath:
        """Return a path below this one; an absolute one stays what it is."""
        is_plain = isinstance(other, PurePosixPath) or (isinstance(other, str) and not _is_odd(other))
        below = other if is_plain else PurePosixPath(other)
        assert isinstance(below, str)
        if len(below) == 1 and below == _HERE:
            return self
        if below[0] == "/" or (len(self) == 1 and self == _HERE):
            return PurePosixPath(below)
        return _path(self + below if self[-1] == "/" else "/".join((self, below)))

    @property
    def parts(self) -> tuple[str, ...]:
        """Return its names; the first of an absolute one is `/`."""
        if len(self) == 1 and self == _HERE:
            return ()
        if self.startswith("/"):
            return pathlib.PurePosixPath(self).parts
        return tuple(self.split("/"))

    @property
    def name(self) -> str:
        """Return its last name; nothing where it has none."""
        return "" if len(self) == 1 and self == _HERE else self[self.rfind("/") + 1 :]

    @property
    def suffix(self) -> str:
        """Return what its name ends with, from the last dot on."""
        at = self.rfind(".")
        return self[at:] if self.rfind("/") + 1 < at < len(self) - 1 else ""

    @property
    def stem(self) -> str:
        """Return its name without the suffix."""
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    @property
    def parent(self) -> PurePosixPath:
        """Return the folder it lies in."""
        at = self.rfind("/")
        return _path(self[:at]) if at > 0 else _path(_HERE if at else "/")

    @property
    def parents(self) -> tuple[PurePosixPath, ...]:
        """Return the folders it lies in, the nearest first."""
        found = []
        at: PurePosixPath = self
        while (above := at.parent) != at:
            found.append(above)
            at = above
        return tuple(found)

    def with_name(self, name: str) -> PurePosixPath:
        """Return a path beside this one. Raises ValueError where it has no name or the new one is none."""
        if not name or "/" in name or name == _HERE:
            raise ValueError(f"{name!r} is no name")
        if not self.name:
            raise ValueError(f"{self!r} has no name")
        return _path(self[: self.rfind("/") + 1] + name)

    def with_suffix(self, suffix: str) -> PurePosixPath:
        """Return the path with another suffix, or with none. Raises ValueError where that is none."""
        if (suffix and not suffix.startswith(".")) or suffix == "." or "/" in suffix:
            raise ValueError(f"{suffix!r} is no suffix")
        if not self.name:
            raise ValueError(f"{self!r} has no name")
        own = self.suffix
        return _path((self[: -len(own)] if own else self) + suffix)

    def is_relative_to(self, folder: str) -> bool:
        """Tell whether it is a folder or lies in it."""
        if len(folder) == 1 and folder == _HERE:
            return not self.startswith("/")
        is_below = self.startswith(folder)
        return is_below and (len(self) == len(folder) or folder.endswith("/") or self[len(folder)] == "/")

    def relative_to(self, folder: str) -> PurePosixPath:
        """Return the path from a folder. Raises ValueError where it does not lie there."""
        if len(folder) == 1 and folder == _HERE and not self.startswith("/"):
            return self
        if not self.is_relative_to(folder):
            raise ValueError(f"{self!r} does not lie in {folder!r}")
        return _path(self[len(folder) :].removeprefix("/") or _HERE)

    @property
    def is_outside(self) -> bool:
        """Tell whether it begins with `..`."""
        return self == ".." or self.startswith("../")

    def is_absolute(self) -> bool:
        """Tell whether it begins at the root."""
        return self.startswith("/")

    def as_posix(self) -> str:
        """Return its text."""
        return self.__str__()


_path: Callable[[str], PurePosixPath] = partial(str.__new__, PurePosixPath)
"""Returns the path of a text that is one already."""


def by_names(text: str) -> str:
    """Return a text that sorts as a path's names do: the end of a name comes before all that is in one.

    As the key of a sort it is made once for each path, where `<` makes it twice for each two of them.
    """
    if text.startswith("/"):
        return f"/{text.replace('/', _END)}" if len(text) > 1 else "/"
    return "" if len(text) == 1 and text == _HERE else text.replace("/", _END)


def _is_odd(text: str) -> bool:
    """Tell whether a text is not how its path is written: it has a `.`, a doubled or a last slash."""
    if not text or "//" in text or text[:2] == "./" or (text[-1] == "/" and text != "/"):
        return True
    return "/." in text and ("/./" in text or text.endswith("/."))
