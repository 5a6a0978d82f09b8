"""What differs between an archive and what its manifest, or another build, says of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from miniport import rules
from miniport.archive.contents import content_hash
from miniport.archive.manifest import Manifest
from miniport.archive.read import stem
from miniport.archive.release import SUMS
from miniport.bundle import Bundle
from miniport.diagnostics import Diagnostic, Place
from miniport.posix import PurePosixPath

_CHANGED = "it has other content: {have} instead of {want}", "内容不同：实际为 {have}，应为 {want}"
_MISSING = "it is missing", "缺失"
_TOO_MUCH = "it should not be there", "不应存在"
_HASH = "the content hash is {have} instead of {want}", "内容哈希为 {have}，应为 {want}"
_BYTES = "its SHA-256 is not the one in {sums}", "它的 SHA-256 与 {sums} 中的不同"


def against_manifest(files: Bundle, manifest: Manifest, archive: Path) -> Iterator[Diagnostic]:
    """Yield each file of an archive that is not what its manifest says."""
    listed = {PurePosixPath(file.path): file.sha256 for file in manifest.files}
    yield from _differences(files, listed, archive)
    have = content_hash(files)
    if have != manifest.content_hash:
        yield _found(archive, "", _HASH, have=have, want=manifest.content_hash)


def against_sums(archive: Path) -> Iterator[Diagnostic]:
    """Yield an archive whose bytes are not those of the list of sums beside it, where it names the archive.

    What stands in the archive may be the same all the same: bytes behind its end belong to no file.
    """
    sums = archive.with_name(stem(archive) + SUMS)
    want = _sums(sums).get(archive.name)
    if want is not None and want != _sum(archive):
        yield _found(archive, "", _BYTES, sums=sums.name)


def is_as_written(names: Iterable[str], folder: Path) -> bool:
    """Tell whether what stands under the names of a release is one that nobody has changed since.

    A name under which nothing stands does not count.
    """
    standing = [folder / name for name in names if (folder / name).is_file()]
    lists = [place for place in standing if place.name.endswith(SUMS)]
    sums = {name: want for place in lists for name, want in _sums(place).items()}
    return all(place in lists or sums.get(place.name) == _sum(place) for place in standing)


def _sums(place: Path) -> Mapping[str, str]:
    """Return the SHA-256 of each file that a list of sums names; none where there is no list."""
    if not place.is_file():
        return {}
    lines = (line.partition("  ") for line in place.read_text("utf-8", "replace").splitlines())
    return {name: want for want, _, name in lines}


def _sum(place: Path) -> str:
    return hashlib.sha256(place.read_bytes()).hexdigest()


def against_files(files: Bundle, others: Bundle, archive: Path) -> Iterator[Diagnostic]:
    """Yield each file of an archive that is not what another build makes."""
    wanted = {path: hashlib.sha256(content).hexdigest() for path, content in others.items()}
    yield from _differences(files, wanted, archive)


def _differences(files: Bundle, wanted: Mapping[PurePosixPath, str], archive: Path) -> Iterator[Diagnostic]:
    for path in sorted({*files, *wanted}, key=str):
        if path not in wanted:
            yield _found(archive, str(path), _TOO_MUCH)
        elif path not in files:
            yield _found(archive, str(path), _MISSING)
        else:
            have = hashlib.sha256(files[path]).hexdigest()
            if have != wanted[path]:
                yield _found(archive, str(path), _CHANGED, have=have[:12], want=wanted[path][:12])


def _found(archive: Path, inside: str, words: tuple[str, str], **arguments: str) -> Diagnostic:
    en, zh = (text.format(**arguments) for text in words)
    lead = f"{inside}: " if inside else ""
    told = {"found_en": f"{lead}{en}", "found_zh": f"{lead}{zh}", "archive": archive.name}
    return Diagnostic(rules.ARCHIVE_DIFFERS, told, Place(PurePosixPath(archive.as_posix())))
