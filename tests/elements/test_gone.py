"""Elements that have left the page: what comes for them late tells nobody and throws nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.elements.emitted import open_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

COME_LATE = "(img) => ['load', 'error'].forEach((type) => img.dispatchEvent(new Event(type)))"


def test_a_picture_that_comes_after_its_element_has_gone_tells_nobody(page: Page):
    template = '<image a:if="{{there}}" src="/late.png" onLoad="log" onError="log"/>'
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    app = open_app(page, template, {"there": True})
    picture = app["mp-image img"].element_handle()
    assert picture is not None
    app.set({"there": False})
    app["mp-image"].wait_for(state="detached")
    app.take()
    picture.evaluate(COME_LATE)
    assert (app.take(), thrown) == ([], [])
