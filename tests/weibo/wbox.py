"""The emitted project in the stand-in for the container, in a real browser without a network."""

from __future__ import annotations

import mimetypes
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from miniport import resources
from miniport.posix import PurePosixPath
from miniport.targets.pack import bundled_pack
from miniport.web.bundle import SCRIPTS, STYLES
from miniport.web.shell import ShellPage, WebApp, render_project

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Frame, Page, Route

ORIGIN = "http://wbox.test"
CONTENT = Path(__file__).parent / "content"
VUE = resources.PACKAGE / "runtime" / "node_modules" / "vue" / "dist" / "vue.js"
CSP = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'"


def project() -> dict[str, bytes]:
    """Return an emitted project of three pages whose content is the tests' own."""
    parts = (
        (CONTENT / "registry.js").read_bytes(),
        resources.runtime_file("weibo/calls.js"),
        resources.runtime_file("host/weibo.js"),
    )
    # By the names that the page of the content asks for.
    files = {
        "runtime.js": b"\n;\n".join(parts),
        "app.js": (CONTENT / "content.js").read_bytes(),
        "runtime.css": b"",
        "app.css": b"",
    }
    app = WebApp(
        name="tests",
        version="1.0.0",
        description="",
        settings={"appId": "etmhykpra4"},
        window={"defaultTitle": "测试"},
        pages=tuple(
            ShellPage(PurePosixPath(path), {"defaultTitle": path.rpartition("/")[2]})
            for path in ("pages/index/index", "pages/detail/detail", "pack/pages/deep/deep")
        ),
        scripts=SCRIPTS,
        styles=STYLES,
        files={PurePosixPath(name): content for name, content in files.items()},
        members=frozenset(bundled_pack("weibo").members),
    )
    return {str(path): content for path, content in render_project(app, bundled_pack("weibo")).items()}


def serve(context: BrowserContext, files: Mapping[str, bytes]) -> None:
    """Answer every request of a context from memory; the content gets a strict policy."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN).split("?")[0].split("#")[0]
        content = read(path, files)
        if content is None:
            route.fulfill(status=404, body=path)
            return
        headers = {"content-security-policy": CSP} if "/res/h5/" in path else {}
        kind = mimetypes.guess_type(path)[0] or "text/plain"
        route.fulfill(body=content, content_type=f"{kind}; charset=utf-8", headers=headers)

    context.route("**/*", answer)


def read(path: str, files: Mapping[str, bytes]) -> bytes | None:
    """Return what stands at an address, or None."""
    if path.startswith("/project/"):
        return files.get(path.removeprefix("/project/"))
    if path.startswith("/host/"):
        return resources.runtime_file("fakehost/" + path.removeprefix("/host/"))
    places = {"/vue.js": VUE, "/drive.js": CONTENT / "drive.js"}
    return places[path].read_bytes() if path in places else None


PATIENCE = 20.0
"""Seconds. A pause is as short as the machine is fast: waits are by the clock."""


def until(frame: Frame, expression: str) -> None:
    """Wait for an expression to hold; Playwright's own way needs eval, which the policy forbids."""
    assert wait(frame.page, lambda: _holds(frame, expression)), f"{expression} never held"


def wait(page: Page, holds: Callable[[], bool]) -> bool:
    """Wait for a condition of the host's page; whether it came to hold."""
    end = time.monotonic() + PATIENCE
    while not (held := holds()) and time.monotonic() < end:
        page.evaluate("drive.pause()")
    return held


def _holds(frame: Frame, expression: str) -> bool:
    from playwright.sync_api import Error

    try:
        return bool(frame.evaluate(expression))
    except Error as error:
        # The document that was asked has just made room for the next one.
        if "context was destroyed" in str(error):
            return False
        raise


class Wbox:
    """A running host. `problems` holds what the browser's console and pages complained of."""

    def __init__(
        self, page: Page, files: Mapping[str, bytes], is_vue: bool = False, **options: object
    ) -> None:
        self.page = page
        self.problems: list[str] = []
        page.on("console", lambda message: self._heard(message.type, message.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        serve(page.context, files)
        page.goto(f"{ORIGIN}/host/index.html")
        page.add_script_tag(url="/drive.js")
        if is_vue:
            page.add_script_tag(url="/vue.js")
        page.evaluate("options => drive.load(options)", {"isVue": is_vue, **options})

    def restart(self, **options: object) -> None:
        """Close every page and start the app in another container."""
        self.page.evaluate("drive.stop()")
        self.page.evaluate("options => drive.load(options)", {"isVue": False, **options})

    def _heard(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.problems.append(text)

    def open(self, path: str = "pages/index/index", query: object = None, key: str = "queryParams") -> Frame:
        """Open a page and return the frame of its content, loaded and welcomed."""
        before = len(self.contents())
        self.page.evaluate(
            "given => drive.open(given)", {"path": path, "query": query or {}, "queryKey": key}
        )
        frame = self.content(before)
        until(frame, "Boolean(window.content && content.ready)")
        frame.evaluate("content.ready")
        return frame

    def contents(self) -> list[Frame]:
        """Return the frames of all contents, in the order of the pages."""
        views = self.page.main_frame.child_frames
        return [child for view in views for child in view.child_frames if "/res/h5/" in child.url]

    def content(self, index: int = -1) -> Frame:
        """Return the frame of a content, once it is there."""
        assert wait(self.page, lambda: len(self.contents()) > max(index, 0)), "no content was loaded"
        return self.contents()[index]

    def run(self, name: str, *args: object) -> object:
        """Call a method of the host: hide, show, theme, share, close, customEvent, fire."""
        result = self.page.evaluate("call => drive.run(call)", {"name": name, "args": args})
        self.page.evaluate("drive.pause()")
        return result

    def log(self, *kinds: str) -> list[dict[str, object]]:
        """Return the log, or its entries of some kinds."""
        entries = self.page.evaluate("drive.log()")
        return [entry for entry in entries if not kinds or entry["what"] in kinds]

    def errors(self) -> list[str]:
        """Return what the project's code has thrown in the logic thread."""
        return list(self.page.evaluate("drive.host.errors"))
