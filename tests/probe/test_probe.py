"""The probe runs in the stand-in of the container, and what it writes is laid over the pack."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from miniport import resources
from miniport.facts import Kind
from miniport.project.facts_files import overlaid
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.resources import runtime_folder
from miniport.targets.overrides import with_overrides
from miniport.targets.pack import bundled, bundled_names, bundled_pack
from miniport.targets.verdict import Bridge
from miniport.web.probe import probe_project
from tests.build.projects import APP, built, write
from tests.fixture_folder import read_files
from tests.site import ORIGIN, address, serve

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Page

WITH_PROBE = [name for name in bundled_names() if bundled_pack(name).probe_files]
UNPROVED = "MP217"
VUE = resources.PACKAGE / "runtime" / "node_modules" / "vue" / "dist" / "vue.js"


class Probe:
    """The probe in a browser."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def content(self) -> FrameLocator:
        """Return the web view of the page on top."""
        return self.page.frame_locator(".wbox-page:not([hidden]) .wbox-view").frame_locator("iframe")

    def done(self) -> str:
        """Wait until the probe has looked at everything and return its YAML."""
        self.content.get_by_text("done").wait_for()
        return self.text()

    def text(self) -> str:
        return self.content.locator("#yaml").input_value()

    def until(self, words: str) -> str:
        """Wait until the YAML has some words and return it."""
        for _ in range(200):
            if words in self.text():
                return self.text()
            self.page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
        raise AssertionError(f"{words} never came:\n{self.text()}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Return the folder with the probe, written as a user writes it."""
    out = tmp_path_factory.mktemp("probe") / "weibo"
    command = [sys.executable, "-m", "miniport", "probe", "--target", "weibo", "--out", str(out)]
    done = subprocess.run(command, cwd=out.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return out


@pytest.fixture
def probe(page: Page, folder: Path) -> Iterator[Probe]:
    """Return the probe, opened; nothing may be thrown while it runs."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    serve(page.context, {"weibo": folder, "host": runtime_folder() / "fakehost"})
    page.goto(address("weibo", "pages/index/index", {"word": "%E8%8C%B6"}))
    yield Probe(page)
    assert page.evaluate("fakehost.host.errors") == []
    assert errors == []


@pytest.mark.browser
def test_the_probe_writes_facts_that_load(probe: Probe):
    probe.done()
    for name in ("scanCode", "getLocation", "login"):
        probe.content.get_by_role("button", name=name, exact=True).click()
        probe.until(f"#   {name}: success")
    text = probe.text()
    pack = with_overrides(bundled()["weibo"], text, "weibo-facts.yaml")
    verdict = pack.verdict_of(Kind.API, "scan")
    assert isinstance(verdict, Bridge)
    assert (verdict.member, verdict.is_proved) == ("scanCode", True)
    assert pack.members["scanCode"].timeout == 600000
    assert pack.members["getSystemInfoSync"].snapshot
    assert pack.members["login"].is_proved
    assert not pack.members["makePhoneCall"].is_proved
    assert (pack.members["scanCode"].source, len(pack.members["scanCode"].checked)) == ("probe", 10)


@pytest.mark.browser
def test_the_notes_on_unproved_members_go_away_where_the_probe_saw_an_answer(probe: Probe, tmp_path: Path):
    probe.done()
    probe.content.get_by_role("button", name="scanCode", exact=True).click()
    facts = probe.until("#   scanCode: success")
    files = {
        **APP,
        "pages/a/a.js": "Page({ onLoad() { my.scan({}); my.getLocation({}); } });\n",
        "miniport.yaml": 'targets: {weibo: {appId: "2567784587", facts: weibo-facts.yaml}}\n',
        "weibo-facts.yaml": facts,
    }
    project = write(tmp_path, files)
    before = _unproved(built(project, "weibo").targets[0].diagnostics)
    named = read_settings(project, bundled_names()).settings.target("weibo").facts_files
    pack, wrong = overlaid(bundled()["weibo"], named, DiskFiles(project, project))
    assert wrong == ()
    after = _unproved(built(project, pack).targets[0].diagnostics)
    assert (before, after) == (["getLocation", "scanCode"], ["getLocation"])


def _unproved(diagnostics) -> list[str]:
    return sorted(found.arguments["member"] for found in diagnostics if found.rule.code == UNPROVED)


@pytest.mark.browser
def test_the_probe_tells_what_it_saw_of_each_question(probe: Probe):
    text = probe.done()
    told = [
        "pages/index/index onLoad: 1 times, with {queryParams:{word:encoded string}}",
        "app onShow: 1 times",
        "getSystemInfoSync: returned after",
        "getSystemInfo: success, complete after",
        "Members that are not there\n#   getNetworkType",
        "timers fire",
        "up by postMessage: 4096 KiB and more",
        "down by data: 4096 KiB and more",
        "two values in one tick: came 2",
        'text: "茶😀"',
        "parses es2015, es2016, es2017, es2018",
        "localStorage works, 0 keys of others",
        "back key: not tried",
        "safe area top 0px, bottom 0px, colours light",
        ":where",
        "address http:// origin http://site.test, hash kept",
    ]
    assert [words for words in told if words not in text] == []


@pytest.mark.browser
def test_a_step_back_in_history_is_told_from_a_closed_page(probe: Probe):
    probe.done()
    frame = next(frame for frame in probe.page.frames if "/res/h5/" in frame.url)
    frame.evaluate("history.back()")
    probe.until("back key: a step of history (popstate)")


@pytest.mark.browser
def test_a_page_that_was_closed_is_seen_the_next_time(probe: Probe):
    probe.done()
    probe.page.reload()
    assert "back key: the page was closed without a step of history" in probe.done()


@pytest.mark.browser
def test_the_second_page_adds_its_hooks_to_the_first(probe: Probe):
    probe.done()
    probe.page.evaluate("() => void fakehost.host.open('pages/second/second', { from: 'probe' })")
    probe.done()
    probe.page.evaluate("() => fakehost.host.close()")
    probe.until("# Second page: hooks\n#   app onShow")


@pytest.mark.browser
def test_the_yaml_is_posted_to_the_console(page: Page, folder: Path):
    lines: list[str] = []
    page.on("console", lambda message: lines.append(message.text))
    serve(page.context, {"weibo": folder, "host": runtime_folder() / "fakehost"})
    page.goto(address("weibo", "pages/index/index", {}))
    text = Probe(page).done()
    assert text.strip() in [line.strip() for line in lines]


CONTAINERS = {
    "calls failure": (
        {"script": {"failure": "failure", "answers": {"getImageInfo": {"fail": {"errMsg": "x:fail"}}}}},
        ["getImageInfo (made to refuse): failure, complete", "    getImageInfo: {isProved: true}"],
        [],
    ),
    "puts results in an envelope": (
        {"script": {"results": "data"}},
        ["getSystemInfoSync: returned after", " ms: {data:{platform:string"],
        [],
    ),
    "answers by promises": ({"script": {"style": "promise"}}, ["setStorage: promise, resolved after"], []),
    "lacks members": (
        {"script": {"absent": ["setStorage", "showToast"]}},
        ["Members that are not there\n#   setStorage showToast"],
        ["    setStorage:", "    showToast:"],
    ),
    "never answers, or throws": (
        {"script": {"answers": {"setStorage": {"never": True}, "showToast": {"throws": "gone"}}}},
        ["setStorage: no answer", "showToast: threw after"],
        ["    setStorage:", "    showToast:"],
    ),
    "has no timers": ({"hasTimers": False}, ["timers do not fire"], []),
    "never calls onLoad": ({"onLoad": "never"}, ["pages/index/index mounted: 1 times"], ["onLoad: "]),
    "is drawn by Vue": ({"isVue": True}, ["two values in one tick: came 2", "down by data: 4096 KiB"], []),
}
LOAD = """async ({ options, isVue }) => {
  if (isVue) Vue.config.productionTip = false;
  const given = Object.assign(options, { Vue: isVue ? Vue : null });
  fakehost.host = await fakehost.load("/weibo/", given);
  await fakehost.host.open("pages/index/index", {});
}"""


@pytest.mark.browser
@pytest.mark.parametrize("container", CONTAINERS)
def test_containers_are_told_apart(page: Page, folder: Path, container: str):
    options, told, untold = CONTAINERS[container]
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    serve(page.context, {"weibo": folder, "vue": VUE.parent, "host": runtime_folder() / "fakehost"})
    page.goto(f"{ORIGIN}/host/index.html")
    is_vue = bool(options.get("isVue"))
    if is_vue:
        page.add_script_tag(url=f"{ORIGIN}/vue/{VUE.name}")
    page.evaluate(LOAD, {"options": options, "isVue": is_vue})
    text = Probe(page).done()
    assert [words for words in told if words not in text] == []
    assert [words for words in untold if words in text] == []
    assert (errors, page.evaluate("fakehost.host.errors")) == ([], [])
    with_overrides(bundled()["weibo"], text, "facts.yaml")


@pytest.mark.parametrize("name", WITH_PROBE)
def test_templates_of_a_probe_are_there_and_each_file_has_one_place(name: str):
    files = bundled_pack(name).probe_files
    for file in files:
        assert (resources.template_folder() / file.template).is_file(), file.template
    assert len({file.path for file in files}) == len(files)


def test_a_pack_without_a_probe_has_none():
    assert probe_project(bundled()["web"], {}) == {}


def test_the_apps_id_comes_from_the_settings(miniport_probe):
    ran, folder = miniport_probe('targets: {weibo: {appId: "2567784587"}}\n', "--target", "weibo")
    assert ran.returncode == 0
    files = read_files(folder / "dist" / "weibo-probe")
    assert b'"2567784587"' in next(
        content for path, content in files.items() if path.name == "wbox.config.json"
    )


def test_a_target_without_a_probe_is_refused(miniport_probe):
    ran, folder = miniport_probe("", "--target", "web")
    assert ran.returncode == 2
    assert ran.stderr == 'error: there is no probe for "web"\n   help: choose from: weibo\n'
    assert not (folder / "dist").exists()


def test_wrong_settings_and_a_folder_that_is_not_ours_are_refused(miniport_probe):
    ran, _ = miniport_probe("nonsense: 1\n", "--target", "weibo")
    assert (ran.returncode, "nonsense" in ran.stdout) == (2, True)
    ran, folder = miniport_probe("", "--target", "weibo", "--out", ".")
    assert (ran.returncode, "MP330" in ran.stdout) == (2, True)
    assert sorted(path.name for path in folder.iterdir()) == ["miniport.yaml"]


@pytest.fixture
def miniport_probe(tmp_path: Path):
    """Return a function that runs the command in a folder with some settings."""

    def run(settings: str, *arguments: str) -> tuple[subprocess.CompletedProcess[str], Path]:
        write(tmp_path, {"miniport.yaml": settings})
        command = [sys.executable, "-m", "miniport", "probe", *arguments, "--lang", "en"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False), tmp_path

    return run
