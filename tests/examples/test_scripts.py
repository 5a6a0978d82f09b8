"""The interaction scripts and the artwork of the examples keep to what is promised of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

APPS = ("milk-tea", "waste-sorting")
GESTURES = ("tap", "longTap", "input", "confirm", "pick", "slide", "swipe", "scroll", "pull", "tab", "dialog")
ACTIONS = frozenset((*GESTURES, "open", "reload", "forget", "back", "share", "answer", "theme", "look"))
KEYS = frozenset(("text", "has", "count", "texts", "value", "style", "disabled", "attribute"))
WORDS = frozenset(("$page", "$depth", "$title", "$toast", "$dialog", "$share", "$stored", "$errors"))

Step = Mapping[str, object]


def steps(root: Path, app: str) -> list[Step]:
    script = yaml.safe_load((root / f"tests/examples/{app}.yaml").read_text("utf-8"))
    assert script["app"] == app
    return list(script["steps"])


@pytest.mark.parametrize("app", APPS)
def test_a_script_has_sixty_steps_and_each_says_what_must_be_seen(root: Path, app: str):
    written = steps(root, app)
    assert len(written) >= 60
    for step in written:
        (action,) = step.keys() - {"expect", "xfail"}
        assert action in ACTIONS
        assert step["expect"]


@pytest.mark.parametrize("app", APPS)
def test_a_script_uses_only_words_of_its_format(root: Path, app: str):
    for step in steps(root, app):
        expected = step["expect"]
        assert isinstance(expected, dict)
        for selector, wanted in expected.items():
            assert selector in WORDS if selector.startswith("$") else selector.startswith((".", "#"))
            if isinstance(wanted, dict) and not selector.startswith("$"):
                assert wanted.keys() <= KEYS


@pytest.mark.parametrize("app", APPS)
def test_each_picture_is_smaller_than_8_kb(root: Path, app: str):
    sizes = {
        path.name: path.stat().st_size
        for path in (root / "examples" / app / "assets").rglob("*")
        if path.is_file()
    }
    assert {name: size for name, size in sizes.items() if size >= 8000} == {}


@pytest.mark.parametrize("app", APPS)
def test_icons_of_the_tab_bar_are_no_vector_graphics(root: Path, app: str):
    # The platform takes no SVG there.
    icons = (root / "examples" / app / "assets/tab").iterdir()
    assert {path.suffix for path in icons} == {".png"}
