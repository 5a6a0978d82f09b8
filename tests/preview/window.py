"""The preview's page in a browser: its controls and panels, and the apps in its phones."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FrameLocator, Locator

PATIENCE = 20000.0


class Window:
    """One window with the page. `problems`: what the browser's console complained of."""

    def __init__(self, browser: Browser, address: str, width: int = 1600, height: int = 1200) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        self.problems: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(error.stack or str(error)))
        self.page.on("console", lambda message: self._heard(message.type, message.text))
        self.page.goto(address)

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error":
            self.problems.append(text)

    def close(self) -> None:
        """Close the window."""
        self.context.close()

    def phone(self, name: str) -> Locator:
        """Return a phone, with what stands around its frame."""
        return self.page.locator(f"[data-frame={name}]")

    def app(self, name: str) -> FrameLocator:
        """Return the document of a phone's app, wherever it lies."""
        frame = self.phone(name).frame_locator("iframe")
        if name == "weibo":
            return frame.frame_locator("iframe.wbox-view").frame_locator("iframe")
        return frame

    def text(self, name: str, selector: str) -> Locator:
        """Return a node of the page that an app shows, by the author's class."""
        return self.app(name).locator(f".mp--page:not([hidden]) ._{selector}")

    def tap(self, name: str, selector: str) -> None:
        """Click a node of an app by where it is seen: Playwright looks for it elsewhere in a scaled phone."""
        middle = """(node) => {
          const { left, top, width, height } = node.getBoundingClientRect();
          return [left + width / 2, top + height / 2];
        }"""
        corner = """(frame) => {
          const { left, top, width } = frame.getBoundingClientRect();
          return [left, top, width / frame.offsetWidth];
        }"""
        x, y = self.text(name, selector).evaluate(middle)
        frame = self.phone(name).locator("iframe")
        frame.scroll_into_view_if_needed()
        left, top, scale = frame.evaluate(corner)
        self.page.mouse.click(left + x * scale, top + y * scale)

    def control(self, name: str) -> Locator:
        """Return a control of the bar."""
        return self.page.locator(f"[data-control={name}]")

    def panel(self, name: str) -> Locator:
        """Open a panel and return its body."""
        self.page.locator(f"[data-panel={name}][role=tab]").click()
        return self.page.locator(f".panel-body[data-panel={name}]")

    def choose(self, title: str) -> None:
        """Let the panels be about another phone."""
        self.page.locator(".panel-head .segments").get_by_role("button", name=title).click()

    def running(self, *names: str) -> Window:
        """Wait until the apps run."""
        for name in names:
            expect(self.phone(name)).to_have_attribute("data-running", "true")
        return self

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait for a condition, a frame of the browser at a time."""
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            if holds():
                return
            self.page.evaluate("() => new Promise((resolve) => requestAnimationFrame(resolve))")
        raise AssertionError(f"{what}: never")
