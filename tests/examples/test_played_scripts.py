"""The interaction scripts, played on the apps emitted for Weibo and for Alipay (in the simulator)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from miniport.emit import Mode
from tests.examples.apps import APPS, example, script_of, staged
from tests.examples.runner import compare, play
from tests.examples.stage import Stage

if TYPE_CHECKING:
    from playwright.sync_api import Browser


CLASS = re.compile(r'\bclass="([^"]*)"')
ID = re.compile(r'\bid="([\w-]+)"')
MUSTACHE = re.compile(r"\{\{.*?\}\}")


def written(app: str) -> set[str]:
    """Return each class and id that the templates of an example write out, as the comparison names them."""
    names: set[str] = set()
    for path in example(app).rglob("*.axml"):
        text = path.read_text("utf-8")
        names.update("#" + name for name in ID.findall(text))
        for value in CLASS.findall(text):
            # A word that a mustache touches is known at run time only.
            words = MUSTACHE.sub("\0", value).split()
            names.update("." + word for word in words if "\0" not in word)
    return names


@pytest.mark.browser
@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("app", APPS)
def test_every_step_shows_what_it_must_on_both_targets(chromium: Browser, app: str, mode: Mode):
    script = script_of(app)
    compared: set[str] = set()

    def comparison(one: Stage, other: Stage) -> list[str]:
        told = compare(one, other)
        for box in one.ask("boxes"):
            compared.update(re.findall(r"[.#][^.#]+", box["name"]))
        return told

    with staged(chromium, example(app), script["window"], mode) as stages:
        assert "\n".join(play(app, script["steps"], stages, comparison)) == ""
    assert sorted(written(app) - compared) == []
