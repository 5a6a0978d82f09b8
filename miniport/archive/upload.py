"""Hand an archive over to the vendor's own program, which has its credentials from its own configuration."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from miniport.archive.read import opened
from miniport.targets.release import UploadRow


def command(row: UploadRow, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the program with its arguments; `values` are the app's id, the version and the folder."""
    return (row.program, *(argument.format_map(values) for argument in row.arguments))


def is_installed(row: UploadRow) -> bool:
    """Tell whether the program can be started."""
    return shutil.which(row.program) is not None


def hand_over(archive: Path, row: UploadRow, values: Mapping[str, str]) -> int:
    """Unpack an archive beside nothing of the user's, run the program on it, and return its exit code.

    What the program says goes where our own words go; nothing of it is kept. Raises ArchiveError.
    """
    files = opened(archive)
    with tempfile.TemporaryDirectory(prefix="miniport-") as name:
        folder = Path(name) / archive.stem
        for path, content in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        program = shutil.which(row.program) or row.program
        given = command(row, {**values, "folder": str(folder)})
        return subprocess.run([program, *given[1:]], check=False).returncode
