"""A script and all that it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.analyze.app import File
from miniport.facts import Link
from miniport.posix import PurePosixPath


def scripts(start: File, files: Mapping[PurePosixPath, File]) -> Iterator[File]:
    """Yield a script and every script that it asks for, directly or by another."""
    seen: set[PurePosixPath] = set()
    pending = [start.path]
    while pending:
        path = pending.pop()
        file = files.get(path)
        if path in seen or file is None:
            continue
        seen.add(path)
        yield file
        pending += [target for (link, _), target in file.resolved.items() if link is Link.SCRIPT]
