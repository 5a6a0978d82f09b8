"""The page of a preview: every control and every panel, once."""

from __future__ import annotations

import base64
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.build.projects import write
from tests.preview.app import APP
from tests.preview.served import TARGETS, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.preview.window import Window

pytestmark = pytest.mark.browser

OWN_TEXT = "pages/home/home.weibo.axml"
MOCKS = """
http:
  - {method: GET, url: 'https://api.example.com/tea', delay: 1, body: {tea: oolong}}
api:
  my.getAuthCode: {success: {authCode: made-up}}
  wbx.login: {success: {code: made-up-too}}
"""
SCRIPT = """
export default {
  http: { url: "https://api.example.com/*", body: ({ url }) => ({ tea: url.split("size=")[1] }) },
};
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path, APP)


@pytest.fixture
def window(chromium: Browser, project: Path) -> Iterator[Window]:
    from tests.preview.window import Window

    with served(project) as preview:
        opened = Window(chromium, preview.address).running(*TARGETS)
        yield opened
        opened.close()


def test_controls_change_the_phones(window: Window):
    from playwright.sync_api import expect

    def each(selector: str, text: str) -> None:
        for name in TARGETS:
            expect(window.text(name, selector)).to_have_text(text)

    def evaluated(name: str, script: str) -> object:
        return window.text(name, "title").evaluate(f"() => {script}")

    for name in TARGETS:
        expect(window.text(name, "title")).to_have_css("color", "rgb(0, 0, 255)")
        expect(window.text(name, "title")).to_have_css("font-size", "20px")
    window.control("dark").click()
    window.control("text").select_option("1.3")
    for name in TARGETS:
        expect(window.text(name, "title")).to_have_css("color", "rgb(255, 0, 0)")
        expect(window.text(name, "title")).to_have_css("font-size", "26px")
        assert evaluated(name, "matchMedia('(prefers-color-scheme: dark)').matches") is True
    window.control("dark").click()
    expect(window.text("alipay", "title")).to_have_css("color", "rgb(0, 0, 255)")
    window.control("device").select_option("320x568")
    window.until(lambda: all(evaluated(name, "innerWidth") == 320 for name in TARGETS), "the phones shrink")
    window.control("system").select_option("android")
    window.running(*TARGETS)
    for name in TARGETS:
        window.until(lambda name=name: "Android" in str(evaluated(name, "navigator.userAgent")), "Android")
    window.control("query").fill("from=poster")
    window.control("scene").fill("1011")
    window.control("scene").press("Tab")
    window.control("restart").click()
    window.running(*TARGETS)
    expect(window.text("alipay", "from")).to_have_text("poster 1011")
    expect(window.text("weibo", "from")).to_contain_text("poster")
    window.control("query").fill("id=7")
    window.control("page").select_option("pages/next/next")
    each("id", "id 7")
    window.control("page").select_option("pages/home/home")
    window.control("network").select_option("off")
    for name in TARGETS:
        window.text(name, "ask").click()
    each("answer", "failed 12")
    names = []
    window.page.on("download", lambda download: names.append(download.suggested_filename))
    window.control("shot").click()
    window.until(lambda: len(names) == 2, "both pictures are there")
    assert sorted(names) == [f"{name}-pages-home-home.png" for name in TARGETS]
    window.control("language").click()
    expect(window.control("restart")).to_have_text("重启")
    expect(window.phone("alipay").locator(".phone-name")).to_have_text("支付宝")
    assert window.problems == []
    # Last, since its answer comes late: nobody named that host.
    window.control("network").select_option("slow")
    window.text("alipay", "ask").click()
    expect(window.panel("requests").locator(".row .mark.open")).to_be_visible()


def test_a_restart_keeps_the_query_of_the_page_that_is_shown(window: Window):
    from playwright.sync_api import expect

    query = window.control("query")
    query.fill("from=poster")
    window.control("go").click()
    expect(window.text("alipay", "from")).to_contain_text("poster")
    window.text("alipay", "next").click()
    expect(query).to_have_value("id=8")
    window.control("restart").click()
    window.running("alipay")
    expect(window.text("alipay", "id")).to_have_text("id 8")
    window.control("page").select_option("pages/home/home")
    expect(window.text("alipay", "from")).to_contain_text("none")
    expect(query).to_have_value("")


def test_panels_tell_of_the_app(window: Window):
    from playwright.sync_api import expect

    row = window.panel("console").locator(".row").first
    expect(row).to_contain_text("home is shown")
    expect(row.locator(".place")).to_have_text("pages/home/home.js:7:22")
    for name in TARGETS:
        window.text(name, "keep").click()
        window.text(name, "ask").click()
        expect(window.text(name, "answer")).to_have_text("failed 12")
    request = window.panel("requests").locator(".row")
    expect(request).to_contain_text("https://api.example.com/tea?size=1")
    expect(request.locator("pre").first).to_have_text(
        '# miniport.yaml\ndev:\n  hosts:\n    - "api.example.com"'
    )
    calls = window.panel("calls").locator(".row", has_text="my.setStorageSync")
    calls.locator("summary").first.click()
    expect(calls).to_contain_text('"kept"')
    storage = window.panel("storage")
    field = storage.get_by_label("kept", exact=True)
    expect(field).to_have_value('{"count":0}')
    field.fill("nonsense")
    field.press("Enter")
    window.until(lambda: not field.evaluate("(node) => node.validity.valid"), "nonsense is refused")
    field.fill('{"count":5}')
    field.press("Enter")
    title = window.text("alipay", "title")
    kept = "() => localStorage['mp:tea:kept']"
    window.until(lambda: title.evaluate(kept) == '{"count":5}', "the new value is kept")
    storage.get_by_placeholder("Key").fill("more")
    storage.get_by_placeholder("Value").fill("[1]")
    storage.get_by_role("button", name="Add").click()
    expect(storage.locator("tr")).to_have_count(2)
    storage.get_by_label("Remove more").click()
    expect(storage.locator("tr")).to_have_count(1)
    tree = window.panel("tree")
    expect(tree.locator(".node")).to_have_text(["pages/home/home", "components/note/note"])
    tree.locator(".node").nth(1).click()
    expect(tree.locator(".about-node")).to_contain_text('word: "hello"')
    tree.locator("textarea").fill('{"mark": "?!"}')
    tree.get_by_role("button", name="setData").click()
    expect(window.text("alipay", "note")).to_have_text("hello?!")
    window.text("alipay", "next").click()
    expect(window.panel("stack").locator("li")).to_have_count(2)
    expect(window.panel("stack").locator("[aria-current]")).to_contain_text("pages/next/next")
    expect(window.panel("findings")).to_contain_text("MP376")
    window.choose("Weibo")
    bridge = window.panel("bridge")
    expect(bridge.locator(".row", has_text="wbx.request")).to_be_visible()
    expect(bridge.locator(".row", has_text="hello")).to_be_visible()
    window.panel("console")
    window.page.keyboard.press("ArrowRight")
    expect(window.page.locator("[data-panel=requests][role=tab]")).to_be_focused()
    expect(window.page.locator("[data-panel=requests][role=tab]")).to_have_attribute("aria-selected", "true")


def test_linked_phones_do_the_same_and_a_difference_is_pointed_at(chromium: Browser, project: Path):
    from playwright.sync_api import expect

    from tests.preview.window import Window

    template = APP["pages/home/home.axml"].replace(
        '<view class="keep"', '<view class="seed">only here</view><view class="keep"'
    )
    write(project, {OWN_TEXT: template.replace("count {{count}}", "count: {{count}}")})
    with served(project) as preview:
        window = Window(chromium, preview.address).running(*TARGETS)
        window.control("linked").click()
        window.text("alipay", "add").click()
        expect(window.text("weibo", "title")).to_have_text("count: 1")
        window.text("weibo", "field").locator("input").press_sequentially("hot")
        expect(window.text("alipay", "name")).to_have_text("hot")
        expect(window.text("alipay", "note")).to_have_text("hot!")
        rows = window.panel("compare").locator(".differences tr")
        expect(rows).to_have_text(["AlipayWeibo", "count 1count: 1", "—only here"])
        expect(window.app("alipay").locator(".mp--mark")).to_have_count(1)
        expect(window.app("weibo").locator(".mp--mark")).to_have_count(2)
        window.text("weibo", "next").click()
        expect(window.text("alipay", "id")).to_have_text("id 8")
        expect(window.panel("compare")).to_contain_text("Both show the same")
        window.app("alipay").locator(".mp--back").click()
        expect(window.text("weibo", "title")).to_have_text("count: 1")
        note = window.phone("alipay").locator(".phone-note")
        expect(note).to_have_text("2 differences")
        window.control("language").click()
        expect(note).to_have_text("2 处不同")
        window.text("weibo", "next").click()
        expect(note).to_have_text("显示内容一致")
        window.control("language").click()
        expect(note).to_have_text("Both show the same")
        assert window.problems == []
        window.close()


def test_linked_phones_of_which_one_is_seen_are_compared_as_well(chromium: Browser, project: Path):
    from playwright.sync_api import expect

    from tests.preview.window import Window

    with served(project) as preview:
        window = Window(chromium, preview.address, width=390).running(*TARGETS)
        # What follows on the bar is hinted at until one is there.
        bar = window.page.locator(".controls")
        expect(bar).to_have_class("controls cut")
        window.control("language").scroll_into_view_if_needed()
        expect(bar).to_have_class("controls")
        window.control("linked").click()
        window.tap("alipay", "add")
        note = window.phone("alipay").locator(".phone-note")
        expect(note).to_have_text("Both show the same")
        expect(window.phone("weibo")).to_be_hidden()
        window.page.locator(".switcher").get_by_role("button", name="Weibo").click()
        expect(window.text("weibo", "title")).to_have_text("count 1")
        expect(window.phone("alipay")).to_be_hidden()
        expect(window.page.locator(".panel-head .segments")).to_be_hidden()
        assert window.page.evaluate("document.documentElement.scrollWidth") == 390
        # A phone has no bars beside what scrolls.
        expect(window.app("weibo").locator("body")).to_have_css("scrollbar-width", "none")
        assert window.problems == []
        window.close()


GESTURES = """
<swiper class="slides" onChange="slide"><swiper-item>one</swiper-item><swiper-item>two</swiper-item></swiper>
<view class="slide">slide {{slide}}</view>
<scroll-view class="long" scroll-y onScroll="scroll"><view class="inner">long</view></scroll-view>
<view class="top">{{isScrolled ? 'down' : 'up'}}</view>
<input class="asked" onFocus="focus" onBlur="blur" onConfirm="confirm" />
<view class="state">{{state}}</view>
<view class="hold" onLongTap="hold">hold me</view>
<view class="held">{{held}}</view>
"""
HANDLERS = """
Page({
  data: { slide: 0, isScrolled: false, state: "", held: "" },
  slide({ detail }) { this.setData({ slide: detail.current }); },
  scroll({ detail }) { this.setData({ isScrolled: detail.scrollTop > 0 }); },
  focus() { this.setData({ state: "focus" }); },
  blur() { this.setData({ state: this.data.state + " blur" }); },
  confirm() { this.setData({ state: "confirm" }); },
  hold() { this.setData({ held: "held" }); },
});
"""
SIZES = ".slides { height: 120px; }\n.long { height: 80px; }\n.inner { height: 800px; }\n"


def test_linked_phones_follow_drags_scrolling_and_the_focus(chromium: Browser, project: Path):
    from playwright.sync_api import expect

    from tests.preview.window import Window

    home = "pages/home/home"
    write(project, {f"{home}.axml": GESTURES, f"{home}.js": HANDLERS, f"{home}.acss": SIZES})
    with served(project) as preview:
        window = Window(chromium, preview.address).running(*TARGETS)
        window.control("linked").click()
        mouse = window.page.mouse
        for mine, other in (("alipay", "weibo"), ("weibo", "alipay")):
            slide = int(window.text(mine, "slide").inner_text().split()[1])
            box = window.text(mine, "slides").bounding_box() or {}
            x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
            mouse.move(x, y)
            mouse.down()
            mouse.move(x + (box["width"] / 2 - 10) * (1 if slide else -1), y, steps=12)
            mouse.up()
            for name in (mine, other):
                expect(window.text(name, "slide")).to_have_text(f"slide {1 - slide}")
        window.text("alipay", "long").hover()
        mouse.wheel(0, 120)
        for name in ("alipay", "weibo"):
            expect(window.text(name, "top")).to_have_text("down")
        window.text("weibo", "asked").locator("input").click()
        expect(window.text("alipay", "state")).to_have_text("focus")
        window.page.keyboard.press("Enter")
        expect(window.text("alipay", "state")).to_have_text("confirm blur")
        window.text("alipay", "hold").click(delay=700)
        expect(window.text("weibo", "held")).to_have_text("held")
        assert window.problems == []
        window.close()


SHOT = """async (address) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: picture.width, height: picture.height });
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  return [...context.getImageData(picture.width / 2, picture.height - 8, 1, 1).data.slice(0, 3)];
}"""


def test_an_open_dialog_is_in_the_screenshot(chromium: Browser, project: Path):
    from playwright.sync_api import expect

    from tests.preview.window import Window

    write(project, {"pages/home/home.js": "Page({ onReady() { my.alert({ content: 'tea' }); } });\n"})
    with served(project) as preview:
        window = Window(chromium, preview.address).running(*TARGETS)
        for name in TARGETS:
            expect(window.app(name).locator(".mp--mask")).to_have_css("opacity", "1")
        with window.page.expect_download() as taken:
            window.control("shot").click()
        content = base64.b64encode(taken.value.path().read_bytes()).decode()
        red, _, blue = window.page.evaluate(SHOT, f"data:image/png;base64,{content}")
        # The page is white below the mask, which is half black.
        assert (red < 160, blue < 160) == (True, True)
        window.close()


def test_the_mask_of_a_dialog_covers_the_whole_phone(chromium: Browser, project: Path):
    from playwright.sync_api import expect

    from tests.preview.window import Window

    write(project, {"pages/home/home.js": "Page({ add() { my.alert({ content: 'tea' }); } });\n"})
    with served(project) as preview:
        window = Window(chromium, preview.address).running(*TARGETS)
        phone = window.phone("alipay")
        parts = [phone.locator(".status"), phone.locator(".home")]
        masked = re.compile(r"^linear-gradient\(rgba\(0, 0, 0, 0\.5\), ")
        for part in parts:
            expect(part).to_have_css("background-image", "none")
        window.text("alipay", "add").click()
        for part in parts:
            expect(part).to_have_css("background-image", masked)
        window.app("alipay").locator(".mp--mask button").click()
        for part in parts:
            expect(part).to_have_css("background-image", "none")
        window.close()


def test_a_picture_that_is_not_there_is_told_of(chromium: Browser, project: Path):
    from playwright.sync_api import expect

    from tests.preview.window import Window

    # Its name comes at run time, so that no build can know.
    image = "<image src=\"{{'/pictures/' + name + 'none.png'}}\" />\n"
    sheet = ".shade { height: 20px; background-image: url('pictures/gone.png'); }\n"
    home = "pages/home/home"
    write(project, {f"{home}.axml": f'{image}<view class="shade" />\n', f"{home}.acss": sheet})
    with served(project) as preview:
        window = Window(chromium, preview.address).running(*TARGETS)
        for name in ("Alipay", "Weibo"):
            window.choose(name)
            expect(window.panel("console")).to_contain_text(re.compile(r"not loaded: \S*/pictures/none\.png"))
            expect(window.panel("console")).to_contain_text(re.compile(r"not loaded: \S*pictures/gone\.png"))
        window.close()


def test_what_the_preview_holds_back_is_told_with_its_reason_and_its_cure(chromium: Browser, project: Path):
    from playwright.sync_api import expect

    from tests.preview.window import Window

    home = "pages/home/home"
    face = "@font-face { font-family: tea; src: url('https://fonts.example.com/tea.woff2'); }\n"
    markup = '<view class="tea">tea</view><image src="https://pictures.example.com/tea.png" />\n'
    write(project, {f"{home}.axml": markup, f"{home}.acss": face + ".tea { font-family: tea; }\n"})
    with served(project) as preview:
        window = Window(chromium, preview.address).running(*TARGETS)
        for name in ("Alipay", "Weibo"):
            window.choose(name)
            told = window.panel("console")
            expect(told).to_contain_text(
                "font not loaded: https://fonts.example.com/tea.woff2 (not in dev.hosts)"
            )
            expect(told).to_contain_text('- "fonts.example.com"')
            expect(told).to_contain_text("picture not loaded: https://pictures.example.com/tea.png (not in")
            # Of one picture one line: the browser tells of it twice.
            expect(told.locator(".row", has_text="tea.png")).to_have_count(1)
            expect(window.page.locator("[data-panel=requests] .badge").first).to_have_text("2")
            requests = window.panel("requests")
            expect(requests).to_contain_text("font https://fonts.example.com/tea.woff2")
            expect(requests).not_to_contain_text("img-src")
        window.close()


def test_a_mock_answers_for_what_only_a_manager_of_a_device_can_do(chromium: Browser, project: Path):
    from playwright.sync_api import expect

    from tests.preview.window import Window

    script = APP["pages/home/home.js"].replace(
        "my.getAuthCode({",
        "const manager = my.getRecorderManager();"
        " manager.onStop(({ tempFilePath }) => this.setData({ code: tempFilePath })); manager.stop(); ({",
    )
    mocks = "api:\n  my.getRecorderManager.stop: {success: {tempFilePath: a.aac}}\n"
    write(project, {"pages/home/home.js": script, "mocks/recorder.yaml": mocks})
    with served(project) as preview:
        window = Window(chromium, preview.address).running(*TARGETS)
        window.text("alipay", "enter").click()
        expect(window.text("alipay", "code")).to_have_text("a.aac")
        assert window.problems == []
        window.close()


def test_mocks_of_the_project_answer_for_the_network_and_for_the_device(window: Window, project: Path):
    from playwright.sync_api import expect

    def answered(*expected: tuple[str, str]) -> None:
        for name in TARGETS:
            for button, (selector, text) in zip(("ask", "enter"), expected, strict=False):
                window.text(name, button).click()
                expect(window.text(name, selector)).to_have_text(text)

    write(project, {"mocks/own.js": SCRIPT})
    window.control("restart").click()
    window.running(*TARGETS)
    answered(("answer", "1"))
    (project / "mocks" / "own.js").unlink()
    write(project, {"mocks/tea.yaml": MOCKS})
    window.control("restart").click()
    window.running(*TARGETS)
    answered(("answer", "oolong"), ("code", "made-up"))
    expect(window.panel("requests").locator(".row").first).to_contain_text("200 · mock")
    window.control("mocks").click()
    answered(("answer", "failed 12"))
    assert [text for text in window.problems if "403" not in text] == []


class Tea(BaseHTTPRequestHandler):
    """A live host."""

    def do_GET(self) -> None:  # noqa: N802
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b'{"tea": "live"}')

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def test_what_a_live_run_has_seen_is_recorded_with_a_click_and_replayed(chromium: Browser, project: Path):
    from playwright.sync_api import expect

    from tests.preview.window import Window

    live = ThreadingHTTPServer(("127.0.0.1", 0), Tea)
    threading.Thread(target=live.serve_forever, daemon=True).start()
    host = f"127.0.0.1:{live.server_address[1]}"
    write(
        project,
        {
            "pages/home/home.js": APP["pages/home/home.js"].replace(
                "https://api.example.com", f"http://{host}"
            )
        },
    )
    with served(project, hosts=(host,)) as preview:
        window = Window(chromium, preview.address).running(*TARGETS)
        for name in TARGETS:
            window.text(name, "ask").click()
            expect(window.text(name, "answer")).to_have_text("live")
        requests = window.panel("requests")
        # Who records what is live has the mocks off, and they stay off.
        window.control("mocks").click()
        with window.page.expect_response("**/~miniport/mocks"):
            requests.get_by_role("button", name="Record as mocks").click()
        expect(requests).to_contain_text("Written to mocks/recorded.yaml")
        for name in TARGETS:
            window.text(name, "ask").click()
        expect(requests.locator(".row")).to_have_count(2)
        expect(requests.locator(".row").filter(has_text="200")).to_have_count(2)
        expect(requests.locator(".row").filter(has_text="mock")).to_have_count(0)
        window.control("mocks").click()
        live.shutdown()
        live.server_close()
        window.control("restart").click()
        window.running(*TARGETS)
        for name in TARGETS:
            window.text(name, "ask").click()
            expect(window.text(name, "answer")).to_have_text("live")
        expect(window.panel("requests").locator(".row")).to_contain_text("200 · mock")
        assert window.problems == []
        window.close()
