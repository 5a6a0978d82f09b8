"""Fixture folders: what a case expects, compared or (with `--update`) rewritten."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from miniport.posix import PurePosixPath

FIXTURES = Path(__file__).parent / "fixtures"


def cases(area: str) -> list[object]:
    """Return the case folders of an area as pytest parameters, named by their folder."""
    folders = sorted(path for path in (FIXTURES / area).iterdir() if path.is_dir())
    return [pytest.param(folder, id=folder.name) for folder in folders]


def read_files(folder: Path) -> dict[PurePosixPath, bytes]:
    """Return every file below a folder, by its path relative to it; {} where there is no folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {PurePosixPath(path.relative_to(folder).as_posix()): path.read_bytes() for path in files}


@dataclass(frozen=True)
class Golden:
    """Compares with what is expected, or rewrites it when pytest runs with `--update`."""

    is_update: bool

    def files(self, expected: Path, actual: Mapping[PurePosixPath, bytes]) -> None:
        """Compare a bundle with a folder: first the set of files, then each file."""
        __tracebackhide__ = True
        if self.is_update:
            _write(expected, actual)
            return
        wanted = read_files(expected)
        assert sorted(actual) == sorted(wanted), f"the set of files differs from {expected}"
        for path in sorted(wanted):
            if actual[path] != wanted[path]:
                pytest.fail(f"{expected / path} differs:\n{_difference(wanted[path], actual[path])}")

    def text(self, expected: Path, actual: str) -> None:
        """Compare a text with a file; an absent file counts as empty."""
        __tracebackhide__ = True
        if self.is_update:
            _write_text(expected, actual)
            return
        wanted = expected.read_text("utf-8") if expected.is_file() else ""
        if actual != wanted:
            pytest.fail(f"{expected} differs:\n{_difference(wanted.encode(), actual.encode())}")


def _write(folder: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _write_text(path: Path, text: str) -> None:
    if not text:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _difference(wanted: bytes, actual: bytes) -> str:
    try:
        before, after = wanted.decode().splitlines(), actual.decode().splitlines()
    except UnicodeDecodeError:
        return f"{len(wanted)} bytes expected, {len(actual)} bytes came"
    return "\n".join(difflib.unified_diff(before, after, "expected", "actual", lineterm=""))
