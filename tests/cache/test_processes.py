"""Builds that run at the same time share a cache; one that is killed leaves nothing that is believed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def app(tmp_path) -> Path:
    for name, text in {
        "app.json": '{"pages": ["pages/a/a"]}',
        "app.js": "App({});\n",
        "pages/a/a.js": "Page({});\n",
        "pages/a/a.axml": "<view>a</view>\n",
    }.items():
        place = tmp_path / "app" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return tmp_path / "app"


def start(app: Path, out: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "miniport", "build", str(app), "--out", str(out)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    return subprocess.Popen(
        command, env=environ, cwd=app.parent, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_four_builds_at_once_share_one_cache(app):
    outs = [app.parent / f"out{number}" for number in range(4)]
    ran = [build.communicate(timeout=120) for build in [start(app, out) for out in outs]]
    assert [err for _, err in ran] == [""] * 4
    again = [start(app, out).communicate(timeout=120)[0] for out in outs]
    assert all("0.00 s" in text and "(unchanged)" in text for text in again)
    bundles = [
        {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        for out in outs
    ]
    assert all(bundle == bundles[0] for bundle in bundles)


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
def test_a_build_killed_while_it_writes_the_cache_is_no_matter_for_the_next(app, tmp_path):
    out = app.parent / "out"
    start(app, out).communicate(timeout=120)
    code = (
        "import os, signal, sqlite3, sys\n"
        "base = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "base.execute('BEGIN IMMEDIATE')\n"
        "base.execute(\"UPDATE entry SET value = x'00'\")\n"
        "base.execute('PRAGMA cache_spill=1')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    cache = app / ".miniport" / "cache.sqlite"
    killed = subprocess.run([sys.executable, "-c", code, str(cache)], check=False)
    assert killed.returncode == -signal.SIGKILL
    text, err = start(app, out).communicate(timeout=120)
    assert "0.00 s" in text
    assert err == ""
