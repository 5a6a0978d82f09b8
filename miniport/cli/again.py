"""A build that has nothing to do, told without loading what builds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from miniport.cache.looked import Looked
from miniport.cache.recall import FOLDER, kept, key, look, recall
from miniport.cli import system
from miniport.cli.language import choose

if TYPE_CHECKING:
    from _thread import LockType

_VALUES = frozenset({"--target", "--mode", "--fail-on", "--format", "--root", "--lang", "--cache-dir"})
_FLAGS = frozenset({"-q", "--quiet", "-v", "--verbose"})
_KEPT = {
    "build": (_VALUES | {"--out"}, _FLAGS | {"--keep-going"}),
    "check": (_VALUES | {"--select", "--ignore", "--baseline"}, _FLAGS),
}
"""The commands whose outcome is kept: their options that take a value, and those that take none."""


class Meanwhile:
    """Something that is read in a thread of its own.

    A state is read and its signature worked out without the interpreter, which loads modules meanwhile.
    """

    def __init__(self, read: Callable[[], bytes | None]) -> None:
        self._read = read
        self._is_read: LockType | None = None
        self._found: bytes | None = None

    def begin(self) -> None:
        """Read it from now on."""
        # `threading` takes as long to load as the thread has to do.
        from _thread import allocate_lock, start_new_thread

        self._is_read = allocate_lock()
        self._is_read.acquire()
        start_new_thread(self._run, (self._is_read,))

    def _run(self, is_read: LockType) -> None:
        try:
            self._found = self._read()
        finally:
            is_read.release()

    def found(self) -> bytes | None:
        """Wait for what is read and return it; None where it is not there, or was not begun."""
        if self._is_read is not None:
            with self._is_read:
                pass
        return self._found


class Before:
    """What an earlier process left to a command line: where it is kept, and what of it still holds."""

    __slots__ = ("folder", "key", "looked", "state")

    def __init__(self, folder: str, key: str, looked: Looked, state: Meanwhile) -> None:
        self.folder, self.key, self.looked, self.state = folder, key, looked, state


def before(arguments: Sequence[str]) -> Before | None:
    """Return what an earlier process left to a command line, None where that is nothing."""
    found = place(arguments)
    if found is None:
        return None
    for stream in (system.out(), system.err()):
        system.prepare(stream)
    (project, folder), key, environ = found, kept_as(arguments), system.environment()
    state = Meanwhile(lambda: kept(folder, environ, state_of(key))[0])
    looked = look(folder, key, environ, project, state.begin)
    return Before(folder, key, looked, state) if looked is not None else None


def again(left: Before) -> int | None:
    """Tell the last outcome of a command line once more and return its exit code, where it still holds."""
    told = recall(left.looked)
    if told is None:
        return None
    text, code = told
    system.emit(text, system.out())
    return code


def kept_as(arguments: Sequence[str]) -> str:
    """Return under what the outcome of a command line is kept: all that its report depends on is in it."""
    stream, environ = system.out(), system.environment()
    view = (
        choose(arguments, environ, stream),
        str(system.is_coloured(stream, environ)),
        str(system.columns(stream, environ)),
        str(stream.encoding),
        environ.get("PATH", ""),
    )
    return key(list(arguments), "\0".join(view))


def state_of(key: str) -> str:
    """Return under what the warm state of a build is kept whose outcome is kept under a key."""
    return f"state of {key}"


def pieces_of(key: str) -> str:
    """Return under what the pieces of a state are kept that are apart from it."""
    return f"pieces of {key}"


def place(arguments: Sequence[str]) -> tuple[str, str] | None:
    """Return the project and the cache's folder of a command whose outcome is kept.

    None for every other command, and where an option says that no cache is wanted or is not known here.
    """
    if not arguments or arguments[0] not in _KEPT:
        return None
    values, flags = _KEPT[arguments[0]]
    projects, folder = [], ""
    rest = iter(arguments[1:])
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name in values:
            value = value if equals else next(rest, "")
            folder = value if name == "--cache-dir" else folder
        elif argument.startswith("-"):
            if argument not in flags:
                return None
        else:
            projects.append(argument)
    if len(projects) > 1:
        return None
    project = projects[0] if projects else "."
    return project, folder or f"{project}/{FOLDER}"
