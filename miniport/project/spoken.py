"""Which of several dialects with the same suffixes a project is written in: the API object tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from miniport.dialect import FileKind
from miniport.facts import Kind
from miniport.posix import PurePosixPath
from miniport.project.files import Files, Unreadable
from miniport.targets.pack import TargetPack


def spoken(files: Files, units: Iterable[PurePosixPath], readers: Sequence[TargetPack]) -> TargetPack:
    """Return the reader whose API object most scripts of an app's units name; of equal ones the first.

    `units` are paths without suffix. One script proves nothing: what is another platform's API object may be
    a variable here, or be asked for where the app runs elsewhere.
    """
    if len(readers) == 1:
        return readers[0]
    texts = [_script(files, unit, readers[0]) for unit in units]
    return max(readers, key=lambda reader: sum(_names(text, reader) for text in texts))


def _script(files: Files, unit: PurePosixPath, reader: TargetPack) -> str:
    for suffix in reader.dialect.suffixes[FileKind.SCRIPT]:
        path = unit.with_name(unit.name + suffix)
        if files.entries(path.parent).get(path.name) is False:
            try:
                return files.read(path).decode("utf-8", "replace")
            except Unreadable:
                # It is told of when it is read for what it holds.
                return ""
    return ""


def _names(text: str, reader: TargetPack) -> bool:
    """Tell whether a text names an API of a reader, comments and strings included."""
    namespace = reader.dialect.namespace
    if namespace not in text:
        return False
    calls = re.finditer(rf"(?<![\w$.]){re.escape(namespace)}\s*\.\s*(\w+)", text)
    return any((Kind.API, "", reader.neutral(Kind.API, call[1])) in reader.index for call in calls)
