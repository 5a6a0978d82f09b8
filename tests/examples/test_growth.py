"""Pages that were opened and closed leave nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.examples.apps import example, script_of, staged
from tests.examples.growth import APP, ROUNDS, measured

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The engine keeps a few objects of its own now and then: less than one for two pages.
SPARE = ROUNDS // 2


@pytest.mark.browser
def test_fifty_pages_opened_and_closed_leave_nothing(chromium: Browser):
    with staged(chromium, example(APP), script_of(APP)["window"]) as stages:
        for stage in stages:
            before, after = measured(stage)
            heap = after.pop("heap"), before.pop("heap")
            assert heap[0] < 1.2 * heap[1]
            assert after.pop("objects") < before.pop("objects") + SPARE
            assert (stage.name, after) == (stage.name, before)
