"""Each distinct text is parsed once, however many files and targets have it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from miniport.pipeline import Outcome
from miniport.syntax.data import parse_json
from miniport.syntax.markup import parse_markup
from miniport.syntax.script import parse_script
from miniport.syntax.style import parse_style
from miniport.syntax.tree import parse as parse_tree
from tests.build.projects import APP, built, texts, write

PARSERS: tuple[Callable[..., object], ...] = (parse_json, parse_markup, parse_script, parse_style, parse_tree)
TARGETS = ("alipay", "weibo")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch, root: Path) -> Counter[tuple[str, str]]:
    """Return the number of calls of each parser with each text, wherever it was imported."""
    calls: Counter[tuple[str, str]] = Counter()
    # Whatever a build imports while it runs is imported now.
    built(root / "examples/first-steps", *TARGETS)

    def counting(parse: Callable[..., object]) -> Callable[..., object]:
        def call(text: str, *rest: object) -> object:
            calls[parse.__name__, text] += 1
            return parse(text, *rest)

        return call

    for module in [each for name, each in sys.modules.items() if name.startswith("miniport.")]:
        for parse in PARSERS:
            if getattr(module, parse.__name__, None) is parse:
                monkeypatch.setattr(module, parse.__name__, counting(parse))
    return calls


def check(outcome: Outcome, parsed: Counter[tuple[str, str]], least: int) -> None:
    assert [each.name for each in outcome.targets if each.bundle is not None] == list(TARGETS)
    assert {text: times for text, times in parsed.items() if times > 1} == {}
    assert set(outcome.parses.counts.values()) == {1}
    assert len(parsed) >= least


def test_the_example_is_parsed_once_for_two_targets(root: Path, parsed: Counter[tuple[str, str]]):
    files = [
        path
        for path in (root / "examples/first-steps").rglob("*.*")
        # What the cache of an earlier build left there is no source.
        if path.suffix not in (".png", ".yaml") and ".miniport" not in path.parts
    ]
    distinct = {(path.suffix, path.read_text("utf-8")) for path in files}
    check(built(root / "examples/first-steps", *TARGETS), parsed, len(distinct))


def test_files_of_one_target_are_parsed_for_that_one_only(tmp_path: Path, parsed: Counter[tuple[str, str]]):
    same = "Page({ same: 1 });\n"
    project = write(
        tmp_path,
        APP
        | {
            "app.json": '{"pages": ["pages/a/a", "pages/b/b"]}',
            "app.weibo.json": '{"window": {"defaultTitle": "b"}}',
            "app.alipay.json": '{"window": {"defaultTitle": "b"}}',
            "mini.project.json": '{"format": 2}',
            "pages/a/a.js": same,
            "pages/b/b.js": same,
            "pages/a/a.weibo.axml": "<view>weibo</view>",
            "pages/b/b.axml": "<view>a</view>\n",
            "pages/b/b.weibo.acss": "view { color: red; }",
            "pages/b/b.json": "{}",
            "pages/b/b.weibo.json": '{"defaultTitle": "c"}',
        },
    )
    outcome = built(project, *TARGETS)
    check(outcome, parsed, 9)
    assert parsed["parse_script", same] == 1
    assert parsed["parse_markup", "<view>weibo</view>"] == 1
    assert texts(outcome)["pages/a/a.axml"] == texts(outcome)["pages/b/b.axml"] == "<view>a</view>\n"


def test_a_text_read_in_two_dialects_is_parsed_for_each(tmp_path: Path):
    files = {"pages/a/a.axml": "<x-y />", "pages/a/a.json": '{"usingComponents": {"x-y": "/x/x"}}'}
    component = {"x/x.json": '{"component": true}', "x/x.js": "Component({});\n", "x/x.wxml": "<x-y />"}
    outcome = built(write(tmp_path, APP | files | component))
    assert set(outcome.parses.counts.values()) == {1}
