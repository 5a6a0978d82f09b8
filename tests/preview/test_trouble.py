"""What goes wrong in an app, in its mocks or in a save, and what the phones make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from miniport.cli.preview import told
from miniport.dev.server import Preview, Serving
from tests.browser import with_processes
from tests.build.projects import write
from tests.preview.app import APP
from tests.preview.bench import Bench
from tests.preview.served import TARGETS, frames, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.preview.window import Window

pytestmark = pytest.mark.browser

HOME = "pages/home/home"
NOTE = "components/note/note.js"


def test_an_error_that_an_app_only_writes_down_covers_nothing(bench: tuple[Bench, Preview], window: Window):
    from playwright.sync_api import expect

    made, _ = bench
    made.save(f"{HOME}.js", 'throw new Error("tea is cold")', 'console.error(new Error("tea is cool"))')
    for name in TARGETS:
        window.text(name, "fail").click()
    row = window.panel("console").locator(".row.error")
    expect(row).to_contain_text("tea is cool")
    expect(row.locator(".place")).to_contain_text(f"{HOME}.js:26")
    assert window.page.locator(".overlay").count() == 0
    made.save(f"{HOME}.js", 'console.error(new Error("tea is cool"))', "throw { tea: 'cold' }")
    for name in TARGETS:
        window.text(name, "fail").click()
        cover = window.phone(name).locator(".overlay")
        expect(cover.locator(".message")).to_have_text('/pages/home/home fail: {"tea":"cold"}')
        # The way through the runtime says nothing to the app's author.
        assert cover.locator("pre").count() == 0


def test_what_a_build_found_covers_an_app_that_starts_again(bench: tuple[Bench, Preview], window: Window):
    from playwright.sync_api import expect

    made, _ = bench
    made.save("app.json", ', "pages/next/next"', "")
    for name in TARGETS:
        expect(window.phone(name).locator(".overlay")).to_contain_text("MP631")
    window.control("restart").click()
    window.running(*TARGETS)
    for name in TARGETS:
        expect(window.phone(name).locator(".overlay")).to_contain_text("MP631")
    made.save("app.json", '"pages/home/home"', '"pages/home/home", "pages/next/next"')
    expect(window.page.locator(".overlay")).to_have_count(0)


def test_a_component_that_sets_its_data_without_end_is_named_once_and_the_app_goes_on(
    bench: tuple[Bench, Preview], window: Window
):
    from playwright.sync_api import expect

    made, _ = bench
    endless = "didUpdate() { this.setData({ more: (this.data.more || 0) + 1 }); }, "
    made.save(NOTE, "data: {", endless + "data: {")
    field = window.text("alipay", "field").locator("input")
    field.fill("hot")
    cover = window.phone("alipay").locator(".overlay")
    expect(cover.locator(".message")).to_contain_text("/components/note/note: setData calls itself")
    cover.get_by_role("button", name="Dismiss").click()
    window.text("alipay", "add").click()
    expect(window.text("alipay", "title")).to_have_text("count 1")
    field.fill("cold")
    expect(window.text("alipay", "name")).to_have_text("cold")
    assert len([text for text in window.problems if "without end" in text]) == 1
    made.save(NOTE, endless, "")
    expect(window.text("alipay", "note")).to_have_text("cold!")
    assert window.page.locator(".overlay").count() == 0


def test_of_saves_in_quick_succession_the_last_is_shown_and_told(
    bench: tuple[Bench, Preview], window: Window
):
    from playwright.sync_api import expect

    made, _ = bench
    for name in TARGETS:
        window.text(name, "add").click()
    for number in range(12):
        made.save(f"{HOME}.axml", "count " if not number else f"count{number - 1} ", f"count{number} ")
    for name in TARGETS:
        expect(window.text(name, "title")).to_have_text("count11 1")
        expect(window.phone(name).locator(".phone-note")).to_contain_text("template")
    assert window.problems == []


def test_mocks_that_are_mended_while_the_app_runs_answer_the_next_request(
    bench: tuple[Bench, Preview], window: Window
):
    from playwright.sync_api import expect

    project = bench[0].project

    def asked(text: str) -> None:
        # As long as mocks that were read count as fresh.
        window.page.wait_for_timeout(600)
        for name in TARGETS:
            window.text(name, "ask").click()
            expect(window.text(name, "answer")).to_have_text(text)

    own = "mocks/own.js"
    for tea in ("green", "black"):
        write(project, {own: f"export default {{ http: {{ url: '*', body: {{ tea: '{tea}' }} }} }};\n"})
        asked(tea)
    rows = window.panel("console").locator(".row.error")
    write(project, {own: "export default { http: [ }\n"})
    asked("failed 12")
    expect(rows.first).to_contain_text("[mocks] own.js: Unexpected token")
    thrown = "() => { throw new Error('no leaves'); }"
    write(project, {own: f"export default {{ http: {{ url: '*', body: {thrown} }} }};\n"})
    asked("failed 12")
    expect(rows.last).to_contain_text("[mocks] https://api.example.com/tea?size=1: no leaves")
    write(project, {own: "export default {};\n", "mocks/tea.yaml": "http: [\n"})
    asked("failed 12")
    expect(window.panel("findings")).to_contain_text("MP377")
    assert window.page.locator(".overlay").count() == 0


def test_a_page_whose_server_comes_back_goes_on_with_what_is_there_now(chromium: Browser, tmp_path: Path):
    from playwright.sync_api import expect

    from tests.preview.window import Window

    project = write(tmp_path, APP)
    with served(project) as preview:
        port = urlsplit(preview.address).port
        window = Window(chromium, preview.address).running(*TARGETS)
        window.text("alipay", "add").click()
    lost = window.page.locator(".lost-note")
    expect(lost).to_be_visible()
    write(project, {f"{HOME}.axml": APP[f"{HOME}.axml"].replace("count {{count}}", "number {{count}}")})
    serving = Serving(told, port=port, project=project)
    with Preview(frames(project), serving) as preview:
        for name in TARGETS:
            expect(window.text(name, "title")).to_have_text("number 0", timeout=30000)
        expect(lost).to_be_hidden()
        # Its orders are taken: the token is the new one.
        window.text("alipay", "ask").click()
        expect(window.panel("requests").locator(".row")).to_contain_text("not in dev.hosts")
    window.close()


@pytest.fixture
def isolated(chromium: Browser, bench: tuple[Bench, Preview]) -> Iterator[Window]:
    """Return the page in a browser where each phone has a process of its own."""
    from tests.preview.window import Window

    with with_processes(chromium) as browser:
        opened = Window(browser, bench[1].address).running(*TARGETS)
        yield opened
        opened.close()


@pytest.mark.parametrize(("name", "way"), [("alipay", "save"), ("weibo", "button")])
def test_a_loop_without_end_stops_its_phone_alone_and_a_new_start_helps(
    bench: tuple[Bench, Preview], isolated: Window, name: str, way: str
):
    from playwright.sync_api import expect

    made, _ = bench
    (other,) = {*TARGETS} - {name}
    made.save(f"{HOME}.js", 'throw new Error("tea is cold")', "for (;;) {}")
    isolated.app(name).locator("body").evaluate(
        "() => setTimeout(() => document.querySelector('.mp--page:not([hidden]) ._fail').click())"
    )
    # The others go on.
    isolated.text(other, "add").click()
    expect(isolated.text(other, "title")).to_have_text("count 1")
    cover = isolated.phone(name).locator(".overlay")
    expect(cover.locator("strong")).to_have_text("The app does not answer")
    assert isolated.phone(other).locator(".overlay").count() == 0
    if way == "button":
        cover.get_by_role("button", name="Restart").click()
    else:
        made.save(f"{HOME}.js", "for (;;) {}", "this.setData({ count: 7 })")
    expect(cover).to_have_count(0)
    isolated.running(name)
    expect(isolated.text(name, "title")).to_have_text("count 0")


def test_an_app_that_does_not_come_to_its_start_is_told(bench: tuple[Bench, Preview], isolated: Window):
    from playwright.sync_api import expect

    made, _ = bench
    made.save(f"{HOME}.js", "onLoad(query) {", "onLoad(query) { for (;;) {}")
    cover = isolated.phone("alipay").locator(".overlay")
    expect(cover.locator("strong")).to_have_text("The app does not answer")
    made.save(f"{HOME}.js", "for (;;) {}", "")
    isolated.running(*TARGETS)
    expect(cover).to_have_count(0)


def test_a_stack_in_the_console_leads_to_the_authors_lines_alone(
    bench: tuple[Bench, Preview], window: Window
):
    from playwright.sync_api import expect

    made, _ = bench
    made.save("utils/twice.js", "number * 2", "{ throw new Error('no milk'); }")
    for name in TARGETS:
        window.text(name, "next").click()
    trace = window.panel("console").locator(".row.error .value.error").first
    expect(trace).to_contain_text("Error: no milk")
    expect(trace).to_contain_text("utils/twice.js:1")
    lines = (trace.text_content() or "").splitlines()
    places = [line.split("(")[-1].rstrip(")") for line in lines[1:]]
    assert [place.split(":")[0] for place in places] == ["utils/twice.js", f"{HOME}.js"], lines
    assert places[1].startswith(f"{HOME}.js:10")


def test_the_column_of_an_error_is_marked_in_a_line_that_holds_a_whole_file(
    bench: tuple[Bench, Preview], window: Window
):
    from playwright.sync_api import expect

    made, _ = bench
    text = f"export const twice = (number) => {{ throw new Error('{'no milk, ' * 9}'); }};"
    made.save("utils/twice.js", "export const twice = (number) => number * 2;", text)
    for name in TARGETS:
        window.text(name, "next").click()
        cover = window.phone(name).locator(".overlay")
        caret = cover.locator(".caret")
        expect(caret).to_have_count(1)
        assert caret.text_content() == f"\n     │ {' ' * text.index('new')}^"


def test_of_errors_that_keep_a_build_back_the_one_that_was_just_made_is_in_front(
    bench: tuple[Bench, Preview], window: Window
):
    from playwright.sync_api import expect

    made, _ = bench
    window.text("alipay", "add").click()
    made.save(f"{HOME}.axml", "count {{count}}", "number {{count}}")
    note = window.phone("alipay").locator(".phone-note")
    expect(note).to_contain_text("template")
    places = window.page.locator(".overlay .place")
    made.save(f"{HOME}.js", "add() {", "add( {")
    expect(places).to_contain_text([f"{HOME}.js:8"] * 2)
    made.save("pages/next/next.js", "Page({", "Page(({")
    expect(places).to_contain_text(["pages/next/next.js:1"] * 2)
    # It is not there any more, and the older one is.
    made.save("pages/next/next.js", "Page(({", "Page({")
    expect(places).to_contain_text([f"{HOME}.js:8"] * 2)
    made.save(f"{HOME}.js", "add( {", "add() {")
    expect(places).to_have_count(0)
    expect(note).to_have_text(re.compile(r"^nothing to change · \d+ ms"))
