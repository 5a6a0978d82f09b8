"""Tell, or do, what brings an archive to its platform."""

from __future__ import annotations

import shlex
from pathlib import Path

from miniport.archive.release import ZIP, Release
from miniport.archive.upload import command, hand_over, is_installed
from miniport.cli import system
from miniport.cli.words import say
from miniport.targets.release import UploadRow

_FOUND = 1


def hand_over_all(
    packed: list[tuple[Release, UploadRow | None, Path]], language: str, *, is_dry: bool
) -> int:
    """Print the commands for each archive, or run them; return the worst exit code, 1 at most."""
    codes = [_one(release, row, folder, language, is_dry=is_dry) for release, row, folder in packed]
    return max(codes, default=0)


def _one(release: Release, row: UploadRow | None, folder: Path, language: str, *, is_dry: bool) -> int:
    target, archive = release.manifest.target, folder / release.archive
    if row is None:
        _tell(say(language, "upload.none", target=target.name))
        return 0
    if not target.app_id:
        _tell(say(language, "upload.no-id", target=target.name))
        return _FOUND
    unpacked = archive.as_posix().removesuffix(ZIP)
    values = {"appId": target.app_id, "version": release.manifest.project.version, "folder": unpacked}
    if is_dry:
        _tell(say(language, "upload.dry", target=target.name))
        _tell(f"  unzip -q {shlex.quote(archive.as_posix())} -d {shlex.quote(unpacked)}")
        _tell(f"  {shlex.join(command(row, values))}")
        if not is_installed(row):
            _tell(f"  {say(language, 'upload.install', install=row.install, login=row.login)}")
        return 0
    if not is_installed(row):
        _tell(say(language, "upload.absent", program=row.program, install=row.install, login=row.login))
        return _FOUND
    return min(_FOUND, hand_over(archive, row, values))


def _tell(text: str) -> None:
    system.emit(f"{text}\n", system.err())
