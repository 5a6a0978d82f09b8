"""Take pictures of the examples: each screen in the stand-in of Weibo's container and as a website."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from miniport.resources import runtime_folder
from tests.site import address, serve

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


def screens() -> list[tuple[str, str, str, dict[str, str]]]:
    """Return the screens above, and the first page of each example that has none there."""
    listed = {example for example, *_ in SCREENS}
    others = sorted(path.parent for path in EXAMPLES.glob("*/app.json") if path.parent.name not in listed)
    pages = {folder.name: json.loads((folder / "app.json").read_text("utf-8"))["pages"] for folder in others}
    return [*SCREENS, *((example, "first", paths[0], {}) for example, paths in pages.items())]


def build(folder: Path) -> None:
    """Build each example for the targets that a browser can show."""
    for example in sorted({screen[0] for screen in screens()}):
        command = [sys.executable, "-m", "miniport", "build", str(EXAMPLES / example), "--fail-on", "never"]
        targets = ["--target", "weibo", "--target", "web"]
        subprocess.run([*command, *targets, "--out", str(folder / example)], check=True)


def shoot(browser: Browser, built: Path, out: Path) -> None:
    """Take each picture; what the page says on its console is printed, because nothing should be there."""
    for example, name, path, query in screens():
        for target in ("weibo", "web"):
            page = browser.new_page(viewport={"width": 375, "height": 667}, device_scale_factor=2)
            page.on("console", lambda message: sys.stderr.write(f"console: {message.text}\n"))
            page.on("pageerror", lambda error: sys.stderr.write(f"error: {error}\n"))
            serve(page.context, {target: built / example / target, "host": runtime_folder() / "fakehost"})
            page.goto(address(target, path, query), wait_until="networkidle")
            page.screenshot(path=out / f"{example}-{name}-{target}.png")
            page.close()


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    browser_path = (
        shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as tool:
        build(Path(scratch))
        browser = tool.chromium.launch(executable_path=browser_path, args=FLAGS)
        shoot(browser, Path(scratch), out)
        browser.close()


if __name__ == "__main__":
    main()
