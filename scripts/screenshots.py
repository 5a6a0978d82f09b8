"""Take pictures of the examples: each screen in the stand-in of Weibo's container and as a website."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright

from miniport.resources import runtime_folder

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
# (example, name of the picture, page, query)
SCREENS = [
    ("first-steps", "list", "pages/list/list", {}),
    ("first-steps", "detail", "pages/detail/detail", {"id": "dahongpao"}),
    ("first-steps", "sold-out", "pages/detail/detail", {"id": "baihao"}),
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing for each request."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine only; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def build(folder: Path) -> None:
    """Build each example for the targets that a browser can show, and put the container beside them."""
    for example in sorted({screen[0] for screen in SCREENS}):
        command = [sys.executable, "-m", "miniport", "build", str(EXAMPLES / example), "--fail-on", "never"]
        subprocess.run(
            [*command, "--target", "weibo", "--target", "web", "--out", str(folder / example)], check=True
        )
    shutil.copytree(runtime_folder() / "fakehost", folder / "host")


def shoot(page: Page, address: str, out: Path) -> None:
    """Take each picture; a message on the console is printed, because it should not be there."""
    page.on("console", lambda message: sys.stderr.write(f"console: {message.text}\n"))
    page.on("pageerror", lambda error: sys.stderr.write(f"error: {error}\n"))
    for example, name, path, query in SCREENS:
        inside = {"project": f"{address}/{example}/weibo/", "page": path} | query
        for target, url in {
            "weibo": f"{address}/host/index.html?{urlencode(inside)}",
            "web": f"{address}/{example}/web/index.html#/{path}?{urlencode(query)}",
        }.items():
            # The hash alone would not load the page anew.
            page.goto("about:blank")
            page.goto(url, wait_until="networkidle")
            page.screenshot(path=out / f"{example}-{name}-{target}.png")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    browser_path = (
        shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )
    with (
        tempfile.TemporaryDirectory() as scratch,
        served(Path(scratch)) as address,
        sync_playwright() as tool,
    ):
        build(Path(scratch))
        browser = tool.chromium.launch(executable_path=browser_path, args=FLAGS)
        page = browser.new_page(viewport={"width": 375, "height": 667}, device_scale_factor=2)
        shoot(page, address, out)
        browser.close()


if __name__ == "__main__":
    main()
