"""The emitted project and a way to run it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.weibo.wbox import Wbox, project

if TYPE_CHECKING:
    from playwright.sync_api import Page

Start = Callable[..., Wbox]


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Return the emitted project."""
    return project()


@pytest.fixture(params=["own", "vue"])
def is_vue(request: pytest.FixtureRequest) -> bool:
    """Say who draws the shell page: the stand-in itself, or a real Vue 2.7."""
    return bool(request.param == "vue")


@pytest.fixture
def start(page: Page, files: dict[str, bytes]) -> Iterator[Start]:
    """Return a function that starts the host; nothing may complain while it runs."""
    started: list[Wbox] = []

    def run(is_vue: bool = False, **options: object) -> Wbox:
        started.append(Wbox(page, files, is_vue, **options))
        return started[-1]

    yield run
    for wbox in started:
        assert wbox.problems == []
        assert wbox.errors() == []
