"""The three pages of the runtime's benchmark, built into a folder: ours, uni-app's, Preact's."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "benchmarks" / "runtime"
RUNTIME = ROOT / "miniport" / "runtime"
CONTENDERS = ("miniport", "uni-app", "preact")


def build_pages(scratch: Path) -> dict[str, Path]:
    """Build each page and return contender -> folder of its site.

    uni-app's packages come from npm, and its page is built, once for a scratch folder that is kept.
    """
    return {"miniport": _miniport(scratch), "uni-app": _uni(scratch), "preact": _preact(scratch)}


def _copied(name: str, to: Path, rows: Path) -> Path:
    shutil.copytree(SOURCES / name, to, dirs_exist_ok=True)
    shutil.copy(SOURCES / "rows.js", to / rows)
    return to


def _run(*command: str, folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def _miniport(scratch: Path) -> Path:
    app = _copied("miniport", scratch / "miniport", Path())
    out = scratch / "miniport-out"
    _run(
        *(sys.executable, "-m", "miniport", "build", str(app), "--target", "web", "--mode", "production"),
        *("--force", "--out", str(out)),
        folder=ROOT,
    )
    return out / "web"


def _uni(scratch: Path) -> Path:
    out = scratch / "uni" / "dist" / "build" / "h5"
    if out.is_dir():
        return out
    project = _copied("uni", scratch / "uni", Path("src"))
    if not (project / "node_modules").is_dir():
        _run(
            *("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "--legacy-peer-deps"),
            folder=project,
        )
    _run("npx", "uni", "build", folder=project)
    return out


def _preact(scratch: Path) -> Path:
    source = _copied("preact", scratch / "preact", Path())
    out = scratch / "preact-out"
    out.mkdir(exist_ok=True)
    entry = source / "main.js"
    entry.write_text(entry.read_text("utf-8").replace("../rows.js", "./rows.js"), "utf-8")
    esbuild = RUNTIME / "node_modules" / "esbuild" / "bin" / "esbuild"
    preact = RUNTIME / "node_modules" / "preact" / "dist" / "preact.module.js"
    _run(
        *(str(esbuild), str(entry), "--bundle", "--minify", "--target=es2015"),
        *(f"--alias:preact={preact}", f"--outfile={out / 'main.js'}"),
        folder=source,
    )
    shutil.copy(source / "index.html", out)
    return out
