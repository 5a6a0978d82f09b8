"""What a save costs in `miniport dev`, what a build with nothing to do costs, and whether memory stays flat.

python -m benchmarks.bench_dev PROJECT [REBUILDS]: the project is copied and stays as it is.
"""

from __future__ import annotations

import gc
import resource
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.usage import measured
from miniport.cache.inputs import Changes
from miniport.dev.rebuild import Wanted, WarmProject
from miniport.targets.pack import bundled_pack

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 15
TAILS = {".js": "\n// {0}\n", ".axml": "\n<view>{0}</view>\n", ".acss": "\n.n{0} {{ width: {0}rpx; }}\n"}


def main(project: Path, rebuilds: int) -> None:
    """Print the figures; the library that the project uses is taken for a part of it."""
    with tempfile.TemporaryDirectory() as scratch:
        app = Path(scratch, "app")
        # Packages have folders of these names, too, and need them.
        shutil.copytree(project, app, symlinks=True)
        for made in ("dist", ".miniport"):
            shutil.rmtree(app / made, ignore_errors=True)
        _nothing(app)
        packs = tuple(map(bundled_pack, ("alipay", "weibo")))
        warm = WarmProject(Wanted(app, lambda: packs, lambda target: Path(scratch, "out", target)))
        started = time.process_time()
        warm.rebuild(Changes())
        print(f"first build: {(time.process_time() - started) * 1000:.0f} ms CPU")
        gc.collect()
        gc.freeze()
        gc.disable()
        files = sorted(path for folder in warm.folders() for path in folder.glob("*.*") if path.is_file())
        for suffix, tail in TAILS.items():
            edited = [path for path in files if path.suffix == suffix and "pages" in path.parts][:ROUNDS]
            _saves(warm, suffix, [(path, path.read_text("utf-8") + tail.format(7)) for path in edited])
        _branch(warm, app)
        _memory(
            warm, next(path for path in files if path.suffix == ".js" and "pages" in path.parts), rebuilds
        )
        warm.close()


def _nothing(app: Path) -> None:
    build = [sys.executable, "-m", "miniport", "build", str(app), "--fail-on", "never"]
    measured(build, ROOT)
    # What was just written is looked at once more, until its stamps are old enough to be believed.
    time.sleep(2.5)
    measured(build, ROOT)
    pairs = [(measured([sys.executable, "-c", "pass"], ROOT), measured(build, ROOT)) for _ in range(ROUNDS)]
    bare, nothing = (statistics.median(run[at].cpu for run in pairs) * 1000 for at in (0, 1))
    print(f"nothing to do: {nothing:.0f} ms CPU, {nothing / bare:.1f} times `python -c pass` ({bare:.0f} ms)")


def _saves(warm: WarmProject, suffix: str, edits: list[tuple[Path, str]]) -> None:
    found, written, whole = [], [], 0
    for path, text in edits:
        path.write_text(text, "utf-8")
        clock, started = time.perf_counter(), time.process_time()
        changes = warm.changes()
        looked = time.perf_counter() - clock
        rebuilt = warm.rebuild(changes)
        found.append((time.process_time() - started) * 1000)
        written.append((looked + rebuilt.seconds["written"]) * 1000)
        whole += rebuilt.is_whole
    print(
        f"{len(edits)} saves of {suffix}: {statistics.median(found):.0f} ms CPU all told; bundles written "
        f"after {statistics.median(written):.0f} ms, {min(written):.0f} at best (wall); {whole} whole builds"
    )


def _branch(warm: WarmProject, app: Path) -> None:
    whole = warm.rebuild(warm.changes())
    used = (app / path for path in whole.targets["alipay"].bundle if path.suffix in TAILS)
    switched = [path for path in used if path.is_file()][:1000]
    for path in switched:
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    started = time.process_time()
    rebuilt = warm.rebuild(warm.changes())
    took = time.process_time() - started
    changed = sum(len(target.changed) for target in rebuilt.targets.values())
    print(f"switch of a branch, {len(switched)} files: {took:.2f} s CPU, {changed} files of bundles changed")


def _memory(warm: WarmProject, path: Path, rebuilds: int) -> None:
    text = path.read_text("utf-8")
    gc.enable()
    for number in range(rebuilds):
        path.write_text(f"{text}\n// {number}\n", "utf-8")
        warm.rebuild(warm.changes())
        if number + 1 in (50, rebuilds // 2, rebuilds):
            print(f"after {number + 1} rebuilds: {_resident():.1f} MB resident")


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
    return pages * resource.getpagesize() / 2**20


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 500)
