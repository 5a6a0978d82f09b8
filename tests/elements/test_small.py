"""navigator, icon, progress: small elements."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.elements.shown import box_of, shows, style_of
from tests.runtime.small_app import start

pytestmark = pytest.mark.browser


def test_a_navigator_opens_pages_by_tap_and_by_key(page: Page):
    template = (
        '<navigator id="n" url="../b/b?x=1" hover-class="on">go</navigator>'
        '<navigator id="r" url="/pages/b/b" open-type="redirect">there</navigator>'
    )
    running = start(page, shows(template, pages=("pages/b/b",)))
    assert page.get_attribute("#n", "role") == "link"
    page.click("#n")
    running.until("this is pages/b/b")
    assert "#/pages/b/b?x=1" in page.url
    page.click(".mp--back")
    running.until("go")
    page.focus("#r")
    page.keyboard.press("Enter")
    running.until("this is pages/b/b")
    assert page.locator(".mp--back:not(.mp--home)").count() == 0


def test_a_navigator_leads_back_and_relaunches(page: Page):
    app = shows('<navigator id="n" url="/pages/b/b">go</navigator>', pages=("pages/b/b",))
    back = (
        '<navigator id="k" open-type="navigateBack">back</navigator><navigator id="l"'
        ' open-type="reLaunch" url="/pages/b/b">anew</navigator>'
    )
    app.files["pages/b/b.axml"] = back  # type: ignore[index] - made for this test
    running = start(page, app)
    page.click("#n")
    running.until("anew")
    page.click("#k")
    running.until("go")
    page.click("#n")
    running.until("anew")
    page.click("#l")
    page.wait_for_selector(".mp--back:not(.mp--home)", state="detached")
    assert page.locator(".mp--page").count() == 1


def test_a_navigator_that_leads_nowhere_is_reported(page: Page):
    running = start(
        page,
        shows(
            '<navigator id="n" url="/no/where">go</navigator><navigator id="o" open-type="fly">o</navigator>'
        ),
    )
    page.click("#n")
    page.click("#o")
    running.settle()
    assert len(running.problems) == 2
    assert "/no/where" in running.problems[0]
    assert "fly" in running.problems[1]


@pytest.mark.parametrize(
    ("kind", "colour", "says"),
    [
        ("success", "rgb(9, 187, 7)", "成功"),
        ("success_no_circle", "rgb(9, 187, 7)", "成功"),
        ("info", "rgb(16, 174, 255)", "提示"),
        ("warn", "rgb(247, 98, 96)", "警告"),
        ("waiting", "rgb(16, 174, 255)", "等待"),
        ("cancel", "rgb(244, 53, 48)", "取消"),
        ("download", "rgb(9, 187, 7)", "下载"),
        ("search", "rgb(178, 178, 178)", "搜索"),
        ("clear", "rgb(178, 178, 178)", "清除"),
        ("loading", "rgb(136, 136, 136)", "加载中"),
    ],
)
def test_an_icon_has_its_sign_size_and_colour(page: Page, kind: str, colour: str, says: str):
    """Rule 174: 23 px."""
    start(
        page,
        shows(f'<icon id="i" type="{kind}"/><icon id="j" type="{kind}" size="40" color="rgb(1, 2, 3)"/>'),
    )
    assert style_of(page, "#i", "color") == colour
    assert style_of(page, "#j", "color") == "rgb(1, 2, 3)"
    assert [box_of(page, "#i")[2:], box_of(page, "#j")[2:]] == [[23, 23], [40, 40]]
    assert [page.get_attribute("#i", name) for name in ("role", "aria-label")] == ["img", says]
    assert page.locator("#i > *").count() == 1


def test_progress_shows_how_far_it_has_come(page: Page):
    """Rule 174: #09BB07, 6 px."""
    template = (
        '<progress id="p" percent="{{40}}" show-info/>'
        '<progress id="q" percent="140" stroke-width="10" active-color="rgb(1, 2, 3)"'
        ' background-color="rgb(4, 5, 6)" active/>'
    )

    start(page, shows(template))
    assert page.get_attribute("#p", "role") == "progressbar"
    assert [page.get_attribute(f"#{name}", "aria-valuenow") for name in "pq"] == ["40", "100"]
    assert page.inner_text("#p") == "40%"
    assert style_of(page, "#p .mp--filled", "backgroundColor") == "rgb(9, 187, 7)"
    assert [box_of(page, f"#{name} .mp--line")[3] for name in "pq"] == [6, 10]
    assert style_of(page, "#q .mp--filled", "backgroundColor") == "rgb(1, 2, 3)"
    assert style_of(page, "#q .mp--line", "backgroundColor") == "rgb(4, 5, 6)"
    assert style_of(page, "#q .mp--filled", "animationName") == "mp-fill"
    line, filled = box_of(page, "#p .mp--line"), box_of(page, "#p .mp--filled")
    assert filled[2] == pytest.approx(line[2] * 0.4, abs=1)
