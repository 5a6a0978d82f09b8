"""docs/weibo.md shows code that works, and says the same in both languages."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from miniport.analyze.capability import CAPABILITIES
from miniport.posix import PurePosixPath
from miniport.project.facts_files import overlaid
from miniport.project.files import DiskFiles
from miniport.project.read_settings import parse_settings
from miniport.project.settings import Settings
from miniport.source import Source
from miniport.targets.pack import bundled, bundled_names
from tests.build.projects import APP, built, codes, write

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = [DOCS / "weibo.md", DOCS / "weibo.zh-CN.md"]
CALLS = [
    ("pay", {"tradeNO": "1"}, "tradePay", {"resultCode": "9000"}),
    (
        "login",
        {"scopes": "auth_base"},
        "getAuthCode",
        {"authCode": "code", "authSuccessScopes": ["auth_base"]},
    ),
    ("phone", {}, "getPhoneNumber", {"response": "encrypted"}),
    ("user", {}, "getAuthUserInfo", {"nickName": "阿微", "avatar": "https://example.com/a.png"}),
    ("coupon", {}, "ap.openCardList", {}),
    ("search", {"keyword": "茶"}, "ap.openSearch", {}),
    ("content", {"content": "a", "type": "0"}, "textRiskIdentification", {"result": {"action": "PASSED"}}),
    (
        "message",
        {"entityIds": ["1"]},
        "requestSubscribeMessage",
        {"behavior": "subscribe", "result": {"subscribed": True}},
    ),
]
FACTS_FILE = "# weibo-facts.yaml\n"


def shown(page: Path) -> list[str]:
    """Return the YAML that a page shows."""
    return re.findall(r"```yaml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


def examples(page: Path) -> dict[str, str]:
    """Return the code of each example by its capability."""
    found = re.findall(r"`adapters/(\w+)\.js`.*?```js\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    return dict(found)


def test_there_is_an_example_for_each_capability_in_both_languages():
    english, chinese = map(examples, PAGES)
    assert sorted(english) == sorted(CAPABILITIES)
    assert english == chinese


def test_each_example_does_what_it_says(node: str):
    code = examples(PAGES[0])
    calls = [[code[name], options, api] for name, options, api, _ in CALLS]
    runner = Path(__file__).with_name("examples.mjs")
    done = subprocess.run([node, str(runner), json.dumps(calls)], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    ended = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(value, error) for value, error, _ in ended] == [(value, None) for *_, value in CALLS]
    assert ended[4][2] == ["/pages/wallet/wallet?kind=cards"]
    assert ended[5][2] == ["/pages/search/search?word=%E8%8C%B6"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_an_app_with_every_example_builds_without_a_word_on_capabilities(page: Path, tmp_path: Path):
    code = examples(page)
    files = {
        **APP,
        "pages/a/a.js": "Page({ onLoad() { "
        + " ".join(f"my.{api}({{}});" for _, _, api, _ in CALLS)
        + " } });\n",
        **{f"adapters/{name}.js": text for name, text in code.items()},
        "miniport.yaml": "capabilities:\n" + "".join(f"  {name}: adapters/{name}.js\n" for name in code),
        "facts.yaml": next(text for text in shown(page) if text.startswith(FACTS_FILE)),
    }
    project = write(tmp_path, files)
    pack, wrong = overlaid(bundled()["weibo"], (PurePosixPath("facts.yaml"),), DiskFiles(project, project))
    assert wrong == ()
    found = codes(built(project, pack), "weibo")
    assert [code for code in found if code[:4] in ("MP36", "MP21") and code != "MP217"] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_settings_shown_are_valid(page: Path):
    texts = [text for text in shown(page) if not text.startswith(FACTS_FILE)]
    assert texts
    for text in texts:
        read = parse_settings(Source(PurePosixPath("miniport.yaml"), text), bundled_names())
        assert read.diagnostics == ()
        assert read.settings != Settings()


def test_the_table_of_capabilities_says_what_the_pack_says():
    from miniport.facts import Kind

    rows = {
        name: str(fact[0]["adapter"])
        for (kind, _, name), fact in bundled()["weibo"].index.items()
        if kind is Kind.API and fact[0] and fact[0].get("adapter")
    }
    assert sorted(set(rows.values())) == sorted(set(CAPABILITIES) - {"search"})
    text = PAGES[0].read_text("utf-8")
    for name, capability in rows.items():
        if capability != "coupon":
            (line,) = [line for line in text.splitlines() if line.startswith(f"| `{capability}` |")]
            assert f"`my.{name}`" in line
