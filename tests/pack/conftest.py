"""A small project to pack, and the command line over it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from miniport.cli.run import run
from tests.bad.row import put
from tests.bad.stage import SOUND

PROJECT = {**SOUND, "miniport.yaml": "name: tea\nversion: '1.0'\ntargets: {weibo: {appId: 'abcd1234'}}\n"}


@dataclass(frozen=True)
class Ran:
    """What a command line did."""

    code: int
    out: str
    err: str

    def data(self) -> dict:
        """Return the report that was written as JSON."""
        return json.loads(self.out)


@pytest.fixture
def miniport(capsys, monkeypatch) -> Callable[..., Ran]:
    """Return a function that runs a command line in this process."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def call(*arguments: object) -> Ran:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def project(tmp_path) -> Path:
    """Return the folder of a project that is sound."""
    folder = tmp_path / "app"
    put(folder, PROJECT)
    return folder
