"""What every test may ask for: the `--update` switch, Node, a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.browser import chromium_browser
from tests.fixture_folder import Golden

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent

# How long one example takes says how busy the machine is, and nothing of the code.
settings.register_profile("miniport", deadline=None)
settings.load_profile("miniport")

# Builds of the tests sign their caches with this, and leave the home of whoever runs them alone.
os.environ["MINIPORT_CACHE_KEY"] = "tests"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite what fixture folders expect")


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return the comparison with expected files, which `--update` turns into rewriting them."""
    return Golden(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def node() -> str:
    """Return the path of Node; the set-up of `make test` installs it, so its absence is an error."""
    path = shutil.which("node")
    assert path is not None, "Node.js is missing: run `make setup`"
    return path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return one headless browser for the whole run."""
    with chromium_browser() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Return a fresh page of the size of a phone."""
    context = chromium.new_context(viewport={"width": 375, "height": 667}, device_scale_factor=2)
    yield context.new_page()
    context.close()
