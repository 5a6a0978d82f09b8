"""Where the scripts are played: an app in a browser, in the stand-in of the container or in the simulator."""

from __future__ import annotations

import json
import mimetypes
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from miniport import resources
from miniport.bundle import Bundle
from miniport.posix import PurePosixPath
from tests.site import ORIGIN, POLICY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, JSHandle, Route

HERE = Path(__file__).parent
DRIVER, CONTAINER, MOCKS = (
    (HERE / f"{name}.js").read_text("utf-8") for name in ("driver", "container", "mocks")
)
PATIENCE = 3.0
"""Seconds until an expectation that does not hold is a failure."""


class Stage:
    """One app in one browser page. `problems`: what the console complained of since it was opened.

    `mocks`: a script for each start in the simulator. `answers`: by address without query, "*" for the rest.
    """

    policy = f"{POLICY}; connect-src https:"

    def __init__(self, browser: Browser, name: str, files: Bundle, window: Mapping[str, int]) -> None:
        self.name = name
        self.files = files
        self.is_contained = any("/res/h5/" in f"/{path}" for path in files)
        self.mocks = "() => undefined"
        self.problems: list[str] = []
        self.answers: dict[str, Mapping[str, object]] = {}
        self.held: list[Route] = []
        viewport = {"width": window["width"], "height": window["height"]}
        self.context = browser.new_context(viewport=viewport, has_touch=True, is_mobile=False)  # type: ignore[arg-type]
        self.context.route("**/*", self._answer)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self._heard(message.type, message.text))
        self.page.on("pageerror", lambda error: self.problems.append(error.stack or str(error)))

    def _heard(self, kind: str, text: str) -> None:
        # The browser's own word on a request that the script wants to be refused.
        if kind == "error" and not text.startswith("Failed to load resource"):
            self.problems.append(text)

    def thrown(self) -> list[str]:
        """Return the errors of the app's own code since it was opened."""
        return [text for text in self.problems if text.startswith("[miniport] ")]

    def complaints(self, expected: int) -> list[str]:
        """Return what nobody expects on the console: more errors of the app's, anything of the browser's."""
        own = self.thrown()
        return [*own[expected:], *(text for text in self.problems if text not in own)]

    def _answer(self, route: Route) -> None:
        url = route.request.url.partition("?")[0]
        if not url.startswith(ORIGIN):
            self.answer_request(route, url)
            return
        path = unquote(urlsplit(url).path).lstrip("/")
        content = self._content(path)
        if content is None:
            route.fulfill(status=204 if path == "favicon.ico" else 404, body="")
            return
        kind = mimetypes.guess_type(path)[0] or "text/plain"
        is_content = path.startswith("app/") and ("/res/h5/" in path or not self.is_contained)
        headers = {"content-security-policy": self.policy} if is_content else {}
        route.fulfill(body=content, content_type=f"{kind}; charset=utf-8", headers=headers)

    def answer_request(self, route: Route, url: str) -> None:
        """Answer what is asked of elsewhere."""
        answer = self.answers.get(url) or self.answers.get("*")
        if answer is not None and answer.get("pending"):
            self.held.append(route)
            return
        if answer is None:
            route.abort()
            return
        headers = {"access-control-allow-origin": "*", "access-control-allow-headers": "*"}
        body = json.dumps(answer["json"])
        route.fulfill(
            status=int(str(answer["status"])), headers=headers, content_type="application/json", body=body
        )

    def _content(self, path: str) -> bytes | None:
        first, _, rest = path.partition("/")
        if first == "app":
            return self.files.get(PurePosixPath(rest))
        return (
            resources.runtime_file(f"fakehost/{rest}")
            if first == "host"
            else b""
            if path == "blank"
            else None
        )

    @property
    def frame(self) -> Frame:
        """Return the frame with the app."""
        if not self.is_contained:
            return self.page.main_frame
        inner = [frame for frame in self.page.frames if "/res/h5/" in frame.url]
        return inner[-1] if inner else self.page.main_frame

    def open(self, url: str = "") -> None:
        """Start the app afresh at a page, the first one where none is named."""
        path, _, query = url.partition("?")
        self.problems.clear()
        if self.is_contained:
            self.page.goto(f"{ORIGIN}/host/index.html")
            self.page.evaluate("answers => { window.requests = answers; }", self.answers)
            given = {"project": f"{ORIGIN}/app/", "page": path, "query": dict(parse_qsl(query))}
            self.page.evaluate(CONTAINER, given)
        else:
            self.page.goto(f"{ORIGIN}/blank")
            self.page.goto(f"{ORIGIN}/app/index.html" + (f"#/{url}" if url else ""))
            self.page.evaluate(self.mocks)
        self.until(lambda: bool(self.ask("look", expect={"$page": None})["$page"]), "the app starts")

    def forget(self) -> None:
        """Empty the storage."""
        self.page.goto(f"{ORIGIN}/blank")
        self.page.evaluate("() => localStorage.clear()")

    def answer(self, url: str, reply: Mapping[str, object]) -> None:
        """Answer a request from now on."""
        self.answers[url] = reply
        if self.is_contained:
            self.page.evaluate("answers => { window.requests = answers; }", self.answers)

    def ask(self, task: str, **order: object) -> dict[str, object]:
        """Return what the driver answers."""
        return self.frame.evaluate(DRIVER, {"task": task, **order})  # type: ignore[no-any-return]

    def handle(self, task: str, **order: object) -> JSHandle:
        """Return the node that the driver finds."""
        return self.frame.evaluate_handle(DRIVER, {"task": task, **order})

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait frame by frame for a condition."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"{what}: never"
            self.ask("pause")

    def close(self) -> None:
        """Close the browser's page."""
        for route in self.held:
            route.abort()
        self.context.close()
