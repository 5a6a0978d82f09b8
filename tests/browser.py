"""One headless Chromium, for tests and for scripts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

TOGETHER = "--disable-site-isolation-trials"
"""All frames in one process: what Playwright does in a frame whose process ends meanwhile fails, and what is
scaled around another process it looks for elsewhere."""


@contextmanager
def chromium_browser() -> Iterator[Browser]:
    """Yield a browser; it is closed behind the block."""
    # Imported here: most runs of a part of the suite need no browser.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_path(), args=[*FLAGS, TOGETHER])
        yield browser
        browser.close()


@contextmanager
def with_processes(other: Browser) -> Iterator[Browser]:
    """Yield a browser that gives frames that ask for it a process of their own, as those of users do."""
    browser = other.browser_type.launch(executable_path=_path(), args=FLAGS)
    yield browser
    browser.close()


def _path() -> str:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path is not None, "Chromium is missing: run `make setup`"
    return path
