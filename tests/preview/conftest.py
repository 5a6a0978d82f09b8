"""A project under `miniport dev`, and its page in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from miniport.dev.server import Preview
from tests.preview.bench import Bench, benched
from tests.preview.served import TARGETS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.preview.window import Window


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[tuple[Bench, Preview]]:
    with benched(tmp_path) as made:
        yield made


@pytest.fixture
def window(chromium: Browser, bench: tuple[Bench, Preview]) -> Iterator[Window]:
    from tests.preview.window import Window

    opened = Window(chromium, bench[1].address).running(*TARGETS)
    yield opened
    opened.close()
