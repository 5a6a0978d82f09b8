"""Archives whose bytes depend on their files alone: no clock, no owner, no right of this machine."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile

from miniport.bundle import Bundle

_EPOCH = (1980, 1, 1, 0, 0, 0)
_SECONDS = 315_532_800
"""The first moment that a ZIP archive can name, as both formats write it."""

_MODE = 0o644
_UNIX = 3
_LEVEL = 6


def zipped(files: Bundle) -> bytes:
    """Return the files as a ZIP archive, in the order given.

    Two machines with one zlib make the same bytes; another zlib may compress otherwise.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(str(path), _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = (0o100000 | _MODE) << 16
            archive.writestr(entry, content)
    return stream.getvalue()


def tarred(files: Bundle) -> bytes:
    """Return the files as a compressed tar archive, in the order given."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, content in files.items():
            entry = tarfile.TarInfo(str(path))
            entry.size = len(content)
            entry.mtime = _SECONDS
            entry.mode = _MODE
            archive.addfile(entry, io.BytesIO(content))
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", _LEVEL, packed, mtime=0) as compressed:
        compressed.write(stream.getvalue())
    return packed.getvalue()
