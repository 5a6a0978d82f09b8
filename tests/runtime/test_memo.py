"""What a loop keeps of its last drawing: whatever changes, a page looks as one that is drawn anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.runtime.small_app import SmallApp, start

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

BOARDS = Path(__file__).parent / "boards"
STEPS = 150


def boards(**more: str) -> SmallApp:
    names = ("app.js", "m.sjs", "board.js", "board.axml", "kid.js", "kid.axml", "page.js", "page.axml")
    files = {name: (BOARDS / name).read_text("utf-8") for name in names}
    tags = {"page": {"board": "board"}, "board": {"kid": "kid"}}
    return SmallApp({**files, **more}, pages=("page",), tags=tags)


def test_after_any_change_a_board_looks_as_one_made_anew(page: Page):
    running = start(page, boards())
    assert running.page.evaluate((BOARDS / "compare.js").read_text("utf-8"), STEPS) == ""
    assert [problem for problem in running.problems if "repeats in a list" not in problem] == []
