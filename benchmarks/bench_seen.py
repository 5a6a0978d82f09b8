"""How long after a save the change stands in the browser, in both phones of `miniport dev`.

python -m benchmarks.bench_seen PROJECT [ROUNDS]: the project is copied. `miniport dev` runs as it does for
everybody, Chromium shows its page. A save is a write of the first page's script, template or sheet; it counts
as seen once a frame was drawn after the document had it. The watch's quiet time is in the figures.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Frame, expect, sync_playwright

from benchmarks.bench_runtime import CHROMIUM
from miniport.dev.watch import QUIET
from tests.preview.window import Window

TARGETS = ("alipay", "weibo")
ROUNDS = 50
FIRST = 120_000.0
NODE = ".mp--page:not([hidden]) ._seen"
# Where the change stands: what a node says, or the colour it has.
SEEN = {
    ".js": f"document.querySelector('{NODE}')?.textContent.includes('script {{0}}.')",
    ".axml": f"document.querySelector('{NODE}')?.textContent.includes('template {{0}}.')",
    ".acss": f"getComputedStyle(document.querySelector('{NODE}')).borderTopWidth === '{{0}}px'",
}
WAIT = """window.__seen = new Promise((resolve) => {
  const look = () => (HOLDS ? requestAnimationFrame(() => setTimeout(
    () => resolve(performance.timeOrigin + performance.now()))) : requestAnimationFrame(look));
  look();
}); 0"""


def main(project: Path, rounds: int) -> None:
    """Print the median, the best and the ninth of ten of each kind of save."""
    with tempfile.TemporaryDirectory() as scratch:
        app = Path(scratch, "app")
        shutil.copytree(project, app, symlinks=True)
        for made in ("dist", ".miniport"):
            shutil.rmtree(app / made, ignore_errors=True)
        page = app / re.search(r'"pages"\s*:\s*\[\s*"([^"]+)"', (app / "app.json").read_text("utf-8"))[1]
        _save(page, 1, 1, 1)
        with _served(app) as address, sync_playwright() as player:
            browser = player.chromium.launch(executable_path=CHROMIUM)
            window = Window(browser, address)
            # The first build is a whole one, beside whatever else the machine does.
            expect.set_options(timeout=FIRST)
            window.running(*TARGETS)
            frames = {name: _frame(window, name) for name in TARGETS}
            for kind in SEEN:
                _measure(kind, page, frames, rounds)
            browser.close()


def _save(page: Path, script: int, template: int, sheet: int, only: str = "") -> None:
    texts = {
        ".js": f"Page({{ data: {{ seen: 'script {script}.' }} }});\n",
        ".axml": f"<view class='seen'>template {template}. {{{{seen}}}}</view>\n",
        ".acss": f".seen {{ border-top: {sheet}px solid red; }}\n",
    }
    for suffix, text in texts.items():
        if only in ("", suffix):
            page.with_suffix(suffix).write_text(text, "utf-8")


@contextmanager
def _served(app: Path) -> Iterator[str]:
    """Run the command and yield where its page is."""
    command = [sys.executable, "-m", "miniport", "dev", str(app), "--port", "0"]
    command += [word for name in TARGETS for word in ("--target", name)]
    environment = {**os.environ, "LANG": "C.UTF-8"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running:
        assert running.stdout is not None
        found = (re.search(r"http://\S+", line) for line in running.stdout)
        try:
            yield next(match[0] for match in found if match)
        finally:
            running.terminate()


def _frame(window: Window, name: str) -> Frame:
    handle = window.text(name, "seen").element_handle()
    frame = handle.owner_frame() if handle is not None else None
    assert frame is not None
    return frame


def _measure(kind: str, page: Path, frames: dict[str, Frame], rounds: int) -> None:
    took: dict[str, list[float]] = {name: [] for name in frames}
    for number in range(2, rounds + 2):
        for frame in frames.values():
            frame.evaluate(WAIT.replace("HOLDS", SEEN[kind].format(number)))
        began = time.time()
        _save(page, number, number, number, kind)
        for name, frame in frames.items():
            took[name].append(frame.evaluate("window.__seen") - began * 1000)
    for name, times in took.items():
        ordered = sorted(times)
        late = ordered[len(ordered) * 9 // 10]
        print(
            f"{rounds} saves of {kind}, {name}: seen after {statistics.median(times):.0f} ms (median), "
            f"{ordered[0]:.0f} at best, {late:.0f} nine of ten; {QUIET * 1000:.0f} of them wait for quiet"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS)
