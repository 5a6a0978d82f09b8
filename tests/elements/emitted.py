"""One-page apps built by the whole pipeline for the web, opened in a browser, and listened to."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from miniport.bundle import Bundle
from miniport.facts import Json
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings
from miniport.targets.pack import bundled_pack
from tests.site import POLICY

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Locator, Page, Route

ORIGIN = "http://app.test/"
PAGE = "pages/a/a"
# `log` tells what an event says; `set` also takes the event's value into the data, under its target's id.
SCRIPT = """
Page({
  data: %s,
  log(event) { console.log(event.type + " " + JSON.stringify(event.detail)); },
  set(event) { this.log(event); this.setData({ [event.target.id]: event.detail.value }); },
%s
});
"""

# A node that listens knows whose methods it calls.
SET = """(patch) => Array.from(document.querySelectorAll("mp-page *"))
  .find((node) => node.mp && node.mp.o).mp.o.self.setData(patch)"""


@dataclass
class Opened:
    """An app in a browser: what its page logged, and what the runtime complained of."""

    page: Page
    logged: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until what was asked for is done and painted."""
        self.page.evaluate(
            "() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => done())))"
        )

    def take(self) -> list[str]:
        """Return what was logged since the last time."""
        self.settle()
        taken = self.logged[:]
        self.logged.clear()
        return taken

    def until(self, count: int = 1) -> list[str]:
        """Wait until as many lines were logged and return them."""
        while len(self.logged) < count:
            self.page.wait_for_event("console")
        return self.take()

    def set(self, patch: Mapping[str, Json]) -> None:
        """Have the page set data; something on it must listen to an event."""
        self.page.evaluate(SET, dict(patch))
        self.settle()

    def __getitem__(self, selector: str) -> Locator:
        return self.page.locator(f".mp--app {selector}")


def built(files: Mapping[str, str]) -> Bundle:
    """Return what the pipeline emits for the web; nothing may be wrong with the app."""
    content = {PurePosixPath(path): text.encode() for path, text in files.items()}
    outcome = build(BuildRequest(BundleFiles(content), Settings(), (bundled_pack("web"),)))
    errors = [found for found in outcome.diagnostics if found.severity.value == "error"]
    (target,) = outcome.targets
    errors += [found for found in target.diagnostics if found.severity.value == "error"]
    assert [error.message() for error in errors] == []
    assert target.bundle is not None
    return target.bundle


def open_app(
    page: Page,
    template: str,
    data: Mapping[str, Json] | None = None,
    methods: str = "",
    **more: str,
) -> Opened:
    """Build and open a page; `more` are further files, `style` is the page's sheet, `json` its configuration.

    Keys of `more` are paths with `__` for `/` and `_` for the last `.`.
    """
    files = {
        "app.json": json.dumps({"pages": [PAGE]}),
        "app.js": "App({});",
        f"{PAGE}.axml": template,
        f"{PAGE}.js": SCRIPT % (json.dumps(data or {}), methods),
        f"{PAGE}.acss": more.pop("style", ""),
        f"{PAGE}.json": more.pop("json", "{}"),
    }
    for name, text in more.items():
        path, _, suffix = name.replace("__", "/").rpartition("_")
        files[f"{path}.{suffix}"] = text
    opened = Opened(page)

    def heard(message: ConsoleMessage) -> None:
        lines = opened.problems if message.type in ("error", "warning") else opened.logged
        lines.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: opened.problems.append(f"uncaught: {error}"))
    _serve(page, built(files))
    page.goto(ORIGIN + "index.html")
    page.wait_for_selector("mp-page > *", state="attached")
    opened.settle()
    return opened


def _serve(page: Page, bundle: Bundle) -> None:
    def answer(route: Route) -> None:
        path = PurePosixPath(route.request.url.removeprefix(ORIGIN).partition("#")[0])
        content = bundle.get(path)
        if content is None:
            route.fulfill(status=204 if path.name == "favicon.ico" else 404, body="")
            return
        kind = mimetypes.guess_type(path.name)[0] or "text/plain"
        headers = {"content-security-policy": POLICY}
        route.fulfill(body=content, content_type=f"{kind}; charset=utf-8", headers=headers)

    page.route("**/*", answer)
