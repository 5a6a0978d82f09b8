"""Read an archive back, and the manifest that lies beside it."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from miniport import rules
from miniport.archive.manifest import Manifest, read_manifest
from miniport.archive.release import MANIFEST, TAR, ZIP
from miniport.bundle import Bundle
from miniport.diagnostics import Diagnostic, Place
from miniport.output.paths import is_allowed
from miniport.posix import PurePosixPath
from miniport.record import RecordError

MOST = 512 * 1024 * 1024
"""Bytes that an archive may hold in all; ours hold a hundredth."""


class ArchiveError(Exception):
    """An archive or its manifest cannot be read."""

    def __init__(self, path: Path, en: str, zh: str) -> None:
        super().__init__(f"{path}: {en}")
        place = Place(PurePosixPath(path.as_posix()))
        self.diagnostic = Diagnostic(rules.ARCHIVE_UNREADABLE, {"found_en": en, "found_zh": zh}, place)


def opened(archive: Path) -> Bundle:
    """Return the files of a ZIP or tar archive. Nothing is unpacked to disk. Raises ArchiveError."""
    content = _bytes(archive)
    try:
        pairs = list(_tarred(content) if archive.name.endswith((TAR, ".tgz")) else _zipped(content))
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
    ) as error:
        raise ArchiveError(
            archive, "it is no archive, or a part of it is missing", "它不是归档，或内容不完整"
        ) from error
    except ValueError as error:
        raise ArchiveError(archive, str(error), "其内容过大，或含有不允许的路径") from error
    return dict(pairs)


def content_of(path: Path) -> bytes:
    """Return a file's content as it is. Raises OSError."""
    return path.read_bytes()


def manifest_of(archive: Path) -> Manifest:
    """Return the manifest that lies beside an archive, or is named itself. Raises ArchiveError."""
    place = manifest_place(archive)
    try:
        return read_manifest(_bytes(place).decode("utf-8"), place.name)
    except UnicodeDecodeError as error:
        raise ArchiveError(place, "it is not UTF-8 text", "它不是 UTF-8 文本") from error
    except RecordError as error:
        first = error.problems[0]
        raise ArchiveError(place, f"{first.key}: {first.en}", f"{first.key}：{first.zh}") from error


def manifest_place(archive: Path) -> Path:
    """Return where the manifest of an archive lies."""
    return archive if archive.name.endswith(MANIFEST) else archive.with_name(stem(archive) + MANIFEST)


def stem(archive: Path) -> str:
    """Return the name of an archive without what says its form."""
    for suffix in (MANIFEST, TAR, ".tgz", ZIP):
        if archive.name.endswith(suffix):
            return archive.name.removesuffix(suffix)
    return archive.name


def _bytes(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except FileNotFoundError as error:
        raise ArchiveError(place, "it is not there", "它不存在") from error
    except OSError as error:
        told = (error.strerror or type(error).__name__).lower()
        raise ArchiveError(place, told, told) from error


def _zipped(content: bytes) -> Iterator[tuple[PurePosixPath, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _demand_small(sum(entry.file_size for entry in entries))
        for entry in entries:
            yield _path(entry.filename), archive.read(entry)


def _tarred(content: bytes) -> Iterator[tuple[PurePosixPath, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        total = 0
        for entry in archive:
            file = archive.extractfile(entry) if entry.isfile() else None
            total += entry.size
            _demand_small(total)
            if file is not None:
                yield _path(entry.name), file.read()


def _demand_small(size: int) -> None:
    if size > MOST:
        raise ValueError(f"it holds more than {MOST} bytes")


def _path(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if not is_allowed(path):
        raise ValueError(f'it holds the path "{name}"')
    return path
