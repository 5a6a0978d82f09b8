"""Which other process builds a project again and again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from miniport.cache.recall import FOLDER
from miniport.output.lock import Holder, claimed
from miniport.project.find import absolute
from miniport.project.ignored import make_ignored


@contextmanager
def running(project: Path, folders: Iterable[Path], address: str) -> Iterator[Holder | None]:
    """Say, while the block runs, that this process writes some folders; yield another one that does.

    `address` is that of the page, which is what a holder says of itself.
    """
    top = project / FOLDER
    with suppress(OSError):
        make_ignored(str(top))
    with ExitStack() as held:
        others = [held.enter_context(claimed(top / _lock(folder), address)) for folder in folders]
        yield next(filter(None, others), None)


def _lock(folder: Path) -> str:
    """Return the name of the lock that stands for an output folder."""
    return f"dev-{hashlib.sha256(str(absolute(folder)).encode()).hexdigest()[:16]}.lock"
