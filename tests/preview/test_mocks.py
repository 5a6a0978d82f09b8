"""The project's mocks: what is wrong in them is told at once, and what is right answers at once."""

from __future__ import annotations

import json
import queue
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from miniport.cli.preview import serving
from miniport.dev.server import Preview
from miniport.dev.server_mocks import Mocks
from miniport.diagnostics import Diagnostic
from miniport.project.settings import Settings
from tests.build.projects import write
from tests.preview.app import APP
from tests.preview.served import asked, ports, served
from tests.preview.test_network import ordered

if TYPE_CHECKING:
    from tests.preview.bench import Bench
    from tests.preview.window import Window

GOOD = "api:\n  my.scan: {success: {code: '1'}}\n"
WRONG = {
    "htpp:\n  - {url: '*'}\n": (1, 1, 'there is no key "htpp"; did you mean "http"?'),
    "http:\n  - {url: '*', metod: GET}\n": (2, 16, 'there is no key "metod"; did you mean "method"?'),
    "http:\n  - {url: '*', boddy: 1}\n": (2, 16, 'there is no key "boddy"; did you mean "body"?'),
    "http:\n  - https://a.example/\n": (2, 5, 'expected a mapping, found "https://a.example/"'),
    "http:\n  - {body: 1}\n": (2, 5, 'the key "url" is missing'),
    "http:\n  - {url: '*', status: 99}\n": (2, 5, "99 is no status from 200 to 599"),
    "http:\n  - {url: '*', method: PSOT}\n": (2, 5, '"PSOT" is no method; did you mean "POST"?'),
    "http: {url: '*', delay: soon}\n": (1, 18, 'expected a number or nothing, found "soon"'),
    "api:\n  my.scan: {sucess: {code: 1}}\n": (2, 13, 'there is no key "sucess"; did you mean "success"?'),
    "api:\n  my.scan: {code: 1}\n": (2, 13, 'there is no key "code"'),
    "api:\n  my.scan: {delay: 1}\n": (2, 3, 'it needs either "success" or "fail"'),
    "api:\n  my.scan: {success: 1, fail: 2}\n": (2, 3, 'it needs either "success" or "fail"'),
    "api:\n  my.scan:\n": (2, 3, "expected a mapping, found nothing"),
    "api:\n  scan: {success: 1}\n": (2, 3, '"scan" names no API; did you mean "my.scan"?'),
    "api: []\n": (1, 1, "expected a mapping or nothing, found a list"),
    "http:\n  - {url: *}\n": (2, 12, None),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_not_understood_in_mocks_is_told_with_its_place_and_answers_nothing(
    tmp_path: Path, text: str
):
    write(tmp_path, {"mocks/login.yaml": text})
    mocks = Mocks(tmp_path)
    listed = json.loads(mocks.listed())
    (found,) = mocks.findings
    line, column, told = WRONG[text]
    place = found.place
    assert (found.rule.code, str(place.path), place.line, place.column) == (
        "MP377",
        "mocks/login.yaml",
        line,
        column,
    )
    assert told is None or found.arguments["found_en"] == told
    assert [each["content"] for each in listed] in ([], [{"http": [], "api": {}}])


def test_what_is_right_beside_it_answers(tmp_path: Path):
    write(tmp_path, {"mocks/a.yaml": GOOD + "  my.rsa: {fial: 1}\nhttp: [{url: a}, {ulr: b}]\n"})
    mocks = Mocks(tmp_path)
    (listed,) = json.loads(mocks.listed())
    assert listed["content"] == {"http": [{"url": "a"}], "api": {"my.scan": {"success": {"code": "1"}}}}
    assert [each.place.line for each in mocks.findings] == [4, 3]


def test_mocks_that_are_saved_are_told_of_at_once(tmp_path: Path):
    project = write(tmp_path, APP)
    heard: queue.Queue[Diagnostic] = queue.Queue()
    with served(project, ("alipay",), heard=heard.put) as preview:
        told = preview.events.listen()
        preview.follow_mocks()
        assert heard.empty()
        # A folder that is not there yet, too.
        write(project, {"mocks/tea.yaml": "api: [\n"})
        assert heard.get(timeout=20).place.line == 2
        assert _codes(told) == ["MP377"]
        write(project, {"mocks/tea.yaml": GOOD})
        assert _codes(told) == []
        assert told.get(timeout=20).startswith(b"event: mocks\n")
        write(project, {"mocks/tea.yaml": "apis: {}\n"})
        assert heard.get(timeout=20).arguments["found_en"] == 'there is no key "apis"; did you mean "api"?'


def _codes(told: queue.Queue[bytes]) -> list[str]:
    """Return what the next word about findings lists."""
    text = told.get(timeout=20).decode()
    return [each["code"] for each in json.loads(text.split("data: ")[1])["findings"]]


def test_what_is_wrong_at_the_start_is_told_in_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    project = write(tmp_path, {**APP, "mocks/login.yaml": "api:\n  my.scan: {sucess: {}}\n"})
    with served(project, ("alipay",), heard=serving({}, None, Settings(), "en").heard) as preview:
        preview.follow_mocks()
    assert "mocks/login.yaml:2:13: warning MP377" in capsys.readouterr().out


def test_an_answer_names_the_headers_that_are_an_apps_to_see(tmp_path: Path):
    with served(write(tmp_path, APP), ("alipay",)) as preview:
        head = {
            "status": 200,
            "headers": {"content-type": "text/x", "X-Tea": "1", "cache-control": "max-age=1"},
        }
        sent = ordered(preview.token, head, 0)
        _, _, headers = asked(ports(preview)["alipay"], "POST", "/~miniport/fetch", sent, b"")
    assert headers["x-miniport-names"] == "cache-control,content-type,x-tea"
    assert headers["cache-control"] == "max-age=1"


HEADERS = """
Page({
  data: { answer: "" },
  ask() {
    my.request({ url: "https://api.example.com/tea", success: ({ headers }) =>
      this.setData({ answer: Object.keys(headers).map((name) => name.toLowerCase()).sort().join() }) });
  },
});
"""


@pytest.mark.browser
def test_an_app_sees_the_headers_of_its_mock_and_no_others(bench: tuple[Bench, Preview], window: Window):
    from playwright.sync_api import expect

    made, _ = bench
    write(made.project, {"mocks/tea.yaml": "http: {url: '*', headers: {X-Tea: a}, body: {}}\n"})
    (made.project / "pages/home/home.js").write_text(HEADERS, "utf-8")
    made.build()
    for name in ("alipay", "weibo"):
        window.text(name, "ask").click()
        expect(window.text(name, "answer")).to_have_text("content-type,x-tea")


@pytest.mark.browser
def test_mocks_of_apis_answer_as_they_were_saved_last(bench: tuple[Bench, Preview], window: Window):
    from playwright.sync_api import expect

    made, preview = bench
    preview.follow_mocks()
    file = "mocks/login.yaml"

    def entered(text: str) -> None:
        for name in ("alipay", "weibo"):
            window.text(name, "enter").click()
            expect(window.text(name, "code")).to_have_text(text)

    for code in ("one", "two", "three"):
        with window.page.expect_response("**/~miniport/mocks"):
            write(made.project, {file: f"api:\n  my.getAuthCode: {{success: {{authCode: {code}}}}}\n"})
        entered(code)
    with window.page.expect_response("**/~miniport/mocks"):
        write(made.project, {file: "api:\n  my.getAuthCode: {sucess: {authCode: x}}\n"})
    expect(window.panel("findings")).to_contain_text("MP377")
    window.text("weibo", "enter").click()
    expect(window.text("weibo", "code")).to_have_text("failed 1")


@pytest.mark.browser
def test_what_a_function_returns_is_read_as_a_written_answer(bench: tuple[Bench, Preview], window: Window):
    from playwright.sync_api import expect

    made, preview = bench
    preview.follow_mocks()

    def entered(answer: str, text: str) -> None:
        with window.page.expect_response("**/~miniport/mocks/own.js*"):
            write(
                made.project,
                {"mocks/own.js": f"export default {{ api: {{ 'my.getAuthCode': {answer} }} }};\n"},
            )
        window.text("weibo", "enter").click()
        expect(window.text("weibo", "code")).to_have_text(text)

    entered("({ scopes }) => ({ success: { authCode: scopes } })", "auth_base")
    entered("async () => ({ fail: { error: 7 } })", "failed 7")
    entered("() => ({ sucess: {} })", "failed 3")
    entered("{ sucess: {} }", "failed 1")
    rows = window.panel("console").locator(".row.error")
    window.choose("Weibo")
    expect(rows.last).to_contain_text('[mocks] own.js: my.getAuthCode: there is no key "sucess"')


@pytest.mark.browser
def test_who_calls_what_only_a_device_has_reads_how_to_mock_it(bench: tuple[Bench, Preview], window: Window):
    from playwright.sync_api import expect

    window.text("alipay", "enter").click()
    sheet = window.app("alipay").get_by_role("alertdialog", name="my.getAuthCode")
    expect(sheet).to_contain_text("needs a device")
    expect(sheet.locator("pre")).to_have_text("api:\n  my.getAuthCode:\n    success: {}")
    sheet.get_by_role("button", name="OK").click()
    mock = "# mocks/api.yaml\napi:\n  my.getAuthCode: {success: {}}"
    cures = window.panel("calls").locator(".cure")
    expect(cures.locator("pre")).to_have_text(mock)
    expect(cures).to_have_count(1)
    window.text("weibo", "enter").click()
    expect(window.text("weibo", "code")).to_have_text("failed 1")
    window.choose("Weibo")
    expect(cures.locator("pre")).to_have_text(mock)
    # What the build says of it, which is what helps on a phone.
    expect(cures.last).to_contain_text('my.getAuthCode needs the capability "login" on weibo')
    expect(cures.last).to_contain_text("login: adapters/login.js")
