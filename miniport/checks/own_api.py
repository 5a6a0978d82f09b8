"""What an app puts on the API object itself (`my.getContext = …`): nobody needs to know of that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from miniport.analyze.app import File
from miniport.dialect import FileKind
from miniport.memo import Memo
from miniport.posix import PurePosixPath
from miniport.syntax.script_tree import Script


def own_apis_of(files: Mapping[PurePosixPath, File], memo: Memo) -> frozenset[str]:
    """Return the names that an app's scripts put on the API object."""
    found = memo.each("own apis", files, lambda _, file: _put(file))
    return memo.of("all own apis", "", (found,), lambda: frozenset[str]().union(*found.values()))


def _put(file: File) -> frozenset[str]:
    if file.kind is not FileKind.SCRIPT or not isinstance(file.tree, Script):
        return frozenset()
    text = file.tree.text
    named = (name for name in file.dialect.namespaces if f"{name}." in text)
    found = (match for name in named for match in _assignment(name).finditer(text))
    return frozenset(match[1] for match in found if not _is_inside(text, match.start()))


# A search for a plain word is quick; what stands before it is looked at only where it is met.
def _is_inside(text: str, start: int) -> bool:
    before = text[start - 1] if start else " "
    return before.isalnum() or before in "_$."


@lru_cache(maxsize=16)
def _assignment(namespace: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(namespace)}\.(\w+)\s*=(?![=>])")
