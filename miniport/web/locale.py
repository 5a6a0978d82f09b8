"""What an app's bars show in each language that it has a file for."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.analyze.app import AppFacts
from miniport.facts import Json
from miniport.posix import PurePosixPath
from miniport.syntax.data import JsonDocument
from miniport.web.pieces import with_needs

PIECE = "part/locale"
_KEYS = ("window", "tabBar", "pages")


def with_locale(pieces: tuple[str, ...], facts: AppFacts) -> tuple[str, ...]:
    """Return the pieces, first the one that lays a language over the configuration, where there is one."""
    return (*with_needs((PIECE,)), *pieces) if dict(locales(facts)) else pieces


def locales(facts: AppFacts) -> Iterator[tuple[str, Json]]:
    """Yield (language, what its file says of bars) for each language of an app."""
    for language, path in facts.project.reader.locales.items():
        file = facts.files.get(PurePosixPath(path))
        tree = file.tree if file is not None else None
        value = tree.value if isinstance(tree, JsonDocument) else None
        if isinstance(value, dict):
            yield language, {key: value[key] for key in _KEYS if isinstance(value.get(key), dict)}
