"""A bundle for release: its texts without what only their writers need."""

from __future__ import annotations

import json
from collections.abc import Callable

from miniport.bundle import Bundle
from miniport.dialect import Dialect, FileKind
from miniport.edit import Smaller
from miniport.posix import PurePosixPath
from miniport.project.written import MANIFEST
from miniport.targets.pack import TargetPack
from miniport.transform.minify_markup import small_markup

_INLINE = (b"//# sourceMappingURL=data:", b"/*# sourceMappingURL=data:")


def minified(bundle: Bundle, pack: TargetPack, smaller: Smaller, *, has_maps: bool) -> Bundle:
    """Return a bundle of the same files, each text as small as it gets without another name in it.

    `has_maps`: what has a source map was made small before that was made; it stays.
    """
    own = pack.project_file.name if pack.project_file is not None else ""
    return {
        path: content
        if path.name in (MANIFEST, own) or (has_maps and _is_mapped(path, bundle))
        else _minified(path, content, pack, smaller)
        for path, content in bundle.items()
    }


def _is_mapped(path: PurePosixPath, bundle: Bundle) -> bool:
    if path.with_name(f"{path.name}.map") in bundle:
        return True
    return bundle[path].rstrip(b"\n").rpartition(b"\n")[2].startswith(_INLINE)


def _minified(path: PurePosixPath, content: bytes, pack: TargetPack, smaller: Smaller) -> bytes:
    small = _small(pack.dialect, path.suffix, smaller)
    if small is None:
        return content
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return content
    made = small(text.removeprefix("\ufeff"))
    return made.encode() if len(made) < len(text) else content


def _small(dialect: Dialect, suffix: str, smaller: Smaller) -> Callable[[str], str] | None:
    if suffix in dialect.suffixes[FileKind.SCRIPT]:
        return lambda text: smaller.script(text).text
    if suffix in dialect.suffixes[FileKind.MODULE]:
        return lambda text: smaller.module(text).text
    if suffix in dialect.suffixes[FileKind.STYLE]:
        return lambda text: smaller.style(text).text
    if suffix in dialect.suffixes[FileKind.TEMPLATE]:
        return lambda text: small_markup(text, dialect)
    return _small_data if suffix in dialect.suffixes[FileKind.CONFIG] else None


def _small_data(text: str) -> str:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
