"""`miniport report`: the survey as data, and the page as somebody uses it."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from miniport.cli.run import run
from miniport.record import decode, encode
from miniport.report.page import page as rendered
from miniport.report.survey_form import How, SizedFile, Survey, Told, survey_schema
from tests.conftest import ROOT

INPUT = ROOT / "tests" / "fixtures" / "cli" / "check" / "input"
WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the page and the data of a project with faults."""
    folder = tmp_path_factory.mktemp("report")
    out = [word for name in ("report.html", "report.json") for word in ("--out", str(folder / name))]
    assert run(["report", str(INPUT), *out, "-q"]) == 0
    return folder


@pytest.fixture(scope="module")
def survey(files: Path) -> Survey:
    """Return the survey as it was written, read by its own form."""
    return decode(Survey, json.loads((files / "report.json").read_text("utf-8")), "report.json")


def test_the_form_of_the_data_is_published():
    published = json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))
    assert published == json.loads(json.dumps(survey_schema())), (
        "run `miniport schema --of report > docs/report.schema.json`"
    )


def test_the_data_say_what_becomes_of_each_use(survey: Survey):
    alipay, weibo = survey.targets
    fates = {use.name: use.how for use in weibo.uses if use.kind == "api"}
    assert fates == {"tradePay": How.ADAPTER_ABSENT, "noSuchThing": How.UNKNOWN}
    assert {use.name: use.how for use in alipay.uses}["tradePay"] is How.NATIVE
    assert {page.path: page.errors > 0 for page in weibo.pages} == {
        "pages/list/list": False,
        "pages/live/live": True,
        "pages/map/map": True,
    }
    assert [alipay.score, weibo.score] == sorted((alipay.score, weibo.score), reverse=True)
    pay = next(trouble for trouble in weibo.troubles if trouble.code == "MP220")
    assert (pay.pages, pay.places[0].path) == (("pages/live/live", "pages/map/map"), "common/pay.js")


def test_a_whole_page_whose_call_nobody_has_tried_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    app = tmp_path / "app"
    for name, script in {"a": "Page({ go() { my.scan({}); } });", "b": "Page({});"}.items():
        (app / f"pages/{name}").mkdir(parents=True)
        (app / f"pages/{name}/{name}.js").write_text(script, "utf-8")
        (app / f"pages/{name}/{name}.axml").write_text("<view onTap='go'/>" if name == "a" else "<view/>")
    (app / "app.json").write_text('{"pages": ["pages/a/a", "pages/b/b"]}', "utf-8")
    (app / "app.js").write_text("App({});", "utf-8")
    out = tmp_path / "report.json"
    assert run(["report", str(app), "--out", str(out)]) == 0
    assert "2 of 2 pages whole, 1 of these with calls that nobody" in capsys.readouterr().out
    alipay, weibo = decode(Survey, json.loads(out.read_text("utf-8")), "report.json").targets
    assert [page.is_untried for page in alipay.pages] == [False, False]
    assert [page.is_untried for page in weibo.pages] == [True, False]
    run(["check", str(app)])
    assert "2 pages whole (1 of them with calls that nobody" in capsys.readouterr().out


def test_values_of_ones_own_are_no_use_and_a_parameter_nobody_takes_is_unknown(tmp_path: Path):
    app = tmp_path / "app"
    (app / "pages/a").mkdir(parents=True)
    (app / "app.json").write_text('{"pages": ["pages/a/a"]}', "utf-8")
    (app / "app.js").write_text("App({});", "utf-8")
    (app / "pages/a/a.js").write_text("Page({ go() { my.showLoading({ title: 'x' }); } });", "utf-8")
    (app / "pages/a/a.axml").write_text(
        '<view class="card"><button size="mini" onTap="go" /></view>', "utf-8"
    )
    out = tmp_path / "report.json"
    assert run(["report", str(app), "--out", str(out), "-q"]) == 0
    _, weibo = decode(Survey, json.loads(out.read_text("utf-8")), "report.json").targets
    values = [use.name for use in weibo.uses if use.kind == "value"]
    assert values == ["size=mini"]
    assert {use.how for use in weibo.uses if use.kind == "parameter"} == {How.UNKNOWN}


def test_a_report_of_the_same_input_is_the_same(files: Path, tmp_path: Path):
    project = Path(shutil.copytree(INPUT, tmp_path / INPUT.name))
    for _ in range(2):
        assert run(["report", str(project), "-q"]) == 0
        assert (project / "dist" / "report.html").read_bytes() == (files / "report.html").read_bytes()


def test_an_ending_that_is_none_is_a_mistake(capsys):
    assert run(["report", str(INPUT), "--out", "report.pdf"]) == 2
    assert 'error: "report.pdf" ends neither in .html nor in .json' in capsys.readouterr().err


def test_no_app_json_ends_with_2(tmp_path: Path, capsys):
    assert run(["report", str(tmp_path), "--out", str(tmp_path / "report.html")]) == 2
    assert "MP350" in capsys.readouterr().out
    assert not (tmp_path / "report.html").exists()


@pytest.fixture
def opened(chromium, files: Path, request: pytest.FixtureRequest):
    """Return the page in a browser; what it complains about or asks for fails the test."""
    width, scheme = getattr(request, "param", (1280, "light"))
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    shown = context.new_page()
    said: list[str] = []
    shown.on("console", lambda message: said.append(message.text))
    shown.on("pageerror", lambda error: said.append(str(error)))
    shown.on("request", lambda asked: said.append(asked.url) if not asked.url.startswith("file:") else None)
    shown.goto((files / "report.html").as_uri())
    yield shown
    assert said == []
    context.close()


def texts(shown, selector: str) -> list[str]:
    return [found.inner_text() for found in shown.query_selector_all(selector)]


@pytest.mark.browser
@pytest.mark.parametrize(
    "opened", [(width, scheme) for width in WIDTHS for scheme in ("light", "dark")], indirect=True
)
def test_the_page_fits_each_screen_in_both_languages(opened):
    for language, words in (("zh", "需要处理"), ("en", "What to do")):
        opened.click(f'[data-value="{language}"]')
        assert words in texts(opened, "h2")
        for target in range(2):
            opened.click(f'.tabs [data-value="{target}"]')
            for summary in opened.query_selector_all("summary"):
                summary.click()
            assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert opened.evaluate("document.documentElement.lang").startswith(language)


@pytest.mark.browser
def test_dark_and_light_can_be_chosen(opened):
    def ground() -> str:
        return opened.evaluate("getComputedStyle(document.body).backgroundColor")

    light = ground()
    opened.click('[data-value="dark"]')
    assert ground() != light
    opened.click('[data-value="auto"]')
    assert ground() == light


@pytest.mark.browser
def test_a_page_and_a_word_narrow_the_causes(opened):
    opened.click('.tabs [data-value="1"]')
    everything = texts(opened, ".cause .message")
    opened.click('.page[data-path="pages/map/map"]')
    of_map = texts(opened, ".cause .message")
    assert 0 < len(of_map) < len(everything)
    opened.click('.page[data-path="pages/map/map"]')
    opened.fill("#causes .search", "tradepay")
    assert texts(opened, ".cause .message") == [text for text in everything if "tradePay" in text]
    opened.fill("#causes .search", "no such thing at all")
    assert texts(opened, "#causes .none") == ["Nothing to do here."]


@pytest.mark.browser
def test_what_is_used_is_sorted_and_filtered(opened):
    opened.click('.tabs [data-value="1"]')
    opened.click('[data-value="sort-name"]')
    names = texts(opened, "#used button.name")
    assert names == sorted(names, key=str.lower)
    assert opened.get_attribute("th.name", "aria-sort") == "ascending"
    opened.click('[data-value="sort-name"]')
    assert texts(opened, "#used button.name") == names[::-1]
    opened.click('[data-value="how-adapter-absent"]')
    assert texts(opened, "#used button.name") == ["tradePay"]


@pytest.mark.browser
def test_everything_is_reached_with_the_keyboard(opened):
    opened.click('.tabs [data-value="1"]')
    seen: set[str] = set()
    for _ in range(300):
        opened.keyboard.press("Tab")
        kind = opened.evaluate("document.activeElement.className || document.activeElement.tagName")
        seen.update(kind.split())
        if kind == "SUMMARY":
            opened.keyboard.press("Enter")
            assert opened.evaluate("document.activeElement.parentElement.open")
            # The places are written as the part opens, which the browser tells a moment later.
            opened.locator("details:has(> :focus) .places").first.wait_for(state="attached")
        if "tile" in kind:
            before = texts(opened, ".crumb")
            opened.keyboard.press("Enter")
            assert len(texts(opened, ".crumb")) == len(before) + 1
            break
    assert {"choice", "page", "SUMMARY", "search", "SELECT", "name", "crumb", "tile"} <= seen


@pytest.mark.browser
def test_what_a_project_holds_is_text(chromium, survey: Survey, tmp_path: Path):
    evil = "</script><img src=x onerror=document.title='evil'><!--"
    first = survey.targets[0]
    trouble = replace(
        first.troubles[0],
        message=Told(evil, evil),
        help=Told(evil, evil),
        places=tuple(replace(spot, path=evil, text=evil * 2) for spot in first.troubles[0].places),
    )
    use = replace(first.uses[0], name=evil, note=Told(evil, evil))
    target = replace(
        first, title=Told(evil, evil), troubles=(trouble,), uses=(use,), files=(SizedFile(evil, 9),)
    )
    made = replace(survey, project=evil, targets=(target, target))
    (tmp_path / "evil.html").write_text(rendered(made, "en"), "utf-8")
    shown = chromium.new_page()
    shown.goto((tmp_path / "evil.html").as_uri())
    for summary in shown.query_selector_all("summary"):
        summary.click()
    assert texts(shown, "h1") == [evil]
    assert shown.query_selector_all("img") == []
    assert shown.title().startswith(evil)
    shown.close()


def test_without_scripts_there_is_a_list(survey: Survey):
    text = rendered(survey, "zh")
    (plain,) = re.findall("<noscript>(.*?)</noscript>", text, re.DOTALL)
    assert "缺少" in plain
    assert "MP220" in plain
    assert json.loads(re.findall(r'id="survey">(.*?)</script>', text, re.DOTALL)[0]) == encode(survey)
