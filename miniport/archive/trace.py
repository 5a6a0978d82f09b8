"""Lead the frames of a production stack back to the source, by the maps that lie beside the archive."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from miniport.archive.contents import MAP
from miniport.archive.manifest import Manifest
from miniport.archive.read import ArchiveError, manifest_of, opened, stem
from miniport.archive.release import MAPS
from miniport.bundle import Bundle
from miniport.diagnostics import Place
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.mapped import numbers
from miniport.regex import regex
from miniport.source import utf16_length

_FRAME = regex(
    r"""(?P<file>[^\s()@'"]*?[^\s()@'":/]+\.(?:js|mjs|sjs|css)(?:[?#][^\s():]*)?)
        :(?P<line>\d+):(?P<column>\d+)""",
    re.VERBOSE,
)

_Segment = tuple[int, int, int, int]
"""Generated column, number of the source, its line, its column; all from 0, columns in UTF-16 units."""


@frozen
class Frame:
    """One place in a stack. `span` is where it stands in the text; `place` is None where nothing is known."""

    span: tuple[int, int]
    file: str
    line: int
    column: int
    place: Place | None


@frozen
class SourceMap:
    """One map, read as far as looking up places needs."""

    sources: tuple[str, ...]
    texts: tuple[str, ...]
    mappings: str

    @classmethod
    def read(cls, content: bytes) -> SourceMap:
        """Return the map of a file. Raises ValueError where it is none."""
        value = json.loads(content)
        if not isinstance(value, dict) or value.get("version") != 3:
            raise ValueError("no source map of version 3")
        sources = tuple(map(str, value.get("sources") or ()))
        texts = tuple(str(text or "") for text in value.get("sourcesContent") or [""] * len(sources))
        return cls(sources, texts, str(value.get("mappings", "")))

    @cached_property
    def _rows(self) -> list[list[_Segment]]:
        rows = []
        at = [0, 0, 0]
        for row in self.mappings.split(";"):
            column, found = 0, []
            for segment in filter(None, row.split(",")):
                fields = list(numbers(segment))
                column += fields[0]
                if len(fields) >= 4:
                    at = [known + change for known, change in zip(at, fields[1:4], strict=True)]
                    found.append((column, at[0], at[1], at[2]))
            rows.append(found)
        return rows

    def place(self, line: int, column: int) -> Place | None:
        """Return where a generated place, line and column from 1, comes from; None where from nowhere."""
        row = self._rows[line - 1] if 0 < line <= len(self._rows) else []
        at = bisect_right(row, column - 1, key=lambda segment: segment[0]) - 1
        if at < 0:
            return None
        _, source, old_line, units = row[at]
        lines = self.texts[source].split("\n") if source < len(self.texts) else []
        text = lines[old_line] if old_line < len(lines) else ""
        start = _code_points(text, units) + 1
        path = PurePosixPath(self.sources[source])
        return Place(
            path, old_line + 1, start, old_line + 1, start + _word(text[start - 1 :]), text.rstrip("\r")
        )


@frozen
class Maps:
    """The maps of an archive by the file they belong to, and its manifest."""

    maps: Mapping[PurePosixPath, SourceMap]
    manifest: Manifest

    def frames(self, stack: str) -> Iterator[Frame]:
        """Yield each place that stands in a stack, led back where that can be done."""
        for found in _FRAME.finditer(stack):
            line, column = int(found["line"]), int(found["column"])
            yield Frame(found.span(), found["file"], line, column, self._place(found["file"], line, column))

    def _place(self, written: str, line: int, column: int) -> Place | None:
        path = self._meant(written)
        if path is None:
            return None
        known = self.maps.get(path)
        if known is not None:
            return known.place(line, column)
        sources = self._sources.get(path, ())
        # A script without a map was carried over as it was.
        return Place(PurePosixPath(sources[0]), line, column) if len(sources) == 1 else None

    def _meant(self, written: str) -> PurePosixPath | None:
        """Return the file of the archive that an address means: the one that shares most of its end.

        Where a site or a container keeps the files is not known, so a name alone will do for one with a map.
        """
        wanted = [part for part in unquote(urlsplit(written).path).split("/") if part not in ("", ".")]
        shared = {path: _shared(path.parts, wanted) for path in self._sources}
        best = max(shared.values(), default=0)
        found = [path for path, count in shared.items() if count == best > 0]
        mapped = [path for path in found if path in self.maps]
        if mapped:
            return mapped[0] if len(mapped) == 1 else None
        is_whole = any(best in (len(path.parts), len(wanted)) for path in found)
        return found[0] if is_whole and len(found) == 1 else None

    @cached_property
    def _sources(self) -> Mapping[PurePosixPath, tuple[str, ...]]:
        return {PurePosixPath(file.path): file.sources for file in self.manifest.files}


def maps_of(archive: Path) -> Maps:
    """Read the maps beside an archive. Raises ArchiveError."""
    manifest = manifest_of(archive)
    place = archive.with_name(stem(archive) + MAPS)
    return Maps(dict(_maps(opened(place), place)), manifest)


def retold(stack: str, frames: tuple[Frame, ...]) -> str:
    """Return a stack with the places of the source in the place of those of the bundle."""
    pieces, at = [], 0
    for frame in frames:
        if frame.place is not None:
            pieces.append(stack[at : frame.span[0]])
            pieces.append(f"{frame.place.path}:{frame.place.line}:{frame.place.column}")
            at = frame.span[1]
    return "".join([*pieces, stack[at:]])


def _maps(files: Bundle, at: Path) -> Iterator[tuple[PurePosixPath, SourceMap]]:
    for path, content in files.items():
        try:
            yield path.with_name(path.name.removesuffix(MAP)), SourceMap.read(content)
        except ValueError as error:
            raise ArchiveError(at, f'"{path}" is no source map', f"“{path}” 不是源码映射") from error


def _shared(one: tuple[str, ...], other: list[str]) -> int:
    count = 0
    for mine, theirs in zip(reversed(one), reversed(other), strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _code_points(text: str, units: int) -> int:
    if text.isascii():
        return units
    at = seen = 0
    while seen < units and at < len(text):
        seen += utf16_length(text[at])
        at += 1
    return at


def _word(text: str) -> int:
    found = re.match(r"[\w$]+", text)
    return found.end() if found else 1
