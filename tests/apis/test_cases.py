"""Each row of cases.yaml in a browser: callbacks, their order, and the promise, in the platform's shapes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
import yaml

from tests.apis.conftest import PIXEL

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
Row = dict[str, object]
CASES: dict[str, Row] = yaml.safe_load((HERE / "cases.yaml").read_text("utf-8"))
ASKED = [
    (name, way, is_silent)
    for name, row in CASES.items()
    for way in ("success", "fail")
    if isinstance(row.get(way), dict)
    for is_silent in (False, True)
]


def act(page: Page, verb: str, value: str) -> None:
    """Do what a user does."""
    match verb:
        case "see":
            page.wait_for_selector(f".mp--layers :text('{value}')")
        case "press":
            page.wait_for_selector(".mp--mask")
            page.keyboard.press(value)
        case "click":
            page.click(f".mp--layers button:has-text('{value}')")
        case "type":
            page.fill(".mp--layers input", value)
        case _:
            raise AssertionError(verb)


def call(page: Page, name: str, case: Row, is_silent: bool) -> Row:
    """Call an API and return what came of it."""
    before, options = cast(str, case.get("before", "")), case.get("options", {})
    actions = cast("list[tuple[str, str]]", case.get("act", []))
    if before:
        page.evaluate(f"async () => {{ {before} }}")
    run = "([name, options, isSilent]) => called(name, options, isSilent)"
    if actions and actions[0][0] in ("file", "leave"):
        with page.expect_file_chooser() as chooser:
            page.evaluate(run, [name, options, is_silent])
        if actions[0][0] == "file":
            chooser.value.set_files({"name": actions[0][1], "mimeType": "image/png", "buffer": PIXEL})
        else:
            chooser.value.element.evaluate("(field) => field.dispatchEvent(new Event('cancel'))")
    else:
        page.evaluate(run, [name, options, is_silent])
        for verb, value in actions:
            act(page, verb, value)
    return cast(Row, page.evaluate("() => ended()"))


def holds(value: object, part: object) -> bool:
    """Tell whether a value has all that `part` has."""
    if isinstance(part, dict) and isinstance(value, dict):
        return all(key in value and holds(value[key], part[key]) for key in part)
    return value == part


@pytest.mark.parametrize(("name", "way", "is_silent"), ASKED)
def test_an_api_answers_later_once_and_in_the_platforms_shape(
    site: Page, name: str, way: str, is_silent: bool
) -> None:
    """Rules 141 to 143: complete comes last with the same object; the promise settles with it, too."""
    case = cast(Row, CASES[name][way])
    seen = call(site, name, case, is_silent)
    settled, value = cast("tuple[str, Row]", seen["settled"])
    assert (settled, value) == (("resolved" if way == "success" else "rejected"), value), value
    assert seen["isSync"] is False
    assert seen["told"] == ([] if is_silent else [[way, value], ["complete", value]])
    if way == "success":
        assert holds(value, case.get("result", {})), value
        assert not value.get("error")
    else:
        assert value["error"] == case["error"], value
        assert isinstance(value["errorMessage"], str)
