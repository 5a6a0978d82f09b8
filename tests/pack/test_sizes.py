"""Budgets and limits: each trips at its own byte, and not before."""

import json
from pathlib import Path

import pytest

from miniport import rules
from miniport.project.budget import bytes_of
from tests.bad.row import put

SETTINGS = "name: tea\nversion: '1'\ntargets: {weibo: {appId: 'abcd1234'}"
SUB = {
    "app.json": '{"pages": ["pages/a/a"], "subPackages": [{"root": "sub", "pages": ["b/b"]}]}',
    "sub/b/b.js": "Page({});\n",
    "sub/b/b.axml": '<view><image src="./c.png" /></view>\n',
    "sub/b/c.png": "p" * 700,
}


def measured(miniport, project: Path, tmp_path: Path, target: str) -> dict[tuple[str, str], int]:
    """Return the sizes of a project by what was measured, its picture included."""
    put(project, {"miniport.yaml": f"{SETTINGS}, {target}: {{budgets: {{image: 9 MB}}}}}}\n"})
    assert miniport("pack", project, "--target", target, "--out", tmp_path / "m", "--force").code == 0
    text = (tmp_path / "m" / f"tea-1-{target}.manifest.json").read_text("utf-8")
    return {(each["name"], each["of"]): each["size"] for each in json.loads(text)["measures"]}


@pytest.mark.parametrize("target", ["alipay", "web"])
def test_a_budget_trips_at_the_next_byte(miniport, project: Path, tmp_path: Path, target: str):
    put(project, SUB)
    sizes = measured(miniport, project, tmp_path, target)
    names = {"total", "page", "image"} | ({"runtime"} if target == "web" else {"mainPackage", "subpackage"})
    assert {name for name, _ in sizes} == names
    largest = {name: max(size for (each, _), size in sizes.items() if each == name) for name in names}
    pack = ("pack", project, "--target", target, "--out", tmp_path / "x", "--force", "--format", "json")
    for level, rule, code in (("fail", rules.OVER_BUDGET, 1), ("warn", rules.NEAR_BUDGET, 0)):
        for less in (0, 1):
            told = ", ".join(f"{name}: {{{level}: {size - less}}}" for name, size in largest.items())
            put(project, {"miniport.yaml": f"{SETTINGS}, {target}: {{budgets: {{{told}}}}}}}\n"})
            ran = miniport(*pack)
            found = [each for each in ran.data()["diagnostics"] if each["code"] == rule.code]
            assert {each["arguments"]["key"] for each in found} == (names if less else set())
            assert ran.code == (code if less else 0)


def test_what_is_over_a_platforms_limit_is_not_packed(miniport, project: Path, tmp_path: Path):
    put(project, SUB)
    limit = 2 * 1024 * 1024
    size = measured(miniport, project, tmp_path, "alipay")["subpackage", "sub"]
    for more, code in ((0, 0), (1, 1)):
        put(project, {"sub/b/c.png": "p" * (limit - size + 700 + more)})
        ran = miniport(
            "pack", project, "--target", "alipay", "--out", tmp_path / f"{more}", "--format", "json"
        )
        found = [each for each in ran.data()["diagnostics"] if each["code"] == rules.OVER_LIMIT.code]
        assert (ran.code, len(found)) == (code, code)


STYLED = {
    "app.json": '{"pages": ["pages/a/a", "pages/b/b"]}',
    "app.acss": ".top{color:red}",
    "base.acss": ".base{margin:0}",
    "pages/a/a.acss": "@import '../../base.acss';\n.a{content:'}'}@media print{.a{width:10rpx}}view{top:0}\n",
    "pages/b/b.acss": "@import '../../base.acss';\n"
    "@keyframes k{from{top:0}to{top:9px}}.b:before{content:'._1_a{'}\n",
    "pages/b/b.js": "Page({});\n",
    "pages/b/b.axml": '<view class="b">b</view>\n',
    "components/card/card.acss": ".card{left:0}",
}


@pytest.mark.parametrize("tool", ["", "tools: {minifyStyle: lightningcss}\n"], ids=["own", "lightningcss"])
@pytest.mark.parametrize(
    "part", ["app.acss", "pages/a/a.acss", "pages/b/b.acss", "components/card/card.acss"]
)
def test_a_page_of_a_web_target_weighs_its_styles_too(
    miniport, project: Path, tmp_path: Path, tool: str, part: str
):
    put(project, STYLED)
    put(project, {"miniport.yaml": f"name: tea\nversion: '1'\n{tool}"})
    sizes, sheets = [], []
    for more in ("", ".later{color:blue}\n"):
        put(project, {part: STYLED[part] + more})
        assert miniport("pack", project, "--target", "web", "--out", tmp_path, "--force").code == 0
        manifest = json.loads((tmp_path / "tea-1-web.manifest.json").read_text("utf-8"))
        sizes.append({each["of"]: each["size"] for each in manifest["measures"] if each["name"] == "page"})
        sheets.append(next(each["size"] for each in manifest["files"] if each["path"] == "app.css"))
    grown = {page: sizes[1][page] - sizes[0][page] for page in sizes[0]}
    expected = sheets[1] - sheets[0]
    assert expected > 0
    assert grown == {page: expected if part == f"{page}.acss" else 0 for page in ("pages/a/a", "pages/b/b")}


@pytest.mark.parametrize(
    ("written", "size"), [(7, 7), ("7", 7), ("1 KB", 1024), ("1.5 MB", 1572864), ("2kb", 2048)]
)
def test_sizes_are_read_as_people_write_them(written, size: int):
    assert bytes_of(written) == size


@pytest.mark.parametrize(
    "written", ["{page: lots}", "{page: {warn: 9, fail: 3}}", "{pages: 3}", "{page: -1}"]
)
def test_a_size_that_is_none_is_refused(miniport, project: Path, tmp_path: Path, written: str):
    put(project, {"miniport.yaml": f"{SETTINGS}, web: {{budgets: {written}}}}}\n"})
    assert miniport("pack", project, "--target", "web", "--out", tmp_path / "x").code == 2
