"""Why a bundle was not written, as diagnostics."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from miniport import rules
from miniport.diagnostics import Diagnostic, Place, Rule
from miniport.posix import PurePosixPath
from miniport.project.outputs import STAGING


class OutputError(Exception):
    """Nothing was changed in the output folder, or the next command completes what was begun."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(f"{found.place.path}: {found.message()}" for found in diagnostics))
        self.diagnostics = diagnostics


def refusal(rule: Rule, path: Path, **arguments: object) -> Diagnostic:
    """Return a diagnostic about a path of the output folder."""
    words = {name: str(value) for name, value in arguments.items()}
    return Diagnostic(rule, words, Place(PurePosixPath(path.as_posix())))


_FULL = (errno.ENOSPC, errno.EDQUOT)
_DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)
_READ_ONLY = "the file system is read-only", "文件系统是只读的"
_NO_RIGHT = "permission denied", "权限不足"
_OBSTRUCTED = (errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY)


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn an error of the file system into an OutputError about the file it names, else about `path`."""
    try:
        yield
    except OSError as error:
        raise OutputError(_reason(error, _named(error) or path)) from error


def _named(error: OSError) -> Path | None:
    """Return the place an error is about; nobody has to know where bytes are staged."""
    name = error.filename2 or error.filename
    is_known = isinstance(name, str) and STAGING not in Path(name).parts
    return Path(name) if is_known else None


def _reason(error: OSError, at: Path) -> Diagnostic:
    found = error.strerror or type(error).__name__
    if error.errno in _FULL:
        return refusal(rules.OUTPUT_FULL, at)
    if error.errno in _DENIED:
        en, zh = _READ_ONLY if error.errno == errno.EROFS else _NO_RIGHT
        return refusal(rules.OUTPUT_DENIED, at, found_en=en, found_zh=zh)
    if error.errno in _OBSTRUCTED:
        return refusal(rules.OUTPUT_OBSTRUCTED, at)
    return refusal(rules.OUTPUT_UNWRITABLE, at, found=found.lower())
