"""What a save changes in the phones: sheets and templates in place, scripts afresh, errors over the frame."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from miniport.dev.server import Preview
from miniport.diagnostics import Severity
from miniport.report.cause import counts, merge
from miniport.report.words import word
from tests.preview.bench import Bench
from tests.preview.served import TARGETS

if TYPE_CHECKING:
    from tests.preview.window import Window

pytestmark = pytest.mark.browser

HOME = "pages/home/home"


def test_a_save_changes_what_it_must_and_keeps_the_rest(bench: tuple[Bench, Preview], window: Window):
    from playwright.sync_api import expect

    made, _ = bench

    def each(selector: str, text: str, note: str = "") -> None:
        for name in TARGETS:
            expect(window.text(name, selector)).to_have_text(text)
            if note:
                expect(window.phone(name).locator(".phone-note")).to_contain_text(note)

    def tap(selector: str) -> None:
        for name in TARGETS:
            window.text(name, selector).click()

    for name in TARGETS:
        window.text(name, "field").locator("input").fill("oolong")
    tap("add")
    each("title", "count 1")
    made.save(f"{HOME}.acss", "rgb(0, 0, 255)", "rgb(0, 128, 0)")
    for name in TARGETS:
        expect(window.text(name, "title")).to_have_css("color", "rgb(0, 128, 0)")
    made.save(f"{HOME}.acss", ".title {", ".from { color: rgb(1, 2, 3); } .title {")
    for name in TARGETS:
        expect(window.text(name, "from")).to_have_css("color", "rgb(1, 2, 3)")
    each("title", "count 1", "style")
    made.save(f"{HOME}.axml", "count {{count}}", "number {{count}}")
    each("title", "number 1", "template")
    each("note", "oolong!")
    made.save(f"{HOME}.axml", "no {{item}}", "with {{item}}")
    each("row", "with milk")
    made.save("components/note/note.axml", "{{word}}{{mark}}", "{{word}} {{mark}}")
    each("note", "oolong !")
    made.save("components/note/note.js", '"!"', '"?"')
    each("note", "oolong ?", "script")
    each("title", "number 1")
    made.save(
        f"{HOME}.axml", '<view class="name">', '<input class="bound" value="{{count}}" /><view class="name">'
    )
    for name in TARGETS:
        expect(window.text(name, "bound").locator("input")).to_have_value("1")
    made.save(f"{HOME}.js", "count + 1", "count + 2")
    each("title", "number 0", "script")
    for name in TARGETS:
        # What the data put there is no longer so; what was typed is.
        expect(window.text(name, "bound").locator("input")).to_have_value("0")
        expect(window.text(name, "field").locator("input")).to_have_value("oolong")
    each("name", "oolong")
    tap("add")
    each("title", "number 2")
    tap("next")
    each("id", "id 8")
    made.save("utils/twice.js", "* 2", "* 3")
    each("id", "id 8", "script")
    made.save("app.js", "scene }", "scene, path }")
    each("id", "id 8", "app started again")
    for name in TARGETS:
        window.app(name).locator(".mp--back").click()
    each("title", "number 0")
    tap("next")
    each("id", "id 12")
    window.control("linked").click()
    each("id", "id 12", "Both show the same")
    made.save("pages/next/next.axml", "id {{id}}", "no. {{id}}")
    for name in TARGETS:
        note = window.phone(name).locator(".phone-note")
        expect(note).to_have_text(re.compile(r"^template · \d+ ms · Both show the same$"))
    assert window.problems == []


def test_an_error_covers_the_phones_until_it_is_mended(
    bench: tuple[Bench, Preview], window: Window, tmp_path: Path
):
    from playwright.sync_api import expect

    made, _ = bench
    window.text("weibo", "add").click()
    made.save(f"{HOME}.js", "add() {", "add( {")
    for name in TARGETS:
        cover = window.phone(name).locator(".overlay")
        expect(cover).to_contain_text("MP120")
        expect(cover.locator(".place")).to_contain_text(f"{HOME}.js:8")
        expect(cover.locator(".line.it")).to_contain_text("add( {")
    expect(window.text("weibo", "title")).to_have_text("count 1")
    made.save(f"{HOME}.js", "add( {", "add() {")
    expect(window.page.locator(".overlay")).to_have_count(0)
    # It forbids nothing, and is new.
    made.save(f"{HOME}.axml", "count {{count}}", "count {{count +}}")
    for name in TARGETS:
        cover = window.phone(name).locator(".overlay")
        expect(cover).to_contain_text("MP112")
        expect(cover.locator(".place")).to_contain_text(f"{HOME}.axml:2")
    window.control("language").click()
    expect(cover.locator("strong")).to_have_text("本次修改后新增的错误")
    expect(cover.locator(".message")).to_contain_text("表达式")
    expect(window.panel("findings")).to_contain_text("表达式")
    window.control("language").click()
    made.save(f"{HOME}.axml", "count {{count +}}", "count {{count}}")
    expect(window.page.locator(".overlay")).to_have_count(0)
    for name in TARGETS:
        window.text(name, "fail").click()
        cover = window.phone(name).locator(".overlay")
        expect(cover.locator(".message")).to_contain_text("tea is cold")
        expect(cover.locator(".line.it")).to_contain_text('throw new Error("tea is cold")')
    cover.locator("button.place").click()
    opened = tmp_path / "opened"
    window.until(lambda: opened.is_file() and opened.read_text("utf-8") != "", "the editor opens")
    assert opened.read_text("utf-8") == f"{tmp_path / 'app' / HOME}.js 26"
    script = made.project / f"{HOME}.js"
    script.rename(script.with_suffix(".old"))
    cover.locator("button.place").click()
    expect(cover.locator(".refused")).to_have_text("there is no such file")
    script.with_suffix(".old").rename(script)
    for name in TARGETS:
        window.phone(name).get_by_role("button", name="Dismiss").click()
    expect(window.page.locator(".overlay")).to_have_count(0)
    made.save(f"{HOME}.js", 'throw new Error("tea is cold")', 'console.log("warm")')
    for name in TARGETS:
        window.text(name, "fail").click()
    known = ("tea is cold", "404")
    assert [text for text in window.problems if not any(each in text for each in known)] == []


def test_the_error_of_the_page_that_is_shown_covers_it_and_the_others_are_counted(
    bench: tuple[Bench, Preview], window: Window
):
    from playwright.sync_api import expect

    made, _ = bench
    for name in TARGETS:
        window.text(name, "next").click()
        expect(window.text(name, "id")).to_have_text("id 8")
        expect(window.phone(name).locator(".phone-route")).to_have_text("pages/next/next")
    home = made.project / f"{HOME}.axml"
    home.write_text(home.read_text("utf-8").replace("count {{count}}", "count {{count +}}"), "utf-8")
    made.save("pages/next/next.axml", "id {{id}}", "id {{id +}}")
    cover = window.phone("weibo").locator(".overlay")
    expect(cover.locator(".place")).to_contain_text("pages/next/next.axml:1")
    cover.get_by_role("button", name="1 more place with an error").click()
    findings = window.page.locator(".panel-body[data-panel=findings]")
    expect(findings).to_contain_text("pages/home/home.axml:2")
    # As a check counts them: the same at several places is one.
    found = [each for each in made.found if each.target == "alipay"]
    number = counts(found)
    words = [word("en", f"{level}s", count=number[level]) for level in Severity if number[level]]
    places = word("en", "in-places", count=len(merge(found)))
    expect(findings.locator(".bar .about")).to_have_text(f"{', '.join(words)} ({places})")
    badge = window.page.locator("[data-panel=findings][role=tab] .badge")
    expect(badge).to_have_text(str(number[Severity.ERROR] + number[Severity.WARNING]))


def test_what_a_page_threw_does_not_cover_the_next(bench: tuple[Bench, Preview], window: Window):
    from playwright.sync_api import expect

    overlays = window.page.locator(".overlay")
    for name in TARGETS:
        window.text(name, "fail").click()
    expect(overlays).to_have_count(2)
    window.control("page").select_option("pages/next/next")
    expect(overlays).to_have_count(0)
    window.app("weibo").locator("body").evaluate(
        "() => { void Promise.reject(new Error('the cup is cracked')); }"
    )
    expect(overlays.locator(".message")).to_contain_text("the cup is cracked")


def test_an_error_that_was_there_before_the_build_failed_is_not_new(
    bench: tuple[Bench, Preview], window: Window
):
    from playwright.sync_api import expect

    made, _ = bench
    made.save(f"{HOME}.axml", "count {{count}}", "count {{count +}}")
    overlays = window.page.locator(".overlay")
    expect(overlays).to_have_count(2)
    for name in TARGETS:
        window.phone(name).get_by_role("button", name="Dismiss").click()
    made.save("app.json", "{", "{{")
    expect(overlays.first).to_contain_text("app.json")
    made.save("app.json", "{{", "{")
    expect(overlays).to_have_count(0)


def test_an_app_whose_page_is_gone_starts_at_its_first(bench: tuple[Bench, Preview], window: Window):
    from playwright.sync_api import expect

    made, _ = bench
    folder = made.project / "pages" / "home"
    for path in [*folder.iterdir()]:
        path.rename(path.with_name(path.name.replace("home.", "renamed.")))
    made.save("app.json", HOME, "pages/home/renamed")
    window.running(*TARGETS)
    for name in TARGETS:
        expect(window.text(name, "title")).to_have_text("count 0")
    assert window.problems == []
