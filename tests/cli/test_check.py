"""`miniport check`: what is found, in what order, in which format, and how it ends."""

import importlib
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from miniport.cli.examine import examine
from miniport.cli.order import CheckOrder
from miniport.report.as_json import report_json
from miniport.report.github import report_github
from miniport.report.junit import report_junit
from miniport.report.line import plain
from miniport.report.outcome import Report
from miniport.report.sarif import report_sarif
from miniport.report.text import report_lines
from tests.cli.conftest import ERROR, NOTE, WARNING, finding
from tests.cli.test_build import BLOCKING, REFUSAL

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "cli" / "check"
VARYING = re.compile(
    r'\d+\.\d+ KB|\d+\.\d+ s\b|\d+(?= files| 个文件)|(?<= time=")\d+\.\d+'
    r'|(?<="bytes": )\d+|(?<="files": )\d+|(?<="seconds": )[\d.]+'
)
FORMATS = {
    "text": lambda report, language: plain(report_lines(report, language, 1)),
    "json": report_json,
    "sarif": report_sarif,
    "github": report_github,
    "junit": report_junit,
}


def examined(project: Path) -> Report:
    """Return the report of a project."""
    order = CheckOrder(
        project=project,
        target=(),
        mode="production",
        fail_on="error",
        format="text",
        root=None,
        quiet=True,
        verbose=False,
        select=(),
        ignore=(),
        baseline=None,
        update_baseline=False,
        fix=False,
        diff=False,
        cache_dir=None,
        no_cache=True,
    )
    return examine(order, "en").report


@pytest.fixture(scope="module")
def report() -> Report:
    """Return the report of a project with faults in a page, a component, a shared module and the app."""
    return examined(FOLDER / "input")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_report_reads_as_it_was_written(report, golden, name, language):
    # Times, and sizes that follow the runtime's, are no matter of this test.
    told = VARYING.sub("N", FORMATS[name](report, language))
    golden.text(FOLDER / "expected" / f"{name}.{language}.txt", told)


def test_paths_count_from_the_top_of_the_repository(report):
    assert report.base == "tests/fixtures/cli/check/input"


def test_junit_counts_what_it_holds(report):
    top = ET.fromstring(report_junit(report, "en"))
    for suite in top:
        cases = suite.findall("testcase")
        assert int(suite.get("tests", "")) == len(cases)
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
    assert {case.get("name") for case in top.iter("testcase")} >= {"pages/list/list.js", "common/pay.js"}


def test_a_check_writes_nothing_but_its_cache_and_is_for_production(miniport, project, monkeypatch, pipeline):
    monkeypatch.setattr("miniport.cli.examine.build", pipeline)
    ran = miniport("check")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in project.iterdir()) == [".miniport", "app.json"]
    (request,) = pipeline.requests
    assert (request.mode, request.depth) == ("production", "whole")


@pytest.mark.parametrize(
    ("rule", "options", "code", "is_told"),
    [
        (ERROR, (), 1, True),
        (ERROR, ("--fail-on", "never"), 0, True),
        (WARNING, (), 0, True),
        (WARNING, ("--fail-on", "warning"), 1, True),
        (WARNING, ("--fail-on", "warning", "-q"), 1, True),
        (WARNING, ("-q",), 0, False),
        (ERROR, ("-q",), 1, True),
        (NOTE, ("--fail-on", "warning", "-v"), 0, True),
        (BLOCKING, ("--fail-on", "never"), 1, True),
        (REFUSAL, ("--fail-on", "never"), 2, True),
        (ERROR, ("--ignore", "MP203"), 0, False),
        (ERROR, ("--ignore", "MP201,mp203"), 0, False),
        (ERROR, ("--ignore", "unsupported-component"), 0, False),
        (ERROR, ("--ignore", "MP2xx"), 0, False),
        (ERROR, ("--ignore", "MP6", "--ignore", "MP204"), 1, True),
        (ERROR, ("--select", "MP204"), 0, False),
        (ERROR, ("--select", "MP203"), 1, True),
        (ERROR, ("--select", "MP203", "--ignore", "MP203"), 0, False),
        (BLOCKING, ("--ignore", "MP600"), 1, True),
    ],
)
def test_what_was_asked_for_decides_what_is_told_and_the_exit_code(
    miniport, project, pipeline, monkeypatch, rule, options, code, is_told
):
    monkeypatch.setattr("miniport.cli.examine.build", pipeline)
    pipeline.diagnostics["web"] = (finding(rule),)
    ran = miniport("check", "--target", "web", *options)
    assert (ran.code, rule.code in ran.out) == (code, is_told)


def test_a_rule_that_is_not_there_is_a_mistake(miniport, project):
    ran = miniport("check", "--ignore", "unsuported-component")
    assert ran.code == 2
    assert ran.err.splitlines()[1] == '   help: did you mean "unsupported-component"?'


def test_settings_that_are_wrong_end_with_2(miniport, project):
    (project / "miniport.yaml").write_text("nam: x")
    ran = miniport("check", "--format", "json")
    assert (ran.code, json.loads(ran.out)["exitCode"]) == (2, 2)


@pytest.mark.parametrize("name", ["sarif", "github", "junit"])
def test_a_build_writes_the_same_formats(miniport, project, pipeline, name):
    pipeline.diagnostics["web"] = (finding(ERROR),)
    ran = miniport("build", "--target", "web", "--format", name)
    assert (ran.code, "MP203" in ran.out, ran.err) == (1, True, "")


def test_a_package_over_the_limit_is_told_as_when_it_is_packed(tmp_path: Path):
    files = {
        "app.json": b'{"pages": ["pages/a/a"], "subPackages": [{"root": "more", "pages": ["b/b"]}]}',
        "app.js": b"App({});",
        "pages/a/a.axml": b"<view />",
        "pages/a/a.js": b"Page({});",
        "more/b/b.axml": b"<view />",
        "more/b/b.js": b"Page({});",
        "more/b/b.mp3": bytes(2_200_000),
        "a.mp3": bytes(1_000_000),
        "miniport.yaml": b"targets:\n  alipay: {budgets: {total: 1 MB}}\n",
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    found = [each for target in examined(tmp_path).targets for each in target.diagnostics]
    told = [(each.rule.code, each.target) for each in found if each.rule.code.startswith("MP5")]
    assert told == [("MP550", "alipay"), ("MP551", "alipay")]


def test_what_is_too_large_only_before_it_is_made_small_is_fine(tmp_path: Path):
    script = f"// {'the reason why ' * 4000}\nPage({{}});\n"
    files = {
        "app.json": '{"pages": ["pages/a/a"]}',
        "app.js": "App({});",
        "pages/a/a.axml": "<view />",
        "pages/a/a.js": script,
        "miniport.yaml": "targets:\n  alipay: {budgets: {total: 20 KB}}\n  weibo: {budgets: {page: 20 KB}}\n",
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    found = [each for target in examined(tmp_path).targets for each in target.diagnostics]
    assert [each for each in found if each.rule.code.startswith("MP55")] == []
    (tmp_path / "pages/a/a.js").write_text(script + f"const text = '{'a' * 30_000}';\n", "utf-8")
    found = [each for target in examined(tmp_path).targets for each in target.diagnostics]
    told = {(each.rule.code, each.target) for each in found if each.rule.code.startswith("MP55")}
    assert told == {("MP551", "alipay"), ("MP551", "weibo")}
    # Made small for the word: the comment is not counted.
    assert all(int(each.arguments["size"]) < 45_000 for each in found if each.rule.code == "MP551")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_sarif_is_of_the_form_that_its_standard_gives(language: str):
    # The package is made from the standard's schema: it refuses keys and values that have no place in it.
    models = importlib.import_module("pydantic_sarif.model")
    read = models.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate
    told = json.loads((FOLDER / "expected" / f"sarif.{language}.txt").read_text("utf-8"))
    read(told)
    told["runs"][0]["results"][0]["lvl"] = "error"
    with pytest.raises(ValueError, match="lvl"):
        read(told)


def test_an_api_of_others_names_them_and_a_file_for_each_target(miniport, tmp_path):
    (tmp_path / "app.json").write_text('{"pages": ["a"]}')
    (tmp_path / "app.js").write_text("App({ onLaunch() { my.authorize({ scopes: 'x' }); } });")
    (tmp_path / "a.axml").write_text("<view />")
    (tmp_path / "a.js").write_text("Page({});")
    (found,) = json.loads(miniport("check", tmp_path, "--format", "json", "--select", "MP232").out)[
        "diagnostics"
    ]
    assert found["message"] == "my.authorize is known of wechat, and not of alipay, weibo"
    assert "app.alipay.js, app.weibo.js" in found["help"]
