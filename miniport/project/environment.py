"""The files `.env` and `.env.<mode>` of a project."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport import rules
from miniport.diagnostics import Diagnostic
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.files import Files, Unreadable
from miniport.regex import regex
from miniport.source import DecodeError, Source, Span, decode

PREFIX = "MINIPORT_"
"""How a name must start to reach the code: nothing secret gets into a bundle by standing beside it."""

FILE = ".env"
_LINE = regex(
    r"""[ \t]*(?:export[ \t]+)?(?P<name>[A-Za-z_]\w*)[ \t]*=[ \t]*"""
    r"""(?:"(?P<double>(?:[^"\\\n]|\\.)*)"|'(?P<single>[^'\n]*)'|(?P<plain>(?!["'])[^\n]*?))"""
    r"""[ \t]*(?:[ \t]#[^\n]*)?"""
)
_EMPTY = regex(r"[ \t]*(?:#[^\n]*)?")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


@frozen
class Environment:
    """The names with the prefix and their values, and what is wrong in the files."""

    values: dict[str, str]
    diagnostics: tuple[Diagnostic, ...] = ()


def environment(files: Files, mode: str) -> Environment:
    """Return what a project's `.env` and `.env.<mode>` say; the second one counts where both do."""
    values: dict[str, str] = {}
    wrong: list[Diagnostic] = []
    names = files.entries(PurePosixPath())
    for name in (FILE, f"{FILE}.{mode}"):
        if names.get(name) is not False:
            continue
        source = _read(files, PurePosixPath(name))
        for line in _lines(source) if source is not None else ():
            if isinstance(line, Span):
                assert source is not None
                wrong.append(rules.ENVIRONMENT_LINE.at(line, file=name).placed(source))
            elif line[0].startswith(PREFIX):
                values[line[0]] = line[1]
    return Environment(values, tuple(wrong))


def _read(files: Files, path: PurePosixPath) -> Source | None:
    try:
        return decode(path, files.read(path))
    except (Unreadable, DecodeError):
        # Nothing in the code can have been meant for what is no text.
        return None


def _lines(source: Source) -> Iterator[tuple[str, str] | Span]:
    """Yield (name, value) of each line, or the span of one that is none."""
    at = 0
    for line in source.text.split("\n"):
        written = line.rstrip("\r")
        match = _LINE.fullmatch(written)
        if match is not None:
            yield match["name"], _value(match)
        elif not _EMPTY.fullmatch(written):
            yield Span(at, at + len(written))
        at += len(line) + 1


def _value(match: re.Match[str]) -> str:
    if match["double"] is not None:
        return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), match["double"])
    return match["single"] if match["single"] is not None else match["plain"]
