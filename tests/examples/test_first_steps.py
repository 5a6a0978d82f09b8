"""The first example, built as a user builds it and used as a person uses it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from miniport.resources import runtime_folder
from tests.fixture_folder import read_files
from tests.site import address, serve

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "FrameLocator | Page"]


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the example built for every target."""
    out = tmp_path_factory.mktemp("out")
    command = [sys.executable, "-m", "miniport", "build", "examples/first-steps", "--out", str(out)]
    targets = ["--target", "alipay", "--target", "weibo", "--target", "web"]
    done = subprocess.run([*command, *targets], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(params=["weibo", "web"])
def opened(request: pytest.FixtureRequest, built: Path, page: Page) -> Iterator[Open]:
    """Return a function that opens a page of the app; nothing may complain while the app runs."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    folders = {target: built / target for target in ("weibo", "web")}
    serve(page.context, {**folders, "host": runtime_folder() / "fakehost"})

    def open_page(path: str, **query: str) -> FrameLocator | Page:
        page.goto(address(request.param, path, query))
        if request.param == "web":
            return page
        # The container's page holds a web view, and that holds the app.
        return page.frame_locator(".wbox-page:not([hidden]) .wbox-view").frame_locator("iframe")

    yield open_page
    assert complaints == []


def test_the_alipay_bundle_is_the_source(built: Path, root: Path):
    files = read_files(root / "examples/first-steps")
    # What the cache of an earlier build left in the folder is no source.
    source = {path: content for path, content in files.items() if path.parts[0] != ".miniport"}
    emitted = {
        path: content
        for path, content in read_files(built / "alipay").items()
        if path.name != ".miniport.json"
    }
    assert emitted == source


def test_the_list_shows_every_tea_with_its_price(opened: Open):
    app = opened("pages/list/list")
    app.get_by_text("白毫银针").wait_for()
    assert app.locator("img").count() == 4
    assert app.get_by_text("¥239.50").is_visible()
    assert app.get_by_text("售罄").is_visible()


def test_a_search_and_a_kind_narrow_the_list(opened: Open):
    app = opened("pages/list/list")
    app.locator("input").fill("福建")
    app.get_by_text("明前龙井").wait_for(state="detached")
    assert app.locator("img").count() == 2
    app.get_by_text("红茶", exact=True).click()
    app.get_by_text("没有找到“福建”，换个词试试").wait_for()


def test_the_detail_of_a_sold_out_tea_has_no_button(opened: Open):
    app = opened("pages/detail/detail", id="baihao")
    app.get_by_text("新茶正在路上，请过几日再来").wait_for()
    assert app.get_by_text("放入茶篮").count() == 0


def test_an_unknown_tea_says_so(opened: Open):
    opened("pages/detail/detail", id="cola").get_by_text("没有这款茶").wait_for()


def test_the_stepper_counts_and_the_price_follows(opened: Open):
    app = opened("pages/detail/detail", id="dianhong")
    app.get_by_text("放入茶篮 ¥88", exact=True).wait_for()
    app.get_by_text("+", exact=True).click()
    app.get_by_text("+", exact=True).click()
    app.get_by_text("−", exact=True).click()
    app.get_by_text("放入茶篮 ¥176", exact=True).wait_for()


@pytest.mark.parametrize("opened", ["web"], indirect=True)
def test_what_is_put_in_the_basket_shows_on_the_list(opened: Open):
    app = opened("pages/list/list")
    app.get_by_text("凤庆滇红").click()
    app.get_by_text("放入茶篮 ¥88", exact=True).click()
    app.get_by_text("茶篮 1", exact=True).wait_for()
