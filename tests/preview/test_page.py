"""The page of a preview: every control and every panel, once."""

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


@pytest.fixture
def window(chromium: Browser, tmp_path: Path) -> Iterator[Window]:
    from tests.preview.window import Window

    with served(write(tmp_path, APP)) as preview:
        opened = Window(chromium, preview.address).running(*TARGETS)
        yield opened
        opened.close()


def test_both_phones_run_the_app_and_nothing_complains(window: Window):
    from playwright.sync_api import expect

    for name in TARGETS:
        window.text(name, "add").click()
        expect(window.text(name, "title")).to_have_text("count 1")
        window.text(name, "next").click()
        expect(window.text(name, "id")).to_have_text("id 8")
        expect(window.phone(name).locator(".phone-route")).to_have_text("pages/next/next")
    assert window.problems == []
