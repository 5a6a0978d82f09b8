"""A project, and ways to run the command line over it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from miniport.cli.run import run
from miniport.diagnostics import Diagnostic, Place, Rule, Severity, Words
from miniport.pipeline import BuildRequest, Built, Outcome, Warm
from miniport.posix import PurePosixPath

ERROR = Rule(
    "MP203",
    "lacking",
    Severity.ERROR,
    en=Words("no <{name}>", "guard it"),
    zh=Words("缺少 <{name}>", "请判断"),
)
WARNING = Rule("MP210", "doubtful", Severity.WARNING, en=Words("odd", "look"), zh=Words("可疑", "请检查"))
NOTE = Rule("MP211", "remark", Severity.NOTE, en=Words("by the way", "none"), zh=Words("顺便一提", "无"))


KEPT = ("PATH", "HOME", "SYSTEMROOT", "MINIPORT_CACHE_KEY")


@dataclass(frozen=True)
class Ran:
    """What a command line did."""

    code: int
    out: str
    err: str


@pytest.fixture
def miniport(capsys, monkeypatch) -> Callable[..., Ran]:
    """Return a function that runs a command line in this process."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: object) -> Ran:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """Return an empty project in which the command runs."""
    folder = tmp_path / "app"
    folder.mkdir()
    (folder / "app.json").write_text('{"pages": []}')
    monkeypatch.chdir(folder)
    return folder


class Pipeline:
    """Stands in for the pipeline: keeps the requests, and gives each target what the test says."""

    def __init__(self) -> None:
        self.requests: list[BuildRequest] = []
        self.diagnostics: dict[str, tuple[Diagnostic, ...]] = {}
        self.general: tuple[Diagnostic, ...] = ()
        self.blocked: set[str] = set()
        self.files = {PurePosixPath("app.js"): b"1", PurePosixPath("pages/a.js"): b"2"}
        self.before: Callable[[], None] = lambda: None

    def __call__(
        self,
        request: BuildRequest,
        progress: Callable[[str, int, int], None] | None = None,
        warm: Warm | None = None,
    ) -> Outcome:
        self.requests.append(request)
        self.before()
        if progress:
            progress("reading", 0, 1)
        targets = [] if self.general else [self._built(pack.name) for pack in request.packs]
        return Outcome(targets=tuple(targets), diagnostics=self.general, parses=None)  # type: ignore[call-arg,arg-type]

    def _built(self, name: str) -> Built:
        bundle = None if name in self.blocked else {**self.files, PurePosixPath("name"): name.encode()}
        return Built(name, bundle, 2, 1, self.diagnostics.get(name, ()), 0.25)


@pytest.fixture
def pipeline(monkeypatch) -> Pipeline:
    """Return the stand-in, put in place of the pipeline."""
    found = Pipeline()
    monkeypatch.setattr("miniport.cli.work.build", found)
    return found


def finding(rule: Rule, path: str = "pages/a.axml", line: int = 1) -> Diagnostic:
    return Diagnostic(rule, {"name": "map"}, Place(PurePosixPath(path), line, 1, line, 4, "<map/>"))


def spawn(*arguments: str, cwd: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    root = Path(__file__).resolve().parents[2]
    keep = {name: value for name, value in os.environ.items() if name in KEPT}
    return subprocess.run(
        [sys.executable, "-m", "miniport", *arguments],
        cwd=cwd,
        env={**keep, "PYTHONPATH": str(root), **environ},
        capture_output=True,
        check=False,
        timeout=60,
    )
