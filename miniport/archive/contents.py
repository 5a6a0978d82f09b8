"""What of a bundle goes into the archive, and what lies beside it."""

from __future__ import annotations

import hashlib

from miniport.bundle import Bundle
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.regex import regex

MAP = ".map"
_LINK = regex(rb"\n?(?://|/\*)# sourceMappingURL=[^\s*]+(?: ?\*/)?\n?\Z")


@frozen
class Contents:
    """The files of an archive, and the source maps that lie beside it, each under its file's path."""

    files: Bundle
    maps: Bundle


def contents(bundle: Bundle) -> Contents:
    """Split a bundle: source maps, which would show everybody the source, stay out with the links to them."""
    maps = {path: content for path, content in bundle.items() if _is_map(path, bundle)}
    files = {
        path: _unlinked(content) if _beside(path) in maps else content
        for path, content in bundle.items()
        if path not in maps
    }
    return Contents(_sorted(files), _sorted(maps))


def content_hash(files: Bundle) -> str:
    """Return the SHA-256 of what `sha256sum` prints of all files, sorted by the bytes of their paths.

    It depends on paths and contents alone, not on how an archive was compressed.
    """
    lines = (
        f"{hashlib.sha256(content).hexdigest()}  {path}\n"
        for path, content in sorted(files.items(), key=_order)
    )
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


def _order(item: tuple[PurePosixPath, bytes]) -> bytes:
    return str(item[0]).encode("utf-8", "surrogateescape")


def _sorted(files: Bundle) -> Bundle:
    return dict(sorted(files.items(), key=_order))


def _beside(path: PurePosixPath) -> PurePosixPath:
    return path.with_name(path.name + MAP)


def _is_map(path: PurePosixPath, bundle: Bundle) -> bool:
    return path.suffix == MAP and path.with_suffix("") in bundle


def _unlinked(content: bytes) -> bytes:
    found = _LINK.search(content)
    return content if found is None else content[: found.start()] + b"\n"
