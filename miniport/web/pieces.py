"""Which pieces of the browser runtime an app needs, and the runtime put together from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from miniport import resources
from miniport.facts import Kind, Use
from miniport.targets.pack import TargetPack

NOTICE = "NOTICE.txt"


@dataclass(frozen=True)
class Piece:
    """A built piece: its files below the built runtime, and the elements and APIs it registers."""

    file: str
    css: str | None
    elements: tuple[str, ...]
    apis: tuple[str, ...]


@dataclass(frozen=True)
class Manifest:
    """What the built runtime consists of; `pieces` by id (`element/image`), in id order."""

    core: str
    core_css: str
    dark_css: str
    notices: str
    pieces: Mapping[str, Piece]


@lru_cache(maxsize=1)
def manifest() -> Manifest:
    """Return the manifest of the built runtime."""
    given = json.loads(resources.runtime_file("manifest.json"))
    pieces = {
        name: Piece(row["file"], row["css"], tuple(row["elements"]), tuple(row["apis"]))
        for name, row in sorted(given["pieces"].items())
    }
    core = given["core"]
    return Manifest(core["file"], core["css"], core["dark"], given["notices"], pieces)


def needed(uses: Iterable[Use], pack: TargetPack) -> tuple[str, ...]:
    """Return the ids of the pieces that serve these uses, and the host's, in id order.

    An API whose name is computed could be any, so all pieces with APIs are then needed.
    """
    known = manifest().pieces
    wanted = {f"host/{pack.host}"}
    for use in uses:
        if not use.is_known and use.kind is Kind.API:
            wanted.update(name for name, piece in known.items() if piece.apis)
        elif (piece := pack.piece(use)) is not None:
            wanted.add(piece)
    return tuple(sorted(wanted & set(known)))


def runtime_script(pieces: Iterable[str]) -> bytes:
    """Return runtime.js: the core, then the pieces; a first line says where the licences are."""
    known = manifest()
    files = [known.core, *(known.pieces[name].file for name in pieces)]
    first = notices().partition(b"\n")[0]
    return b"".join(
        (b"/*! holds " + first + b": see " + NOTICE.encode() + b" */\n", *map(resources.runtime_file, files))
    )


def notices() -> bytes:
    """Return the licences of what is in the runtime."""
    return resources.runtime_file(manifest().notices)


def runtime_style(pieces: Iterable[str], *, is_dark: bool) -> bytes:
    """Return runtime.css: the frame of the pages, and the default looks of the elements.

    `is_dark`: the app has a dark look, which the frame is to follow.
    """
    known = manifest()
    frame = [known.core_css, *([known.dark_css] if is_dark else [])]
    sheets = (known.pieces[name].css for name in pieces)
    return b"".join(map(resources.runtime_file, [*frame, *(sheet for sheet in sheets if sheet)]))
