"""How the page looks: what can be read, what stays in sight, what stands beside what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.build.projects import write
from tests.preview.app import APP
from tests.preview.served import TARGETS, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.preview.window import Window

pytestmark = pytest.mark.browser

HOME = "pages/home/home"
CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")
LONG = "https://api.example.com/" + "segment/" * 30
MANY = f"""
  fail() {{
    console.log("a line", {{ count: 1, deep: {{ tea: "green" }} }}); console.info("info");
    console.debug("debug");
    console.warn("careful"); console.error(new Error("caught"));
    my.setStorageSync({{ key: "kept", data: {{ a: "y".repeat(200) }} }});
    for (const page of [1, 2]) my.request({{ url: "{LONG}?page=" + page, fail() {{}} }});
  }},
"""
PANELS = ("console", "requests", "calls", "tree", "storage", "stack", "findings", "compare")


@pytest.fixture
def window(chromium: Browser, tmp_path: Path) -> Iterator[Window]:
    from tests.preview.window import Window

    template = APP[f"{HOME}.axml"].replace("count {{count}}", "number {{count}}")
    script = APP[f"{HOME}.js"].replace('fail() { throw new Error("tea is cold"); },', MANY)
    assert MANY in script
    texts = {**APP, f"{HOME}.js": script, f"{HOME}.weibo.axml": template}
    with served(write(tmp_path, texts)) as preview:
        opened = Window(chromium, preview.address).running(*TARGETS)
        opened.text("alipay", "fail").click()
        yield opened
        opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(window: Window, scheme: str):
    from playwright.sync_api import expect

    window.page.emulate_media(color_scheme=scheme)
    for name in PANELS:
        body = window.panel(name)
        window.page.mouse.move(0, 0)
        if name == "compare":
            body.get_by_role("button").click()
            expect(body.locator("td").first).to_be_visible()
        body.evaluate("(node) => node.querySelectorAll('details').forEach((each) => (each.open = true))")
        assert (name, window.page.evaluate(CONTRAST)) == (name, [])
    window.text("alipay", "field").evaluate("() => { void Promise.reject(new Error('cold')); }")
    expect(window.page.locator(".overlay")).to_be_visible()
    window.page.evaluate("() => document.body.classList.add('lost')")
    assert window.page.evaluate(CONTRAST) == []


def test_beside_a_long_address_one_sees_what_became_of_the_request(window: Window):
    from playwright.sync_api import expect

    rows = window.panel("requests").locator(".row")
    expect(rows).to_have_count(2)
    for row in rows.all():
        about = row.locator(".about")
        expect(about).to_have_text("not in dev.hosts")
        assert about.evaluate("(node) => node.scrollWidth <= node.clientWidth") is True
        assert row.evaluate("(node) => node.scrollWidth <= node.clientWidth") is True
    # The line that lets it in is said once, and nothing of what our own server answered.
    assert [row.evaluate("(node) => node.open") for row in rows.all()] == [True, False]
    expect(rows.first).to_contain_text('- "api.example.com"')
    assert "x-miniport-problem" not in rows.first.inner_text()


@pytest.mark.parametrize(("width", "is_beside"), [(1440, True), (920, True), (880, False), (360, False)])
def test_nothing_sticks_out_and_the_panels_stand_beside_the_phones_where_there_is_room(
    window: Window, width: int, is_beside: bool
):
    # Drawn as wide as that in a wider window.
    window.page.evaluate("() => document.documentElement.style.setProperty('--panel', '900px')")
    window.page.set_viewport_size({"width": width, "height": 760})
    at = "(node) => { const { left, right, top } = node.getBoundingClientRect(); return [left, right, top]; }"
    left, right, _ = window.page.locator(".panel").evaluate(at)
    assert (left > 300, right) == (is_beside, width)
    seen = [name for name in TARGETS if window.phone(name).is_visible()]
    assert seen == (list(TARGETS) if width > 720 else ["alipay"])
    room = left if is_beside else width
    # A phone follows the window a moment later.
    window.until(lambda: all(window.phone(name).evaluate(at)[1] <= room for name in seen), "phones that fit")
    for name in seen:
        start, end, _ = window.phone(name).evaluate(at)
        assert 0 <= start < end
    assert window.page.evaluate("document.documentElement.scrollWidth") == width


def test_findings_begin_with_what_has_to_be_mended(chromium: Browser, tmp_path: Path):
    from playwright.sync_api import expect

    from miniport.cache.inputs import Changes
    from tests.preview.bench import benched
    from tests.preview.window import Window

    with benched(tmp_path) as (made, preview):
        made.save(f"{HOME}.axml", "hello'}}\" />", "hello'}}\" /><view>{{count +}}</view>")
        assert made.warm.rebuild(Changes()) is not None
        window = Window(chromium, preview.address).running(*TARGETS)
        rows = window.panel("findings").locator(".finding")
        expect(rows.first).to_have_class("row finding error")
        levels = [str(row.get_attribute("class")).split()[-1] for row in rows.all()]
        order = ["error", "warning", "note"]
        assert levels == sorted(levels, key=order.index)
        assert len(set(levels)) > 1
        window.close()
