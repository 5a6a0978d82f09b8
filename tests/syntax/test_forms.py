"""Every form in forms.yaml is shown by a fixture."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.fixture_folder import FIXTURES

FORMS = FIXTURES.parent / "forms.yaml"
KEYS = {"form", "example", "fixture", "alipay", "wechat"}
FEWEST = 250
"""Fewer rows than this mean that some were lost."""


def problems(forms: dict[str, list[dict[str, object]]], fixtures: Path) -> list[str]:
    """Return what is wrong with the rows: no fixture, an unknown key, a form twice, an example not shown."""
    found = []
    for section, rows in forms.items():
        names = [row.get("form") for row in rows]
        found += [f"{section}: {name} stands twice" for name in set(names) if names.count(name) > 1]
        for row in rows:
            if (problem := _problem(row, fixtures)) is not None:
                found.append(f"{section}: {row.get('form')}: {problem}")
    return found


def _problem(row: dict[str, object], fixtures: Path) -> str | None:
    if unknown := set(row) - KEYS:
        return f"unknown {sorted(unknown)}"
    if not row.get("fixture"):
        return "no fixture"
    folder = fixtures / str(row["fixture"])
    texts = [
        path.read_bytes() for path in folder.rglob("*") if path.is_file() and "expected" not in path.parts
    ]
    if not texts:
        return f"{row['fixture']} has no files"
    example = str(row.get("example", "")).encode()
    return None if any(example in text for text in texts) else f"{row['fixture']} does not show {example!r}"


def test_every_form_has_a_fixture_that_shows_it():
    forms = yaml.safe_load(FORMS.read_text("utf-8"))
    assert "\n".join(problems(forms, FIXTURES)) == ""
    assert sum(map(len, forms.values())) >= FEWEST


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"form": "a"}, "no fixture"),
        ({"form": "a", "fixture": "syntax/nowhere"}, "syntax/nowhere has no files"),
        ({"form": "a", "fixture": "syntax/loop", "example": "§"}, "syntax/loop does not show b'\\xc2\\xa7'"),
        ({"form": "a", "fixture": "syntax/loop", "see": "b"}, "unknown ['see']"),
    ],
)
def test_a_row_without_its_fixture_is_found(row: dict[str, object], problem: str):
    assert problems({"section": [row]}, FIXTURES) == [f"section: a: {problem}"]


def test_a_form_that_stands_twice_is_found():
    row = {"form": "a", "fixture": "syntax/loop"}
    assert problems({"section": [row, row]}, FIXTURES) == ["section: a stands twice"]
