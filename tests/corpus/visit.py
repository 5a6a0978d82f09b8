"""A visit to every page of a bundle: what is seen there, and what happens when it is tapped."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from playwright.sync_api import Error

from miniport.bundle import Bundle
from tests.corpus.trace import Modules, Problem
from tests.examples.stage import PATIENCE, Stage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ElementHandle, Route

HERE = Path(__file__).parent
LOOK, MOCKS, BEFORE = ((HERE / f"{name}.js").read_text("utf-8") for name in ("look", "mocks", "before"))
WINDOW = {"width": 375, "height": 667}
# What most apps want of an answer; the lists are empty, because nobody knows what would be in them.
_INNER = {"list": [], "items": [], "rows": [], "records": [], "total": 0}
ANSWER = {
    "status": 200,
    "json": {"code": 200, "success": True, "msg": "ok", "data": _INNER, "result": _INNER},
}
PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"><path fill="#9cc" d="M0 0h9v6H0z"/></svg>'
)
SCRIPTS = "default-src 'none'; script-src 'self'; style-src 'self'"


@dataclass(frozen=True)
class Visit:
    """What one page showed. `missing`: files of the bundle that it asked for and that are not there."""

    page: str
    visible: int
    characters: int
    failed_images: tuple[str, ...]
    missing: tuple[str, ...]
    taps: int
    problems: tuple[Problem, ...]


class Tour(Stage):
    """A stage that answers every request. `missing`: what the app asked its own bundle for in vain."""

    policy = f"{SCRIPTS}; img-src * data: blob:; font-src * data:; connect-src *"

    def __init__(self, browser: Browser, name: str, files: Bundle) -> None:
        super().__init__(browser, name, files, WINDOW)
        self.mocks = MOCKS
        self.answers = {"*": ANSWER}
        self.missing: list[str] = []
        self.context.add_init_script(BEFORE)
        self.page.on("response", lambda response: self._answered(response.status, response.url))

    def _heard(self, kind: str, text: str) -> None:
        # What the app itself writes is its own business, but for what it has caught: libraries warn of that.
        if (kind == "error" and text.startswith(("[miniport]", "Refused"))) or "\n    at " in text:
            self.problems.append(text)

    def _answered(self, status: int, url: str) -> None:
        if status == 404:
            self.missing.append(url.partition("/app/")[2])

    def answer_request(self, route: Route, url: str) -> None:
        """Answer with a picture what is asked for as one."""
        if route.request.resource_type == "image":
            route.fulfill(body=PICTURE, content_type="image/svg+xml")
        elif route.request.resource_type in ("document", "font", "media"):
            route.fulfill(body="", content_type="text/html")
        else:
            super().answer_request(route, url)

    def tell(self, task: str, **order: object) -> object:
        """Return what the frame of the app answers."""
        return self.frame.evaluate(LOOK, {"task": task, **order})

    def errors(self) -> list[str]:
        """Return what the shell's own code has thrown."""
        return list(self.page.evaluate("() => window.fakehost.host.errors")) if self.is_contained else []

    def visit(self, page: str, modules: Modules, most: int, picture: Path | None) -> Visit:
        """Open a page, look, and tap up to so many things."""
        self.missing.clear()
        heard: list[str] = []
        seen: dict[str, object] = {"visible": 0, "characters": 0, "broken": []}
        taps = 0
        try:
            self.open(page)
            seen = self._seen()
            if picture:
                self.page.screenshot(path=picture)
            heard += self.problems
            self.problems.clear()
            taps = sum(self._tapped(page, name, heard) for name in self._names()[:most])
        except (AssertionError, Error) as error:
            heard.append(f"the visit ended: {error}")
        with contextlib.suppress(Error):
            heard += self.errors()
        heard += self.problems
        broken = tuple(cast(list[str], seen["broken"]))
        problems = tuple(dict.fromkeys(modules.problem(text) for text in heard if text != "Object"))
        missing = tuple(dict.fromkeys(self.missing))
        return Visit(
            page, int(str(seen["visible"])), int(str(seen["characters"])), broken, missing, taps, problems
        )

    def _seen(self) -> dict[str, object]:
        """Look once nothing moves, and again as long as nothing shows and there is patience."""
        end = time.monotonic() + PATIENCE
        while True:
            self.tell("settle")
            seen = cast(dict[str, object], self.tell("look"))
            if seen["visible"] or time.monotonic() > end:
                return seen

    def _names(self) -> list[str]:
        return cast(list[str], self.tell("names"))

    def _tapped(self, page: str, name: str, heard: list[str]) -> bool:
        """Tap one thing; afterwards the page is there as before."""
        node = self.frame.evaluate_handle(LOOK, {"task": "find", "name": name}).as_element()
        if node is None:
            return False
        before = self._state()
        self._touch(node)
        self.tell("settle")
        heard += self.problems
        self.problems.clear()
        if self._state() != before or cast(dict[str, object], self.tell("look"))["isCovered"]:
            heard += self.errors()
            self.open(page)
            self.tell("settle")
            self.problems.clear()
        return True

    def _state(self) -> tuple[int, object]:
        return len(self.page.frames), cast(dict[str, object], self.tell("look"))["route"]

    def _touch(self, node: ElementHandle) -> None:
        box = node.bounding_box()
        if box:
            self.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def visits(
    browser: Browser, name: str, files: Bundle, pages: Sequence[str], most: int, pictures: Path | None
) -> Iterator[Visit]:
    """Visit pages one after another, each in an app started afresh."""
    modules = Modules(files)
    tour = Tour(browser, name, files)
    for page in pages:
        picture = pictures / f"{page.replace('/', '_')}-{name}.png" if pictures else None
        yield tour.visit(page, modules, most, picture)
        if tour.page.is_closed():
            tour = Tour(browser, name, files)
    tour.close()
