"""What may stand behind a request, by what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from miniport.dialect import Dialect, FileKind
from miniport.facts import Link

Endings = Callable[[Dialect], tuple[str, ...]]


def _script_endings(dialect: Dialect) -> tuple[str, ...]:
    suffixes = (*dialect.suffixes[FileKind.SCRIPT], ".json", dialect.suffix(FileKind.MODULE))
    return ("", *suffixes, *("/index" + suffix for suffix in suffixes))


def _component_endings(dialect: Dialect) -> tuple[str, ...]:
    suffixes = (
        dialect.suffix(FileKind.CONFIG),
        dialect.suffix(FileKind.TEMPLATE),
        *dialect.suffixes[FileKind.SCRIPT],
    )
    return (*suffixes, *("/index" + suffix for suffix in suffixes))


def _suffixes(kind: FileKind) -> Endings:
    return lambda dialect: ("", *dialect.suffixes[kind])


ENDINGS: Mapping[Link, Endings] = {
    Link.SCRIPT: _script_endings,
    Link.MODULE: _suffixes(FileKind.MODULE),
    Link.TEMPLATE: _suffixes(FileKind.TEMPLATE),
    Link.INCLUDE: _suffixes(FileKind.TEMPLATE),
    Link.STYLE: _suffixes(FileKind.STYLE),
    Link.COMPONENT: _component_endings,
    Link.PAGE: _component_endings,
    Link.CONFIG: lambda dialect: ("",),
    Link.ASSET: lambda dialect: ("",),
}
