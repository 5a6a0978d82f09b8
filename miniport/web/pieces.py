"""Which pieces of the browser runtime an app needs, and the runtime put together from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from posixpath import commonprefix

from miniport import resources
from miniport.facts import Kind, Use
from miniport.frozen import frozen
from miniport.memo import FORGETFUL, Memo
from miniport.targets.pack import TargetPack

NOTICE = "NOTICE.txt"


@frozen
class Piece:
    """A built piece: its files below the built runtime, and the elements and APIs it registers.

    `needs`: the pieces it asks for. `words`: texts of which one stands in every app that can use the piece.
    """

    file: str
    css: str | None
    elements: tuple[str, ...]
    apis: tuple[str, ...]
    needs: tuple[str, ...]
    words: tuple[str, ...]


@frozen
class Manifest:
    """What the built runtime consists of; `pieces` by id (`element/image`), in id order."""

    core: str
    core_css: str
    dark_css: str
    notices: str
    pieces: Mapping[str, Piece]


_LISTS = ("elements", "apis", "needs", "words")


@lru_cache(maxsize=1)
def manifest() -> Manifest:
    """Return the manifest of the built runtime."""
    given = json.loads(resources.runtime_file("manifest.json"))
    pieces = {
        name: Piece(row["file"], row["css"], *(tuple(row[key]) for key in _LISTS))
        for name, row in sorted(given["pieces"].items())
    }
    core = given["core"]
    return Manifest(core["file"], core["css"], core["dark"], given["notices"], pieces)


def needed(uses: Iterable[Use], pack: TargetPack, spoken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the ids of the pieces that serve these uses, the host's, and what those ask for, in id order.

    An API whose name is computed could be any that the platform has, so all their pieces are then
    needed. `spoken`: pieces of which a word stands in the compiled modules or the configuration
    (`spoken_of`). That may be more than what is used, but is no less where page options are passed around.
    """
    known = manifest().pieces
    wanted = {f"host/{pack.host}"}
    for use in uses:
        if not use.is_known and use.kind is Kind.API:
            wanted.update(pack.pieces(Kind.API).values())
        elif (piece := pack.piece(use)) is not None:
            wanted.add(piece)
    wanted.update(spoken)
    return _with_needs(wanted & set(known))


def with_calls(pieces: tuple[str, ...], pack: TargetPack) -> tuple[str, ...]:
    """Return the pieces, with what the host has for APIs where the app has the API object at all."""
    calls = f"{pack.host}/calls"
    return (calls, *pieces) if "part/call" in pieces and calls in manifest().pieces else pieces


Words = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Each start of words, with these and the pieces they speak of: a text that lacks a start lacks them all."""


def spoken_of(text: str, words: Words) -> frozenset[str]:
    """Return the pieces of which a word stands in a text."""
    return frozenset(
        [name for start, found in words if start in text for word, name in found if word in text]
    )


@lru_cache(maxsize=64)
def words_of_pieces(known: frozenset[str] = frozenset()) -> Words:
    """Return the words of all pieces besides those that are `known`."""
    words: dict[str, list[tuple[str, str]]] = {}
    for name, piece in manifest().pieces.items():
        for word in piece.words if name not in known else ():
            words.setdefault(word[:4], []).append((word, name))
    # The longer a start, the larger are the steps of a search for it.
    return tuple((commonprefix([word for word, _ in found]), tuple(found)) for found in words.values())


def with_needs(names: tuple[str, ...], memo: Memo = FORGETFUL) -> tuple[str, ...]:
    """Return pieces with those they ask for, in id order."""
    return memo.of("needs of pieces", names, (), lambda: _with_needs(names))


def _with_needs(names: Iterable[str]) -> tuple[str, ...]:
    known = manifest().pieces
    found: set[str] = set()
    open_ = list(names)
    while open_:
        if (name := open_.pop()) not in found:
            found.add(name)
            open_.extend(known[name].needs)
    return tuple(sorted(found))


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
