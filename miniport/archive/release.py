"""The files of one target's release: the archive in both forms, and what lies beside it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping

from miniport.archive.contents import Contents
from miniport.archive.form import tarred, zipped
from miniport.archive.manifest import Manifest, Named, manifest_text
from miniport.frozen import frozen
from miniport.regex import regex

ZIP = ".zip"
TAR = ".tar.gz"
MAPS = ".maps.zip"
MANIFEST = ".manifest.json"
SUMS = ".sha256"

_UNFIT = regex(r"[^\w.+-]+")


@frozen
class Release:
    """The files of a release by name, in the order in which they are to be written, and the manifest."""

    stem: str
    files: Mapping[str, bytes]
    manifest: Manifest

    @property
    def archive(self) -> str:
        """Return the name of the archive."""
        return self.stem + ZIP


def stem_of(project: Named, target: str) -> str:
    """Return what the names of a release's files start with: `name-version-target`."""
    return "-".join(_fit(part) for part in (project.name, project.version, target))


def released(contents: Contents, manifest: Manifest, beside: Mapping[str, bytes]) -> Release:
    """Return the files of a release; `beside` are further ones by what stands behind the stem.

    The manifest comes last: where it stands, all the rest does.
    """
    stem = stem_of(manifest.project, manifest.target.name)
    files = {
        **({stem + MAPS: zipped(contents.maps)} if contents.maps else {}),
        stem + TAR: tarred(contents.files),
        stem + ZIP: zipped(contents.files),
        **{stem + suffix: content for suffix, content in beside.items()},
        stem + MANIFEST: manifest_text(manifest).encode("utf-8"),
    }
    sums = "".join(_sums(files)).encode("utf-8")
    last = files.pop(stem + MANIFEST)
    return Release(stem, {**files, stem + SUMS: sums, stem + MANIFEST: last}, manifest)


def _sums(files: Mapping[str, bytes]) -> Iterator[str]:
    for name, content in sorted(files.items()):
        yield f"{hashlib.sha256(content).hexdigest()}  {name}\n"


def _fit(text: str) -> str:
    """Return a part of a name without what some system or a command line does not take."""
    return _UNFIT.sub("-", unicodedata.normalize("NFC", text)).strip("-.") or "x"
