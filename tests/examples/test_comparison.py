"""The comparison of two targets sees the elements of the author's and each difference it promises to see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.examples.apps import example, script_of, staged
from tests.examples.runner import compare, unlike
from tests.examples.stage import Stage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# (page, selector): an id alone, the page's own, in a component, in a component inside a component.
PLACES = (
    ("pages/search/search", "#words"),
    ("pages/feed/feed", "mp-text._sort"),
    ("pages/feed/feed", "mp-view._read"),
    ("pages/feed/feed", "mp-text._bin-tag"),
)
CHANGES = {
    "box": "style.cssText += '; position: relative; top: 3px'",
    "colour": "style.color = 'rgb(1, 2, 3)'",
    "background": "style.backgroundColor = 'rgb(1, 2, 3)'",
    "font size": "style.fontSize = '37px'",
    "display": "style.display = 'none'",
    "element": "remove()",
}


@pytest.fixture(scope="module")
def stages(chromium: Browser) -> Iterator[list[Stage]]:
    """Return the first page of an example on both targets."""
    app = "waste-sorting"
    with staged(chromium, example(app), script_of(app)["window"]) as both:
        yield both


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("page", "selector"), PLACES)
def test_a_difference_on_one_side_is_told(stages: list[Stage], page: str, selector: str, change: str):
    one, other = stages
    for stage in stages:
        stage.open(page)
    assert compare(one, other) == []
    other.frame.evaluate(f"() => document.querySelector('{selector}').{CHANGES[change]}")
    told = list(unlike(one, other))
    name = selector.replace("mp-", "").replace("._", ".")
    assert any(name in line for line in told), told
