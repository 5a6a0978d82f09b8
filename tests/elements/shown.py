"""One page with a template to look at, and what its handlers hear."""

from __future__ import annotations

import io
import struct
import wave
import zlib

from playwright.sync_api import Page

from miniport.posix import PurePosixPath
from tests.runtime.small_app import SmallApp

SCRIPT = """Page({
  data: %s,
  log(e) { console.log(e.type, e.currentTarget.id, JSON.stringify(e.detail)); },
  name(e) { console.log(e.type, e.currentTarget.id); },
  set(e) { this.setData(e.currentTarget.dataset.set); },
  %s
});"""


def shows(
    template: str, data: str = "{}", members: str = "", style: str = "", pages: tuple[str, ...] = ()
) -> SmallApp:
    """Return an app whose first page shows a template; `members` are further members of the page."""
    files = {"pages/a/a.js": SCRIPT % (data, members), "pages/a/a.axml": template}
    for path in pages:
        files |= {f"{path}.js": "Page({})", f"{path}.axml": f"<view>this is {path}</view>"}
    assets = {PurePosixPath(name): content for name, content in ASSETS.items()}
    return SmallApp(files, pages=("pages/a/a", *pages), style=style, assets=assets)


def style_of(page: Page, selector: str, name: str) -> str:
    """Return a computed style of the first node that a selector finds."""
    found = page.evaluate("([s, n]) => getComputedStyle(document.querySelector(s))[n]", [selector, name])
    assert isinstance(found, str)
    return found


def box_of(page: Page, selector: str) -> list[float]:
    """Return [left, top, width, height] of a node, in whole pixels of the page's box."""
    script = """(selector) => {
      const origin = document.querySelector(".mp--page:not([hidden])").getBoundingClientRect();
      const box = document.querySelector(selector).getBoundingClientRect();
      return [box.left - origin.left, box.top - origin.top, box.width, box.height].map(Math.round);
    }"""
    found = page.evaluate(script, selector)
    assert isinstance(found, list)
    return found


def until(page: Page, expression: str) -> None:
    """Wait until an expression of the page is true."""
    # A function: a text would be evaluated by the page, which its policy forbids.
    page.wait_for_function(f"() => {expression}")


def drag(page: Page, selector: str, x: float, y: float, steps: int = 8) -> None:
    """Press the mouse in the middle of a node, move it and let go."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + x, middle[1] + y, steps=steps)
    page.mouse.up()


def png(width: int, height: int) -> bytes:
    """Return a red picture."""
    rows = b"".join(b"\0" + b"\xff\0\0" * width for _ in range(height))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def sound(seconds: float) -> bytes:
    """Return silence; a browser plays it in a video as well."""
    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(b"\x80" * int(8000 * seconds))
    return stream.getvalue()


ASSETS = {"wide.png": png(40, 20), "tall.png": png(20, 40), "quiet.wav": sound(0.4)}
