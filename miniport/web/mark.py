"""Marks in printed render functions: where in a template a word of theirs comes from.

Texts are put together in many places, so the mark stands in the text itself, a number between code points
that no text can mean; `literal` escapes those of users. `located` takes the marks out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.source import Origins, Source
from miniport.web.writer import literal

# Opens a mark that counts from the start of an expression, one that counts from the start of the file, the
# name of the file that all marks behind it are of, and the end of such a file; the last one closes each.
_INNER, _WHOLE, _FILE, _BACK, _END = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4"
_MARK = regex(f"[{_INNER}{_WHOLE}{_FILE}{_BACK}]([^{_END}]*){_END}")


class Traced(dict[str, str]):
    """The names around a place in a template whose words are to be marked."""


Names = Mapping[str, str]


def mark(names: Names, offset: int) -> str:
    """Return the mark of an offset in an expression; nothing where no marks are wanted."""
    return f"{_INNER}{offset}{_END}" if isinstance(names, Traced) else ""


def word(name: str, names: Names, offset: int) -> str:
    """Return a name as a marked literal."""
    text = literal(name)
    return f"{text[0]}{mark(names, offset)}{text[1:]}"


def words(text: str, names: Names, start: int) -> str:
    """Return a text of the template, which starts at an offset of the file, as a marked literal."""
    if not isinstance(names, Traced):
        return literal(text)
    kept = text.lstrip()
    lead = len(text) - len(kept)
    if not lead:
        return f'"{_WHOLE}{start}{_END}{literal(text)[1:]}'
    return f"{literal(text[:lead])[:-1]}{_WHOLE}{start + lead}{_END}{literal(kept)[1:]}"


def moved(text: str, names: Names, start: int) -> str:
    """Return a printed expression with marks that count from the start of the file."""
    if not isinstance(names, Traced):
        return text
    return re.sub(f"{_INNER}(\\d+)", lambda found: f"{_WHOLE}{start + int(found[1])}", text)


def of_file(path: PurePosixPath) -> tuple[str, str]:
    """Return what stands before and behind a text whose marks are of another file."""
    return f"{_FILE}{path}{_END}", f"{_BACK}{_END}"


def bare(text: str) -> str:
    """Return a text without its marks."""
    return _MARK.sub("", text) if _END in text else text


@frozen
class Spot:
    """The text at `start` comes from `offset` of a template, the own one where `path` is None."""

    start: int
    path: PurePosixPath | None
    offset: int


def located(text: str) -> tuple[str, tuple[Spot, ...]]:
    """Return a text without its marks, and what they said."""
    spots, pieces = [], []
    paths: list[PurePosixPath | None] = [None]
    at = length = 0
    for found in _MARK.finditer(text):
        pieces.append(text[at : found.start()])
        length += found.start() - at
        at = found.end()
        sign = found[0][0]
        if sign == _WHOLE:
            spots.append(Spot(length, paths[-1], int(found[1])))
        elif sign == _FILE:
            paths.append(PurePosixPath(found[1]))
        elif sign == _BACK:
            paths.pop()
    return "".join((*pieces, text[at:])), tuple(spots)


def led_back(
    text: str, spots: Iterable[Spot], source: Source, others: Mapping[PurePosixPath, Source]
) -> Source:
    """Return a printed text that leads back to its template, and to those that were put in place in it."""
    from miniport.project.mapped import alike

    kept = {spot.start: spot for spot in spots}
    starts = (0, *(start for start in kept if start > 0))
    sources = [others.get(spot.path) if spot.path else None for spot in kept.values()]
    ends = (*starts[1:], len(text))[1:]
    rows = list(zip(starts[1:], ends, kept.values(), sources, strict=True))
    widths = (alike(text[start:end], (other or source).text, spot.offset) for start, end, spot, other in rows)
    origins = Origins(
        starts,
        (0, *(spot.offset for _, _, spot, _ in rows)),
        (0, *widths),
        (None, *sources) if any(sources) else (),
    )
    return Source(source.path, text, source.has_bom, source, origins)
