"""The emitted shell and the content get on with each other whatever the container turns out to do."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator

import pytest

from tests.weibo.conftest import Start
from tests.weibo.wbox import Wbox, until

MATRIX = list(
    itertools.product(
        ["queryParams", "query"],
        ["early", "late", "never"],
        ["fail", "failure"],
        ["flat", "data"],
        [False, True],
    )
)
PAGE = "pages/detail/detail"


@pytest.fixture(scope="module")
def one(chromium, files: dict[str, bytes]) -> Iterator[Wbox]:
    """Return a host that is started again for each container of the matrix."""
    context = chromium.new_context(viewport={"width": 375, "height": 667})
    yield Wbox(context.new_page(), files)
    context.close()


@pytest.mark.parametrize(("key", "on_load", "failure", "results", "is_absent"), MATRIX)
def test_one_shell_suits_every_container(
    one: Wbox, key: str, on_load: str, failure: str, results: str, is_absent: bool
):
    script = {
        "failure": failure,
        "results": results,
        "absent": ["getLocation"] if is_absent else [],
        "answers": {"scanCode": {"fail": {"errMsg": "scanCode:fail cancel", "errCode": 11}}},
    }
    one.restart(onLoad=on_load, script=script)
    content = one.open(PAGE, {"id": "1"}, key)
    expected = {} if on_load == "never" else {"id": "1"}
    assert content.evaluate("content.launch") == {"path": PAGE, "query": expected}
    kind, value = content.evaluate("content.call('getLocation', {})")
    if is_absent:
        absent = {"error": 1, "errorMessage": 'the container has no "getLocation"'}
        assert (kind, value) == ("fail", absent)
        assert not content.evaluate("content.host.has('getLocation')")
    else:
        assert (kind, value) == ("ok", {"latitude": 39.98, "longitude": 116.31, "accuracy": 30})
    kind, value = content.evaluate("content.api('scan', {})")
    assert (kind, value["error"], value["errorMessage"]) == ("fail", 11, "scanCode:fail cancel")
    assert content.evaluate("content.host.systemInfo().platform") == "Android"
    assert one.problems == []
    assert one.errors() == []


def quiet(wbox: Wbox) -> None:
    """Wait until the log has stopped growing."""
    before = -1
    while before != (now := len(wbox.log())):
        before = now
        wbox.page.evaluate("drive.pause()")


def scenario(wbox: Wbox) -> list[object]:
    """Do a bit of everything and return the log."""
    content = wbox.open(query={"id": "茶"})
    steps = [
        "content.call('getLocation', {type: 'x'})",
        "content.call('nothing', {})",
        "content.host.title('新标题')",
        "content.host.share({title: '茶'})",
    ]
    for step in steps:
        content.evaluate(step)
        quiet(wbox)
    for name, *args in (("hide",), ("show",), ("share",), ("theme", "dark")):
        wbox.run(name, *args)
        quiet(wbox)
    second = wbox.open(PAGE, {"a": "b"})
    second.evaluate("content.call('request', {url: 'https://example.com/'})")
    quiet(wbox)
    wbox.run("close")
    quiet(wbox)
    return comparable(wbox.log())


def comparable(log: list[dict[str, object]]) -> list[object]:
    """Return a log without what hangs on the clock: random names, bare acknowledgements, repeated frames."""
    names: dict[str, str] = {}
    seen: list[object] = []
    for entry in log:
        text = re.sub(
            r"\b[a-z0-9]{20,30}\b",
            lambda match: names.setdefault(match[0], f"name{len(names)}"),
            json.dumps(entry, ensure_ascii=False),
        )
        text = re.sub(r'"ack": \d+', '"ack": n', text)
        if '"batch": []' not in text and not ('"batch"' in text and text in seen):
            seen.append(text)
    return seen


def test_a_real_vue_draws_the_shell_with_the_same_log(start: Start, chromium, files: dict[str, bytes]):
    own = scenario(start())
    context = chromium.new_context(viewport={"width": 375, "height": 667})
    other = Wbox(context.new_page(), files, is_vue=True)
    assert scenario(other) == own
    assert other.problems == []
    context.close()


def test_calls_survive_a_bad_way_between_page_and_content(start: Start):
    faults = {"drop": 0.2, "duplicate": 0.2, "delay": [0, 40], "seed": 3}
    wbox = start(faults=faults)
    wbox.page.evaluate(
        "drive.host.project.read(drive.host.project.app.pages[0]).then(() => {"
        " const { files } = drive.host.project;"
        " const path = 'miniport/config.js';"
        ' files[path] = files[path].replace(\'"home"\', \'"retry": 60, "home"\'); })'
    )
    content = wbox.open()
    results = content.evaluate(
        "Promise.all(Array.from({length: 100}, (_, n) => new Promise((done) => setTimeout(done, n * 5))"
        ".then(() => content.call('getLocation', {n}))))"
    )
    assert [kind for kind, _ in results] == ["ok"] * 100
    calls = [entry["args"]["n"] for entry in wbox.log("wbx") if entry["name"] == "getLocation"]
    assert calls == list(range(100))
    assert wbox.log("fault")


def test_a_shell_without_timers_still_answers(start: Start):
    content = start(hasTimers=False).open()
    assert content.evaluate("content.call('getLocation', {})")[0] == "ok"


def test_pages_that_carry_their_own_copy_of_the_service_hear_the_app(start: Start):
    wbox = start(isBundledPerPage=True)
    content = wbox.open()
    wbox.run("hide")
    wbox.run("show")
    until(content, "content.told.length >= 2")
    assert content.evaluate("content.told") == [["hide"], ["show"]]


def test_a_page_that_another_covers_hears_of_it_and_of_its_end(start: Start):
    wbox = start()
    first = wbox.open()
    wbox.open(PAGE)
    until(first, "content.told.length === 1")
    assert first.evaluate("content.told") == [["hide"]]
    wbox.run("close")
    until(first, "content.told.length === 2")
    assert first.evaluate("content.told") == [["hide"], ["show"]]


def test_promises_are_as_good_as_callbacks(start: Start):
    script = {"style": "promise", "answers": {"scanCode": {"fail": {"errMsg": "no"}}}}
    content = start(script=script).open()
    assert content.evaluate("content.call('getLocation', {})")[0] == "ok"
    assert content.evaluate("content.call('scanCode', {})")[0] == "fail"


def test_an_answer_that_never_comes_is_a_failure_and_a_late_one_is_dropped(start: Start, page):
    page.add_init_script("localStorage.setItem('settings', JSON.stringify({timeout: 200}))")
    answers = {"getLocation": {"never": True}, "getImageInfo": {"success": {}, "delay": 500}}
    content = start(script={"answers": answers}).open()
    for member in ("getLocation", "getImageInfo"):
        kind, value = content.evaluate("name => content.call(name, {})", member)
        assert (kind, value["error"]) == ("fail", 13)
    assert content.evaluate("content.errors") == []


def test_the_content_hears_only_its_parent(start: Start):
    wbox = start()
    content = wbox.open()
    token = re.search(r"#!(\w+)/", content.evaluate("content.address"))[1]
    frame = {"miniport": 1, "token": token, "load": "x", "seq": 1, "ack": 0, "batch": ['.{"t":"unload"}']}
    content.evaluate("frame => window.postMessage(frame, '*')", frame)
    wbox.page.evaluate("frame => frames[0].frames[0].postMessage(frame, '*')", frame)
    wbox.page.evaluate("drive.pause()")
    assert content.evaluate("content.told") == []


def test_the_shell_answers_only_with_the_token(start: Start):
    wbox = start()
    content = wbox.open()
    before = len(wbox.log("attribute"))
    call = ['.{"t":"call","id":1,"name":"getLocation"}']
    frame = {"miniport": 1, "token": "guess", "load": "x", "seq": 1, "ack": 0, "batch": call}
    content.evaluate("frame => window.parent.postMessage(frame, '*')", frame)
    wbox.page.evaluate("drive.pause()")
    assert len(wbox.log("attribute")) == before
    assert not [entry for entry in wbox.log("wbx") if entry["name"] == "getLocation"]


def test_the_content_keeps_its_shell_over_a_reload(start: Start):
    wbox = start()
    content = wbox.open(PAGE, {"id": "1"})
    content.evaluate("window.old = true, location.reload()")
    until(content, "Boolean(!window.old && window.content && content.ready)")
    content.evaluate("content.ready")
    assert content.evaluate("content.launch.path") == PAGE
    assert content.evaluate("content.call('getLocation', {})")[0] == "ok"


def test_a_title_reaches_the_bar_of_the_container(start: Start):
    wbox = start()
    content = wbox.open()
    assert wbox.page.evaluate("drive.host.top.heading.textContent") == "index"
    content.evaluate("content.host.title('奶茶')")
    wbox.page.evaluate("drive.pause()")
    assert wbox.page.evaluate("drive.host.top.heading.textContent") == "奶茶"


def test_without_a_shell_the_content_stands_alone(page, files: dict[str, bytes]):
    wbox = Wbox(page, files)
    page.goto("http://wbox.test/project/src/res/h5/index.html#/pages/detail/detail?id=1")
    assert page.evaluate("content.ready") is False
    assert page.evaluate("content.launch") == {"path": PAGE, "query": {"id": "1"}}
    assert page.evaluate("content.call('getLocation', {})")[1]["error"] == 1
    assert wbox.problems == []


def test_a_query_that_comes_after_the_content_starts_it_again(start: Start):
    wbox = start(onLoad="never")
    content = wbox.open(PAGE)
    assert content.evaluate("content.launch.query") == {}
    content.evaluate("window.old = true")
    wbox.page.evaluate("drive.host.top.hook('onLoad', {query: {id: '1'}})")
    # Under load the new content may give up waiting for the welcome; it still comes.
    until(content, "Boolean(!window.old && window.content && content.host.has('getLocation'))")
    assert content.evaluate("content.launch") == {"path": PAGE, "query": {"id": "1"}}
    assert content.evaluate("content.call('getLocation', {})")[0] == "ok"


def test_what_a_link_hides_from_the_container_reaches_the_page(start: Start):
    given = {"id": "etmhykpra4", "page": PAGE, "mp.id": "3", "mp.page": "2", "k": "v"}
    content = start().open(PAGE, given)
    assert content.evaluate("content.launch") == {"path": PAGE, "query": {"id": "3", "page": "2", "k": "v"}}


def test_the_page_of_the_host_opens_the_project_that_its_address_names(page, files: dict[str, bytes]):
    wbox = Wbox(page, files)
    page.goto("http://wbox.test/host/index.html?project=/project/&page=pages/detail/detail&id=1")
    page.add_script_tag(url="/drive.js")
    content = wbox.content()
    until(content, "Boolean(window.content && content.ready)")
    assert content.evaluate("content.launch") == {"path": PAGE, "query": {"id": "1"}}
    assert wbox.problems == []
